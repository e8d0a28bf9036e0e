// Changes since a review in one sentence: 审查后改动了 9 节中的 3 节.
import type { Message } from '../finding.ts';
import type { ChangesSince } from './changedSince.ts';

const MOST_NAMED = 3;

export function changeSummary({ sections, of }: ChangesSince): Message {
  const named = sections.filter(({ name }) => name !== '').map(({ name }) => name);
  const count = sections.length;
  const names = `${named.slice(0, MOST_NAMED).join('、')}${named.length > MOST_NAMED ? ' …' : ''}`;
  if (count === 0) return { key: 'review-changed.order' };
  // Only what stands above the first heading.
  if (named.length === 0) return { key: 'review-changed.above' };
  const all = Math.max(of + sections.filter(({ kind }) => kind === 'removed').length, count);
  return { key: 'review-changed', args: { count, of: all, names } };
}
