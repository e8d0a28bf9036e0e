// Status words and marks to normal forms (dialects.md 3). Whether a mark is a status at all is the dialect's question.
import type { Status } from '../plan.ts';
import type { Found } from './effort.ts';

/** The words first, because ⏳ stands for three different states and the word beside it decides. */
const WORDS: readonly (readonly [RegExp, Status])[] = [
  // Laid aside: nothing is left to do.
  [/^\P{L}*(?:已归档|archived)\P{L}*$/iu, 'done'],
  [/取消|废弃|放弃|cancell?ed|dropped|abandoned/i, 'cancelled'],
  [/暂缓|暂停|搁置|阻塞|paused?|blocked|on hold|deferred/i, 'paused'],
  [/未开始|待开始|待启动|待处理|待实现|待编写|待创建|待办|待评估|待定|not started|to ?do|pending/i, 'pending'],
  [/未完成|部分|不完整|不足|partial(?:ly)?|incomplete/i, 'partial'],
  // 全部计划任务已完成 is no plan, 计划完成 is one.
  [/(?:全部|所有|任务)[^，,；;。]{0,12}完成|\ball (?:\w+ ){0,3}(?:done|completed?)\b/i, 'done'],
  [/缺失|缺少|missing/i, 'missing'],
  [/进行中|开发中|编写中|实施中|in[ -]progress|ongoing|wip|started/i, 'in-progress'],
  [/审查|评审|待审|复核|in review|reviewing/i, 'review'],
  // 计划任务已完成 speaks of tasks.
  [/规划中|计划中|已规划|计划(?!任务|内容|文档|项)|planned|planning/i, 'planned'],
  [/完成|已实现|已提交|已创建|已发布|已有|done|completed?|finished|implemented|shipped/i, 'done'],
];

const MARKS: readonly (readonly [string, Status])[] = [
  ['✅', 'done'],
  ['☑', 'done'],
  ['✔', 'done'],
  ['⏳', 'pending'],
  ['⏸', 'paused'],
  ['🔄', 'in-progress'],
  ['🚧', 'in-progress'],
  ['🚀', 'in-progress'],
  ['⚠', 'partial'],
  ['❌', 'missing'],
  ['📋', 'planned'],
  ['📝', 'planned'],
  ['🔵', 'planned'],
  ['🔴', 'pending'],
  ['⬜', 'open'],
  ['□', 'open'],
];

export interface StatusFound extends Found<Status> {
  readonly percent?: number;
  readonly mark?: string;
}

const PERCENT = /(\d{1,3}(?:\.\d+)?)[ \t]*%/;

/** Status of a cell, the value of a label, a mark with its words. Undefined where nothing says one. */
export function statusOf(text: string): StatusFound | undefined {
  const percent = percentIn(text);
  const mark = MARKS.find(([sign]) => text.includes(sign));
  const word = WORDS.find(([pattern]) => pattern.test(text));
  const value = word?.[1] ?? mark?.[1] ?? statusOfPercent(percent);
  if (value === undefined) return undefined;
  return {
    // 0% 完成 says how much, not that it is done.
    value: percent !== undefined && value === 'done' && percent < 100 ? (statusOfPercent(percent) ?? value) : value,
    text,
    index: 0,
    ...(percent !== undefined && { percent }),
    ...(mark && { mark: mark[0] }),
  };
}

export function percentIn(text: string): number | undefined {
  const match = PERCENT.exec(text)?.[1];
  const percent = match === undefined ? undefined : Number(match);
  return percent !== undefined && percent <= 100 ? percent : undefined;
}

function statusOfPercent(percent: number | undefined): Status | undefined {
  if (percent === undefined) return undefined;
  if (percent === 0) return 'pending';
  return percent === 100 ? 'done' : 'in-progress';
}

/** The status mark that a text begins with; undefined for other emoji. */
export function leadingMark(
  text: string,
): { readonly mark: string; readonly status: Status; readonly length: number } | undefined {
  const found = MARKS.find(([sign]) => text.startsWith(sign));
  if (found === undefined) return undefined;
  const [mark, status] = found;
  const length = text.startsWith('\uFE0F', mark.length) ? mark.length + 1 : mark.length;
  return { mark: text.slice(0, length), status, length };
}
