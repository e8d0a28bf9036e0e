// Edits that put a section with its subtree where the template has it, at the level that it has there. Builds edits only.
import { applyEdits } from '../applyEdits.ts';
import type { BoundDocument, SectionBinding } from '../binding/boundDocument.ts';
import type { TextEdit } from '../finding.ts';
import type { Section } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import { changeLevel } from './headingEdit.ts';
import { renumber, renumberedText, rowNumbers, type Renumbering } from './headingStyle.ts';
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
  const renumbering = renumberedRow(place, section);
  const by = place.level - section.level;
  const isInPlace = target === removal.start || target === removal.end;
  const levelEdits = by === 0 ? [] : changeLevel(model.source, section, by);
  const headingEdits = [...levelEdits, ...ordinalEdits(model, renumbering)];
  const isMoved = ({ span }: TextEdit): boolean => span.start >= block.start && span.start < block.end;
  const references = referenceEdits(model, plannedOutline(bound, { section, target, by, renumbering }));
  if (isInPlace) return [...headingEdits, ...references];
  const inside = [...headingEdits, ...references].filter(isMoved);
  const outside = [...headingEdits, ...references].filter((edit) => !isMoved(edit));
  const text = applyEdits(
    model.source.slice(block),
    inside.map((edit) => shifted(edit, block)),
  );
  return [...relocate({ text, target, removal, place }, bound), ...outside];
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

/** Numbers of the row after the move, where it counted before and would not any more. */
function renumberedRow(place: SectionPlace, moved: Section): Renumbering {
  const renumbered = new Map<Section, readonly number[]>();
  const isSibling = place.siblings.includes(moved);
  const rest = place.siblings.slice(0, place.index).filter((section) => section !== moved);
  const after = place.siblings.slice(place.index).filter((section) => section !== moved);
  const row = [...rest, moved, ...after].filter((section) => rowNumbers(section) !== undefined);
  const counted = place.siblings.filter((section) => rowNumbers(section) !== undefined);
  const first = counted[0] === undefined ? undefined : rowNumbers(counted[0]);
  if (first === undefined || !isSibling || isSequence(row) || !isSequence(counted)) return renumbered;
  const start = first.at(-1) ?? 1;
  row.forEach((section, index) => {
    const own = rowNumbers(section) ?? [];
    const now = [...first.slice(0, -1), start + index];
    if (own.join('.') !== now.join('.')) renumber(section, own, now, renumbered);
  });
  return renumbered;
}

function isSequence(row: readonly Section[]): boolean {
  const last = row.map((section) => rowNumbers(section)?.at(-1) ?? 0);
  return last.every((number, index) => index === 0 || number === (last[index - 1] ?? 0) + 1);
}

interface Plan {
  readonly section: Section;
  readonly target: number;
  readonly by: number;
  readonly renumbering: Renumbering;
}

function plannedOutline({ model }: BoundDocument, { section, target, by, renumbering }: Plan) {
  const isInside = (other: Section): boolean =>
    other.span.start >= section.span.start && other.span.start < section.span.end;
  const planned = (other: Section) => ({
    section: other,
    level: other.level + (isInside(other) ? by : 0),
    text: renumberedText(other, renumbering.get(other)),
  });
  const moved = model.sections.filter(isInside).map(planned);
  const rest = model.sections.filter((other) => !isInside(other));
  const before = rest.filter((other) => other.heading.span.start < target).map(planned);
  const after = rest.filter((other) => other.heading.span.start >= target).map(planned);
  return [...before, ...moved, ...after];
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
