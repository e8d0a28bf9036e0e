// Edits that bring a table of contents in step with the headings, in the list's own style. Pure; builds edits only.
import type { TextEdit } from '../finding.ts';
import type { DocumentModel, Section, TableOfContents, TocEntry } from '../model/documentModel.ts';
import { tocMeaning } from '../model/tocMeaning.ts';
import type { SourceText, Span } from '../sourceText.ts';

interface TocStyle {
  readonly bullet: string;
  readonly indent: string;
  readonly listsTitle: boolean;
  readonly listsItself: boolean;
  readonly deepest: number;
}

/** What a line of a table of contents shows of a heading. */
export interface TocLine {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
}

/** Sections that the table of contents should list, by its own habits: depth, H1 and itself listed or not. */
export function listedSections(model: DocumentModel, toc: TableOfContents): readonly Section[] {
  const style = styleOf(model, toc);
  return model.sections.filter((section) => isListed({ section, level: section.level }, model, toc, style));
}

/** Deepest heading level of which at least half of the headings have an entry; 3 for an empty list. */
export function deepestListedLevel(model: DocumentModel, toc: TableOfContents): number {
  if (toc.entries.length === 0) return 3;
  const { misled } = tocMeaning(model, toc);
  const byAnchor = new Set(toc.entries.filter((entry) => !misled.has(entry)).map((entry) => entry.anchor));
  for (const level of [6, 5, 4, 3]) {
    const ofLevel = model.sections.filter((section) => section.level === level && section !== toc.section);
    const listed = ofLevel.filter((section) => byAnchor.has(section.anchor)).length;
    if (ofLevel.length > 0 && listed * 2 >= ofLevel.length) return level;
  }
  return 2;
}

/** Edits that rewrite only the lines of the list that differ; empty when the list is as it should be. */
export function tocUpdate(model: DocumentModel, toc: TableOfContents): readonly TextEdit[] {
  const style = styleOf(model, toc);
  const wanted = renderToc(listedSections(model, toc).map(lineOf), style, model.source.lineEnding);
  if (toc.entries.length > 0) return replaceChangedLines(model.source, toc.listSpan, wanted);
  if (wanted === '') return [];
  const end = model.source.lineEnding;
  const at = toc.section.heading.span.end;
  return [{ span: { start: at, end: at }, newText: `${end}${end}${wanted}` }];
}

/** A heading as it will be; `section` is absent for a new one. */
export interface PlannedLine extends TocLine {
  readonly section?: Section;
}

/** Edits that bring the list in step with headings as they will be: listed are those that its habits list. */
export function tocRewrite(
  model: DocumentModel,
  toc: TableOfContents,
  planned: readonly PlannedLine[],
): readonly TextEdit[] {
  const style = styleOf(model, toc);
  const lines = planned.filter(({ section, level }) =>
    section === undefined ? level > 1 && level <= style.deepest : isListed({ section, level }, model, toc, style),
  );
  return replaceChangedLines(model.source, toc.listSpan, renderToc(lines, style, model.source.lineEnding));
}

/**
 * Edits that add lines for new headings to a list that is not in step otherwise: each goes after the entry of the
 * nearest heading before it that has one.
 */
export function tocAdditions(
  model: DocumentModel,
  toc: TableOfContents,
  planned: readonly PlannedLine[],
): readonly TextEdit[] {
  const style = styleOf(model, toc);
  const { source } = model;
  const texts = new Map<number, string>();
  let before: TocEntry | undefined;
  for (const line of planned) {
    const { section } = line;
    if (section !== undefined) {
      before = toc.entries.find((entry) => entry.anchor === section.anchor) ?? before;
      continue;
    }
    if (before === undefined || line.level < 2 || line.level > style.deepest) continue;
    const end = source.lineSpan(source.lineAt(before.span.end)).end;
    const indent = style.indent.repeat(line.level - (style.listsTitle ? 1 : 2));
    const text = `${indent}${style.bullet} [${escapeLinkText(line.text)}](#${line.anchor})`;
    texts.set(end, (texts.get(end) ?? '') + source.lineEnding + text);
  }
  return [...texts].map(([offset, newText]) => ({ span: { start: offset, end: offset }, newText }));
}

/** Markdown of a new list for the H2 and H3 sections, without a heading of its own. */
export function newTocList(lines: readonly TocLine[], lineEnding: string): string {
  const style = { bullet: '-', indent: '  ', listsTitle: false, listsItself: false, deepest: 3 };
  return renderToc(
    lines.filter((line) => line.level === 2 || line.level === 3),
    style,
    lineEnding,
  );
}

export function lineOf(section: Section): TocLine {
  return { level: section.level, text: section.heading.text, anchor: section.anchor };
}

/** Plain text as the text of a link: what would read as Markdown is escaped, as the usual generators do. */
export function escapeLinkText(text: string): string {
  return text.replace(/[\\[\]_*`<]/g, '\\$&');
}

function renderToc(lines: readonly TocLine[], style: TocStyle, lineEnding: string): string {
  const top = Math.min(...lines.map((line) => line.level));
  return lines
    .map(
      (line) =>
        `${style.indent.repeat(line.level - top)}${style.bullet} [${escapeLinkText(line.text)}](#${line.anchor})`,
    )
    .join(lineEnding);
}

function styleOf(model: DocumentModel, toc: TableOfContents): TocStyle {
  const anchors = new Set(toc.entries.map((entry) => entry.anchor));
  const firstLine = model.source.lineText(model.source.lineAt(toc.listSpan.start));
  const title = model.title;
  const first = toc.entries[0];
  const isTitleFirst = title !== undefined && first?.text.trim() === title.heading.text.trim();
  return {
    bullet: /^\s*([-*+])/.exec(firstLine)?.[1] ?? '-',
    indent: indentOf(model.source, toc),
    listsTitle: isTitleFirst || (title !== undefined && anchors.has(title.anchor)),
    listsItself: toc.entries.some(
      (entry) => entry.anchor === toc.section.anchor || entry.text === toc.section.heading.text,
    ),
    deepest: deepestListedLevel(model, toc),
  };
}

function indentOf(source: SourceText, toc: TableOfContents): string {
  const nested = toc.entries.find((entry) => entry.depth === 1);
  const outer = toc.entries[0];
  if (nested === undefined || outer === undefined) return '  ';
  const width = (offset: number): number => /^\s*/.exec(source.lineText(source.lineAt(offset)))?.[0].length ?? 0;
  const step = width(nested.span.start) - width(outer.span.start);
  return step > 0 && step <= 8 ? ' '.repeat(step) : '  ';
}

function isListed(
  { section, level }: { readonly section: Section; readonly level: number },
  model: DocumentModel,
  toc: TableOfContents,
  style: TocStyle,
): boolean {
  if (section === toc.section) return style.listsItself;
  if (level === 1) return style.listsTitle && section === model.title;
  if (level > style.deepest) return false;
  const isBeforeToc = section.span.start < toc.section.span.start;
  return !isBeforeToc || toc.entries.some((entry) => entry.anchor === section.anchor);
}

function replaceChangedLines(source: SourceText, listSpan: Span, wanted: string): readonly TextEdit[] {
  const end = source.lineEnding;
  const start = source.lineStart(source.lineAt(listSpan.start));
  const oldLines = source.slice({ start, end: listSpan.end }).split(end);
  const newLines = wanted.split(end);
  let head = 0;
  while (head < oldLines.length && head < newLines.length && oldLines[head] === newLines[head]) head += 1;
  if (head === oldLines.length && head === newLines.length) return [];
  let tail = 0;
  const most = Math.min(oldLines.length, newLines.length) - head;
  while (tail < most && oldLines.at(-1 - tail) === newLines.at(-1 - tail)) tail += 1;
  const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length + end.length, 0);
  const removed = oldLines.slice(head, oldLines.length - tail);
  const added = newLines.slice(head, newLines.length - tail);
  const from = start + lengthOf(oldLines.slice(0, head));
  if (tail > 0)
    return [
      { span: { start: from, end: from + lengthOf(removed) }, newText: added.map((line) => line + end).join('') },
    ];
  // The last line of the list has no line ending inside the span, so changed last lines carry theirs in front.
  const begin = head > 0 ? from - end.length : from;
  const lead = head > 0 && added.length > 0 ? end : '';
  return [{ span: { start: begin, end: listSpan.end }, newText: lead + added.join(end) }];
}
