// What has to hold before a step of a review. A refusal lists every reason, each with what would satisfy it.
import type { Message, Severity } from '../finding.ts';
import type { Score, Total } from '../score/score.ts';
import type { Grade } from '../standard/standard.ts';
import { isSamePerson } from './people.ts';
import type { Guard, ReviewConfiguration } from './reviewConfiguration.ts';
import { guardOf, type ReviewStatus } from './states.ts';

export const reviewActions = [
  'start', 'answer', 'level', 'approve', 'reject', 'publish', 'reopen', 'look', 'comment', 'reply', 'resolve', 'unresolve', 'mend',
] as const; // prettier-ignore
export type ReviewAction = (typeof reviewActions)[number];

export interface Refusal {
  readonly text: Message;
  /** What would satisfy it. */
  readonly remedy: Message;
}

export interface GuardGround {
  readonly status: ReviewStatus;
  readonly review: ReviewConfiguration | undefined;
  /** Findings of the document by severity. */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly openComments: number;
  readonly suspects: number;
  /** Absent: there is no standard, or nothing of it could be measured. */
  readonly score?: Score | undefined;
  /** Grades of the standard, as it gives them. */
  readonly grades?: readonly Grade[] | undefined;
  /** Questions of the standard that nobody has answered. */
  readonly openQuestions: number;
  /** Absent: nobody in particular. */
  readonly by?: string | undefined;
  /** Of `start`: who is asked. */
  readonly reviewers?: readonly string[] | undefined;
}

/** Every reason why not; empty where it may be done. */
export function refusalsOf(action: ReviewAction, ground: GuardGround): readonly Refusal[] {
  if (action === 'mend') return [];
  if (ground.status.basis === 'archived') return [refused('archived')];
  const first = stateRefusals(action, ground);
  if (action === 'start') return [...first, ...guardRefusals(guardOf(ground.review, 'start'), ground)];
  if (action === 'approve') {
    return [...first, ...personRefusals(ground), ...guardRefusals(guardOf(ground.review, 'approve'), ground)];
  }
  if (action === 'publish') {
    const guard = guardOf(ground.review, 'publish');
    return [...first, ...approvalRefusals(guard, ground), ...guardRefusals(guard, ground)];
  }
  return first;
}

// ---- the order of the steps

function stateRefusals(action: ReviewAction, ground: GuardGround): readonly Refusal[] {
  const { basis } = ground.status;
  switch (action) {
    case 'start':
      return basis === 'in-review' && !asksOthers(ground) ? [refused('started')] : [];
    case 'approve':
    case 'reject':
      return basis === 'in-review' ? [] : [refused('not-in-review')];
    case 'publish':
      if (basis === 'published') return [refused('published')];
      return basis === 'approved' ? [] : [refused('not-approved')];
    case 'reopen':
      return basis === 'draft' ? [refused('nothing-to-reopen')] : [];
    case 'look':
      return ground.suspects > 0 ? [] : [refused('nothing-to-look')];
    default:
      return [];
  }
}

function asksOthers({ status, reviewers = [] }: GuardGround): boolean {
  const known = new Set(status.reviewers.map(({ name }) => name));
  return reviewers.some((name) => !known.has(name));
}

type Order =
  'archived' | 'started' | 'not-in-review' | 'published' | 'not-approved' | 'nothing-to-reopen' | 'nothing-to-look';

function refused(why: Order): Refusal {
  return refusal(`review-guard.${why}`, `review-guard.${why}.remedy`);
}

// ---- people

function personRefusals({ status, review, by }: GuardGround): readonly Refusal[] {
  if (by === undefined) return [];
  const isBy = (name: string): boolean => isSamePerson(name, by, review?.people);
  const refusals: Refusal[] = [];
  if (guardOf(review, 'approve').allowsAuthor !== true && status.authors.some(isBy)) {
    refusals.push(refusal('review-guard.author', 'review-guard.author.remedy', { name: by }));
  }
  if (
    status.basis === 'in-review' &&
    status.reviewers.some(({ name, decision }) => decision === 'approved' && isBy(name))
  ) {
    refusals.push(refusal('review-guard.again', 'review-guard.again.remedy', { name: by }));
  }
  return refusals;
}

function approvalRefusals(guard: Guard, { status }: GuardGround): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const approved = status.reviewers.filter(({ decision }) => decision === 'approved' || decision === 'outdated').length;
  if (guard.reviewers !== undefined && approved < guard.reviewers) {
    refusals.push(
      refusal('review-guard.reviewers', 'review-guard.reviewers.remedy', { count: approved, min: guard.reviewers }),
    );
  }
  if (guard.unchanged !== false && status.staleBecause === 'changed') {
    refusals.push(
      refusal('review-guard.changed', 'review-guard.changed.remedy', { count: status.changed?.sections.length ?? 0 }),
    );
  }
  return refusals;
}

// ---- the document

function guardRefusals(guard: Guard, ground: GuardGround): readonly Refusal[] {
  const refusals = [...findingRefusals(guard, ground), ...scoreRefusals(guard, ground)];
  if (guard.questions === true && ground.openQuestions > 0) {
    refusals.push(refusal('review-guard.questions', 'review-guard.questions.remedy', { count: ground.openQuestions }));
  }
  if (guard.comments === true && ground.openComments > 0) {
    refusals.push(refusal('review-guard.comments', 'review-guard.comments.remedy', { count: ground.openComments }));
  }
  return refusals;
}

const severities = ['error', 'warning', 'information', 'hint'] as const;

function findingRefusals({ findings = {} }: Guard, ground: GuardGround): readonly Refusal[] {
  return severities.flatMap((severity) => {
    const max = findings[severity];
    const count = ground.findings[severity];
    if (max === undefined || count <= max) return [];
    return [refusal(`review-guard.findings.${severity}`, 'review-guard.findings.remedy', { count, max })];
  });
}

function scoreRefusals(guard: Guard, ground: GuardGround): readonly Refusal[] {
  const { score } = ground;
  const total = score?.reviewed ?? score?.measured;
  return [...totalRefusals(guard, total, ground.grades ?? []), ...levelRefusals(guard, score)];
}

function totalRefusals(
  { score, grade }: Guard,
  total: Total | undefined,
  grades: readonly Grade[],
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (score !== undefined && total === undefined) {
    refusals.push(refusal('review-guard.score.unknown', 'review-guard.score.unknown.remedy', { min: score }));
  } else if (score !== undefined && total !== undefined && total.value < score) {
    refusals.push(refusal('review-guard.score', 'review-guard.score.remedy', { value: total.value, min: score }));
  }
  const least = grades.find(({ name }) => name === grade)?.min;
  const isReached = total !== undefined && (total.grade === grade || (least !== undefined && total.value >= least));
  if (grade !== undefined && !isReached) {
    refusals.push(
      refusal('review-guard.grade', 'review-guard.score.remedy', { grade: total?.grade ?? '–', min: grade }),
    );
  }
  return refusals;
}

function levelRefusals({ levels = {} }: Guard, score: Score | undefined): readonly Refusal[] {
  return Object.entries(levels).flatMap(([name, min]) => {
    const dimension = score?.dimensions.find((each) => each.name === name);
    const level = dimension?.given?.level ?? dimension?.level;
    if (level !== undefined && level >= min) return [];
    return [refusal('review-guard.level', 'review-guard.level.remedy', { name, level: level ?? '–', min })];
  });
}

function refusal(text: Message['key'], remedy: Message['key'], args?: Message['args']): Refusal {
  return { text: { key: text, ...(args && { args }) }, remedy: { key: remedy, ...(args && { args }) } };
}
