// What is said of a review, in the reader's language: why it is in its state, what happened, what can be done.
import type { Message } from '../../core/finding.ts';
import type { Locale } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { Refusal } from '../../core/review/guards.ts';
import type { ReviewEvent } from '../../core/review/reviewRecord.ts';
import { changeSummary } from '../../core/review/changeSummary.ts';
import type { ReviewStatus } from '../../core/review/states.ts';

const LONGEST_NOTE = 200;

/** Why the document is in its state: who, when, and what became of it. */
export function reasonOf({ basis, event, staleBecause, changed, waitingFor }: ReviewStatus, locale: Locale): string {
  const say = (message: Message): string => renderMessage(message, locale);
  if (event === undefined) return say({ key: 'review-reason.none' });
  const args = { by: event.by, day: event.at.slice(0, 10), note: noteOf(event) };
  if (staleBecause === 'changed' && changed !== undefined) return say(changeSummary(changed));
  if (staleBecause === 'age') return say({ key: 'review-reason.age', args });
  if (basis === 'in-review' && waitingFor.length > 0) {
    return say({ key: 'review-reason.waiting', args: { ...args, names: waitingFor.join('、') } });
  }
  if (event.kind === 'reject') return say({ key: 'review-reason.rejected', args });
  return say({ key: `review-reason.${basis}`, args });
}

/** One line of the history. */
export function historyText(event: ReviewEvent, locale: Locale): string {
  const say = (message: Message): string => renderMessage(message, locale);
  switch (event.kind) {
    case 'start': {
      const names = event.reviewers.join('、');
      return say(names === '' ? { key: 'review-history.start' } : { key: 'review-history.start.of', args: { names } });
    }
    case 'answer':
      return say({
        key: `review-history.answer.${event.answer}`,
        args: { question: shortened(event.words ?? event.question) },
      });
    case 'level': {
      const { dimension, level } = event;
      return say({ key: 'review-history.level', args: { dimension, level } });
    }
    case 'reject':
      return say({ key: 'review-history.reject', args: { note: shortened(event.note) } });
    case 'comment':
      return say({ key: 'review-history.comment', args: { text: shortened(event.text) } });
    case 'archive':
    case 'restore':
      return say({ key: `review-history.${event.kind}`, args: { from: event.from, to: event.to } });
    default:
      return say({ key: `review-history.${event.kind}` });
  }
}

export function refusalTexts(
  refusals: readonly Refusal[],
  locale: Locale,
): readonly { readonly text: string; readonly remedy: string }[] {
  return refusals.map(({ text, remedy }) => ({
    text: renderMessage(text, locale),
    remedy: renderMessage(remedy, locale),
  }));
}

function noteOf(event: ReviewEvent): string {
  return event.kind === 'reject' || event.kind === 'reopen' ? shortened(event.note ?? '') : '';
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_NOTE ? line : `${line.slice(0, LONGEST_NOTE - 1)}…`;
}
