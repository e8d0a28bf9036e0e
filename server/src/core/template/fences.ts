// Finds fenced blocks line by line, with the nesting that authors mean (template-reading.md 1): inside a Markdown block
// "```lang" opens a nested block and the next bare fence closes it, whatever CommonMark says.

/** Lines are zero-based; `contentEnd` and `close` are exclusive of the content. */
export interface FenceBlock {
  /** First word of the info string, lower case; empty where there is none. */
  readonly language: string;
  readonly indent: number;
  readonly open: number;
  /** Line of the closing fence; absent where there is none. */
  readonly close?: number;
  readonly contentEnd: number;
  readonly nested: readonly NestedFence[];
  /** CommonMark reads this block differently. */
  readonly isMended: boolean;
}

export interface NestedFence {
  readonly open: number;
  /** Line of its closing fence, or of the end of the content. */
  readonly close: number;
  readonly openIndent: number;
  readonly closeIndent: number;
}

interface FenceLine {
  readonly indent: number;
  readonly marker: string;
  readonly info: string;
}

const fencePattern = /^([ \t]{0,40})(`{3,}|~{3,})([^\n]{0,200})/;

/** The fence on a line, if it is one. A backtick fence has no backtick in its info string. */
export function fenceOn(line: string): FenceLine | undefined {
  const match = fencePattern.exec(line);
  if (match === null) return undefined;
  const [, blanks = '', marker = '', rest = ''] = match;
  const info = rest.trim();
  if (marker.startsWith('`') && info.includes('`')) return undefined;
  return { indent: blanks.length, marker, info };
}

export function isMarkdownLanguage(language: string): boolean {
  return language === 'markdown' || language === 'md';
}

/** All outer fenced blocks in order. Linear in the number of lines, but for the search of a mended end. */
export function scanFences(lines: readonly string[]): FenceBlock[] {
  const blocks: FenceBlock[] = [];
  let line = 0;
  while (line < lines.length) {
    const fence = fenceOn(lines[line] ?? '');
    if (fence === undefined) {
      line += 1;
      continue;
    }
    const language = languageOf(fence);
    const block = isMarkdownLanguage(language) ? scanMarkdown(lines, line, fence) : scanPlain(lines, line, fence);
    blocks.push(block);
    line = block.close === undefined ? block.contentEnd : block.close + 1;
  }
  return blocks;
}

function languageOf(fence: FenceLine): string {
  return (/^\{?\.?([^\s{}:,]*)/.exec(fence.info)?.[1] ?? '').toLowerCase();
}

function closes(fence: FenceLine, opener: FenceLine): boolean {
  return fence.info === '' && fence.marker.startsWith(opener.marker);
}

function scanPlain(lines: readonly string[], open: number, opener: FenceLine): FenceBlock {
  const base = { language: languageOf(opener), indent: opener.indent, open, nested: [], isMended: false };
  for (let line = open + 1; line < lines.length; line++) {
    const fence = fenceOn(lines[line] ?? '');
    if (fence !== undefined && closes(fence, opener)) return { ...base, close: line, contentEnd: line };
  }
  return { ...base, contentEnd: lines.length };
}

function scanMarkdown(lines: readonly string[], open: number, opener: FenceLine): FenceBlock {
  const scan: MarkdownScan = { lines, open, opener, nested: [], isMended: false };
  let inner: { line: number; fence: FenceLine } | undefined;
  for (let line = open + 1; line < lines.length; line++) {
    const fence = fenceOn(lines[line] ?? '');
    if (fence === undefined) continue;
    if (inner !== undefined) {
      if (!closes(fence, inner.fence)) continue;
      scan.nested.push(nestedBetween(inner, { line, indent: fence.indent }));
      if (closes(fence, opener)) scan.isMended = true;
      inner = undefined;
    } else if (fence.info !== '' && isMarkdownLanguage(languageOf(fence)) && fence.marker.startsWith(opener.marker)) {
      return blockOf(scan, { contentEnd: headingAbove(scan, line) });
    } else if (fence.info !== '' || !fence.marker.startsWith(opener.marker) || opensUntagged(lines, line)) {
      inner = { line, fence };
    } else {
      return blockOf(scan, { close: line, contentEnd: line });
    }
  }
  if (inner !== undefined) scan.nested.push(nestedBetween(inner, { line: lines.length, indent: inner.fence.indent }));
  return blockOf(scan, { contentEnd: endOfUnclosed(scan) });
}

interface MarkdownScan {
  readonly lines: readonly string[];
  readonly open: number;
  readonly opener: FenceLine;
  readonly nested: NestedFence[];
  isMended: boolean;
}

function nestedBetween(inner: { line: number; fence: FenceLine }, end: { line: number; indent: number }): NestedFence {
  return { open: inner.line, close: end.line, openIndent: inner.fence.indent, closeIndent: end.indent };
}

function blockOf(scan: MarkdownScan, end: { close?: number; contentEnd: number }): FenceBlock {
  return {
    language: languageOf(scan.opener),
    indent: scan.opener.indent,
    open: scan.open,
    ...end,
    nested: scan.nested.filter((nested) => nested.open < end.contentEnd),
    isMended: scan.isMended || end.close === undefined,
  };
}

/** A bare fence after a label (“输出：”) whose partner is bare too is an untagged block, not the end. */
function opensUntagged(lines: readonly string[], line: number): boolean {
  let above = line - 1;
  while (above > 0 && (lines[above] ?? '').trim() === '') above -= 1;
  if (!/[:：][\s*_]*$/.test(lines[above] ?? '')) return false;
  for (let below = line + 1; below < Math.min(lines.length, line + 60); below++) {
    const text = lines[below] ?? '';
    if (/^ {0,3}#{1,6}\s/.test(text)) return false;
    const fence = fenceOn(text);
    if (fence !== undefined) return fence.info === '';
  }
  return false;
}

/** Authors do not put a Markdown block into a Markdown block: the outer one ends before the heading of the new one. */
function headingAbove(scan: MarkdownScan, line: number): number {
  for (let above = line - 1; above > scan.open + 1; above--) {
    if (isInside(scan.nested, above)) return line;
    if (headingOn(scan.lines[above] ?? '') !== undefined) return above;
  }
  return line;
}

/** A block that is never closed ends where its sections, numbered so far, stop being numbered; else with the document. */
function endOfUnclosed(scan: MarkdownScan): number {
  let level: number | undefined;
  let numbered = 0;
  for (const line of linesOutside(scan)) {
    const heading = headingOn(scan.lines[line] ?? '');
    if (heading === undefined || heading.level === 1) continue;
    level ??= heading.level;
    if (heading.level > level) continue;
    if (!heading.isNumbered && numbered >= 2) return line;
    if (heading.isNumbered) numbered += 1;
  }
  return scan.lines.length;
}

/** Lines of the block that are in no nested block. */
function* linesOutside(scan: MarkdownScan): Generator<number> {
  let next = 0;
  for (let line = scan.open + 1; line < scan.lines.length; line++) {
    const nested = scan.nested[next];
    if (nested === undefined || line < nested.open) yield line;
    else if (line >= nested.close) next += 1;
  }
}

function headingOn(line: string): { level: number; isNumbered: boolean } | undefined {
  const match = /^ {0,3}(#{1,6})[ \t]+(\S[^\n]{0,80})/.exec(line);
  if (match === null) return undefined;
  return { level: match[1]?.length ?? 1, isNumbered: /^(?:\d|[一二三四五六七八九十]+、|第)/.test(match[2] ?? '') };
}

function isInside(nested: readonly NestedFence[], line: number): boolean {
  return nested.some((block) => line >= block.open && line <= block.close);
}
