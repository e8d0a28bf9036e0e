// Regions of a document that are written by this tool: what stands between an opening and a closing mark, and why a region
// is not written where its marks are wrong. What belongs into regions is decided elsewhere.
import { languageOf } from '../library/contextOf.ts';
import type { Comment, DocumentModel } from '../model/documentModel.ts';
import { isRegionMark, readMark } from '../regions/readMark.ts';
import { isEndMark } from '../template/annotations.ts';
import type { SourceText, Span } from '../sourceText.ts';
import type { FactRegion } from './documentFacts.ts';

interface Pair {
  readonly open: Comment;
  readonly close: Comment | undefined;
  /** Stands inside another region, or holds one. */
  readonly isNested: boolean;
}

/** In document order. Marks in code are none. */
export function readRegions(model: DocumentModel): readonly FactRegion[] {
  const { pairs, strays } = pairUp(model.comments);
  if (pairs.length === 0 && strays.length === 0) return [];
  const { source } = model;
  const gaps = gapsOf(model, pairs);
  const outside = languageIn(gaps, source);
  const style = linkStyleIn(gaps, model);
  const regions = pairs.map((pair): FactRegion => {
    const read = readMark(pair.open);
    const fault = faultOf(pair, source);
    const span = fault === undefined && pair.close ? between(pair.open, pair.close, source) : endOf(pair.open.span);
    return {
      generator: read.mark.generator ?? '',
      ...read,
      ...(fault && { fault }),
      markSpan: pair.open.span,
      span,
      text: source.slice(span),
      isClosed: pair.close !== undefined,
      language: read.mark.language ?? outside,
      lineEnding: source.lineEnding === '\r\n' ? '\r\n' : '\n',
      headingLevel: model.sections.findLast(({ heading }) => heading.span.end <= pair.open.span.start)?.level ?? 1,
      linkStyle: style,
    };
  });
  return [...regions, ...strays.map((end) => strayEnd(end, outside))].sort(
    (a, b) => a.markSpan.start - b.markSpan.start,
  );
}

interface OpenMark {
  readonly open: Comment;
  readonly parent: OpenMark | undefined;
  close: Comment | undefined;
  holds: boolean;
}

/** Like brackets: an end closes the last mark that is open. */
function pairUp(comments: readonly Comment[]): {
  readonly pairs: readonly Pair[];
  readonly strays: readonly Comment[];
} {
  const marks: OpenMark[] = [];
  const strays: Comment[] = [];
  let current: OpenMark | undefined;
  for (const comment of comments) {
    if (isRegionMark(comment)) {
      current = { open: comment, parent: current, close: undefined, holds: false };
      marks.push(current);
    } else if (isEndMark(comment)) {
      if (current === undefined) strays.push(comment);
      else current = closed(current, comment);
    }
  }
  const inside = new Set<OpenMark>();
  for (const mark of marks) {
    const { parent } = mark;
    if (parent !== undefined && (parent.close !== undefined || inside.has(parent))) inside.add(mark);
  }
  const pairs = marks.map((mark) => ({ open: mark.open, close: mark.close, isNested: mark.holds || inside.has(mark) }));
  return { pairs, strays };
}

/** The mark that is open after this one is closed. */
function closed(mark: OpenMark, close: Comment): OpenMark | undefined {
  mark.close = close;
  if (mark.parent !== undefined) mark.parent.holds = true;
  return mark.parent;
}

function faultOf({ open, close, isNested }: Pair, source: SourceText): FactRegion['fault'] | undefined {
  if (close === undefined) return 'unclosed';
  if (isNested) return 'nested';
  return standsAlone(open.span, source) && standsAlone(close.span, source) ? undefined : 'misplaced';
}

/** At the beginning of its line with nothing behind it: not in a list, a quote or a paragraph. */
function standsAlone(span: Span, source: SourceText): boolean {
  const first = source.lineSpan(source.lineAt(span.start)).start;
  const before = source.text.slice(first, span.start);
  const after = source.text.slice(span.end, source.lineSpan(source.lineAt(span.end)).end);
  return (before === '' || before === '\uFEFF') && after.trim() === '';
}

/** Whole lines from below the one mark to the other. */
function between(open: Comment, close: Comment, source: SourceText): Span {
  const start = source.lineStart(source.lineAt(open.span.end) + 1);
  const end = source.lineStart(source.lineAt(close.span.start));
  return { start: Math.min(start, end), end };
}

function endOf({ end }: Span): Span {
  return { start: end, end };
}

function strayEnd(end: Comment, language: 'zh' | 'en'): FactRegion {
  return {
    generator: '',
    mark: { where: {}, columns: [], groupBy: [], sort: [], facets: [], steps: [], hasHeadings: false },
    names: [],
    problems: [],
    fault: 'stray-end',
    markSpan: end.span,
    span: endOf(end.span),
    text: '',
    isClosed: false,
    language,
    lineEnding: '\n',
    headingLevel: 1,
    linkStyle: 'raw',
  };
}

/** What is outside of regions, in document order: what people wrote. */
function gapsOf({ source }: DocumentModel, pairs: readonly Pair[]): readonly Span[] {
  const gaps: Span[] = [];
  let at = 0;
  for (const { open, close } of pairs) {
    if (close === undefined || open.span.start < at) continue;
    gaps.push({ start: at, end: open.span.start });
    at = close.span.end;
  }
  return [...gaps, { start: at, end: source.text.length }];
}

/** Of what people wrote: what stands in regions must not decide how it is written. */
function languageIn(gaps: readonly Span[], source: SourceText): 'zh' | 'en' {
  return languageOf(gaps.map((gap) => source.slice(gap)).join(''));
}

/** As the document writes its other links to files with names that are not ASCII; raw where there are none. */
function linkStyleIn(gaps: readonly Span[], { blocks }: DocumentModel): FactRegion['linkStyle'] {
  let balance = 0;
  let index = 0;
  for (const { url, span } of blocks.links.toSorted((a, b) => a.span.start - b.span.start)) {
    while (index < gaps.length - 1 && (gaps[index]?.end ?? 0) <= span.start) index += 1;
    const gap = gaps[index] ?? { start: 0, end: 0 };
    if (gap.start <= span.start && span.end <= gap.end) balance += styleWeight(url);
  }
  return balance > 0 ? 'encoded' : 'raw';
}

function styleWeight(url: string): number {
  if (/^[a-z][a-z0-9+.-]*:|^#/i.test(url)) return 0;
  if (/%[89A-F][0-9A-F]/i.test(url)) return 1;
  return /[^\u0000-\u007F]/.test(url) ? -1 : 0;
}
