// Weeks and days of a schedule: Week 1-2, 第3-4周, W1, Day 3, 第2天, Month 1, Q1.
import type { TimeRange } from '../plan.ts';
import type { Found } from './effort.ts';

const WORD_FIRST =
  /(?<![A-Za-z])(week|w|day|month|q)[ \t]*(\d{1,4})(?:[ \t]*(?:-|–|—|~|～|至|到)[ \t]*(?:week|w|day|month|q)?[ \t]*(\d{1,4}))?(?![\d.])/i;
const CHINESE = /第[ \t]*(\d{1,4})(?:[ \t]*(?:-|–|—|~|～|至|到)[ \t]*(\d{1,4}))?[ \t]*(周|天|个?月|季度)/;

const UNITS: Readonly<Record<string, TimeRange['unit']>> = {
  week: 'week',
  w: 'week',
  day: 'day',
  month: 'month',
  q: 'quarter',
  周: 'week',
  天: 'day',
  月: 'month',
  个月: 'month',
  季度: 'quarter',
};

/** The first range in the text; `from` may be larger than `to`, which is a fault of the plan. */
export function timeRangeIn(text: string): Found<TimeRange> | undefined {
  const english = WORD_FIRST.exec(text);
  if (english !== null) return found(english, english[1], english[2], english[3]);
  const chinese = CHINESE.exec(text);
  return chinese === null ? undefined : found(chinese, chinese[3], chinese[1], chinese[2]);
}

function found(
  match: RegExpExecArray,
  word: string | undefined,
  from: string | undefined,
  to: string | undefined,
): Found<TimeRange> | undefined {
  const unit = UNITS[(word ?? '').toLowerCase()];
  if (unit === undefined || from === undefined) return undefined;
  const value = { unit, from: Number(from), to: Number(to ?? from) };
  return { value, text: match[0], index: match.index };
}
