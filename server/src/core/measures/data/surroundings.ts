// What stands above a place: its headings and the label right before it.
import type { DocumentModel, Section } from '../../model/documentModel.ts';
import type { Span } from '../../sourceText.ts';

/** The innermost section that holds the offset; undefined above the first heading. */
export function sectionAt({ sections }: DocumentModel, offset: number): Section | undefined {
  const index = lastBefore(sections, offset, ({ span }) => span.start);
  return sections[index];
}

const titlesOf = new WeakMap<Section, readonly string[]>();
const noTitles: readonly string[] = [];

/**
 * Names of the headings above an offset, the nearest first, without the title of the document. The same array for all
 * places of one section.
 */
export function titlesAbove(model: DocumentModel, offset: number): readonly string[] {
  const innermost = sectionAt(model, offset);
  if (innermost === undefined) return noTitles;
  const known = titlesOf.get(innermost);
  if (known !== undefined) return known;
  const titles: string[] = [];
  for (let section: Section | undefined = innermost; section !== undefined; section = section.parent) {
    if (section !== model.title) titles.push(section.heading.identity.name);
  }
  titlesOf.set(innermost, titles);
  return titles;
}

/** The paragraph that ends right above the offset, where it is short enough to be a label; else nothing. */
export function labelAbove(model: DocumentModel, offset: number): string {
  const { paragraphs } = model.blocks;
  const paragraph = paragraphs[lastBefore(paragraphs, offset - 1, ({ span }) => span.start)];
  if (paragraph === undefined || paragraph.span.end > offset || paragraph.text.length > 80) return '';
  const between: Span = { start: paragraph.span.end, end: offset };
  // Only blanks and marks of quotes and lists lie between.
  return between.end - between.start <= 20 && !/[^\s>*-]/.test(model.source.slice(between)) ? paragraph.text : '';
}

function lastBefore<T>(items: readonly T[], offset: number, startOf: (item: T) => number): number {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
