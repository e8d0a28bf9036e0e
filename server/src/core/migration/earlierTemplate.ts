// The earlier version of a template out of its text: the one of the same name, where the file holds several.
import type { LibraryContext } from '../library/libraryContext.ts';
import { parseTemplate } from '../template/parseTemplate.ts';
import type { Template } from '../template/template.ts';

/** Undefined for a text that holds no template. */
export function earlierTemplate(
  text: string,
  present: Template | undefined,
  { parser }: Pick<LibraryContext, 'parser'>,
): Template | undefined {
  const { templates } = parseTemplate('', text, parser, { isTemplate: true });
  return templates.find(({ name }) => name === present?.name) ?? templates[0];
}
