// The heaviest chain of items whose ranks never fall: what may stay where it is when the rest is moved. Pure arithmetic.

export interface RankedItem {
  readonly rank: number;
  /** Greater than 0. */
  readonly weight: number;
}

/** Indexes of the items in the heaviest non-decreasing chain; O(n log n). On a tie the earlier items stay. */
export function heaviestChain(items: readonly RankedItem[]): ReadonlySet<number> {
  const ranks = [...new Set(items.map((item) => item.rank))].sort((a, b) => a - b);
  const place = new Map(ranks.map((rank, index) => [rank, index + 1]));
  // Fenwick tree over ranks: index of the item that ends the heaviest chain at or below a rank.
  const best = new Int32Array(ranks.length + 1).fill(-1);
  const total = new Float64Array(items.length);
  const previous = new Int32Array(items.length).fill(-1);
  const totalOf = (index: number): number => (index < 0 ? 0 : (total[index] ?? 0));
  items.forEach((item, index) => {
    const at = place.get(item.rank) ?? 1;
    let before = -1;
    for (let node = at; node > 0; node -= node & -node) {
      const candidate = best[node] ?? -1;
      if (candidate >= 0 && totalOf(candidate) > totalOf(before)) before = candidate;
    }
    previous[index] = before;
    total[index] = totalOf(before) + item.weight;
    for (let node = at; node <= ranks.length; node += node & -node) {
      if (totalOf(index) > totalOf(best[node] ?? -1)) best[node] = index;
    }
  });
  let last = -1;
  items.forEach((_, index) => {
    if (totalOf(index) > totalOf(last)) last = index;
  });
  const chain = new Set<number>();
  for (; last >= 0; last = previous[last] ?? -1) chain.add(last);
  return chain;
}
