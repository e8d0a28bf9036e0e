// Parts of a document that are about one thing: sections by the words of their headings, and what stands under a label in
// bold. A heading with nothing or a slogan under it is no topic.
import type { CodeBlock, DocumentModel, Section, Table } from '../../model/documentModel.ts';
import type { Span } from '../../sourceText.ts';
import { isApparatus } from './apparatus.ts';
import { isPlainBlock } from './codeUnits.ts';
import { firstFrom } from './ordered.ts';
import { textUnits, unitsIn, unitsWith, type TextUnit } from './textUnits.ts';

export interface Topic {
  /** Words of the heading (without number and emoji) or of the label. */
  readonly title: string;
  /** From its heading or label to its last content, subsections included. */
  readonly span: Span;
  readonly section?: Section;
  /** Pieces inside it, without the label itself. */
  readonly units: readonly TextUnit[];
  readonly substance: Substance;
}

/** How much there is, code and figures apart from text. */
export interface Substance {
  /** 字 of sentences, items and rows; see TextUnit.size. */
  readonly size: number;
  readonly items: number;
  readonly rows: number;
  readonly figureLines: number;
  readonly codeBlocks: number;
  /** Lines between the fences of code, blank ones too. */
  readonly codeLines: number;
}

const LEAST_SIZE = 20;
const LEAST_LINES = 3;
/** More labels about one thing are no labels. */
const MAXIMUM_LABELS = 100;

/** More than a slogan: a sentence or two, two items or rows, a drawing, or code of three lines. */
export function hasSubstance({ size, items, rows, figureLines, codeLines }: Substance): boolean {
  if (figureLines >= LEAST_LINES || codeLines >= LEAST_LINES) return true;
  return size >= LEAST_SIZE || (size > 0 && (items >= 2 || rows >= 2));
}

/** What stands in `span`. */
export function substanceOf(model: DocumentModel, span: Span): Substance {
  return measure(unitsIn(model, span), codeIn(model, span), model);
}

/** Sections with substance whose heading (below the title) matches, outermost only. */
export function sectionsAbout(model: DocumentModel, words: RegExp): readonly Topic[] {
  const topics: Topic[] = [];
  let end = 0;
  for (const section of model.sections) {
    if (section.span.start < end) continue;
    if (isApparatus(section) || model.toc?.section === section) {
      end = section.span.end;
      continue;
    }
    if (section.level === 1 || !words.test(section.heading.identity.name)) continue;
    const topic = topicOf(section, model);
    if (!hasSubstance(topic.substance)) continue;
    topics.push(topic);
    end = section.span.end;
  }
  return topics;
}

/** Sections as `sectionsAbout`, and what stands under labels that match elsewhere, in document order. */
export function topicsAbout(model: DocumentModel, words: RegExp): readonly Topic[] {
  const sections = sectionsAbout(model, words);
  const isCovered = coveredBy(sections.map((topic) => topic.span));
  const labels = unitsWith(model, words, LABELS)
    .filter((unit) => !isCovered(unit.span.start))
    .slice(0, MAXIMUM_LABELS);
  const groups = labels.flatMap((label) => groupUnder(model, label) ?? []);
  return [...sections, ...groups].sort((a, b) => a.span.start - b.span.start);
}

/** Tables with rows whose header cells match, outside contents, metadata and references. */
export function tablesAbout(model: DocumentModel, words: RegExp): readonly Table[] {
  return model.blocks.tables.filter(
    ({ header, span }) => header.some((cell) => words.test(cell.text)) && unitsIn(model, span).length > 0,
  );
}

const LABELS: ReadonlySet<TextUnit['kind']> = new Set<TextUnit['kind']>(['label']);

function topicOf(section: Section, model: DocumentModel): Topic {
  const units = unitsIn(model, section.span);
  const code = codeIn(model, section.span);
  const end = Math.max(section.heading.span.end, units.at(-1)?.span.end ?? 0, code.at(-1)?.span.end ?? 0);
  return {
    title: section.heading.identity.name,
    span: { start: section.heading.span.start, end },
    section,
    units,
    substance: measure(units, code, model),
  };
}

/** What follows the label up to the next label beside it or the next heading. */
function groupUnder(model: DocumentModel, label: TextUnit): Topic | undefined {
  const all = textUnits(model);
  const units: TextUnit[] = [];
  for (let index = all.indexOf(label) + 1; index < all.length; index++) {
    const unit = all[index];
    if (unit === undefined || unit.section !== label.section) break;
    if (unit.kind === 'label' && unit.label === label.label) break;
    units.push(unit);
  }
  const start = label.span.end;
  const next = all[all.indexOf(label) + 1 + units.length];
  const until = Math.min(nextHeading(model, start), next?.span.start ?? Number.POSITIVE_INFINITY);
  const code = codeIn(model, { start, end: until });
  const substance = measure(units, code, model);
  if (!hasSubstance(substance)) return undefined;
  const end = Math.max(start, units.at(-1)?.span.end ?? 0, code.at(-1)?.span.end ?? 0);
  return { title: label.text, span: { start: label.span.start, end }, units, substance };
}

function nextHeading({ sections, source }: DocumentModel, offset: number): number {
  return sections[firstFrom(sections, offset)]?.span.start ?? source.text.length;
}

function measure(units: readonly TextUnit[], code: readonly CodeBlock[], model: DocumentModel): Substance {
  const count = (kind: TextUnit['kind']): number => units.filter((unit) => unit.kind === kind && unit.size > 0).length;
  const running = units.filter(({ kind }) => kind === 'sentence' || kind === 'item' || kind === 'row');
  const figureLines = count('figure');
  const blocks = code.filter((block) => !isPlainBlock(block));
  return {
    size: running.reduce((sum, unit) => sum + unit.size, 0),
    items: count('item'),
    rows: count('row'),
    figureLines,
    codeBlocks: blocks.length,
    codeLines: blocks.reduce((sum, block) => sum + linesOf(block, model), 0),
  };
}

function linesOf({ contentSpan: { start, end } }: CodeBlock, { source }: DocumentModel): number {
  return end > start ? source.lineAt(end) - source.lineAt(start) + 1 : 0;
}

function codeIn({ blocks }: DocumentModel, span: Span): readonly CodeBlock[] {
  return blocks.code.slice(firstFrom(blocks.code, span.start), firstFrom(blocks.code, span.end));
}

/** Whether an offset lies in one of the spans (sorted, apart); asked with growing offsets only. */
function coveredBy(spans: readonly Span[]): (offset: number) => boolean {
  let index = 0;
  return (offset) => {
    while (index < spans.length && (spans[index]?.end ?? 0) <= offset) index += 1;
    return (spans[index]?.start ?? Number.POSITIVE_INFINITY) <= offset;
  };
}
