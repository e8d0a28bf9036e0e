// Runs a job for each item, some at a time, results in the order of the items.

/** Stops taking new items when `isWanted` says so; their results are then left out. Rejects with the first failure. */
export async function inParallel<T, R>(
  items: readonly T[],
  { atOnce, isWanted }: { readonly atOnce: number; readonly isWanted: () => boolean },
  job: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length && isWanted()) {
      const index = next++;
      const item = items[index] as T; // below the length
      results.set(index, await job(item, index));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result);
}
