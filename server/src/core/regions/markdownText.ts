// Plain text, paths and rows to Markdown that says exactly that, wherever it stands: nothing that a document calls itself
// can break a table, open a comment or become a link.
import { folderOf, relativePath } from '../library/pathScope.ts';

/** Longer texts are cut: an index row is no place for them. */
const LONGEST_TEXT = 200;

/** One line of text with everything escaped that Markdown or a table would read. */
export function escapeText(text: string): string {
  const plain = cut(
    text
      .slice(0, LONGEST_TEXT * 10)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  );
  return plain
    .replace(/[\\`*[\]<|~]/g, (sign) => `\\${sign}`)
    .replace(/&(?=#|[A-Za-z])/g, '\\&')
    .replace(/!(?=\\\[)/g, '\\!')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
}

/** Never inside a surrogate pair. */
function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_TEXT ? text : `${characters.slice(0, LONGEST_TEXT - 1).join('')}…`;
}

export type LinkStyle = 'raw' | 'encoded';

/** Address of `to`, a path of the library, from the document `from`; a folder ends in a slash. */
export function addressOf(to: string, from: string, style: LinkStyle): string {
  const path = relativePath(folderOf(from), to);
  const address = path
    .replace(/[\u0000- "#%&()<>?[\\\]^`{|}\u007F]/g, percent)
    // Half a surrogate pair has no encoding: it stays.
    .replace(/[^\u0000-\u007F\p{Cs}]+/gu, (text) => (style === 'encoded' ? encodeURIComponent(text) : text));
  // A colon in the first name would make a scheme of it.
  return /^[^/]*:/.test(address) ? `./${address}` : address;
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

export function linkTo(label: string, address: string): string {
  return `[${escapeText(label)}](${address})`;
}

export interface TableColumn {
  readonly label: string;
  readonly isNumeric?: boolean;
}

/** Cells are Markdown already. */
export function tableLines(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ label }) => escapeText(label))),
    `|${columns.map(({ isNumeric }) => (isNumeric === true ? '---:' : '---')).join('|')}|`,
    ...rows.map(line),
  ];
}
