// The items of a library's plans with their true state: what tree, board, reports and lenses are made of. Each item is
// one row, however many plans name it.
import { joinPlans } from '../../core/roadmap/joinPlans.ts';
import type { Effort, PlanItem, Priority, Size, Stated, StatedStatus } from '../../core/roadmap/plan.ts';
import type { ReadPlan } from '../../core/roadmap/roadmapLibrary.ts';
import { isDrift, statedStatusOf } from '../../core/roadmap/statedStatus.ts';
import { trueStateOf, type ItemState, type StateGround } from '../../core/roadmap/trueState.ts';
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import { documentReview } from '../../core/review/documentReview.ts';
import type { LibraryLife } from '../../core/review/libraryLife.ts';
import type { ReviewState } from '../../core/review/reviewRecord.ts';
import type { EngineView, RoadmapView } from '../engineView.ts';
import { uriOfPath } from '../resourceUri.ts';
import { documentLook } from './documentLook.ts';

export interface RowMember {
  readonly read: ReadPlan;
  readonly item: PlanItem;
}

export interface RoadmapRow extends RowMember {
  /** `<plan uri>#<key>` of the first plan that names it. */
  readonly id: string;
  readonly root: string;
  /** The same item in other plans. */
  readonly others: readonly RowMember[];
  readonly state: ItemState;
  /** The statement that counts, and the plan that makes it. */
  readonly stated?: { readonly status: StatedStatus; readonly member: RowMember };
  readonly hasDrift: boolean;
  readonly priority?: Priority;
  readonly effort?: Stated<Effort>;
  readonly expectedSize?: Stated<Size>;
}

const known = new WeakMap<
  RoadmapView,
  { readonly life: LibraryLife | undefined; readonly rows: readonly RoadmapRow[] }
>();

/** Rows in the order of the plans (reports after plans) and of their items. */
export function rowsOf(roadmap: RoadmapView, view: EngineView): readonly RoadmapRow[] {
  const life = view.life(roadmap.root);
  const found = known.get(roadmap);
  if (found !== undefined && found.life === life) return found.rows;
  const reads = orderedPlans(roadmap);
  const readOf = new Map(reads.map((read) => [read.plan, read]));
  const pathOfId = idIndex(view, roadmap.root);
  const reviewOf = reviewsIn(view, roadmap.root);
  const rows = joinPlans(
    reads.map(({ plan }) => plan),
    roadmap.paths,
  ).flatMap(({ members }): readonly RoadmapRow[] => {
    const all = members.flatMap(({ plan, item }): RowMember[] => {
      const read = readOf.get(plan);
      return read === undefined ? [] : [{ read, item }];
    });
    const [first, ...others] = all;
    return first === undefined ? [] : [rowOf(first, others, { roadmap, pathOfId, reviewOf })];
  });
  known.set(roadmap, { life, rows });
  return rows;
}

/** Reports speak about items that plans define: they come after them. */
export function orderedPlans(roadmap: RoadmapView): readonly ReadPlan[] {
  const isReport = ({ plan }: ReadPlan): number => (/总结|报告|summary|report|progress|进度/i.test(plan.path) ? 1 : 0);
  return roadmap.plans.toSorted((a, b) => isReport(a) - isReport(b) || (a.plan.path < b.plan.path ? -1 : 1));
}

/**
 * The rows that a plan names, in its own order and as it states them: priority, effort and size are its own where it
 * gives them. Ids, states and the statement that counts stay those of the item.
 */
export function rowsOfPlan(rows: readonly RoadmapRow[], read: ReadPlan): readonly RoadmapRow[] {
  return rows
    .flatMap((row) => {
      const all = [row, ...row.others];
      const member = all.find((one) => one.read === read);
      return member === undefined ? [] : [asSeenBy(row, member)];
    })
    .toSorted((a, b) => a.item.span.start - b.item.span.start);
}

/** The row as one of its plans tells it. */
export function asSeenBy(row: RoadmapRow, { read, item }: RowMember): RoadmapRow {
  if (row.read === read) return row;
  const others = [row, ...row.others]
    .filter((one) => one.read !== read)
    .map((one) => ({ read: one.read, item: one.item }));
  const { priority = row.priority, effort = row.effort, expectedSize = row.expectedSize } = item;
  return {
    ...row,
    read,
    item,
    others,
    ...(priority && { priority }),
    ...(effort && { effort }),
    ...(expectedSize && { expectedSize }),
  };
}

/** Rows of every library. */
export function allRows(view: EngineView): readonly RoadmapRow[] {
  return roadmapsOf(view).flatMap((roadmap) => rowsOf(roadmap, view));
}

export function roadmapsOf(view: EngineView): readonly RoadmapView[] {
  return [...view.state.libraries.keys()].flatMap((root) => view.roadmap(root) ?? []);
}

/** The row that an id names, also by a plan that is not its first. */
export function rowWithId(view: EngineView, id: string): RoadmapRow | undefined {
  const rows = allRows(view);
  return (
    rows.find((row) => row.id === id) ?? rows.find((row) => row.others.some((other) => idOf(row.root, other) === id))
  );
}

export function idOf(root: string, { read, item }: RowMember): string {
  return `${uriOfPath(root, read.plan.path)}#${item.key}`;
}

interface RowGround {
  readonly roadmap: RoadmapView;
  readonly pathOfId: (id: string) => string | undefined;
  /** What the review record of a document comes to. */
  readonly reviewOf: (facts: DocumentFacts) => ReviewState | undefined;
}

function reviewsIn(view: EngineView, root: string): RowGround['reviewOf'] {
  const { index, life, configuration } = view.ground(root) ?? {};
  if (index === undefined || life === undefined || configuration === undefined) return () => undefined;
  return (facts) => {
    const status = documentReview({ facts, index, life, configuration })?.status;
    return status?.event === undefined ? undefined : status.state;
  };
}

function rowOf(first: RowMember, others: readonly RowMember[], ground: RowGround): RoadmapRow {
  const all = [first, ...others];
  const { roadmap } = ground;
  const state = stateOf(all, ground);
  const statements = all.flatMap((member) => {
    const status = statedStatusOf(member.item);
    return status === undefined ? [] : [{ status, member }];
  });
  const [stated] = statements;
  const priority = all.find(({ item }) => item.priority !== undefined)?.item.priority;
  const effort = all.find(({ item }) => item.effort !== undefined)?.item.effort;
  const expectedSize = all.find(({ item }) => item.expectedSize !== undefined)?.item.expectedSize;
  return {
    ...first,
    id: idOf(roadmap.root, first),
    root: roadmap.root,
    others,
    state,
    hasDrift: state.state === 'moved' || statements.some(({ status }) => isDrift(status, state.state)),
    ...(stated && { stated }),
    ...(priority && { priority }),
    ...(effort && { effort }),
    ...(expectedSize && { expectedSize }),
  };
}

/** The first plan that knows something decides; the others help where it names no file. */
function stateOf(all: readonly RowMember[], { roadmap, pathOfId, reviewOf }: RowGround): ItemState {
  const { files } = roadmap.library;
  const states = all.map(({ read, item }) => {
    const ground: StateGround = {
      planPath: read.plan.path,
      ...(files && { files }),
      look: (path) => {
        const analysis = roadmap.analyze(path);
        const review = analysis && reviewOf(analysis.facts);
        return analysis && { ...documentLook(analysis), ...(review && { review }) };
      },
      pathOfId,
    };
    return trueStateOf(item, ground);
  });
  const known = states.find(({ state }) => state !== 'unknown') ?? states[0];
  const byFile = states.find(({ state, path }) => state !== 'unknown' && path !== undefined);
  return byFile ?? known ?? { state: 'unknown', reason: { key: 'state.nothing-known' } };
}

function idIndex(view: EngineView, root: string): (id: string) => string | undefined {
  let index: Map<string, string> | undefined;
  return (id) => {
    index ??= new Map(view.ids(root).flatMap(({ own, path }) => (own === undefined ? [] : [[own, path]])));
    return index.get(id);
  };
}
