// Whether what a person says fits: questions and dimensions of the standard, threads of the record, words where words are
// needed. Each refusal says what would do.
import { threadsOf } from './comments.ts';
import type { ActGround } from './actOnReview.ts';
import type { Refusal } from './guards.ts';
import type { ReviewAct } from './reviewAct.ts';
import { questionsOf } from './reviewQuestions.ts';

export function inputRefusals(act: ReviewAct, ground: ActGround): readonly Refusal[] {
  switch (act.action) {
    case 'answer':
      return questionRefusals(act.question, ground);
    case 'level':
      return levelRefusals(act.dimension, act.level, ground);
    case 'reject':
      return wordsOf(act.note, 'note');
    case 'comment':
      return [...wordsOf(act.text, 'text'), ...certainty(ground)];
    case 'reply':
      return [...wordsOf(act.text, 'text'), ...threadRefusals(act.thread, ground)];
    case 'resolve':
    case 'unresolve':
      return threadRefusals(act.thread, ground);
    case 'approve':
      return certainty(ground);
    default:
      return [];
  }
}

function questionRefusals(question: string, { rubric }: ActGround): readonly Refusal[] {
  const isKnown = questionsOf(rubric, undefined).some(({ key }) => key === question);
  return isKnown ? [] : [refusal('question', question)];
}

function levelRefusals(dimension: string, level: number, { rubric }: ActGround): readonly Refusal[] {
  const found = rubric?.dimensions.find(({ name }) => name === dimension);
  if (found === undefined) return [refusal('dimension', dimension)];
  const most = Math.max(5, ...found.levels.map(({ score }) => score));
  const isLevel = Number.isInteger(level) && level >= 0 && level <= most;
  return isLevel ? [] : [refusal('level', String(level))];
}

function threadRefusals(thread: string, { record }: ActGround): readonly Refusal[] {
  const isKnown = record !== undefined && threadsOf(record).some(({ id }) => id === thread);
  return isKnown ? [] : [refusal('thread', thread)];
}

function wordsOf(text: string, what: 'note' | 'text'): readonly Refusal[] {
  return text.trim() === '' ? [refusal(what, '')] : [];
}

/** Between conflict markers everything stands twice; nobody can say what was approved. */
function certainty({ facts }: ActGround): readonly Refusal[] {
  return facts.limit === undefined ? [] : [refusal('limit', '')];
}

type Input = 'question' | 'dimension' | 'level' | 'note' | 'text' | 'thread' | 'limit';

function refusal(what: Input, value: string): Refusal {
  const args = { value };
  return { text: { key: `review-act.${what}`, args }, remedy: { key: `review-act.${what}.remedy`, args } };
}
