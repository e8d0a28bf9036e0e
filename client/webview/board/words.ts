// Texts with values in them, and words that several parts of the board use.
import type { BoardRow } from '../../../server/src/lsp/protocol.ts';
import type { BoardData } from '../../src/board/boardMessages.ts';

/** Puts values where `{0}`, `{1}` … stand. */
export function fill(text: string, ...values: readonly (number | string)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}

export function stateLabel({ board }: BoardData, state: BoardRow['state']): string {
  return board.states.find((entry) => entry.state === state)?.label ?? state;
}

/** `week 3`, `week 3 – week 5`, or that there is none. */
export function whenOf({ board, texts }: BoardData, { from, to }: BoardRow): string {
  if (from === undefined) return texts.none;
  const last = to ?? from;
  return last === from ? unitName({ board, texts }, from) : spanName({ board, texts }, from, last);
}

export function unitName({ board, texts }: Pick<BoardData, 'board' | 'texts'>, at: number): string {
  return fill(board.unit === 'week' ? texts.week : texts.day, at);
}

function spanName(data: Pick<BoardData, 'board' | 'texts'>, from: number, to: number): string {
  return `${unitName(data, from)} – ${unitName(data, to)}`;
}

export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}

/** Days with at most one digit after the point, as the language writes them. */
export function number(value: number, language: string): string {
  return value.toLocaleString(language, { maximumFractionDigits: 1 });
}

/** About how many columns a text takes: wide characters count twice. */
export function columns(text: string): number {
  let count = 0;
  for (const character of text) count += isWide(character) ? 2 : 1;
  return count;
}

export function isWide(character: string): boolean {
  return /[\u1100-\u11ff\u2e80-\uffef\p{Extended_Pictographic}]/u.test(character);
}
