// What both parsers must see alike: the text without its byte order mark, and whether it opens with front matter.
// It decides nothing about the content of the front matter; metadata/yaml.ts does.

export interface ParserInput {
  /** Same length as the file without its byte order mark. */
  readonly text: string;
  /** 1 where the file begins with a byte order mark, else 0. */
  readonly shift: 0 | 1;
  /** The leading block that is a YAML mapping. */
  readonly frontMatter?: FrontMatter;
}

export interface FrontMatter {
  /** What stands between the fences, without the last line ending. */
  readonly value: string;
  /** Offset after the closing fence, in `ParserInput.text`. */
  readonly end: number;
  /** Number of lines with both fences. */
  readonly lineCount: number;
  /** One-based column after the closing fence. */
  readonly lastColumn: number;
}

/** Prepares a file for either parser. Any text is allowed. */
export function prepareInput(file: string): ParserInput {
  const shift = file.startsWith('\uFEFF') ? 1 : 0;
  const text = replaceUnreadable(shift === 1 ? file.slice(1) : file);
  const frontMatter = readFrontMatter(text);
  return frontMatter === undefined ? { text, shift } : { text, shift, frontMatter };
}

/** NUL and lone surrogates: the parsers treat them differently, CommonMark wants U+FFFD. One unit for one unit. */
function replaceUnreadable(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD');
}

const FENCE = /^---[ \t]*$/;
// A key may be in any script, with blanks, but not with the signs that only Markdown puts there.
const KEY_LINE = /^(?:"[^"]*"|'[^']*'|[^\s>#*|`[\]{}&!%@,?:-][^:*|`[\]]{0,79})[ \t]*:(?:[ \t]|$)/;
const OTHER_YAML_LINE = /^(?:\s|#|- |-$|[\]}]|$)/;
const MAXIMUM_LINES = 1_000;

/**
 * The leading `---` block where it is a YAML mapping. Hundreds of documents begin with `---`, a block quote, `---`,
 * which is a quote between two thematic breaks. A mapping with a mistake in it still counts: it will be reported as such.
 */
function readFrontMatter(text: string): FrontMatter | undefined {
  if (!text.startsWith('---')) return undefined;
  const block = leadingBlock(text);
  if (block === undefined) return undefined;
  const content = block.lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const first = content[0];
  if (first === undefined || !(first.startsWith('{') || KEY_LINE.test(first))) return undefined;
  const foreign = content.filter((line) => !KEY_LINE.test(line) && !OTHER_YAML_LINE.test(line)).length;
  if (foreign * 2 > content.length && !first.startsWith('{')) return undefined;
  return {
    value: text.slice(block.start, block.valueEnd),
    end: block.end,
    lineCount: block.lines.length + 2,
    lastColumn: block.end - block.fence + 1,
  };
}

interface LeadingBlock {
  readonly lines: readonly string[];
  /** Offsets of the content without its last line ending, and of the closing fence. */
  readonly start: number;
  readonly valueEnd: number;
  readonly fence: number;
  readonly end: number;
}

/** The lines between the opening and the closing `---`; undefined where there is no such block. */
function leadingBlock(text: string): LeadingBlock | undefined {
  const lines: string[] = [];
  let position = 0;
  let start = 0;
  let valueEnd = 0;
  for (let count = 0; count < MAXIMUM_LINES && position <= text.length; count++) {
    const end = lineEnd(text, position);
    const line = text.slice(position, end);
    if (count === 0 && !FENCE.test(line)) return undefined;
    if (count > 0 && FENCE.test(line))
      return { lines, start, valueEnd: Math.max(start, valueEnd), fence: position, end };
    if (count > 0) lines.push(line);
    position = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (count === 0) start = position;
    valueEnd = end;
  }
  return undefined;
}

function lineEnd(text: string, from: number): number {
  for (let index = from; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || code === 13) return index;
  }
  return text.length;
}
