// The words of status fields, once: what they say of how finished a document is (stage.ts) and of its review
// (stateOfStatus). The words are those of real libraries; the team's own come first.
import type { Configuration } from '../library/configuration.ts';
import { normalKey } from '../model/headingIdentity.ts';
import { reviewStates, type ReviewState } from '../review/reviewRecord.ts';

/** Keys that state it; 维护状态 and the like speak of something else. */
export const statusKeys: ReadonlySet<string> = new Set([
  '状态',
  '文档状态',
  '完成状态',
  '审核状态',
  '审查状态',
  '当前状态',
  'status',
  'docstatus',
  'documentstatus',
]);

export const archivedWords = /归档|废弃|废止|停用|archived|deprecated|retired|obsolete/i;

const staleWords = /待更新|需(?:要)?(?:更新|复审|重审)|(?:已)?过期|过时|outdated|out of date|stale|expired/i;
const reviewWords =
  /待(?:审[核查阅]|评审|复审)|审[核查]中|评审中|审阅中|in review|under review|ready for review|review pending/i;
const draftWords =
  /草稿|草案|初稿|未完成|未通过|不通过|驳回|退回|尚未|待(?:执行|开始|补充|完善|编写|更新|修改|定|完成)|准备(?:执行|开始|启动)|计划中|规划中|进行中|推进中|实施中|启动中|编写中|撰写中|创建中|建设中|构建中|完善中|(?<!持续)更新中|开发中|修改中|部分完成|基本完成|占位|框架|暂停|暂缓|draft|wip|todo|in progress|work in progress|not started|planned|pending|rejected|changes requested/i;
/** Of what the document is about, as specifications state it: it may be changed, and so may the document. */
const unstableWords = /实验|预览|preview|experimental/i;
const publishedWords = /(?<!待|未|准备|即将)发布(?!计划|日期)|released|published/i;
const approvedWords =
  /(?:审[核查阅批]|评审|复审|终审)(?:已)?(?:通过|完成)|已(?:审[核查阅批]|评审|批准|核准)|已通过(?!验证|测试)|^通过$|批准|待发布|(?<!un|dis|not )approved|(?<!not |un)reviewed|signed off/i;
const finishedWords = /完成|完整|稳定|就绪|通过|定稿|正式|已制定|已建立|complete|done|final|stable|production/i;
const draftEmoji = /🔄|🚧|⏳|📋|📝|⏸|⬜|🔴|🟡|❌|🔨/u;
const readyEmoji = /✅|🟢|✔|☑/u;

/** What a status says of how finished the document is, by the built-in words. */
export function finishedness(status: string): 'draft' | 'ready' | 'normal' {
  if (reviewWords.test(status)) return 'ready';
  const percent = percentOf(status);
  if (percent !== undefined) return percent >= 100 ? 'ready' : 'draft';
  if (draftWords.test(status) || unstableWords.test(status)) return 'draft';
  if ([publishedWords, approvedWords, finishedWords, /发布|已归档/].some((words) => words.test(status))) return 'ready';
  if (draftEmoji.test(status)) return 'draft';
  return readyEmoji.test(status) ? 'ready' : 'normal';
}

/**
 * State of the review that one status value claims; undefined where it says nothing of it: a document that calls itself
 * finished does not say that anybody has looked at it.
 */
export function stateOfStatus(
  status: string,
  configuration: Pick<Configuration, 'draftStatus' | 'readyStatus' | 'review'>,
): ReviewState | undefined {
  const own = ownState(status, configuration);
  if (own !== undefined) return own;
  const isAmong = (words: readonly string[]): boolean => words.some((word) => normalKey(word) === normalKey(status));
  if (isAmong(configuration.draftStatus)) return 'draft';
  return isAmong(configuration.readyStatus) ? undefined : builtInState(status);
}

function builtInState(status: string): ReviewState | undefined {
  if (reviewWords.test(status)) return 'in-review';
  if ((percentOf(status) ?? 100) < 100) return 'draft';
  if (archivedWords.test(status)) return 'archived';
  if (staleWords.test(status)) return 'stale';
  if (draftWords.test(status)) return 'draft';
  if (publishedWords.test(status)) return 'published';
  if (approvedWords.test(status)) return 'approved';
  if (finishedWords.test(status) || unstableWords.test(status) || readyEmoji.test(status)) return undefined;
  return draftEmoji.test(status) ? 'draft' : undefined;
}

/** State that the team gave this very name. */
export function ownState(status: string, { review }: Pick<Configuration, 'review'>): ReviewState | undefined {
  const key = normalKey(status);
  return reviewStates.find((state) => review?.states?.[state]?.names.some((name) => normalKey(name) === key) === true);
}

function percentOf(status: string): number | undefined {
  const percent = /(\d{1,3})\s*[%％]/.exec(status)?.[1];
  return percent === undefined ? undefined : Number(percent);
}
