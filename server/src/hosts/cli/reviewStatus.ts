// What `casewright review status` writes: all reviews of a library, or everything about one.
import { printable, renderMessage } from '../../core/messages/render.ts';
import type { MessageKey } from '../../core/messages/catalog.ts';
import { guardGround, type ActGround } from '../../core/review/actOnReview.ts';
import { changeSummary } from '../../core/review/changeSummary.ts';
import { placeOf, threadsOf } from '../../core/review/comments.ts';
import { refusalsOf } from '../../core/review/guards.ts';
import { questionsOf } from '../../core/review/reviewQuestions.ts';
import { labelOfState } from '../../core/review/stateWords.ts';
import { suspectsOf } from '../../core/review/suspects.ts';
import { reviewRows, stateCounts } from '../../features/review/reviews.ts';
import { historyText, reasonOf, refusalTexts } from '../../features/review/reviewTexts.ts';
import { today } from '../today.ts';
import type { CommandLine } from './commandLine.ts';
import type { OpenLibrary } from './libraryFacts.ts';

export function listOfReviews({ index, life, state }: OpenLibrary, { locale, format }: CommandLine): string {
  const { configuration } = state;
  const documents = reviewRows({ index, life, configuration, today: today() }, locale);
  const states = stateCounts(documents, configuration, locale);
  if (format === 'json') return `${JSON.stringify({ documents, states }, null, 2)}\n`;
  const say = (key: MessageKey, args: Readonly<Record<string, string | number>>): string =>
    renderMessage({ key, args }, locale);
  if (documents.length === 0) return `${say('cli.review.none', {})}\n`;
  const lines = documents.map((row) => {
    const notes = [
      ...(row.waitingFor.length > 0 ? [say('cli.review.waiting', { names: row.waitingFor.join('、') })] : []),
      ...(row.isOverdue ? [say('cli.review.overdue', {})] : []),
      ...(row.changed > 0 ? [say('cli.review.changed', { count: row.changed })] : []),
      ...(row.suspect > 0 ? [say('cli.review.suspect', { count: row.suspect })] : []),
      ...(row.openComments > 0 ? [say('cli.review.comments', { count: row.openComments })] : []),
    ];
    return printable([`${row.label}  ${row.path}`, ...notes].join('  · '));
  });
  const counts = states.filter(({ count }) => count > 0).map(({ label, count }) => `${label} ${String(count)}`);
  return `${[...lines, '', counts.join('  ')].join('\n')}\n`;
}

const guarded = ['start', 'approve', 'publish'] as const;

export function statusOfReview(ground: ActGround, recordPath: string, { locale, format, by }: CommandLine): string {
  const { facts, record, configuration, source } = ground;
  const guards = guardGround(ground, by);
  const { status } = guards;
  const questions = questionsOf(ground.rubric, record);
  const threads = (record === undefined ? [] : threadsOf(record)).map((thread) => {
    const { line } = source.positionAt(placeOf(thread.anchor, { facts, source }).span.start);
    return { ...thread, line: line + 1 };
  });
  const actions = guarded.map((action) => ({ action, reasons: refusalTexts(refusalsOf(action, guards), locale) }));
  const suspect = record === undefined ? [] : suspectsOf(record, ground.index, ground.today);
  const reason = reasonOf(status, locale);
  if (format === 'json') {
    const { state, basis, reviewers, waitingFor, changed } = status;
    const history = (record?.events ?? []).map(({ key, at, by: name, kind }) => ({ key, at, by: name, kind }));
    const result = {
      path: facts.path,
      record: record === undefined ? null : recordPath,
      state,
      basis,
      reason,
      reviewers,
      waitingFor,
      changed: changed ?? null,
      suspect,
      questions,
      threads,
      actions,
      history,
    };
    return `${JSON.stringify(result, (key, value: unknown) => (key === 'span' ? undefined : value), 2)}\n`;
  }
  const say = (key: MessageKey, args: Readonly<Record<string, string | number>> = {}): string =>
    renderMessage({ key, args }, locale);
  const head = [
    `${labelOfState(status.state, configuration, locale)}  ${facts.path}`,
    `  ${reason}`,
    ...(status.changed ? [`  ${renderMessage(changeSummary(status.changed), locale)}`] : []),
    ...suspect.map((path) => `  ${say('cli.review.suspect-of', { path })}`),
  ];
  const lines = [
    ...head,
    ...questions.map(({ key, text, answer }) => `  [${answer?.answer ?? ' '}] ${key}  ${text}`),
    ...threads.map(({ id, line, isResolved, comments }) => {
      const mark = isResolved ? 'x' : ' ';
      return `  [${mark}] ${id}  ${facts.path}:${String(line)}  ${comments[0]?.by ?? ''}: ${comments[0]?.text ?? ''}`;
    }),
    ...actions.flatMap(({ action, reasons }) => stepLines(say(`review-action.${action}`), reasons, say)),
    ...(record?.events ?? []).map(
      (event) => `  ${event.at.slice(0, 16).replace('T', ' ')}  ${event.by}  ${historyText(event, locale)}`,
    ),
  ];
  const shown = lines.filter((line, index) => line !== lines[index - 1]);
  return `${shown.map((line) => printable(line)).join('\n')}\n`;
}

function stepLines(
  label: string,
  reasons: ReturnType<typeof refusalTexts>,
  say: (key: MessageKey, args: Readonly<Record<string, string>>) => string,
): readonly string[] {
  if (reasons.length === 0) return [`  ${say('cli.review.allowed', { label })}`];
  const lines = reasons.flatMap(({ text, remedy }) => [`    - ${text}`, `      ${remedy}`]);
  return [`  ${say('cli.review.not-allowed', { label })}`, ...lines];
}
