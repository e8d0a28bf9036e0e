// Which documents the table shows, and in which order. Pure.
import type { ScoredDocument, ScoreTable } from '../../../server/src/lsp/protocol.ts';

export type Column =
  | { readonly kind: 'document' }
  | { readonly kind: 'score' }
  | { readonly kind: 'reviewed' }
  | { readonly kind: 'dimension'; readonly index: number }
  | { readonly kind: 'questions' }
  | { readonly kind: 'best' };

export interface Order {
  readonly column: Column;
  readonly isDescending: boolean;
}

/** Worst first: that is where the work is. */
export const firstOrder: Order = { column: { kind: 'score' }, isDescending: false };

export function columnsOf({ dimensions, documents }: ScoreTable): readonly Column[] {
  const hasReviewed = documents.some(({ reviewed }) => reviewed !== undefined);
  const hasQuestions = documents.some(({ open }) => open > 0);
  return [
    { kind: 'document' },
    { kind: 'score' },
    ...(hasReviewed ? [{ kind: 'reviewed' } as const] : []),
    ...dimensions.map((_, index) => ({ kind: 'dimension', index }) as const),
    ...(hasQuestions ? [{ kind: 'questions' } as const] : []),
    { kind: 'best' },
  ];
}

export function isSame(one: Column, other: Column): boolean {
  if (one.kind !== 'dimension' || other.kind !== 'dimension') return one.kind === other.kind;
  return one.index === other.index;
}

/** Figures begin with the lowest, what is worth most with the highest; the same column again turns it around. */
export function nextOrder(order: Order, column: Column): Order {
  if (isSame(order.column, column)) return { column, isDescending: !order.isDescending };
  return { column, isDescending: column.kind === 'best' || column.kind === 'questions' };
}

/** Documents that hold every word in title, path or kind, in the order asked for; those without a value last. */
export function shownDocuments(
  documents: readonly ScoredDocument[],
  words: string,
  { column, isDescending }: Order,
): readonly ScoredDocument[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ title, path, kind }: ScoredDocument): boolean => {
    const text = `${title}\n${path}\n${kind}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
  const sign = isDescending ? -1 : 1;
  return documents.filter(fits).toSorted((one, other) => {
    const [left, right] = [valueOf(one, column), valueOf(other, column)];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    return sign * compare(left, right);
  });
}

function valueOf(
  { title, measured, reviewed, levels, open, best }: ScoredDocument,
  column: Column,
): number | string | undefined {
  switch (column.kind) {
    case 'document':
      return title;
    case 'score':
      return measured?.value;
    case 'reviewed':
      return reviewed?.value;
    case 'dimension':
      return levels[column.index]?.level;
    case 'questions':
      return open;
    case 'best':
      return best === undefined ? undefined : Number.parseFloat(best.gainText);
  }
}

function compare(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), undefined, { numeric: true });
}

/** 0 (nothing) to 4 (everything) of a figure, for its colour. */
export function heat(value: number, max: number): number {
  if (max <= 0) return 0;
  return Math.max(0, Math.min(4, Math.floor((value / max) * 5 - 1e-9)));
}

/** The dimension of the lowest share of its levels, where one was measured. */
export function weakest({ levels }: ScoredDocument, { dimensions }: ScoreTable): string | undefined {
  let found: { readonly name: string; readonly share: number } | undefined;
  for (const [index, { name, max }] of dimensions.entries()) {
    const level = levels[index]?.level;
    if (level === undefined || max <= 0) continue;
    const share = level / max;
    if (found === undefined || share < found.share) found = { name, share };
  }
  return found?.name;
}
