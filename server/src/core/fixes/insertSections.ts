// Edits that insert sections which the template demands, in the document's own style (decision 009). Builds edits only.
import type { BoundDocument, SectionBinding } from '../binding/boundDocument.ts';
import type { TextEdit } from '../finding.ts';
import type { DocumentModel, Section } from '../model/documentModel.ts';
import { formatOrdinal } from '../model/headingIdentity.ts';
import type { SectionSpec } from '../template/template.ts';
import {
  headingText,
  renumberedText,
  rowNumbers,
  styleRow,
  usesEmoji,
  type Renumbering,
  type RowEntry,
} from './headingStyle.ts';
import { ordinalEdits, referenceEdits, type PlannedHeading } from './outlineEdits.ts';
import { hasRules, isSwallowed, offsetOf, placeOf, type SectionPlace } from './sectionPlace.ts';

/** A section that is missing, and the binding that it belongs into (absent for outer sections). */
export interface MissingSection {
  readonly spec: SectionSpec;
  readonly owner?: SectionBinding;
}

/** The words under a heading that is still to be written; section-unwritten knows them. */
const standIn = { zh: '待补充', en: 'TODO' } as const;
const LONGEST_GUIDANCE = 600;
const DEEPEST_LEVEL = 6;

interface Placed extends MissingSection {
  readonly place: SectionPlace;
  readonly offset: number;
}

interface NewHeading {
  readonly level: number;
  readonly text: string;
  readonly spec: SectionSpec;
}

interface Insertion {
  readonly offset: number;
  readonly place: SectionPlace;
  readonly headings: readonly NewHeading[];
}

/**
 * Edits that insert the sections, given in template order. Empty where no place is safe, e.g. behind a code block that
 * is never closed. Headings after the new ones are renumbered where they count.
 */
export function insertSections(missing: readonly MissingSection[], bound: BoundDocument): readonly TextEdit[] {
  const { model } = bound;
  const placed = missing
    .flatMap((each) => Array.from({ length: Math.max(1, each.spec.repeat.min) }, () => each))
    .map((each): Placed => {
      const place = placeOf(each.spec, each.owner, bound);
      return { ...each, place, offset: offsetOf(place, model) };
    })
    .filter(({ offset }) => !isSwallowed(model, offset));
  let renumbered: Renumbering = new Map();
  const insertions: Insertion[] = [];
  // Outer rows first: an inner heading carries the number of the one above it.
  for (const row of rowsOf(placed).toSorted((a, b) => (a[0]?.place.level ?? 0) - (b[0]?.place.level ?? 0))) {
    const styled = styleOf(row, bound, renumbered);
    renumbered = styled.renumbered;
    insertions.push(...styled.insertions);
  }
  // At one offset inner sections come before outer ones: the outer one begins what follows.
  insertions.sort((a, b) => a.offset - b.offset || b.place.level - a.place.level);
  if (insertions.length === 0) return [];
  return [
    ...textEdits(insertions, bound),
    ...ordinalEdits(model, renumbered),
    ...referenceEdits(model, plannedOutline(model, insertions, renumbered)),
  ];
}

function rowsOf(placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const rows = new Map<readonly Section[], Placed[]>();
  for (const each of placed) {
    const row = rows.get(each.place.siblings);
    if (row === undefined) rows.set(each.place.siblings, [each]);
    else row.push(each);
  }
  return [...rows.values()];
}

function styleOf(
  placed: readonly Placed[],
  { model, template }: BoundDocument,
  known: Renumbering,
): { readonly insertions: readonly Insertion[]; readonly renumbered: Renumbering } {
  const first = placed[0];
  if (first === undefined) return { insertions: [], renumbered: known };
  const { siblings } = first.place;
  const row: RowEntry[] = [];
  const indexOfPlaced = new Map<number, Placed>();
  for (let index = 0; index <= siblings.length; index++) {
    for (const each of placed) {
      if (each.place.index !== index) continue;
      indexOfPlaced.set(row.length, each);
      row.push({ spec: each.spec });
    }
    const section = siblings[index];
    if (section !== undefined && section !== model.toc?.section) row.push({ section });
  }
  const styled = styleRow(row, first.owner?.spec.children ?? template.sections, known);
  const insertions = [...indexOfPlaced].map(([index, { spec, place, offset }]): Insertion => {
    const own = { level: place.level, text: styled.texts.get(index) ?? spec.name, spec };
    return { offset, place, headings: [own, ...innerHeadings(own, styled.numbers.get(index), siblings)] };
  });
  return { insertions, renumbered: styled.renumbered };
}

/** Headings below a new one, written like those below its siblings. */
function innerHeadings(
  parent: NewHeading,
  numbers: readonly number[] | undefined,
  siblings: readonly Section[],
): readonly NewHeading[] {
  if (parent.level >= DEEPEST_LEVEL) return [];
  const models = siblings.flatMap((section) => section.children);
  const numbered = models.filter((section) => rowNumbers(section) !== undefined);
  const pattern = numbered.length * 2 > models.length ? numbered[0] : undefined;
  const isNested = pattern !== undefined && (rowNumbers(pattern)?.length ?? 0) > 1;
  const copies = parent.spec.children
    .filter((child) => child.required)
    .flatMap((child) => Array.from({ length: Math.max(1, child.repeat.min) }, (_, copy) => ({ child, copy })));
  return copies.flatMap(({ child, copy }, index) => {
    const own = isNested ? numbers && [...numbers, index + 1] : [index + 1];
    const style = { numbers: pattern && own, pattern, withEmoji: usesEmoji(models) };
    const text = headingText(numberedCopy(child, copy), style);
    const heading = { level: parent.level + 1, text, spec: child };
    return [heading, ...innerHeadings(heading, own, models)];
  });
}

/** The second copy of 方案1：… is 方案2：…. */
function numberedCopy(spec: SectionSpec, copy: number): SectionSpec {
  const { ordinal } = spec;
  if (copy === 0 || ordinal?.style !== 'labelled') return spec;
  const numbers = [(ordinal.numbers[0] ?? 1) + copy];
  return { ...spec, ordinal: { ...ordinal, numbers, raw: formatOrdinal(ordinal, numbers) } };
}

// ---- text

function textEdits(insertions: readonly Insertion[], bound: BoundDocument): readonly TextEdit[] {
  const texts = new Map<number, string>();
  for (const insertion of insertions) {
    texts.set(insertion.offset, (texts.get(insertion.offset) ?? '') + wrapped(insertion, bound));
  }
  return [...texts].map(([offset, newText]) => ({ span: { start: offset, end: offset }, newText }));
}

function wrapped({ offset, place, headings }: Insertion, { model, template }: BoundDocument): string {
  const eol = model.source.lineEnding;
  const text = headings
    .map((heading, index) => blockOf(heading, isLeaf(headings, index) ? standIn[template.language] : undefined, eol))
    .join(eol + eol);
  const isAtStart = model.source.text.slice(0, offset).replace('\uFEFF', '').trim() === '';
  if (isAtStart) return text + eol + eol;
  return eol + eol + (hasRules(place.siblings, model) ? `---${eol}${eol}` : '') + text;
}

function isLeaf(headings: readonly NewHeading[], index: number): boolean {
  return (headings[index + 1]?.level ?? 0) <= (headings[index]?.level ?? 0);
}

function blockOf({ level, text, spec }: NewHeading, words: string | undefined, eol: string): string {
  const guidance = guidanceOf(spec);
  const parts = [`${'#'.repeat(level)} ${text}`, guidance && `<!-- ${guidance} -->`, words];
  return parts
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n')
    .replace(/\r\n|\n|\r/g, eol);
}

/** What the template says about the section, as the inside of a comment. */
function guidanceOf(spec: SectionSpec): string {
  const text = spec.guidance
    .replace(/<!--|--!?>/g, '')
    .replace(/--+/g, '—')
    .replace(/\n\s*\n/g, '\n')
    .trim();
  return text.length > LONGEST_GUIDANCE ? `${text.slice(0, LONGEST_GUIDANCE).trimEnd()}…` : text;
}

function plannedOutline(
  model: DocumentModel,
  insertions: readonly Insertion[],
  renumbered: Renumbering,
): readonly PlannedHeading[] {
  const plan: PlannedHeading[] = [];
  const pending = [...insertions];
  const flush = (before: number): void => {
    while (pending[0] !== undefined && pending[0].offset <= before) {
      plan.push(...(pending.shift()?.headings ?? []).map(({ level, text }) => ({ level, text })));
    }
  };
  for (const section of model.sections) {
    flush(section.heading.span.start);
    plan.push({ section, level: section.level, text: renumberedText(section, renumbered.get(section)) });
  }
  flush(Infinity);
  return plan;
}
