// The version of the template in the metadata of a new document, where the team keeps one and the template has no field for it.
import type { MarkdownParser } from '../../core/markdown/markdownParser.ts';
import { isTemplateVersionKey } from '../../core/migration/templateVersion.ts';
import type { TemplateVersionSettings } from '../../core/migration/templateVersionSettings.ts';
import { buildModel } from '../../core/model/buildModel.ts';
import type { Template } from '../../core/template/template.ts';

const title = '# t\n\n';

/** The header with one more line at its end, made as its last field; the same header where nothing is to be added. */
export function withVersionLine(
  header: string,
  { version }: Template,
  settings: TemplateVersionSettings | undefined,
  parser: MarkdownParser,
): string {
  const key = settings?.key;
  if (key === undefined || version === undefined) return header;
  const text = title + header;
  const fields = buildModel(text, parser)
    .metadata.flatMap((block) => block.fields)
    .toSorted((a, b) => a.span.start - b.span.start);
  const last = fields.at(-1);
  if (last === undefined || fields.some(({ normalKey }) => isTemplateVersionKey(normalKey, settings))) return header;
  const start = lineStart(text, last.keySpan.start);
  const end = lineEnd(text, last.keySpan.start);
  const others = fields.filter((field) => field !== last);
  // Fields side by side in one line, or a value of several lines: no form that could be repeated.
  if (last.valueSpan.end > end || others.some(({ keySpan }) => keySpan.start >= start)) return header;
  const { keySpan, valueSpan } = last;
  const line = `${text.slice(start, keySpan.start)}${key}${text.slice(keySpan.end, valueSpan.start)}${version}${text.slice(valueSpan.end, end)}`;
  const above = others.at(-1);
  const ending = above === undefined ? '' : hardBreak(text.slice(0, lineEnd(text, above.keySpan.start)));
  const own = text.slice(title.length, end);
  return `${own}${hardBreak(own) === '' ? ending : ''}\n${line}${text.slice(end)}`;
}

/** What keeps two lines of a paragraph apart. */
function hardBreak(text: string): string {
  return /(?:\\| {2,8})$/.exec(text)?.[0] ?? '';
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
