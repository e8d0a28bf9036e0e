// Where a section belongs in a document, and where the content before that place ends. Reads only; builds no edits.
import type { BoundDocument, SectionBinding } from '../binding/boundDocument.ts';
import type { DocumentModel, Section } from '../model/documentModel.ts';
import type { SectionSpec } from '../template/template.ts';

export interface SectionPlace {
  /** Sections among which it is to stand, in document order. */
  readonly siblings: readonly Section[];
  /** Index among them. */
  readonly index: number;
  readonly level: number;
  readonly owner?: SectionBinding;
}

/** The place of a section by the order of the template. `owner`: the binding that it belongs into; absent for outer ones. */
export function placeOf(spec: SectionSpec, owner: SectionBinding | undefined, bound: BoundDocument): SectionPlace {
  const specs = owner?.spec.children ?? bound.template.sections;
  const rank = specs.indexOf(spec);
  const fixed = (owner?.children ?? bound.bindings).filter(
    (binding) => binding.placement === 'in-order' && binding.spec !== spec && isAtHome(binding, owner),
  );
  const before = fixed.filter((binding) => specs.indexOf(binding.spec) < rank).at(-1);
  const after = fixed.find((binding) => specs.indexOf(binding.spec) > rank);
  const neighbor = before ?? after;
  const siblings = siblingsOf(neighbor?.section, owner, bound.model);
  const level = neighbor?.section.level ?? levelInside(owner, siblings, spec);
  const index = indexAmong(siblings, {
    before: before && siblings.indexOf(before.section),
    after: after && siblings.indexOf(after.section),
    isNearerAfter: isNearerToNext(specs, rank, { before, after }),
    toc: bound.model.toc === undefined ? -1 : siblings.indexOf(bound.model.toc.section),
  });
  return { siblings, index, level, ...(owner === undefined ? {} : { owner }) };
}

interface Neighbors {
  /** The nearest sections of the document that the template has before and after the wanted one. */
  readonly before: SectionBinding | undefined;
  readonly after: SectionBinding | undefined;
}

/**
 * Between two sections that the template knows stand others that it does not. The wanted section goes to the one from
 * which fewer other demands part it; the ends of the row count as sections, and the last demand closes the row.
 */
function isNearerToNext(specs: readonly SectionSpec[], rank: number, { before, after }: Neighbors): boolean {
  const demands = (from: number, to: number): number => specs.slice(from, to).filter((spec) => spec.required).length;
  const toPrevious = demands(before === undefined ? 0 : specs.indexOf(before.spec) + 1, rank);
  const toNext = demands(rank + 1, after === undefined ? specs.length : specs.indexOf(after.spec));
  const isLast = demands(rank + 1, specs.length) === 0;
  return toNext < toPrevious || (toNext === toPrevious && isLast);
}

interface Room {
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly isNearerAfter: boolean;
  readonly toc: number;
}

function indexAmong(siblings: readonly Section[], { before, after, isNearerAfter, toc }: Room): number {
  if (isNearerAfter) return after === undefined ? siblings.length : Math.max(0, after);
  return before === undefined ? toc + 1 : before + 1;
}

function levelInside(owner: SectionBinding | undefined, siblings: readonly Section[], spec: SectionSpec): number {
  return siblings[0]?.level ?? (owner === undefined ? spec.level : owner.section.level + 1);
}

function isAtHome(binding: SectionBinding, owner: SectionBinding | undefined): boolean {
  return owner === undefined || binding.section.parent === owner.section;
}

function siblingsOf(
  neighbor: Section | undefined,
  owner: SectionBinding | undefined,
  model: DocumentModel,
): readonly Section[] {
  if (neighbor !== undefined) return neighbor.parent?.children ?? model.topSections;
  if (owner !== undefined) return owner.section.children;
  return model.title === undefined ? model.topSections : model.title.children;
}

/** The section before a place; undefined where it would be the first. */
export function sectionBefore(place: SectionPlace): Section | undefined {
  return place.siblings[place.index - 1];
}

/** Offset at which text for the place is to be inserted: right after the last content before it. */
export function offsetOf(place: SectionPlace, model: DocumentModel): number {
  const before = sectionBefore(place);
  if (before !== undefined) return contentEnd(model, before.span.end);
  const after = place.siblings[place.index];
  if (after !== undefined) return contentEnd(model, after.span.start);
  return contentEnd(model, place.owner?.section.span.end ?? model.source.text.length);
}

/**
 * End of the content before `end`: blank lines and the rules between sections stay behind it, and so do the metadata at
 * the end of the document with whatever follows them. Never before the byte order mark.
 */
export function contentEnd(model: DocumentModel, end: number): number {
  const { source } = model;
  const from = end < source.text.length ? end : tailStart(model);
  let line = source.lineAt(from);
  if (source.lineStart(line) === from) line -= 1;
  for (; line >= 0; line--) {
    const text = lineWithoutMark(source.lineText(line));
    const isGap = text === '' || (isRule(text) && (line === 0 || lineWithoutMark(source.lineText(line - 1)) === ''));
    if (!isGap) return Math.min(end, source.lineSpan(line).end);
  }
  return source.hasByteOrderMark ? 1 : 0;
}

/** Where the metadata at the end of the document begin, with the heading of a section that holds nothing else. */
function tailStart(model: DocumentModel): number {
  const { source } = model;
  const tail = model.metadata.find((block) => block.place === 'tail');
  if (tail === undefined) return source.text.length;
  const section = model.sections.findLast(({ heading }) => heading.span.start < tail.span.start);
  const start = leadStart(model, source.lineAt(tail.span.start));
  const isAlone = section !== undefined && source.text.slice(section.heading.span.end, start).trim() === '';
  return isAlone && section !== model.title ? section.span.start : start;
}

/** Start of a line, or of the bold line right before it that announces it: **案例信息**. */
function leadStart({ source }: DocumentModel, line: number): number {
  let before = line - 1;
  while (before >= 0 && source.lineText(before).trim() === '') before -= 1;
  const isLead = before >= 0 && /^\*\*[^*]{1,80}\*\*[:：]?$/.test(source.lineText(before).trim());
  return source.lineStart(isLead ? before : line);
}

/** Whether most gaps between these sections hold a thematic break. */
export function hasRules(siblings: readonly Section[], model: DocumentModel): boolean {
  const gaps = siblings
    .slice(1)
    .map((section) => model.source.text.slice(contentEnd(model, section.span.start), section.span.start));
  const ruled = gaps.filter((gap) => gap.split(/\r\n|\n|\r/).some((line) => isRule(line.trim())));
  return gaps.length > 0 && ruled.length * 2 >= gaps.length;
}

function isRule(text: string): boolean {
  return /^(?:-{3,}|\*{3,}|_{3,})$/.test(text);
}

function lineWithoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '').trim();
}

/** Whether text at an offset would be swallowed by a code block that is never closed. */
export function isSwallowed(model: DocumentModel, offset: number): boolean {
  return model.problems.some((problem) => problem.kind === 'fence-unclosed' && problem.span.start < offset);
}
