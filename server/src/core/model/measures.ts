// What can be counted in a document or a part of it. Code, comments, front matter and addresses are not text;
// the table of contents is neither a list nor links of the author.
import type { Counts } from '../binding/boundDocument.ts';
import type { Span } from '../sourceText.ts';
import type { CodeBlock, DocumentModel, Section } from './documentModel.ts';
import { addTextCounts } from './textCounts.ts';
import type { TextCounts } from './textCounts.ts';

export { textLength } from './textCounts.ts';

/**
 * Counts everything that begins inside `span`. The heading of a section does not count to its own text.
 * `codeBlocks` and `codeLines` are fenced code that is no diagram; `diagrams` are diagram fences and images.
 */
export function measureSpan(model: DocumentModel, span: Span): Counts {
  const owner = ownerOf(model, span);
  const { blocks } = model;
  const fences = within(blocks.code, span).filter((block) => block.isFenced);
  const code = fences.filter((block) => !block.isDiagram);
  const images = within(blocks.images, span).length;
  const isAuthored = (item: { readonly span: Span }): boolean => !isInToc(model, item.span);
  const textStart =
    owner !== undefined && owner.span.start === span.start ? Math.min(span.end, owner.bodySpan.start) : span.start;
  const textSpan = { start: textStart, end: span.end };
  return {
    ...measureText(model, textSpan),
    lines: countLines(model, span),
    codeBlocks: code.length,
    codeLines: code.reduce((sum, block) => sum + codeLines(model, block), 0),
    tables: within(blocks.tables, span).length,
    diagrams: fences.length - code.length + images,
    lists: within(blocks.lists, span).filter((list) => list.depth === 0 && isAuthored(list)).length,
    links: within(blocks.links, span).filter((link) => link.form !== 'definition' && isAuthored(link)).length,
    images,
    tasks: within(blocks.tasks, span).length,
    ...countSections(model, span, owner),
    ...countLanguages(fences),
  };
}

// ---- blocks

/** Items that begin inside the span; items stand in document order. */
function within<T extends { readonly span: Span }>(items: readonly T[], span: Span): readonly T[] {
  return items.slice(firstFrom(items, span.start), firstFrom(items, span.end));
}

function firstFrom(items: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isInToc(model: DocumentModel, span: Span): boolean {
  const list = model.toc?.entries.length === 0 ? undefined : model.toc?.listSpan;
  return list !== undefined && span.start >= list.start && span.end <= list.end;
}

function codeLines(model: DocumentModel, block: CodeBlock): number {
  const { start, end } = block.contentSpan;
  return end > start ? model.source.lineAt(end) - model.source.lineAt(start) + 1 : 0;
}

function countLanguages(fences: readonly CodeBlock[]): Pick<Counts, 'languages' | 'codeByLanguage'> {
  // Without a prototype: a fence may be called `constructor`.
  const codeByLanguage = Object.create(null) as Record<string, number>;
  for (const { language } of fences) {
    if (language === undefined) continue;
    const name = languageName(language);
    codeByLanguage[name] = (codeByLanguage[name] ?? 0) + 1;
  }
  return { languages: Object.keys(codeByLanguage), codeByLanguage };
}

/** `rust,no_run` and `js{1,3}` are rust and js. */
function languageName(language: string): string {
  return (/^\{?[^\s,{:}]+/.exec(language)?.[0] ?? language).toLowerCase();
}

// ---- sections

function ownerOf(model: DocumentModel, span: Span): Section | undefined {
  const index = firstFrom(model.sections, span.start);
  const section = model.sections[index];
  return section?.span.start === span.start && section.span.end === span.end ? section : undefined;
}

function countSections(
  model: DocumentModel,
  span: Span,
  owner: Section | undefined,
): Pick<Counts, 'sections' | 'subsections'> {
  if (owner !== undefined && owner.level > 1) {
    return {
      sections: owner.children.length,
      subsections: owner.children.reduce((sum, child) => sum + child.children.length, 0),
    };
  }
  const inside = within(model.sections, span);
  const level =
    owner !== undefined || isWhole(model, span)
      ? 2
      : inside.reduce((least, section) => Math.min(least, section.level), 6);
  const count = (wanted: number): number => inside.filter((section) => section.level === wanted).length;
  return { sections: inside.length === 0 ? 0 : count(level), subsections: count(level + 1) };
}

function isWhole(model: DocumentModel, span: Span): boolean {
  return span.start === 0 && span.end >= model.source.text.length;
}

// ---- text

type TextMeasures = Pick<Counts, 'length' | 'characters' | 'words'>;

/** Counts up to the start of each line, made once for a model. */
interface RunningCounts {
  readonly length: Uint32Array;
  readonly words: Uint32Array;
  readonly characters: Uint32Array;
}

const running = new WeakMap<DocumentModel, RunningCounts>();

function measureText(model: DocumentModel, span: Span): TextMeasures {
  let counts = running.get(model);
  if (counts === undefined) {
    counts = countRunning(model);
    running.set(model, counts);
  }
  const from = countsAt(model, counts, span.start);
  const to = countsAt(model, counts, Math.max(span.start, span.end));
  return { length: to.length - from.length, words: to.words - from.words, characters: to.characters - from.characters };
}

function countsAt(model: DocumentModel, counts: RunningCounts, offset: number): TextMeasures {
  const { source } = model;
  const line = source.lineAt(offset);
  const start = source.lineStart(line);
  const rest: TextCounts = { length: 0, words: 0 };
  if (offset > start) addLine(model, { start, end: offset }, excludedSpans(model), rest);
  return {
    length: (counts.length[line] ?? 0) + rest.length,
    words: (counts.words[line] ?? 0) + rest.words,
    characters: (counts.characters[line] ?? 0) + countVisible(source.text, start, offset),
  };
}

function countRunning(model: DocumentModel): RunningCounts {
  const { source } = model;
  const size = source.lineCount + 1;
  const result = { length: new Uint32Array(size), words: new Uint32Array(size), characters: new Uint32Array(size) };
  const excluded = excludedSpans(model);
  const counts: TextCounts = { length: 0, words: 0 };
  let characters = 0;
  for (let line = 0; line < source.lineCount; line++) {
    result.length[line] = counts.length;
    result.words[line] = counts.words;
    result.characters[line] = characters;
    const span = source.lineSpan(line);
    addLine(model, span, excluded, counts);
    characters += countVisible(source.text, span.start, span.end);
  }
  result.length[source.lineCount] = counts.length;
  result.words[source.lineCount] = counts.words;
  result.characters[source.lineCount] = characters;
  return result;
}

const excludedCache = new WeakMap<DocumentModel, readonly Span[]>();

/** What is no text, in document order and without overlaps. */
function excludedSpans(model: DocumentModel): readonly Span[] {
  const known = excludedCache.get(model);
  if (known !== undefined) return known;
  const { blocks, comments, metadata } = model;
  const spans = [
    ...blocks.code.map((block) => block.span),
    ...comments.map((comment) => comment.span),
    ...blocks.links.filter((link) => link.form !== 'reference').map((link) => link.urlSpan),
    ...blocks.images.map((image) => image.urlSpan),
    ...metadata.filter((block) => block.dialect === 'yaml').map((block) => block.span),
  ].sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else if (span.end > span.start) merged.push({ ...span });
  }
  excludedCache.set(model, merged);
  return merged;
}

function addLine(model: DocumentModel, line: Span, excluded: readonly Span[], counts: TextCounts): void {
  const { text } = model.source;
  let position = line.start;
  for (let index = firstEndingAfter(excluded, line.start); position < line.end; index++) {
    const next = excluded[index];
    if (next === undefined || next.start >= line.end) break;
    addTextCounts(text, position, Math.max(position, next.start), counts);
    position = Math.max(position, next.end);
  }
  addTextCounts(text, position, line.end, counts);
}

function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countVisible(text: string, start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    const isBlank = code === 32 || (code >= 9 && code <= 13) || code === 0x3000 || code === 0xa0 || code === 0xfeff;
    const isLowSurrogate = code >= 0xdc00 && code <= 0xdfff;
    if (!isBlank && !isLowSurrogate) count += 1;
  }
  return count;
}

function countLines(model: DocumentModel, span: Span): number {
  if (span.end <= span.start) return 0;
  return model.source.lineAt(span.end - 1) - model.source.lineAt(span.start) + 1;
}
