// How finished a document says it is: the stage that its status words mean. The words are those of real libraries.
import type { Stage } from '../analysis.ts';
import type { Configuration } from '../library/configuration.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import { normalKey } from '../model/headingIdentity.ts';

/** Keys that state it; 维护状态 and the like speak of something else. */
export const statusKeys: ReadonlySet<string> = new Set([
  '状态',
  '文档状态',
  '完成状态',
  '审核状态',
  '当前状态',
  'status',
  'docstatus',
  'documentstatus',
]);

const reviewWords = /待审[核查阅]|待评审|审[核查]中|评审中|in review|ready for review/i;
const draftWords =
  /草稿|草案|初稿|未完成|尚未|待(?:执行|开始|补充|完善|编写|更新|定|完成)|计划中|规划中|进行中|编写中|撰写中|创建中|建设中|完善中|更新中|开发中|实验|预览|部分完成|基本完成|占位|框架|暂停|暂缓|draft|wip|todo|in progress|work in progress|not started|planned|preview|experimental/i;
const readyWords =
  /完成|完整|稳定|就绪|已?发布|通过|定稿|正式|已审[核查]|已归档|complete|done|final|stable|released|published|approved|reviewed|production/i;
const draftEmoji = /🔄|🚧|⏳|📋|📝|⏸|⬜|🔴|🟡|❌|🔨/u;
const readyEmoji = /✅|🟢|✔|☑/u;
const LONGEST_STATUS = 200;

/** Draft, ready, or normal where the status says neither. */
export function stageOf(model: DocumentModel, configuration: Configuration): Stage {
  const fields = model.metadata.flatMap((block) => block.fields);
  const status = fields.find((field) => statusKeys.has(field.normalKey) && field.value !== '');
  return status === undefined ? 'normal' : stageOfStatus(status.value.slice(0, LONGEST_STATUS), configuration);
}

/** Stage of one status value; the team's own words win over the built-in ones. */
export function stageOfStatus(
  status: string,
  configuration: Pick<Configuration, 'draftStatus' | 'readyStatus'>,
): Stage {
  const key = normalKey(status);
  const means = (word: string): boolean => normalKey(word) === key;
  if (configuration.draftStatus.some(means)) return 'draft';
  if (configuration.readyStatus.some(means)) return 'ready';
  if (reviewWords.test(status)) return 'ready';
  const percent = /(\d{1,3})\s*[%％]/.exec(status)?.[1];
  if (percent !== undefined) return Number(percent) >= 100 ? 'ready' : 'draft';
  if (draftWords.test(status)) return 'draft';
  if (readyWords.test(status)) return 'ready';
  if (draftEmoji.test(status)) return 'draft';
  return readyEmoji.test(status) ? 'ready' : 'normal';
}
