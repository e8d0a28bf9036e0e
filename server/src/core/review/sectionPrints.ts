// Fingerprints of sections: whether a section says something else than before. What is only laid out differently is the same:
// blanks and line breaks of running text, numbers of lists, metadata, contents, comments, generated regions, and the addresses
// of links inside the library, which follow files and headings that move.
import type { DocumentFacts, FactRegion } from '../facts/documentFacts.ts';
import type { DocumentModel, Image, Link } from '../model/documentModel.ts';
import { contentHash } from '../schema/contentHash.ts';
import type { Span } from '../sourceText.ts';

/** Hexadecimal digits of a print: 32 bits tell two wordings of one section apart well enough. */
const LENGTH = 8;

/**
 * The print of what stands above the first heading, then of each section in document order: its own body without heading
 * and subsections, so that a section keeps its print when it is renamed, moved, or gets a subsection.
 */
export function sectionPrints(model: DocumentModel, regions: readonly FactRegion[]): readonly string[] {
  const { sections, source } = model;
  const bodies = [
    { start: 0, end: sections[0]?.heading.span.start ?? source.text.length },
    ...sections.map(({ bodySpan }) => bodySpan),
  ];
  const left = leftOut(model, regions);
  const code = model.blocks.code.map(({ contentSpan }) => contentSpan).sort((a, b) => a.start - b.start);
  let firstLeft = 0;
  let firstCode = 0;
  return bodies.map((body) => {
    while ((left[firstLeft]?.end ?? Infinity) <= body.start) firstLeft += 1;
    while ((code[firstCode]?.end ?? Infinity) <= body.start) firstCode += 1;
    return printOf(source.text, body, { left, firstLeft, code, firstCode });
  });
}

/** One print for the whole content of a document; headings count by their names. */
export function contentPrint({ prints, headings }: Pick<DocumentFacts, 'prints' | 'headings'>): string {
  return contentHash(`${prints.join()}\n${headings.map(({ key, level }) => `${String(level)} ${key}`).join('\n')}`);
}

interface Cuts {
  readonly left: readonly Span[];
  /** The first that may reach into the body. */
  readonly firstLeft: number;
  readonly code: readonly Span[];
  readonly firstCode: number;
}

function printOf(text: string, body: Span, { left, firstLeft, code, firstCode }: Cuts): string {
  const words: string[] = [];
  let at = body.start;
  let nextCode = firstCode;
  const take = (end: number): void => {
    for (let span = code[nextCode]; span !== undefined && span.start < end; span = code[++nextCode]) {
      if (span.end <= at) continue;
      words.push(runningText(text.slice(at, Math.max(at, span.start))));
      words.push(codeText(text.slice(Math.max(at, span.start), Math.min(end, span.end))));
      at = Math.min(end, span.end);
      if (span.end > end) break;
    }
    if (at < end) words.push(runningText(text.slice(at, end)));
  };
  for (let index = firstLeft; at < body.end; index++) {
    const cut = left[index];
    if (cut === undefined || cut.start >= body.end) break;
    if (cut.start > at) take(cut.start);
    at = Math.max(at, Math.min(cut.end, body.end));
  }
  if (at < body.end) take(body.end);
  return contentHash(words.join('')).slice(-LENGTH);
}

/** Sorted and apart from each other. */
function leftOut({ metadata, toc, comments, blocks }: DocumentModel, regions: readonly FactRegion[]): readonly Span[] {
  const spans = [
    ...metadata.map(({ span }) => span),
    ...comments.map(({ span }) => span),
    ...regions.map(({ span }) => span),
    ...[...blocks.links, ...blocks.images].flatMap((link) => (isInside(link) ? [link.urlSpan] : [])),
    ...(toc === undefined ? [] : [toc.listSpan]),
  ].sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
  }
  return merged;
}

/** The span of an address of the form `reference` is the whole link, whose words count. */
function isInside(link: Link | Image): boolean {
  return !('form' in link && link.form === 'reference') && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(link.url);
}

function runningText(text: string): string {
  return text
    .replace(/^([ \t>]*)\d{1,9}([.)])[ \t]/gm, '$11$2')
    .replace(/^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/gm, '')
    .replace(/-{3,}/g, '---')
    .replace(/[\s\uFEFF]+/g, '');
}

/** Indentation says something in code; blanks at the ends of lines do not. */
function codeText(text: string): string {
  return `\n${text.replace(/[ \t\r]+$/gm, '').trim()}\n`;
}
