// A change that a person made in the tree, as edits to the plan that says it; or why the plan has no place for it.
import { renderMessage } from '../../core/messages/render.ts';
import { provenChange } from '../../core/roadmap/edits/provenChange.ts';
import type { PlanChange } from '../../core/roadmap/edits/planChange.ts';
import type { Priority, Status } from '../../core/roadmap/plan.ts';
import type { Range } from '../../core/sourceText.ts';
import type { EngineView } from '../engineView.ts';
import { idOf, rowWithId, type RoadmapRow, type RowMember } from './rows.ts';

export type RequestedChange =
  | { readonly kind: 'status'; readonly status: string }
  | { readonly kind: 'priority'; readonly priority: string }
  | { readonly kind: 'milestone'; readonly milestone: string }
  | { readonly kind: 'move'; readonly dropKey: string }
  | { readonly kind: 'task'; readonly range: Range; readonly isDone: boolean };

export interface ChangeQuestion {
  readonly itemId: string;
  readonly change: RequestedChange;
}

export interface PlainChange {
  readonly root: string;
  /** The plan that is edited. */
  readonly path: string;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** Why there are no edits. */
  readonly message?: string;
  /** What the edits could not reach. */
  readonly notice?: string;
}

const STATUSES: ReadonlySet<string> = new Set<Status>([
  ...([
    'planned',
    'pending',
    'open',
    'in-progress',
    'partial',
    'paused',
    'review',
    'done',
    'missing',
    'cancelled',
  ] as const),
]);
const PRIORITIES: ReadonlySet<string> = new Set<Priority>(['P0', 'P1', 'P2', 'P3', 'P4']);

/** The first plan that has a place for the change is edited. */
export function roadmapChange(view: EngineView, { itemId, change }: ChangeQuestion): PlainChange {
  const row = rowWithId(view, itemId);
  if (row === undefined)
    return { root: '', path: '', edits: [], message: renderMessage({ key: 'roadmap.new.gone' }, view.locale) };
  let refusal: PlainChange | undefined;
  for (const member of membersFor(row, itemId)) {
    const outcome = changeIn(view, { root: row.root, member }, change);
    if (outcome.message === undefined) return outcome;
    refusal ??= outcome;
  }
  return refusal ?? { root: row.root, path: row.read.plan.path, edits: [] };
}

/** The plan that the id names comes first, then the one whose statement counts. */
function membersFor(row: RoadmapRow, itemId: string): readonly RowMember[] {
  const all: readonly RowMember[] = [row, ...row.others];
  const named = all.filter((member) => idOf(row.root, member) === itemId);
  const stating = row.stated === undefined ? [] : [row.stated.member];
  return [...new Map([...stating, ...named, ...all].map((member) => [member.item, member])).values()];
}

interface ChangePlace {
  readonly root: string;
  readonly member: RowMember;
}

function changeIn(view: EngineView, { root, member }: ChangePlace, requested: RequestedChange): PlainChange {
  const { read, item } = member;
  const { plan, model } = read;
  const base = { root, path: plan.path };
  const change = planChange(requested, member);
  if (change === undefined)
    return { ...base, edits: [], message: renderMessage({ key: 'roadmap.change.unknown' }, view.locale) };
  const parser = view.library(root)?.parser;
  if (parser === undefined) return { ...base, edits: [] };
  const outcome = provenChange({ plan, model, item }, change, parser);
  if ('refusal' in outcome) return { ...base, edits: [], message: renderMessage(outcome.refusal, view.locale) };
  const edits = outcome.edits.map(({ span, newText }) => ({ range: model.source.rangeOf(span), newText }));
  const notice = outcome.notice && renderMessage(outcome.notice, view.locale);
  return { ...base, edits, ...(notice !== undefined && { notice }) };
}

function planChange(change: RequestedChange, { read, item }: RowMember): PlanChange | undefined {
  switch (change.kind) {
    case 'status':
      return isStatus(change.status) ? { kind: 'status', status: change.status } : undefined;
    case 'priority':
      return isPriority(change.priority) ? { kind: 'priority', priority: change.priority } : undefined;
    case 'milestone':
      return { kind: 'milestone', milestone: change.milestone };
    case 'move':
      return droppedOn(change.dropKey);
    case 'task': {
      const { start } = read.model.source.spanOf(change.range);
      const line = read.model.source.lineAt(start);
      const task = item.tasks.find((candidate) => candidate.line === line);
      return task && { kind: 'task', box: task.box, isDone: change.isDone };
    }
  }
}

/** `group:…`, `priority:P0`, `milestone:…`: the kind of group says what dropping there means. */
function droppedOn(dropKey: string): PlanChange | undefined {
  const colon = dropKey.indexOf(':');
  const kind = dropKey.slice(0, colon);
  const key = dropKey.slice(colon + 1);
  if (kind === 'group') return { kind: 'move', group: key };
  if (kind === 'milestone') return { kind: 'milestone', milestone: key };
  return kind === 'priority' && isPriority(key) ? { kind: 'priority', priority: key } : undefined;
}

function isStatus(value: string): value is Status {
  return STATUSES.has(value);
}

function isPriority(value: string): value is Priority {
  return PRIORITIES.has(value);
}
