// Numbers of sibling headings that leave a gap, repeat, or do not carry their parent's number.
import type { Finding, TextEdit } from '../finding.ts';
import { changeHeadings, type HeadingChange } from '../fixes/headingEdit.ts';
import { formatOrdinal, identifyHeading } from '../model/headingIdentity.ts';
import type { DocumentModel, Ordinal, Section } from '../model/documentModel.ts';
import { isChangelogName } from '../versions/changelog.ts';
import type { DocumentRule } from './rule.ts';

/** More faults than this among siblings are one fault of the whole row. */
const SINGLE_FAULTS = 3;

interface Numbered {
  readonly section: Section;
  readonly ordinal: Ordinal;
}

export const numberingSequence: DocumentRule = {
  kind: 'document',
  code: 'numbering-sequence',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  check: ({ model }) => {
    // Headings below a changelog are versions (3.0, 2.0), not numbers.
    const parents = model.sections.filter(
      ({ children, heading }) => children.length > 1 && !isChangelogName(heading.identity.name),
    );
    const rows = [model.topSections, ...parents.map((section) => section.children)];
    return rows.flatMap(rowsOfOneStyle).flatMap((row) => checkRow(model, row));
  },
};

/** Siblings with the same way of numbering; a heading without a number (总结) takes no part. */
function rowsOfOneStyle(siblings: readonly Section[]): readonly (readonly Numbered[])[] {
  const rows = new Map<string, Numbered[]>();
  for (const section of siblings) {
    const ordinal = section.heading.identity.ordinal;
    if (ordinal === undefined || ordinal.numbers.length === 0 || isFreeLabel(ordinal)) continue;
    const style = `${ordinal.style} ${ordinal.label ?? ''} ${String(section.level)} ${String(ordinal.numbers.length)}`;
    rows.set(style, [...(rows.get(style) ?? []), { section, ordinal }]);
  }
  return [...rows.values()].filter((row) => row.length > 1);
}

/** P0, Q1 and the like name a class, they do not count. */
function isFreeLabel(ordinal: Ordinal): boolean {
  return ordinal.style === 'labelled' && (ordinal.label === undefined || ordinal.label.length < 2);
}

function checkRow(model: DocumentModel, row: readonly Numbered[]): readonly Finding[] {
  const wanted = numbersWanted(row);
  const faults = row.flatMap((item, index) => {
    const previous = row[index - 1]?.ordinal.numbers.at(-1);
    const expected = wanted[index];
    if (previous === undefined || expected === undefined) return [];
    // Against the sibling before it, so that one gap is one fault and not one for each heading after it.
    const isNext = item.ordinal.numbers.at(-1) === previous + 1;
    const isSamePrefix = prefixOf(item.ordinal) === prefixOf(row[0]?.ordinal ?? item.ordinal);
    return isNext && isSamePrefix ? [] : [{ item, expected }];
  });
  const first = faults[0];
  if (first === undefined) return [];
  const shown = faults.length > SINGLE_FAULTS ? [first] : faults;
  const edits = renumberRow(model, row, wanted);
  return shown.map(({ item, expected }): Finding => {
    const text = formatOrdinal(item.ordinal, expected).trim();
    return {
      code: numberingSequence.code,
      severity: numberingSequence.defaultSeverity,
      message: { key: 'numbering-sequence', args: { found: item.ordinal.raw.trim(), expected: text } },
      span: item.section.heading.textSpan,
      fixes: [{ title: { key: 'numbering-sequence.fix', args: { expected: text } }, edits, isPreferred: true }],
    };
  });
}

function prefixOf(ordinal: Ordinal): string {
  return ordinal.numbers.slice(0, -1).join('.');
}

function numbersWanted(row: readonly Numbered[]): readonly (readonly number[])[] {
  const first = row[0]?.ordinal.numbers ?? [];
  const start = first.at(-1) ?? 1;
  return row.map((_, index) => [...first.slice(0, -1), start + index]);
}

/** The whole row in sequence; dotted numbers of the subtrees follow their parents. */
function renumberRow(
  model: DocumentModel,
  row: readonly Numbered[],
  wanted: readonly (readonly number[])[],
): readonly TextEdit[] {
  const changes = row.flatMap((item, index) => changesFor(model, item, wanted[index] ?? item.ordinal.numbers));
  return changeHeadings(model, changes, (source) => source);
}

function changesFor(model: DocumentModel, item: Numbered, numbers: readonly number[]): readonly HeadingChange[] {
  const isSame = numbers.join('.') === item.ordinal.numbers.join('.');
  if (isSame) return [];
  const own = ordinalChange(model, item, numbers);
  const oldPath = item.ordinal.numbers;
  const nested = item.section.children.flatMap((child) => {
    const ordinal = child.heading.identity.ordinal;
    if (ordinal?.style !== 'dotted' || ordinal.numbers.length !== oldPath.length + 1) return [];
    if (ordinal.numbers.slice(0, -1).join('.') !== oldPath.join('.')) return [];
    return changesFor(model, { section: child, ordinal }, [...numbers, ordinal.numbers.at(-1) ?? 1]);
  });
  return [...own, ...nested];
}

function ordinalChange(model: DocumentModel, item: Numbered, numbers: readonly number[]): readonly HeadingChange[] {
  const { textSpan } = item.section.heading;
  const source = model.source.slice(textSpan);
  // The ordinal is found in the source itself: emphasis or escapes before it move it against the plain text.
  const inSource = identifyHeading(source).ordinal;
  if (inSource === undefined || inSource.raw !== item.ordinal.raw) return [];
  const span = { start: textSpan.start + inSource.start, end: textSpan.start + inSource.end };
  return [{ section: item.section, span, newText: formatOrdinal(item.ordinal, numbers) }];
}
