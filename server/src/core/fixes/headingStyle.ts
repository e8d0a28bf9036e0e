// Writes headings the way a document writes its own: emoji, way of numbering, the number in the row. Reads only.
import { formatOrdinal } from '../model/headingIdentity.ts';
import type { Ordinal, Section } from '../model/documentModel.ts';
import type { SectionSpec } from '../template/template.ts';

/** New numbers of headings that stay. */
export type Renumbering = ReadonlyMap<Section, readonly number[]>;

/** One of the siblings as they will be: a section that is there, or a spec that is to be inserted. */
export type RowEntry = { readonly section: Section } | { readonly spec: SectionSpec };

export interface StyledRow {
  /** Numbers of the new entries, by index in the row; absent for unnumbered ones. */
  readonly numbers: ReadonlyMap<number, readonly number[]>;
  /** Plain heading texts of the new entries, by index in the row. */
  readonly texts: ReadonlyMap<number, string>;
  /** What stands before the names of the new entries, without emoji, by index in the row; empty for unnumbered ones. */
  readonly prefixes: ReadonlyMap<number, string>;
  readonly renumbered: Renumbering;
}

const rowStyles: ReadonlySet<string> = new Set<Ordinal['style']>([
  'decimal',
  'dotted',
  'chinese',
  'chinese-bracket',
  'part',
  'chapter',
  'keycap',
]);

/**
 * Headings of the new entries, and new numbers of those after them, beside those that are `known` already.
 * `siblingSpecs`: the template's own row.
 */
export function styleRow(
  row: readonly RowEntry[],
  siblingSpecs: readonly SectionSpec[],
  known: Renumbering = new Map(),
): StyledRow {
  const withEmoji = usesEmoji(row.flatMap((entry) => ('section' in entry ? [entry.section] : [])));
  const counter = new RowCounter(known);
  const numbers = new Map<number, readonly number[]>();
  const texts = new Map<number, string>();
  const prefixes = new Map<number, string>();
  row.forEach((entry, index) => {
    if ('section' in entry) {
      counter.pass(entry.section);
      return;
    }
    const pattern = patternFor(entry.spec, row, index, siblingSpecs);
    const own = pattern && counter.next(pattern, row.slice(index));
    if (own !== undefined) numbers.set(index, own);
    prefixes.set(index, prefixLike(pattern, own));
    texts.set(index, headingText(entry.spec, { numbers: own, pattern, withEmoji }));
  });
  return { numbers, texts, prefixes, renumbered: counter.renumbered };
}

/** Walks along a row of siblings and gives each new heading the next number, and those after it the ones that follow. */
class RowCounter {
  readonly renumbered: Map<Section, readonly number[]>;
  /** The last numbers as they will be, and the last one as it is written now. */
  #previous: readonly number[] | undefined;
  #written: number | undefined;
  #isShifting = false;

  constructor(known: Renumbering) {
    this.renumbered = new Map(known);
  }

  pass(section: Section): void {
    const own = this.#numbersOf(section);
    if (own === undefined) return;
    const last = own.at(-1) ?? 0;
    // A row that did not count before (1, 1, 2) is left as it is.
    const isCounting = this.#written === undefined || last === this.#written + 1;
    this.#isShifting &&= isCounting && own.length === this.#previous?.length;
    const next = (this.#previous?.at(-1) ?? 0) + 1;
    const now = this.#isShifting ? [...own.slice(0, -1), Math.max(last, next)] : own;
    if (now.at(-1) !== last) renumber(section, own, now, this.renumbered);
    this.#written = last;
    this.#previous = now;
  }

  /** `rest`: the row from the new heading on. */
  next(pattern: Section, rest: readonly RowEntry[]): readonly number[] {
    const like = this.#numbersOf(pattern) ?? [1];
    this.#previous = this.#previous === undefined ? firstNumbers(like, rest) : increased(like, this.#previous);
    this.#isShifting = true;
    return this.#previous;
  }

  #numbersOf(section: Section): readonly number[] | undefined {
    return this.renumbered.get(section) ?? rowNumbers(section);
  }
}

function increased(like: readonly number[], previous: readonly number[]): readonly number[] {
  return [...like.slice(0, -1), (previous.at(-1) ?? 0) + 1];
}

/** Before the first numbered sibling: as many numbers before it as there are new headings, but never below 1. */
function firstNumbers(like: readonly number[], rest: readonly RowEntry[]): readonly number[] {
  const first = rest.findIndex((entry) => 'section' in entry && rowNumbers(entry.section) !== undefined);
  return [...like.slice(0, -1), Math.max(1, (like.at(-1) ?? 1) - Math.max(1, first))];
}

/** How a new heading is written. */
export interface HeadingStyle {
  readonly numbers: readonly number[] | undefined;
  /** A numbered heading to write like. */
  readonly pattern: Section | undefined;
  readonly withEmoji: boolean;
}

export function headingText(spec: SectionSpec, { numbers, pattern, withEmoji }: HeadingStyle): string {
  const emoji = withEmoji && spec.emoji !== undefined ? `${spec.emoji} ` : '';
  const prefix = prefixLike(pattern, numbers);
  return emoji + (prefix === '' ? labelled(spec) : prefix + spec.name);
}

/** Ordinal and gap, written like those of another heading. */
function prefixLike(pattern: Section | undefined, numbers: readonly number[] | undefined): string {
  const ordinal = pattern?.heading.identity.ordinal;
  if (ordinal === undefined || pattern === undefined || numbers === undefined) return '';
  return formatOrdinal(ordinal, numbers) + gapOf(pattern);
}

/** The heading as the template writes it, with other last number for a copy (`copy` from 0). */
export function ownHeading(spec: SectionSpec, copy = 0): string {
  const { ordinal, name } = spec;
  const emoji = spec.emoji === undefined ? '' : `${spec.emoji} `;
  if (ordinal === undefined || ordinal.style === 'labelled') return emoji + labelled(spec);
  const last = ordinal.numbers.at(-1) ?? 1;
  const number = formatOrdinal(ordinal, [...ordinal.numbers.slice(0, -1), last + copy]);
  return emoji + (/[\s：:、）)]$/.test(number) ? number : `${number} `) + name;
}

/** 方案1：… keeps its label, whatever the document's way of numbering. */
function labelled(spec: SectionSpec): string {
  const { ordinal, name } = spec;
  if (ordinal?.style !== 'labelled') return name;
  const raw = formatOrdinal(ordinal, ordinal.numbers.length > 0 ? ordinal.numbers : [1]);
  if (name === ordinal.label) return raw.replace(/[\s：:、]+$/, '');
  return /[\s：:、]$/.test(raw) ? raw + name : `${raw}：${name}`;
}

/** Whether at least half of the headings begin with an emoji. */
export function usesEmoji(sections: readonly Section[]): boolean {
  const withEmoji = sections.filter((section) => section.heading.identity.emoji !== undefined);
  return withEmoji.length > 0 && withEmoji.length * 2 >= sections.length;
}

/** Numbers of a heading that is one of a row; undefined for unnumbered ones and for labels such as 方案1. */
export function rowNumbers(section: Section): readonly number[] | undefined {
  const { ordinal } = section.heading.identity;
  if (ordinal === undefined || ordinal.numbers.length === 0 || !rowStyles.has(ordinal.style)) return undefined;
  return ordinal.numbers;
}

/** The numbered neighbor that a new heading is numbered like; undefined where it is not to be numbered. */
function patternFor(
  spec: SectionSpec,
  row: readonly RowEntry[],
  index: number,
  siblingSpecs: readonly SectionSpec[],
): Section | undefined {
  const isNumbered = siblingSpecs.some((other) => other.ordinal !== undefined);
  if (spec.ordinal === undefined && isNumbered) return undefined;
  const before = nearestSection(row.slice(0, index).reverse());
  if (before !== undefined && rowNumbers(before) !== undefined) return before;
  const after = nearestSection(row.slice(index + 1));
  if (after === undefined || rowNumbers(after) === undefined) return undefined;
  // After an unnumbered sibling (概述) the row has not begun; the template says whether this one is of the row.
  return before === undefined || spec.ordinal !== undefined ? after : undefined;
}

function nearestSection(entries: readonly RowEntry[]): Section | undefined {
  for (const entry of entries) if ('section' in entry) return entry.section;
  return undefined;
}

/** What stands between the ordinal and the name, without an emoji. */
function gapOf(section: Section): string {
  const { identity, text } = section.heading;
  const gap = text.slice(identity.ordinal?.end ?? 0, identity.nameStart);
  return gap.trim() === '' ? gap : ' ';
}

/** Gives a heading new numbers, and the headings below it that carry its number. */
export function renumber(
  section: Section,
  before: readonly number[],
  after: readonly number[],
  into: Map<Section, readonly number[]>,
): void {
  into.set(section, after);
  const visit = (child: Section): void => {
    const own = into.get(child) ?? rowNumbers(child);
    if (own !== undefined && own.length > before.length && before.every((number, index) => own[index] === number)) {
      into.set(child, [...after, ...own.slice(before.length)]);
    }
    child.children.forEach(visit);
  };
  section.children.forEach(visit);
}

/** Plain text of a heading with other numbers. */
export function renumberedText(section: Section, numbers: readonly number[] | undefined): string {
  const { text, identity } = section.heading;
  const { ordinal } = identity;
  if (numbers === undefined || ordinal === undefined) return text;
  return text.slice(0, ordinal.start) + formatOrdinal(ordinal, numbers) + text.slice(ordinal.end);
}
