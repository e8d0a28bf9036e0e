// What a person does in a review, as edits of the record and of the document's status field, or every reason why not. Pure:
// time, name and chance come from the caller.
import { applyEdits } from '../applyEdits.ts';
import { stateOfStatus } from '../checking/statusWords.ts';
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { Severity, TextEdit } from '../finding.ts';
import { ownIdOf } from '../ids/ownId.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { Configuration } from '../library/configuration.ts';
import type { Plan } from '../roadmap/plan.ts';
import type { Rubric } from '../rubric/rubric.ts';
import type { Score } from '../score/score.ts';
import type { SourceText } from '../sourceText.ts';
import { inputRefusals } from './actInput.ts';
import { threadsOf } from './comments.ts';
import { statusFieldOf } from './documentReview.ts';
import { isInFuture } from './eventOrder.ts';
import { detailsOf } from './eventOfAct.ts';
import { refusalsOf, type GuardGround, type Refusal } from './guards.ts';
import { conflictSides } from './recordConflicts.ts';
import { addEvents, renamedDocument, type NewEvent } from './recordEdits.ts';
import { mergedRecord } from './recordMerge.ts';
import { recordPathOf } from './recordPath.ts';
import { keyOfTime, normalTime } from './recordTime.ts';
import type { ActOutcome, ActStamp, ReviewAct } from './reviewAct.ts';
import { questionsOf } from './reviewQuestions.ts';
import type { ReviewEvent, ReviewRecord } from './reviewRecord.ts';
import { reviewStatus, type ReviewStatus } from './states.ts';
import { statusTextOf } from './stateWords.ts';
import { suspectsOf } from './suspects.ts';

export interface ActGround {
  readonly facts: DocumentFacts;
  readonly source: SourceText;
  readonly index: LibraryIndex;
  readonly configuration: Configuration;
  readonly plans?: readonly Plan[] | undefined;
  readonly record?: ReviewRecord | undefined;
  /** Text of the record file. */
  readonly recordText?: string | undefined;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly score?: Score | undefined;
  readonly rubric?: Rubric | undefined;
  /** Values that the template allows for the status. */
  readonly statusValues?: readonly string[] | undefined;
  /** YYYY-MM-DD. */
  readonly today?: string | undefined;
}

/** What guards look at; `by` where somebody in particular is about to act. */
export function guardGround(ground: ActGround, by?: string, reviewers?: readonly string[]): GuardGround {
  const { record, configuration, index, today, rubric, score } = ground;
  const status = statusOf(ground);
  return {
    status,
    review: configuration.review,
    findings: ground.findings,
    openComments: record === undefined ? 0 : threadsOf(record).filter(({ isResolved }) => !isResolved).length,
    suspects: record === undefined ? 0 : suspectsOf(record, index, today).length,
    score,
    grades: rubric?.grades,
    openQuestions: questionsOf(rubric, record).filter(({ answer }) => answer === undefined).length,
    by,
    reviewers,
  };
}

function statusOf({ record, facts, configuration, today }: ActGround): ReviewStatus {
  return reviewStatus(record, facts, { configuration, today });
}

export function actOnReview(act: ReviewAct, stamp: ActStamp, ground: ActGround): ActOutcome {
  const reviewers = act.action === 'start' ? act.reviewers : undefined;
  const refusals = [...refusalsOf(act.action, guardGround(ground, stamp.by, reviewers)), ...inputRefusals(act, ground)];
  if (refusals.length > 0) return { kind: 'refused', refusals };
  if (isMend(act)) return mended(ground);
  const { facts, record } = ground;
  const at = timeOf(stamp.now, ground);
  const key = keyOfTime(at, stamp.random);
  const event: NewEvent = { key, at, by: stamp.by, ...detailsOf(act, key, ground) };
  const id = ownIdOf(facts)?.id;
  const change = addEvents(ground.recordText, [event], { document: facts.path, id });
  if (change.kind === 'refused') return { kind: 'refused', refusals: [recordRefusal(change.because)] };
  return {
    kind: 'done',
    path: record?.path ?? recordPathOf(facts.path),
    record: change,
    document: statusEdits(event, ground),
    ...(event.kind === 'comment' && { thread: event.thread }),
  };
}

function isMend(act: ReviewAct): act is Extract<ReviewAct, { action: 'mend' }> {
  return act.action === 'mend';
}

/** Nothing is added: what people wrote is put together again. */
function mended({ record, recordText, facts }: ActGround): ActOutcome {
  const sides = recordText === undefined ? undefined : conflictSides(recordText);
  const whole = sides === undefined || recordText === undefined ? recordText : mergedRecord(recordText, sides);
  if (record === undefined || recordText === undefined || whole === undefined) {
    return {
      kind: 'refused',
      refusals: [{ text: { key: 'review-act.mend' }, remedy: { key: 'review-act.mend.remedy' } }],
    };
  }
  const newText = applyEdits(whole, renamedDocument(whole, facts.path));
  if (newText === recordText) {
    return {
      kind: 'refused',
      refusals: [{ text: { key: 'review-act.mend' }, remedy: { key: 'review-act.mend.remedy' } }],
    };
  }
  const edits = [{ span: { start: 0, end: recordText.length }, newText }];
  return { kind: 'done', path: record.path, record: { kind: 'edits', edits }, document: [] };
}

// ---- the event

/** Not before the last event: what is done in one second keeps its order. */
function timeOf(now: string, { record, today }: ActGround): string {
  const at = normalTime(now) ?? now;
  const last = record?.events.findLast((event) => !isInFuture(event, today))?.at;
  if (last === undefined || last < at) return at;
  return normalTime(new Date(Date.parse(last) + 1_000).toISOString()) ?? at;
}

// ---- the document

/** Where the status field speaks of the review, it is given the new state; a document that says nothing of it is left alone. */
function statusEdits(event: NewEvent, ground: ActGround): readonly TextEdit[] {
  const { facts, configuration, record, today } = ground;
  const field = statusFieldOf(facts);
  const stated = field && stateOfStatus(field.value, configuration);
  if (field === undefined || stated === undefined) return [];
  const end = Number.MAX_SAFE_INTEGER;
  const added: ReviewEvent = { ...event, span: { start: end, end } };
  const before = statusOf(ground).basis;
  const after = reviewStatus({ events: [...(record?.events ?? []), added] }, facts, { configuration, today }).basis;
  if (after === before || after === stated) return [];
  const newText = statusTextOf(after, {
    configuration,
    language: facts.language,
    values: ground.statusValues,
    before: field.value,
  });
  return [{ span: field.valueSpan, newText }];
}

function recordRefusal(because: 'conflict' | 'syntax'): Refusal {
  return { text: { key: `review-act.${because}` }, remedy: { key: `review-act.${because}.remedy` } };
}
