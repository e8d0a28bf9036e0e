// Finds the columns of a table by the words of its header.
import { normalKey } from '../model/normalKey.ts';
import type { Table, TableCell } from '../model/documentModel.ts';

/** Index of the first column whose header is one of the words; undefined where none is. */
export function columnOf(table: Table, words: readonly string[]): number | undefined {
  const keys = table.header.map((cell) => normalKey(plain(cell.text)));
  const index = keys.findIndex((key) => words.includes(key));
  return index < 0 ? undefined : index;
}

/** Text of a cell without emphasis marks; empty for a cell that is not there. */
export function cellText(row: readonly TableCell[], column: number | undefined): string {
  return column === undefined ? '' : plain(row[column]?.text ?? '');
}

function plain(text: string): string {
  return text.replace(/[*_`]/g, '').trim();
}
