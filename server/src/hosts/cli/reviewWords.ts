// Words of `casewright review` behind the document: `key=answer`, `dimension=level`, a thread, a line.
import type { ReviewAction } from '../../core/review/guards.ts';
import type { ReviewAct } from '../../core/review/reviewAct.ts';
import type { CommandLine } from './commandLine.ts';
import { CommandFailure } from './failure.ts';

/** `cases/a.md:12` names a line, from 1. */
export function documentWord(word: string): { readonly path: string; readonly line?: number } {
  const [, path = word, line] = /^(.+\.(?:md|markdown)):(\d{1,7})$/i.exec(word) ?? [];
  return line === undefined ? { path } : { path, line: Math.max(0, Number(line) - 1) };
}

export function actOf(action: ReviewAction, line: CommandLine): ReviewAct {
  const [, word = '', value = ''] = line.paths;
  const { note, reviewers } = line;
  switch (action) {
    case 'start':
      return { action, reviewers };
    case 'answer':
      return { action, ...answerOf(value), note };
    case 'level':
      return { action, ...levelOf(value), reason: note };
    case 'reopen':
      return { action, note };
    case 'resolve':
    case 'unresolve':
      return { action, thread: value };
    case 'reject':
    case 'comment':
    case 'reply':
      return saidIn(action, note ?? '', { word, thread: value });
    default:
      return { action };
  }
}

function saidIn(
  action: 'reject' | 'comment' | 'reply',
  text: string,
  { word, thread }: { readonly word: string; readonly thread: string },
): ReviewAct {
  if (action === 'reject') return { action, note: text };
  return action === 'reply' ? { action, thread, text } : { action, line: documentWord(word).line, text };
}

const answers: Readonly<Record<string, 'yes' | 'no' | 'not-applicable'>> = {
  yes: 'yes', no: 'no', 'not-applicable': 'not-applicable', na: 'not-applicable', 是: 'yes', 否: 'no', 不适用: 'not-applicable',
}; // prettier-ignore

function answerOf(word: string): Pick<Extract<ReviewAct, { action: 'answer' }>, 'question' | 'answer'> {
  const at = word.lastIndexOf('=');
  const answer = Object.entries(answers).find(([name]) => name === word.slice(at + 1).toLowerCase())?.[1];
  if (at <= 0 || answer === undefined) throw new CommandFailure({ key: 'cli.review.answer', args: { word } });
  return { question: word.slice(0, at), answer };
}

function levelOf(word: string): Pick<Extract<ReviewAct, { action: 'level' }>, 'dimension' | 'level'> {
  const at = word.lastIndexOf('=');
  const level = /^\d{1,3}$/.test(word.slice(at + 1)) ? Number(word.slice(at + 1)) : -1;
  if (at <= 0 || level < 0) throw new CommandFailure({ key: 'cli.review.level', args: { word } });
  return { dimension: word.slice(0, at), level };
}
