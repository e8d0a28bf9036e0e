// Comment threads of a record, and where each of them belongs in the document as it is now. A comment is anchored to words,
// never to a line number, so that it survives edits above and inside and follows a renamed section.
import { distance } from 'fastest-levenshtein';
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { Message } from '../finding.ts';
import { identifyHeading } from '../model/headingIdentity.ts';
import type { SourceText, Span } from '../sourceText.ts';
import type { CommentAnchor, ReviewEvent, ReviewRecord } from './reviewRecord.ts';

export interface CommentThread {
  readonly id: string;
  /** Absent: the document as a whole. */
  readonly anchor?: CommentAnchor;
  readonly comments: readonly CommentEvent[];
  readonly isResolved: boolean;
}

export type CommentEvent = Extract<ReviewEvent, { kind: 'comment' }>;

/** In the order in which they were begun. What resolves a thread that is not there is left out. */
export function threadsOf({ events }: Pick<ReviewRecord, 'events'>): readonly CommentThread[] {
  const threads = new Map<string, CommentThread>();
  for (const event of events) {
    if (event.kind === 'comment') {
      const before = threads.get(event.thread);
      const anchor = before?.anchor ?? event.anchor;
      threads.set(event.thread, {
        id: event.thread,
        ...(anchor && { anchor }),
        comments: [...(before?.comments ?? []), event],
        isResolved: before?.isResolved ?? false,
      });
    } else if (event.kind === 'resolve' || event.kind === 'unresolve') {
      const before = threads.get(event.thread);
      if (before !== undefined) threads.set(event.thread, { ...before, isResolved: event.kind === 'resolve' });
    }
  }
  return [...threads.values()];
}

/** What anchors are looked up in: the text with the facts that were read from it. */
export interface AnchorGround {
  /** Absent: sections are found, lines are not. */
  readonly source?: SourceText;
  readonly facts: Pick<DocumentFacts, 'headings' | 'prints' | 'title' | 'sizes'>;
}

export interface AnchorPlace {
  /** A line without its blanks, a heading, or the title. */
  readonly span: Span;
  /** `moved`: its section is called otherwise, or its line stands in another one. */
  readonly kind: 'found' | 'moved' | 'line-lost' | 'lost';
  /** Position in the headings; -1 above the first heading. */
  readonly heading: number;
  /** Why it stands there; absent where it is found. */
  readonly note?: Message;
}

const LONGEST_LINE = 300;
/** Shorter lines stand in many places. */
const TELLING_LINE = 8;
const MOST_COMPARED = 2_000;

/** The anchor of a line, or of the section that it stands in. @param isWhole the section as a whole */
export function anchorOf(line: number, { source, facts }: Required<AnchorGround>, isWhole = false): CommentAnchor {
  const section = facts.headings.findLastIndex(({ span }) => source.lineAt(span.start) <= line);
  const heading = facts.headings[section];
  const print = facts.prints[section + 1] ?? '';
  const isHeading = heading !== undefined && source.lineAt(heading.span.start) === line;
  const text = isWhole || isHeading ? '' : source.lineText(line).trim().slice(0, LONGEST_LINE);
  const words = text === '' ? {} : { line: text, ...nthOf(text, { line, section }, { source, facts }) };
  if (heading === undefined) return { section: '', heading: '', print, ...words };
  const occurrence = facts.headings.filter(({ key }) => key === heading.key).indexOf(heading);
  return { section: heading.key, heading: heading.text, ...(occurrence > 0 && { occurrence }), print, ...words };
}

function nthOf(
  text: string,
  { line, section }: { readonly line: number; readonly section: number },
  ground: Required<AnchorGround>,
): Pick<CommentAnchor, 'nth'> {
  const start = ground.source.lineStart(line);
  const nth = linesOf(section, ground).filter((each) => each.text === text && each.span.start < start).length;
  return nth > 0 ? { nth } : {};
}

/** Always a place: the title where everything else is gone. */
export function placeOf(anchor: CommentAnchor | undefined, ground: AnchorGround): AnchorPlace {
  const title = titleSpan(ground);
  if (anchor === undefined) return { span: title, kind: 'found', heading: -1 };
  const found = sectionOf(anchor, ground);
  if (found === undefined) {
    const elsewhere = lineElsewhere(anchor, undefined, ground);
    if (elsewhere !== undefined) return elsewhere;
    return {
      span: title,
      kind: 'lost',
      heading: -1,
      note: { key: 'review-comment.lost', args: { heading: anchor.heading } },
    };
  }
  const { section, isRenamed } = found;
  const place = inSection(anchor, section, ground);
  if (!isRenamed || place.kind !== 'found') return place;
  const note: Message = { key: 'review-comment.renamed', args: { heading: anchor.heading } };
  return { ...place, kind: 'moved', note };
}

// ---- sections

/** By name, of several by what it says; else a section that says the same; else one with a name much like it. */
function sectionOf(
  anchor: CommentAnchor,
  ground: AnchorGround,
): { readonly section: number; readonly isRenamed: boolean } | undefined {
  const { headings, prints } = ground.facts;
  if (anchor.section === '' && anchor.heading === '') return { section: -1, isRenamed: false };
  const named = headings.flatMap(({ key }, index) => (key === anchor.section ? [index] : []));
  if (named.length > 0) return { section: bestOf(named, anchor, ground), isRenamed: false };
  const same = headings.flatMap((_heading, index) => (prints[index + 1] === anchor.print ? [index] : []));
  const [only, ...more] = same;
  if (only !== undefined && more.length === 0) return { section: only, isRenamed: true };
  const alike = mostAlike(anchor, ground);
  return alike === undefined ? undefined : { section: alike, isRenamed: true };
}

function bestOf(named: readonly number[], anchor: CommentAnchor, ground: AnchorGround): number {
  const holds = (index: number): boolean =>
    anchor.line !== undefined && linesOf(index, ground).some(({ text }) => text === anchor.line);
  return (
    named.find((index) => ground.facts.prints[index + 1] === anchor.print) ??
    named.find(holds) ??
    named[anchor.occurrence ?? 0] ??
    named[0] ??
    -1
  );
}

function mostAlike(anchor: CommentAnchor, ground: AnchorGround): number | undefined {
  const name = identifyHeading(anchor.heading).key;
  const ranked = ground.facts.headings
    .map(({ key }, index) => ({ index, share: likeness(key, name) }))
    .filter(({ share }) => share >= 0.5)
    .toSorted((a, b) => b.share - a.share);
  const [best, second] = ranked;
  return best !== undefined && best.share > (second?.share ?? 0) ? best.index : undefined;
}

// ---- lines

function inSection(anchor: CommentAnchor, section: number, ground: AnchorGround): AnchorPlace {
  const whole = headingSpan(section, ground);
  if (anchor.line === undefined) return { span: whole, kind: 'found', heading: section };
  const lines = linesOf(section, ground);
  const equal = lines.filter(({ text }) => text === anchor.line);
  const exact = equal[Math.min(anchor.nth ?? 0, equal.length - 1)];
  if (exact !== undefined) return { span: exact.span, kind: 'found', heading: section };
  const elsewhere = lineElsewhere(anchor, section, ground);
  if (elsewhere !== undefined) return elsewhere;
  const near = nearestLine(anchor.line, lines);
  if (near !== undefined) return { span: near.span, kind: 'found', heading: section };
  return {
    span: whole,
    kind: 'line-lost',
    heading: section,
    note: { key: 'review-comment.line-lost', args: { line: anchor.line.slice(0, 60) } },
  };
}

/** A line that stands once in the rest of the document was moved there. */
function lineElsewhere(
  { line, heading }: CommentAnchor,
  section: number | undefined,
  ground: AnchorGround,
): AnchorPlace | undefined {
  if (line === undefined || line.length < TELLING_LINE) return undefined;
  const sections = [-1, ...ground.facts.headings.keys()].filter((index) => index !== section);
  const found = sections.flatMap((index) =>
    linesOf(index, ground)
      .filter(({ text }) => text === line)
      .map(({ span }) => ({ span, index })),
  );
  const [only, ...more] = found;
  if (only === undefined || more.length > 0) return undefined;
  return {
    span: only.span,
    kind: 'moved',
    heading: only.index,
    note: { key: 'review-comment.moved', args: { heading } },
  };
}

interface Line {
  readonly text: string;
  readonly span: Span;
}

function nearestLine(line: string, lines: readonly Line[]): Line | undefined {
  let best: { readonly line: Line; readonly share: number } | undefined;
  for (const each of lines.slice(0, MOST_COMPARED)) {
    const share = likeness(each.text, line);
    if (share >= 0.5 && share > (best?.share ?? 0)) best = { line: each, share };
  }
  return best?.line;
}

/** 1 for equal texts, and near it for one that holds the other. */
function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 4 && long.includes(short)) return 0.5 + short.length / long.length / 2;
  return 1 - distance(a, b) / long.length;
}

/** Lines of the section's own body that say something; -1: above the first heading. */
function linesOf(section: number, { source, facts }: AnchorGround): readonly Line[] {
  if (source === undefined) return [];
  const own = facts.headings[section];
  const first = own === undefined ? 0 : source.lineAt(own.span.end) + 1;
  const next = facts.headings[section + 1];
  const last = next === undefined ? source.lineCount : source.lineAt(next.span.start);
  const lines: Line[] = [];
  for (let line = first; line < last; line++) {
    const text = source.lineText(line);
    const trimmed = text.trim();
    if (trimmed === '') continue;
    const start = source.lineStart(line) + text.length - text.trimStart().length;
    lines.push({ text: trimmed.slice(0, LONGEST_LINE), span: { start, end: start + trimmed.length } });
  }
  return lines;
}

function headingSpan(section: number, ground: AnchorGround): Span {
  return ground.facts.headings[section]?.span ?? titleSpan(ground);
}

function titleSpan({ facts }: AnchorGround): Span {
  return facts.title?.span ?? { start: 0, end: facts.sizes.firstLineEnd };
}

/** Heading of the section that a comment is about, where the text is not at hand. */
export function placeOfComment(anchor: CommentAnchor | undefined, facts: DocumentFacts): Span {
  const ground = { facts };
  return headingSpan(placeOf(anchor, ground).heading, ground);
}
