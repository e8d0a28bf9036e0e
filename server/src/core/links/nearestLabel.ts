// The label of a definition that a misspelled one probably means.
import { distance } from 'fastest-levenshtein';

const MAX_LABELS = 500;

/** Undefined where none is near. */
export function nearestLabel(label: string, labels: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(label.length / 4));
  const near = labels
    .slice(0, MAX_LABELS)
    .map((known) => ({ known, cost: distance(label.toLowerCase(), known.toLowerCase()) }))
    .filter(({ cost }) => cost <= most)
    .sort((a, b) => a.cost - b.cost);
  return near[0]?.known;
}
