// A new section for changes: where the template has one in its place, else at the end of the document. Builds edits only.
import type { BoundDocument } from '../binding/boundDocument.ts';
import type { TextEdit } from '../finding.ts';
import { insertSections } from '../fixes/insertSections.ts';
import type { DocumentModel, Section } from '../model/documentModel.ts';
import { formatOrdinal } from '../model/headingIdentity.ts';
import type { SectionSpec } from '../template/template.ts';
import { isChangelogName } from './changelog.ts';
import { newTable, type NewEntry } from './changelogEdit.ts';

/** The section of the template that records changes; undefined where it has none. */
export function changelogSpec(bound: BoundDocument | undefined): SectionSpec | undefined {
  return bound?.template.sections.find(({ name, aliases }) => [name, ...aliases].some(isChangelogName));
}

/** Edits that insert the template's section, still unwritten; empty where no place is safe. */
export function insertFromTemplate(bound: BoundDocument): readonly TextEdit[] {
  const spec = changelogSpec(bound);
  return spec === undefined ? [] : insertSections([{ spec }], bound);
}

const names = { zh: '变更记录', en: 'Changelog' } as const;
const counted: ReadonlySet<string> = new Set(['decimal', 'chinese']);

/** Above the information at the end of the document, written and numbered like its other sections. */
export function appendSection(model: DocumentModel, entry: NewEntry): readonly TextEdit[] {
  const { source } = model;
  const eol = source.lineEnding;
  const siblings = model.sections.filter(({ level }) => level === 2);
  const text = [`## ${headingText(siblings, entry.language)}`, '', ...newTable(entry)].join(eol);
  const tail = model.metadata.find(({ place }) => place === 'tail');
  const end = source.text.trimEnd().length;
  if (tail === undefined) return [{ span: { start: end, end }, newText: eol + eol + text }];
  const before = source.text.slice(0, source.lineStart(source.lineAt(tail.span.start)));
  // The line that sets the end apart stays where it is.
  const at = before.replace(/\s*(?:\r?\n(?:-{3,}|\*{3,}|_{3,})[ \t]*)?\s*$/, '').length;
  return [{ span: { start: at, end: at }, newText: eol + eol + text + (at === before.trimEnd().length ? eol : '') }];
}

function headingText(siblings: readonly Section[], language: 'zh' | 'en'): string {
  const emoji = siblings.filter(({ heading }) => heading.identity.emoji !== undefined).length * 2 > siblings.length;
  const last = siblings.findLast(({ heading }) => heading.identity.ordinal !== undefined)?.heading.identity.ordinal;
  const isLast = siblings.at(-1)?.heading.identity.ordinal === last;
  const number = last?.numbers.at(-1);
  const ordinal =
    last !== undefined && number !== undefined && isLast && counted.has(last.style)
      ? formatOrdinal(last, [...last.numbers.slice(0, -1), number + 1]).trimEnd() +
        (last.style === 'decimal' ? ' ' : '')
      : '';
  return `${emoji ? '📝 ' : ''}${ordinal}${names[language]}`;
}
