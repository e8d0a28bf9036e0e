// Everything that is known of the review of one document, in the reader's language, with its places.
import { stateOfStatus } from '../../core/checking/statusWords.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { guardGround } from '../../core/review/actOnReview.ts';
import { changeSummary } from '../../core/review/changeSummary.ts';
import { placeOf, threadsOf } from '../../core/review/comments.ts';
import { statusFieldOf } from '../../core/review/documentReview.ts';
import { refusalsOf, type ReviewAction } from '../../core/review/guards.ts';
import { problemsOf } from '../../core/review/recordProblems.ts';
import { questionsOf } from '../../core/review/reviewQuestions.ts';
import type { ReviewRecord, ReviewState } from '../../core/review/reviewRecord.ts';
import type { ReviewStatus } from '../../core/review/states.ts';
import { labelOfState } from '../../core/review/stateWords.ts';
import { suspectsOf } from '../../core/review/suspects.ts';
import { SourceText, type Range } from '../../core/sourceText.ts';
import type { EngineView } from '../engineView.ts';
import { uriOfPath } from '../resourceUri.ts';
import { reviewSubject, type ReviewSubject, type ReviewTarget } from './reviewSubject.ts';
import { historyText, reasonOf, refusalTexts } from './reviewTexts.ts';

export interface PlainReview {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  readonly recordUri: string;
  readonly recordPath: string;
  readonly hasRecord: boolean;
  readonly state: ReviewState;
  readonly label: string;
  readonly reason: string;
  readonly since?: string;
  readonly stated?: { readonly words: string; readonly state?: ReviewState; readonly range: Range };
  readonly reviewers: readonly PlainReviewer[];
  readonly changed?: PlainChanges;
  readonly suspect: readonly { readonly uri: string; readonly path: string; readonly title: string }[];
  readonly questions: readonly PlainQuestion[];
  readonly actions: readonly PlainActionStatus[];
  readonly threads: readonly PlainThread[];
  readonly history: readonly PlainHistoryEntry[];
  readonly problems: readonly { readonly message: string; readonly range: Range }[];
  readonly approvedLevels?: readonly { readonly dimension: string; readonly level: number }[];
}

export interface PlainReviewer {
  readonly name: string;
  readonly decision: ReviewStatus['reviewers'][number]['decision'];
  readonly at?: string;
  readonly note?: string;
}

export interface PlainChanges {
  readonly summary: string;
  readonly sections: readonly {
    readonly kind: 'changed' | 'added' | 'removed' | 'renamed';
    readonly name: string;
    readonly before?: string;
    readonly range?: Range;
  }[];
}

export interface PlainQuestion {
  readonly key: string;
  readonly text: string;
  readonly dimension: string;
  readonly answer?: 'yes' | 'no' | 'not-applicable';
  readonly by?: string;
  readonly at?: string;
  readonly note?: string;
}

export interface PlainActionStatus {
  readonly action: ReviewAction;
  readonly label: string;
  readonly isAllowed: boolean;
  readonly reasons: readonly { readonly text: string; readonly remedy: string }[];
}

export interface PlainThread {
  readonly id: string;
  readonly range: Range;
  readonly place: 'found' | 'moved' | 'line-lost' | 'lost';
  readonly note: string;
  readonly heading: string;
  readonly isResolved: boolean;
  readonly comments: readonly {
    readonly key: string;
    readonly by: string;
    readonly at: string;
    readonly text: string;
  }[];
}

export interface PlainHistoryEntry {
  readonly key: string;
  readonly at: string;
  readonly by: string;
  readonly kind: string;
  readonly text: string;
  readonly range: Range;
}

/** `by`: for whom the actions are judged; absent: for nobody in particular. */
export type ReviewQuestion = ReviewTarget & { readonly by?: string | undefined };

/** What was measured when it was approved last. */
function approvedLevels(record: ReviewRecord | undefined): Pick<PlainReview, 'approvedLevels'> {
  const approval = record?.events.findLast((event) => event.kind === 'approve');
  const levels = Object.entries(approval?.levels ?? {});
  return levels.length === 0 ? {} : { approvedLevels: levels.map(([dimension, level]) => ({ dimension, level })) };
}

/** Undefined for what is no document of a known library. */
export function review(view: EngineView, question: ReviewQuestion): PlainReview | undefined {
  const subject = reviewSubject(view, question);
  if (subject === undefined) return undefined;
  const { ground, recordPath } = subject;
  const { facts, record, configuration, source } = ground;
  const { locale } = view;
  const { root } = question;
  const guards = guardGround(ground, question.by);
  const { status } = guards;
  const field = statusFieldOf(facts);
  const stated = field && stateOfStatus(field.value, configuration);
  const recordSource = new SourceText(ground.recordText ?? '');
  return {
    uri: uriOfPath(root, facts.path),
    path: facts.path,
    title: facts.title?.text ?? facts.path,
    recordUri: uriOfPath(root, recordPath),
    recordPath,
    hasRecord: record !== undefined,
    state: status.state,
    label: labelOfState(status.state, configuration, locale),
    reason: reasonOf(status, locale),
    ...(status.event && { since: status.event.at }),
    ...(field && {
      stated: { words: field.value, ...(stated && { state: stated }), range: source.rangeOf(field.valueSpan) },
    }),
    reviewers: status.reviewers.map(plainReviewer),
    ...changesOf(status, subject, view),
    ...approvedLevels(record),
    suspect: suspectDocuments(root, subject),
    questions: questionsOf(ground.rubric, record).map(plainQuestion),
    actions: shownActions.map((action) => {
      const reasons = refusalTexts(refusalsOf(action, guards), locale);
      const label = renderMessage({ key: `review-action.${action}` }, locale);
      return { action, label, isAllowed: reasons.length === 0, reasons };
    }),
    threads: plainThreads(view, subject),
    history: (record?.events ?? []).map((event) => {
      const { key, at, by, kind, span } = event;
      return { key, at, by, kind, text: historyText(event, locale), range: recordSource.rangeOf(span) };
    }),
    problems: (record === undefined ? [] : problemsOf(record, ground.today)).map(({ message, span }) => {
      return { message: renderMessage(message, locale), range: recordSource.rangeOf(span) };
    }),
  };
}

const shownActions = ['start', 'approve', 'reject', 'publish', 'reopen', 'look', 'comment'] as const;

function plainReviewer({ name, decision, event }: ReviewStatus['reviewers'][number]): PlainReviewer {
  const note = event?.kind === 'reject' ? { note: event.note } : {};
  return { name, decision, ...(event && { at: event.at }), ...note };
}

function changesOf(
  { changed }: ReviewStatus,
  { ground: { facts, source } }: ReviewSubject,
  { locale }: EngineView,
): { readonly changed?: PlainChanges } {
  if (changed === undefined) return {};
  const sections = changed.sections.map(({ kind, name, before, heading }) => {
    const span = heading === undefined ? undefined : facts.headings[heading]?.span;
    return { kind, name, ...(before !== undefined && { before }), ...(span && { range: source.rangeOf(span) }) };
  });
  return { changed: { summary: renderMessage(changeSummary(changed), locale), sections } };
}

function suspectDocuments(root: string, { ground }: ReviewSubject): PlainReview['suspect'] {
  const { record, index, today } = ground;
  if (record === undefined) return [];
  return suspectsOf(record, index, today).map((path) => {
    return { uri: uriOfPath(root, path), path, title: index.documents.get(path)?.title?.text ?? path };
  });
}

function plainQuestion({ key, text, dimension, answer }: ReturnType<typeof questionsOf>[number]): PlainQuestion {
  if (answer === undefined) return { key, text, dimension };
  const { by, at, note } = answer;
  return { key, text, dimension, answer: answer.answer, by, at, ...(note !== undefined && { note }) };
}

function plainThreads({ locale }: EngineView, { ground }: ReviewSubject): readonly PlainThread[] {
  const { record, facts, source } = ground;
  if (record === undefined) return [];
  return threadsOf(record).map(({ id, anchor, comments, isResolved }) => {
    const place = placeOf(anchor, { facts, source });
    return {
      id,
      range: source.rangeOf(place.span),
      place: place.kind,
      note: place.note === undefined ? '' : renderMessage(place.note, locale),
      heading: facts.headings[place.heading]?.text ?? anchor?.heading ?? '',
      isResolved,
      comments: comments.map(({ key, by, at, text }) => ({ key, by, at, text })),
    };
  });
}
