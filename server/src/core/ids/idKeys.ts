// Metadata keys that speak of ids: the document's own, and those of documents that it names. Words only.
import { idKeys } from '../library/kindWords.ts';
import { normalKey } from '../model/normalKey.ts';

/** `文档编号`, `案例ID`: ends in what an id is called. */
const endsInId = /编号$|(?:^|[^a-z])id$/i;
/** `章节编号`, `任务编号`, `相关文档编号`: ids of something else. */
const ofSomethingElse =
  /章|节|任务|需求|项目|版本|工单|订单|序列|提交|相关|关联|前置|后续|依赖|参考|上级|父|替代|task|issue|parent|related|project|user|commit|version|build|run/i;
const namesDocuments =
  /^(?:相关|关联|前置|后续|依赖|参考|上级|父)(?:文档|案例|主题)(?:编号|id)?$|^(?:related|see ?also|prerequisites?|depends ?on)(?:[ _-]?(?:documents?|docs?|cases?|topics?|ids?))?$/i;

/** Whether a metadata key names the id of the document itself: 文档编号, 案例ID, id. */
export function isIdKey(key: string): boolean {
  if (idKeys.has(normalKey(key))) return true;
  return endsInId.test(key.trim()) && !ofSomethingElse.test(key);
}

/** Whether a metadata key names other documents: 相关案例, 前置文档, related, depends on. */
export function isReferenceKey(key: string): boolean {
  return namesDocuments.test(normalKey(key)) || namesDocuments.test(key.trim());
}
