// The rows of the review view, made of what the server answered about one document. Pure: no editor, no words of its own.
import type {
  ReviewActionName,
  ReviewActionStatus,
  ReviewChanges,
  ReviewerStatus,
  ReviewHistoryEntry,
  ReviewRefusal,
  ReviewResult,
  ReviewStateName,
  ReviewThread,
  ScoreAction,
  ScoreCheck,
  ScoreCondition,
  ScoreDimension,
  ScorePlace,
  ScoreResult,
  ScoreStandard,
  ScoreTotal,
} from '../../../server/src/lsp/protocol.ts';

/** What is known of one document; either part may be missing. */
export interface DocumentReview {
  readonly uri: string;
  readonly score?: ScoreResult;
  readonly review?: ReviewResult;
}

export type GroupName =
  'actions' | 'changed' | 'checks' | 'dimensions' | 'held' | 'history' | 'questions' | 'suspect' | 'threads';

export type RowContent =
  | { readonly type: 'score'; readonly score: ScoreResult }
  | { readonly type: 'total'; readonly of: 'measured' | 'reviewed'; readonly total: ScoreTotal }
  | { readonly type: 'standard'; readonly standard: ScoreStandard }
  | { readonly type: 'state'; readonly review: ReviewResult }
  | { readonly type: 'reviewer'; readonly reviewer: ReviewerStatus }
  | { readonly type: 'section'; readonly section: ReviewChanges['sections'][number] }
  | { readonly type: 'suspect'; readonly suspect: ReviewResult['suspect'][number] }
  | { readonly type: 'problem'; readonly problem: ReviewResult['problems'][number]; readonly recordUri: string }
  | { readonly type: 'step'; readonly status: ReviewActionStatus }
  | { readonly type: 'refusal'; readonly refusal: ReviewRefusal }
  | { readonly type: 'group'; readonly group: GroupName; readonly count: number; readonly of?: number }
  | { readonly type: 'next'; readonly next: NonNullable<ScoreDimension['next']> }
  | { readonly type: 'dimension'; readonly dimension: ScoreDimension; readonly approved?: number }
  | { readonly type: 'condition'; readonly condition: ScoreCondition }
  | { readonly type: 'place'; readonly place: ScorePlace; readonly isMissing: boolean }
  | { readonly type: 'check'; readonly check: ScoreCheck; readonly isQuestion: boolean }
  | { readonly type: 'action'; readonly action: ScoreAction }
  | { readonly type: 'thread'; readonly thread: ReviewThread }
  | { readonly type: 'comment'; readonly comment: ReviewThread['comments'][number]; readonly thread: ReviewThread }
  | { readonly type: 'event'; readonly event: ReviewHistoryEntry; readonly recordUri: string };

export interface ReviewNode {
  /** The same for the same row of the next answer, so that open rows stay open. */
  readonly id: string;
  /** The document that all rows speak of. */
  readonly uri: string;
  readonly content: RowContent;
  readonly parent: ReviewNode | undefined;
  readonly children: readonly ReviewNode[];
}

/** A row before it knows where it hangs. */
interface Draft {
  /** Unique among its siblings. */
  readonly key: string;
  readonly content: RowContent;
  readonly children?: readonly Draft[];
}

export function reviewNodes({ uri, score, review }: DocumentReview): readonly ReviewNode[] {
  const drafts = [
    ...(score === undefined ? [] : [scoreDraft(score)]),
    ...(review === undefined ? [] : [stateDraft(review)]),
    ...(score === undefined ? [] : [actionsDraft(score), dimensionsDraft(score, review)].flat()),
    ...(review === undefined ? [] : [threadsDraft(review), historyDraft(review)].flat()),
  ];
  return plantedAll(drafts, uri, undefined);
}

/** Every row, the outer one before its inner ones. */
export function allNodes(roots: readonly ReviewNode[]): readonly ReviewNode[] {
  return roots.flatMap((node) => [node, ...allNodes(node.children)]);
}

/** The dimension that a row belongs to. */
export function dimensionAt(node: ReviewNode | undefined): ScoreDimension | undefined {
  if (node === undefined) return undefined;
  return node.content.type === 'dimension' ? node.content.dimension : dimensionAt(node.parent);
}

/** Where a condition can be seen: what is missing first, because that is where the work is. */
export function placesOf({ missing, evidence }: ScoreCondition): readonly { place: ScorePlace; isMissing: boolean }[] {
  return [
    ...missing.map((place) => ({ place, isMissing: true })),
    ...evidence.map((place) => ({ place, isMissing: false })),
  ];
}

/** A tree view refuses two rows of one id, so equal keys get a number. */
function plantedAll(drafts: readonly Draft[], uri: string, parent: ReviewNode | undefined): ReviewNode[] {
  const taken = new Map<string, number>();
  return drafts.map(({ key, content, children = [] }) => {
    const count = taken.get(key) ?? 0;
    taken.set(key, count + 1);
    const own = count === 0 ? key : `${key}~${count}`;
    const inner: ReviewNode[] = [];
    const id = parent === undefined ? own : `${parent.id}/${own}`;
    const node: ReviewNode = { id, uri, content, parent, children: inner };
    inner.push(...plantedAll(children, uri, node));
    return node;
  });
}

function group(name: GroupName, children: readonly Draft[], of?: number): readonly Draft[] {
  if (children.length === 0) return [];
  const content = { type: 'group' as const, group: name, count: children.length, ...(of !== undefined && { of }) };
  return [{ key: name, content, children }];
}

// ---- the score

function scoreDraft(score: ScoreResult): Draft {
  const totals = (['measured', 'reviewed'] as const).flatMap((of): readonly Draft[] => {
    const total = score[of];
    return total === undefined ? [] : [{ key: of, content: { type: 'total', of, total } }];
  });
  const standard: Draft = { key: 'standard', content: { type: 'standard', standard: score.standard } };
  return { key: 'score', content: { type: 'score', score }, children: [...totals, standard] };
}

function actionsDraft({ actions }: ScoreResult): readonly Draft[] {
  const rows = actions.map((action, index): Draft => ({ key: String(index), content: { type: 'action', action } }));
  return group('actions', rows);
}

/** Dimensions below those that they are part of. */
function dimensionsDraft({ dimensions }: ScoreResult, review: ReviewResult | undefined): readonly Draft[] {
  const approved = new Map(review?.approvedLevels?.map(({ dimension, level }) => [dimension, level]));
  const names = new Set(dimensions.map(({ name }) => name));
  const under = (parent: string | undefined): readonly Draft[] =>
    dimensions
      .filter((each) => (each.parent !== undefined && names.has(each.parent) ? each.parent : undefined) === parent)
      .map((dimension) => {
        const before = approved.get(dimension.name);
        const content = { type: 'dimension' as const, dimension, ...(before !== undefined && { approved: before }) };
        const inner = dimension.name === parent ? [] : under(dimension.name);
        return { key: dimension.name, content, children: [...dimensionRows(dimension), ...inner] };
      });
  return group('dimensions', under(undefined));
}

function dimensionRows({ held, next, checks, questions }: ScoreDimension): readonly Draft[] {
  const lacking: readonly Draft[] =
    next === undefined
      ? []
      : [{ key: 'next', content: { type: 'next', next }, children: next.lacking.map(conditionDraft) }];
  const met = checks.filter(({ outcome }) => outcome === 'met').length;
  const answered = questions.filter(({ outcome }) => outcome !== 'asked').length;
  const applicable = checks.filter(({ outcome }) => outcome !== 'not-applicable').length;
  return [
    ...lacking,
    ...group('held', held.map(conditionDraft)),
    ...counted('checks', checks.map(checkDraft(false)), [met, applicable]),
    ...counted('questions', questions.map(checkDraft(true)), [answered, questions.length]),
  ];
}

function counted(
  name: GroupName,
  children: readonly Draft[],
  [count, of]: readonly [number, number],
): readonly Draft[] {
  return children.length === 0 ? [] : [{ key: name, content: { type: 'group', group: name, count, of }, children }];
}

function conditionDraft(condition: ScoreCondition, index: number): Draft {
  const parts = (condition.parts ?? []).map(conditionDraft);
  return {
    key: `${index}`,
    content: { type: 'condition', condition },
    children: [...parts, ...placeDrafts(condition)],
  };
}

/** One place is where the row itself leads. */
function placeDrafts(condition: ScoreCondition): readonly Draft[] {
  const places = placesOf(condition);
  if (places.length < 2) return [];
  return places.map(({ place, isMissing }, index) => ({
    key: `@${index}`,
    content: { type: 'place', place, isMissing },
  }));
}

function checkDraft(isQuestion: boolean): (check: ScoreCheck, index: number) => Draft {
  return (check, index) => ({
    key: `${check.key}#${index}`,
    content: { type: 'check', check, isQuestion: isQuestion || check.by === 'answered' || check.outcome === 'asked' },
    children: check.condition === undefined ? [] : placeDrafts(check.condition),
  });
}

// ---- the review

function stateDraft(review: ReviewResult): Draft {
  const { problems, reviewers, changed, suspect, actions, recordUri } = review;
  const children: readonly Draft[] = [
    ...problems.map((problem, index): Draft => ({
      key: `problem${index}`,
      content: { type: 'problem', problem, recordUri },
    })),
    ...reviewers.map((reviewer): Draft => ({ key: `by ${reviewer.name}`, content: { type: 'reviewer', reviewer } })),
    ...group(
      'changed',
      (changed?.sections ?? []).map((section, index) => ({ key: `${index}`, content: { type: 'section', section } })),
    ),
    ...group(
      'suspect',
      suspect.map((each) => ({ key: each.path, content: { type: 'suspect', suspect: each } })),
    ),
    ...actions.filter((each) => isWorthShowing(each, review)).map(stepDraft),
  ];
  return { key: 'state', content: { type: 'state', review }, children };
}

/** What a person would do next; shown with its reasons where it may not be yet. */
const nextSteps: Readonly<Record<ReviewStateName, readonly ReviewActionName[]>> = {
  draft: ['start'],
  'in-review': ['approve', 'reject'],
  approved: ['publish', 'reopen'],
  published: ['reopen'],
  stale: ['start', 'reopen'],
  archived: [],
};

/** Comments are written in the margin. Why an archived text can not be published is nobody's question. */
function isWorthShowing({ action, isAllowed }: ReviewActionStatus, { state }: ReviewResult): boolean {
  return action !== 'comment' && (isAllowed || nextSteps[state].includes(action));
}

function stepDraft(status: ReviewActionStatus): Draft {
  const reasons = status.isAllowed ? [] : status.reasons;
  const children = reasons.map((refusal, index): Draft => ({ key: `${index}`, content: { type: 'refusal', refusal } }));
  return { key: status.action, content: { type: 'step', status }, children };
}

/** Open ones first; otherwise as they stand in the document. */
function threadsDraft({ threads }: ReviewResult): readonly Draft[] {
  const open = threads.filter(({ isResolved }) => !isResolved);
  const resolved = threads.filter(({ isResolved }) => isResolved);
  const rows = [...open, ...resolved].map((thread): Draft => ({
    key: thread.id,
    content: { type: 'thread', thread },
    children: thread.comments
      .slice(1)
      .map((comment): Draft => ({ key: comment.key, content: { type: 'comment', comment, thread } })),
  }));
  return rows.length === 0
    ? []
    : [
        {
          key: 'threads',
          content: { type: 'group', group: 'threads', count: open.length, of: rows.length },
          children: rows,
        },
      ];
}

/** Newest first. */
function historyDraft({ history, recordUri }: ReviewResult): readonly Draft[] {
  const rows = history.map((event): Draft => ({ key: event.key, content: { type: 'event', event, recordUri } }));
  return group('history', rows.toReversed());
}
