// Many small jobs, some of them at the same time.

/** Runs `job` over all items, at most `atOnce` at the same time; items are begun in order. */
export async function inTurns<T>(items: readonly T[], atOnce: number, job: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const work = async (): Promise<void> => {
    for (const item of queue) await job(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
}
