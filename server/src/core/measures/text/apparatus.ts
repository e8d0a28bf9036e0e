// Sections that say nothing about the subject itself: contents, references, related documents, change records.
import type { Section } from '../../model/documentModel.ts';

const APPARATUS =
  /^(?:目录|内容目录|参考(?:资料|文献|资源|链接|文档)?|引用(?:资料|资源|文献)?|外部资源(?:引用)?|相关(?:文档|资源|链接|阅读|资料)|延伸阅读|扩展阅读|推荐阅读|更新日志|变更(?:记录|历史|日志)|修订(?:记录|历史)|版本历史|更新记录|文档信息|references?|bibliography|furtherreading|seealso|(?:related|external)(?:documents?|resources?|links?|reading)|resources|changelog|changehistory|revisionhistory|versionhistory|contents|tableofcontents)$/;

/** The section's own heading names such a part; sections inside it lie in its span. */
export function isApparatus(section: Section): boolean {
  return section.level > 1 && APPARATUS.test(section.heading.identity.key);
}
