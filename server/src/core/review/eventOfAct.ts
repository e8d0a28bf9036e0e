// What a record keeps of what a person does: the details of the event, taken from the document as it is now.
import type { Score } from '../score/score.ts';
import type { ActGround } from './actOnReview.ts';
import { anchorOf } from './comments.ts';
import type { NewEvent } from './recordEdits.ts';
import type { ReviewAct } from './reviewAct.ts';
import { questionsOf } from './reviewQuestions.ts';
import { printOf, snapshotOf } from './snapshot.ts';
import { dependenciesOf } from './suspects.ts';

export type EventDetails = NewEvent extends infer Event
  ? Event extends unknown
    ? Omit<Event, 'key' | 'at' | 'by'>
    : never
  : never;

type ActOf<Action extends ReviewAct['action']> = Extract<ReviewAct, { action: Action }>;

/** `key` is that of the event: a thread is named after the comment that begins it. */
export function detailsOf(
  act: Exclude<ReviewAct, { readonly action: 'mend' }>,
  key: string,
  ground: ActGround,
): EventDetails {
  switch (act.action) {
    case 'start': {
      const names = act.reviewers.map((name) => name.trim()).filter((name) => name !== '');
      return { kind: 'start', reviewers: [...new Set(names)] };
    }
    case 'answer':
      return answerOf(act, ground);
    case 'level':
      return levelOf(act, ground);
    case 'approve':
      return approvalOf(ground);
    case 'reject':
      return { kind: 'reject', note: act.note.trim() };
    case 'reopen':
      return { kind: 'reopen', ...noteOf(act.note) };
    case 'look':
      return { kind: 'look', dependsOn: dependenciesOf(ground.facts, ground) };
    case 'comment': {
      const anchor = act.line === undefined ? {} : { anchor: anchorOf(act.line, ground) };
      return { kind: 'comment', thread: key.slice(-12), ...anchor, text: act.text.trim() };
    }
    case 'reply':
      return { kind: 'comment', thread: act.thread, text: act.text.trim() };
    case 'resolve':
    case 'unresolve':
      return { kind: act.action, thread: act.thread };
    case 'publish':
      return { kind: 'publish' };
  }
}

function answerOf({ question, answer, note }: ActOf<'answer'>, { rubric }: ActGround): EventDetails {
  const words = questionsOf(rubric, undefined).find(({ key }) => key === question)?.text;
  return { kind: 'answer', question, ...(words !== undefined && { words }), answer, ...noteOf(note) };
}

function levelOf({ dimension, level, reason = '' }: ActOf<'level'>, { facts }: ActGround): EventDetails {
  const because = reason.trim();
  return { kind: 'level', dimension, level, ...(because !== '' && { reason: because }), content: printOf(facts) };
}

function approvalOf(ground: ActGround): EventDetails {
  const { facts, score } = ground;
  return {
    kind: 'approve',
    snapshot: snapshotOf(facts),
    levels: levelsOf(score),
    dependsOn: dependenciesOf(facts, ground),
    ...(score && { standard: score.standard }),
  };
}

function noteOf(note: string | undefined): { readonly note?: string } {
  const text = note?.trim() ?? '';
  return text === '' ? {} : { note: text };
}

function levelsOf(score: Score | undefined): Readonly<Record<string, number>> {
  const dimensions = score?.dimensions ?? [];
  return Object.fromEntries(
    dimensions.flatMap(({ name, level }) => (level === undefined ? [] : [[name, level] as const])),
  );
}
