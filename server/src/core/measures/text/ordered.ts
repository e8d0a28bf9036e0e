// Search in things that stand in document order.
import type { Span } from '../../sourceText.ts';

/** Index of the first item that begins at `offset` or later; the length where none does. */
export function firstFrom(items: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
