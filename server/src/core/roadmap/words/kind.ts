// What a plan calls the things that it lists: 案例, 主题, 任务, 文档.
import type { ItemKind } from '../plan.ts';

const KINDS: readonly (readonly [ItemKind, RegExp])[] = [
  ['case', /案例|\bcases?\b/i],
  ['topic', /主题|\btopics?\b/i],
  ['document', /文档|文件|\b(?:documents?|docs)\b/i],
  ['task', /任务|工作项|\btasks?\b/i],
];

/** The first kind that the words name, in the order from the most special to the most general. */
export function kindOfWords(words: string): ItemKind | undefined {
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0];
}
