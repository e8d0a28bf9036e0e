// A section whose whole text says that it is still to be written, or is the template's own text.
import type { SectionBinding } from '../binding/boundDocument.ts';
import type { Finding } from '../finding.ts';
import { bodyText } from '../model/sectionText.ts';
import type { Section } from '../model/documentModel.ts';
import type { DocumentRule, RuleContext } from './rule.ts';

/** Longer bodies say something, whatever words they hold. */
const LONGEST_STAND_IN = 60;
const SHORTEST_COPY = 8;
const SHOWN = 24;

const standIn =
  /^(?:待(?:补充|完善|续|填写|编写|撰写|定|更新|添加)|暂无|暂缺|略|此处填写|在此填写|在这里填写|未完成|占位|todo|tbd|tba|fixme|wip|xxx+|to be (?:done|written|added|completed|determined)|coming soon|placeholder|work in progress|\.{3,}|…+)/i;
const inBrackets = /[（(【[](?:占位|待补充|待完善|待编写|TODO|TBD|WIP|placeholder)[)）】\]]/i;

export const sectionUnwritten: DocumentRule = {
  kind: 'document',
  code: 'section-unwritten',
  defaultSeverity: 'warning',
  // A document that calls itself finished and is not is what the check is there for.
  severityWhenReady: 'error',
  isFixable: false,
  strictness: 'by-status',
  check: (context) => context.model.sections.flatMap((section) => checkSection(section, context)),
};

function checkSection(section: Section, context: RuleContext): readonly Finding[] {
  const { model } = context;
  const marked = inBrackets.exec(section.heading.text)?.[0];
  if (marked !== undefined) return [finding(section, marked)];
  if (section.children.length > 0 || section === model.toc?.section) return [];
  const body = bodyText(model, section);
  const words = wordsOf(body);
  if (words.length <= LONGEST_STAND_IN && words !== '' && standIn.test(words))
    return [finding(section, shorten(words))];
  const binding = context.bound?.bySection.get(section);
  return isTemplateText(body, binding) ? [finding(section, shorten(body), binding)] : [];
}

/** The text without list marks, emphasis, quotes, brackets and emoji in front. */
function wordsOf(body: string): string {
  return body
    .replace(/^[\s>*_\-+#|`~[\]【】（）()「」:：]+|[\s*_`|[\]【】（）()。.!！]+$/gu, '')
    .replace(/^\p{Extended_Pictographic}\uFE0F?\s*/u, '');
}

function isTemplateText(body: string, binding: SectionBinding | undefined): boolean {
  const template = binding?.spec.body ?? '';
  const squeezed = body.replace(/\s+/g, '');
  return squeezed.length >= SHORTEST_COPY && squeezed === template.replace(/<!--[^]*?-->/g, '').replace(/\s+/g, '');
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= SHOWN) return line;
  const cut = line.slice(0, SHOWN);
  // Never inside a surrogate pair.
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function finding(section: Section, text: string, binding?: SectionBinding): Finding {
  return {
    code: sectionUnwritten.code,
    severity: sectionUnwritten.defaultSeverity,
    message: { key: 'section-unwritten', args: { name: section.heading.identity.name, text } },
    span: section.heading.textSpan,
    ...(binding === undefined ? {} : { origin: binding.spec.origin }),
  };
}
