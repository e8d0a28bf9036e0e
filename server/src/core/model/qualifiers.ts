// Decides what the brackets and marks at the end of a heading are: optionality, size, priority, status, or part of the name.
import { withoutEmoji } from './emoji.ts';
import { foldWidth } from './normalKey.ts';

const OPTIONALITY =
  /^(?:如|若)?(?:可选|选填|选做|选读|可省略|可不填|非必需|非必填|非必须|必填|必选|必需|必须|必备|必要|强烈推荐|推荐|建议|适用|如适用|有|按需|视情况|可重复|重复|optional|required|mandatory|recommended|if any|if applicable|as needed|repeatable)(?:章节|部分|项|内容|填写|时|节)?$/i;
const APPROXIMATE =
  '(?:(?:权重|约|大约|至少|不少于|不低于|最多|不超过|少于|共|总计|预计|预估|目标|满分|at least|at most|about|min\\.?|max\\.?|≥|≤|>=|<=|>|<|~|≈|:)\\s*){0,3}';
const NUMBER = '\\d[\\d,.]{0,12}\\s?[kK万千]?\\s?\\+?';
const UNIT =
  '(?:字|词|行|页|个|条|项|节|章|篇|段|句|张|份|种|例|道|次|天|周|小时|分钟|月|分|%|人日|人天|工作日|words?|chars?|characters?|lines?|pages?|items?|examples?|sections?|tables?|hours?|days?|weeks?|months?|minutes?|mins?|points?|pts)';
const SIZE = new RegExp(
  `^${APPROXIMATE}${NUMBER}(?:\\s?(?:[-~至到–—]|\\.\\.)\\s?${NUMBER})?\\s?${UNIT}[\\p{Script=Han}A-Za-z]{0,6}(?:\\s?\\+)?$`,
  'iu',
);
const PRIORITY = /^(?:优先级|priority)\s?:|^P[0-4](?![\w.])|^P[0-4]优先级|^[高中低]优先级$/i;
const STATUS =
  /^(?:(?:部分|基本|全部|内容)?(?:已|未|待|正在)?(?:完成|开始|启动|实现|创建|发布|审核|更新|补充|编写|进行|提交|确认|修复|废弃|取消)(?:中|版)?|进行中|规划中|计划中|开发中|暂缓|暂停|搁置|完整版?|缺失|部分|新增|新建|草稿|done|completed?|in progress|wip|todo|draft|pending|planned|paused|deferred|not started|new)(?:\s?\d{1,3}%)?$|^\d{1,3}%(?:\s?完成)?$/i;

export type BracketKind = 'qualifier' | 'status' | 'name';

/** What the text inside brackets at the end of a heading is. */
export function bracketKind(content: string): BracketKind {
  const folded = foldWidth(content).trim();
  if (isStatus(folded)) return 'status';
  const parts = withoutEmoji(folded)
    .split(/(?<!\d),|,(?!\d)|[;、/]/)
    .map((part) => part.trim());
  const known = parts.filter(isQualifier).length;
  if (known === 0) return 'name';
  return known === parts.length || OPTIONALITY.test(parts[0] ?? '') ? 'qualifier' : 'name';
}

/** True for words such as 已完成 or 暂缓, with or without emoji and percent; also for emoji alone. */
export function isStatus(text: string): boolean {
  const words = withoutEmoji(text)
    .replace(/[\uFE0F\uFE0E]/g, '')
    .trim();
  return words === '' ? text.trim() !== '' : STATUS.test(words);
}

function isQualifier(part: string): boolean {
  return OPTIONALITY.test(part) || SIZE.test(part) || PRIORITY.test(part);
}
