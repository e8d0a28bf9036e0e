// Edits that put a section with its subtree where the template has it, at the level that it has there. Builds edits only.
import { applyEdits } from '../applyEdits.ts';
import type { BoundDocument, SectionBinding } from '../binding/boundDocument.ts';
import type { TextEdit } from '../finding.ts';
import type { Section } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import { changeLevel } from './headingEdit.ts';
import { renumber, renumberedText, rowNumbers, styleRow, type Renumbering, type RowEntry } from './headingStyle.ts';
import { isBlankBody } from '../model/sectionText.ts';
import { headingPartSpan } from '../model/sections.ts';
import { ordinalEdits, referenceEdits } from './outlineEdits.ts';
import { contentEnd, hasRules, isSwallowed, offsetOf, placeOf, type SectionPlace } from './sectionPlace.ts';

/** `owner`: the binding that the section belongs into; absent for outer sections. Empty where no move is safe. */
export function moveSection(
  binding: SectionBinding,
  owner: SectionBinding | undefined,
  bound: BoundDocument,
): readonly TextEdit[] {
  const { model } = bound;
  const { section } = binding;
  const place = placeOf(binding.spec, owner, bound);
  const target = offsetOf(place, model);
  const block = { start: section.span.start, end: contentEnd(model, section.span.end) };
  const removal = { start: contentEnd(model, section.span.start), end: block.end };
  if (isSwallowed(model, Math.max(target, block.end))) return [];
  if (target > removal.start && target < removal.end) return [];
  if (isAllThereIs(section, bound)) return [];
  const { renumbering, prefix } = numbersAfterMove(place, binding, bound);
  const by = place.level - section.level;
  const isInPlace = target === removal.start || target === removal.end;
  const levelEdits = by === 0 ? [] : changeLevel(model.source, section, by);
  const headingEdits = [...levelEdits, ...ordinalEdits(model, renumbering), ...prefixEdits(prefix, bound)];
  const isMoved = ({ span }: TextEdit): boolean => span.start >= block.start && span.start < block.end;
  const references = referenceEdits(model, plannedOutline(bound, { section, target, by, renumbering, prefix }));
  if (isInPlace) return [...headingEdits, ...references];
  const inside = [...headingEdits, ...references].filter(isMoved);
  const outside = [...headingEdits, ...references].filter((edit) => !isMoved(edit));
  const text = applyEdits(
    model.source.slice(block),
    inside.map((edit) => shifted(edit, block)),
  );
  return [...relocate({ text, target, removal, place }, bound), ...outside];
}

/** Whether the section above would be left with nothing: what to write there is the author's to say. */
function isAllThereIs(section: Section, { model }: BoundDocument): boolean {
  const { parent } = section;
  return parent !== undefined && parent !== model.title && parent.children.length === 1 && isBlankBody(model, parent);
}

function shifted({ span, newText }: TextEdit, block: Span): TextEdit {
  return { span: { start: span.start - block.start, end: span.end - block.start }, newText };
}

interface Relocation {
  readonly text: string;
  readonly target: number;
  readonly removal: Span;
  readonly place: SectionPlace;
}

function relocate({ text, target, removal, place }: Relocation, { model }: BoundDocument): readonly TextEdit[] {
  const eol = model.source.lineEnding;
  const isAtStart = model.source.text.slice(0, target).replace('\uFEFF', '').trim() === '';
  const rule = hasRules(place.siblings, model) ? `---${eol}${eol}` : '';
  const newText = isAtStart ? text + eol + eol : eol + eol + rule + text;
  return [
    { span: { start: target, end: target }, newText },
    { span: removal, newText: '' },
  ];
}

/** A new beginning of the moved heading, where it comes into another row. */
interface NewPrefix {
  readonly section: Section;
  /** Of the plain text: from where to where it is replaced. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface NumbersAfterMove {
  readonly renumbering: Renumbering;
  readonly prefix?: NewPrefix;
}

function numbersAfterMove(
  place: SectionPlace,
  { section, spec }: SectionBinding,
  bound: BoundDocument,
): NumbersAfterMove {
  if (place.siblings.includes(section)) return { renumbering: renumberedRow(place, section) };
  const { model, template } = bound;
  const isRow = (other: Section): boolean => other !== section && other !== model.toc?.section;
  const before = place.siblings.slice(0, place.index).filter(isRow);
  const after = place.siblings.slice(place.index).filter(isRow);
  const left = closedRow(section.parent?.children ?? model.topSections, section);
  const row: RowEntry[] = [...before.map(entryOf), { spec }, ...after.map(entryOf)];
  const styled = styleRow(row, place.owner?.spec.children ?? template.sections, left);
  const renumbered = new Map(styled.renumbered);
  const numbers = styled.numbers.get(before.length);
  const old = rowNumbers(section);
  if (old !== undefined && numbers !== undefined) renumber(section, old, numbers, renumbered);
  renumbered.delete(section);
  const { nameStart, ordinal } = section.heading.identity;
  if (ordinal?.style === 'labelled') return { renumbering: renumbered };
  const text = styled.prefixes.get(before.length) ?? '';
  return { renumbering: renumbered, prefix: { section, start: ordinal?.start ?? nameStart, end: nameStart, text } };
}

function entryOf(section: Section): RowEntry {
  return { section };
}

/** Numbers of the row that the section leaves, where it counted before. */
function closedRow(row: readonly Section[], leaving: Section): Renumbering {
  const counted = row.filter((section) => countsWith(section, leaving));
  const rest = counted.filter((section) => section !== leaving);
  const renumbered = new Map<Section, readonly number[]>();
  if (!isSequence(counted) || isSequence(rest)) return renumbered;
  const start = numbersOf(counted[0] ?? leaving).at(-1) ?? 1;
  rest.forEach((section, index) => {
    const own = numbersOf(section);
    const now = [...own.slice(0, -1), start + index];
    if (own.at(-1) !== now.at(-1)) renumber(section, own, now, renumbered);
  });
  return renumbered;
}

function prefixEdits(prefix: NewPrefix | undefined, { model }: BoundDocument): readonly TextEdit[] {
  if (prefix === undefined) return [];
  const { section, start, end, text } = prefix;
  const span = headingPartSpan(model.source, section.heading, start, end);
  if (span === undefined || model.source.slice(span) === text) return [];
  return [{ span, newText: text }];
}

/** Numbers of the row after the move, where it counted before and would not any more. */
function renumberedRow(place: SectionPlace, moved: Section): Renumbering {
  const renumbered = new Map<Section, readonly number[]>();
  const rest = place.siblings.slice(0, place.index).filter((section) => section !== moved);
  const after = place.siblings.slice(place.index).filter((section) => section !== moved);
  const row = [...rest, moved, ...after].filter((section) => countsWith(section, moved));
  const counted = place.siblings.filter((section) => countsWith(section, moved));
  if (isSequence(row) || !isSequence(counted)) return renumbered;
  const first = numbersOf(counted[0] ?? moved);
  const start = first.at(-1) ?? 1;
  row.forEach((section, index) => {
    const own = numbersOf(section);
    const now = [...first.slice(0, -1), start + index];
    if (own.join('.') !== now.join('.')) renumber(section, own, now, renumbered);
  });
  return renumbered;
}

/** Whether two headings are numbered in one row: in the same way, with the same label (第N阶段). */
function countsWith(section: Section, other: Section): boolean {
  const own = section.heading.identity.ordinal;
  const wanted = other.heading.identity.ordinal;
  if (own === undefined || wanted === undefined || own.numbers.length === 0) return false;
  return own.style === wanted.style && own.label === wanted.label && own.numbers.length === wanted.numbers.length;
}

function numbersOf(section: Section): readonly number[] {
  return section.heading.identity.ordinal?.numbers ?? [];
}

function isSequence(row: readonly Section[]): boolean {
  const last = row.map((section) => numbersOf(section).at(-1) ?? 0);
  return last.every((number, index) => index === 0 || number === (last[index - 1] ?? 0) + 1);
}

interface Plan {
  readonly section: Section;
  readonly target: number;
  readonly by: number;
  readonly renumbering: Renumbering;
  readonly prefix: NewPrefix | undefined;
}

function plannedOutline({ model }: BoundDocument, { section, target, by, renumbering, prefix }: Plan) {
  const isInside = (other: Section): boolean =>
    other.span.start >= section.span.start && other.span.start < section.span.end;
  const planned = (other: Section) => ({
    section: other,
    level: other.level + (isInside(other) ? by : 0),
    text: prefix?.section === other ? prefixed(other, prefix) : renumberedText(other, renumbering.get(other)),
  });
  const moved = model.sections.filter(isInside).map(planned);
  const rest = model.sections.filter((other) => !isInside(other));
  const before = rest.filter((other) => other.heading.span.start < target).map(planned);
  const after = rest.filter((other) => other.heading.span.start >= target).map(planned);
  return [...before, ...moved, ...after];
}

function prefixed({ heading }: Section, { start, end, text }: NewPrefix): string {
  return heading.text.slice(0, start) + text + heading.text.slice(end);
}

/** Edits that move all headings of a document by so many levels. */
export function shiftLevels(bound: BoundDocument, by: number): readonly TextEdit[] {
  const { model } = bound;
  const plan = model.sections.map((section) => ({
    section,
    level: section.level + by,
    text: section.heading.text,
  }));
  return [
    ...model.topSections.flatMap((section) => changeLevel(model.source, section, by)),
    ...referenceEdits(model, plan),
  ];
}
