// What a change of an item may choose from: states, priorities and milestones in the plan's own words.
import type { Plan, Priority, Status } from '../../core/roadmap/plan.ts';
import type { EngineView } from '../engineView.ts';
import { statusLabel } from './labels.ts';
import { milestoneLabel } from './owner.ts';
import { rowWithId } from './rows.ts';

const STATUSES: readonly Status[] = [
  'planned',
  'pending',
  'in-progress',
  'partial',
  'paused',
  'review',
  'done',
  'cancelled',
];
const PRIORITIES: readonly Priority[] = ['P0', 'P1', 'P2', 'P3'];

export interface Choices {
  readonly statuses: readonly { readonly status: string; readonly label: string; readonly isCurrent: boolean }[];
  readonly priorities: readonly { readonly priority: string; readonly label: string; readonly isCurrent: boolean }[];
  readonly milestones: readonly { readonly key: string; readonly label: string; readonly isCurrent: boolean }[];
}

/** Empty lists for an item that is there no more. */
export function roadmapChoices(view: EngineView, { itemId }: { readonly itemId: string }): Choices {
  const row = rowWithId(view, itemId);
  if (row === undefined) return { statuses: [], priorities: [], milestones: [] };
  const { plan } = row.read;
  const current = row.stated?.status.value;
  const written = statusWords(plan);
  return {
    statuses: STATUSES.map((status) => ({
      status,
      label: written.get(status) ?? statusLabel(status, view.locale),
      isCurrent: status === current,
    })),
    priorities: PRIORITIES.map((priority) => ({
      priority,
      label: priority,
      isCurrent: priority === row.priority,
    })),
    milestones: plan.milestones.map((milestone) => ({
      key: milestone.key,
      label: milestoneLabel(milestone),
      isCurrent: milestone.key === row.item.milestone,
    })),
  };
}

/** The words that the plan uses most for each state. */
function statusWords(plan: Plan): ReadonlyMap<Status, string> {
  const counts = new Map<Status, Map<string, number>>();
  const statuses = plan.items.flatMap((item) => item.statuses).filter((status) => status.isDerived !== true);
  for (const { value, text } of statuses) {
    // A gap or a percentage is no word that a person would choose.
    if (text === '' || text.length > 20 || /\d|\[/.test(text)) continue;
    const words = counts.get(value) ?? new Map<string, number>();
    counts.set(value, words.set(text, (words.get(text) ?? 0) + 1));
  }
  const most = [...counts].map(([status, words]) => [status, [...words].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ''] as const); // prettier-ignore
  return new Map(most);
}
