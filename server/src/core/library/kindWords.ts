// Words in names, folders, titles and metadata that tell the kind of a document. Data only.
import type { Kind } from './configuration.ts';

export interface KindWord {
  readonly kind: Kind;
  /** Matched against a name without extension, lower case. No nested quantifiers. */
  readonly pattern: RegExp;
}

/** Readmes, indexes and the like: they speak about documents and are none. */
export const indexName =
  /^(readme|index|summary|changelog|contributing|license|security|code_of_conduct|glossary|faq)([._-](zh|en|cn|zh-cn))?$/;

/**
 * Words in file names. Where several match, the one that ends last counts: in Chinese the noun that the rest
 * describes stands at the end (案例编写模板 is a template, 案例库建设计划 a plan). English ones must end the name, but
 * for dates and versions (MILESTONE_50PERCENT is a report).
 */
export const fileNameWords: readonly KindWord[] = [
  { kind: 'case', pattern: /案例(?!库|集|文档|代码)|case[-_ ]stud(?:y|ies)/g },
  { kind: 'topic', pattern: /完整指南|complete[-_ ]guide/g },
  { kind: 'plan', pattern: /计划时间表|规划文档总览|任务清单|里程碑|路线图/g },
  { kind: 'plan', pattern: /(?<!查询|物理|逻辑)(?:计划|规划)(?=[-_ （(【]|\d|$)/g },
  { kind: 'plan', pattern: /(?<![a-z])(?:plan|roadmap|milestones?)(?=[-_.\dv]*$)/g },
  { kind: 'template', pattern: /模板|模版|(?<![a-z])template(?=[-_.\dv]*$)/g },
  { kind: 'standard', pattern: /规范|(?:评估|审查|评审|质量|编写|格式|验收)标准|(?<![a-z])standards?(?=[-_.\dv]*$)/g },
  { kind: 'other', pattern: /索引|报告|总结|导航|(?<![a-z])(?:index|report|summary)(?![a-z])/g },
];

/** Words in titles, used after names and folders: the whole title must end in them. */
export const titleWords: readonly KindWord[] = [
  { kind: 'case', pattern: /案例(?:研究|分析)?$|case study$/g },
  { kind: 'topic', pattern: /完整指南$|complete guide$/g },
  { kind: 'plan', pattern: /(?<!查询|物理|逻辑|执行)(?:计划|规划|路线图|里程碑)$|(?<![a-z])(?:plan|roadmap)$/g },
  { kind: 'template', pattern: /(?:模板|模版)$|(?<![a-z])template$/g },
  { kind: 'standard', pattern: /(?:规范|评估标准|审查标准|格式标准)$/g },
];

/** Whole folder names, without leading numbers such as `19-`. */
export const folderWords: readonly KindWord[] = [
  { kind: 'case', pattern: /^(?:cases|case[-_]studies|.{0,12}案例(?:库|研究)?|场景实践)$/ },
  { kind: 'topic', pattern: /^(?:topics|advanced[-_]topics|高级主题|主题|专题)$/ },
  { kind: 'plan', pattern: /^(?:plans?|planning|roadmaps?|.{0,6}计划|.{0,6}规划|路线图)$/ },
  { kind: 'template', pattern: /^(?:templates?|.{0,6}模板)$/ },
  { kind: 'standard', pattern: /^(?:standards?|.{0,6}规范|审查标准|评估标准)$/ },
];

/** Normal metadata keys whose value names the kind. */
export const kindKeys: ReadonlySet<string> = new Set([
  '文档类型',
  '类型',
  '文档类别',
  'kind',
  'type',
  'doctype',
  'documenttype',
]);

/** Words in the value of such a key. */
export const statedWords: readonly KindWord[] = [
  { kind: 'case', pattern: /案例|^case$|case study/ },
  { kind: 'topic', pattern: /高级主题|专题|主题文档|^主题$|^topic$/ },
  { kind: 'plan', pattern: /计划|规划|路线图|^plan$|^roadmap$/ },
  { kind: 'template', pattern: /模板$|^template$/ },
  { kind: 'standard', pattern: /规范$|审查标准|评估标准|^standard$/ },
];

/** Normal metadata keys that hold the document's id. */
export const idKeys: ReadonlySet<string> = new Set(['文档编号', '编号', '案例编号', 'id', 'docid', 'documentid']);

/** First part of an id such as `SCENARIO-LOG-001`. */
export const idPrefixes: Readonly<Record<string, Kind>> = {
  SCENARIO: 'case',
  CASE: 'case',
  TOPIC: 'topic',
  PLAN: 'plan',
  TEMPLATE: 'template',
  TPL: 'template',
  STANDARD: 'standard',
  STD: 'standard',
};

/** Section keys that any document may have; they tell no kind. */
export const commonSections: ReadonlySet<string> = new Set([
  '目录', '概述', '总结', '简介', '引言', '背景', '附录', '参考资料', '参考文献', '相关文档', '最佳实践', '性能优化',
  'contents', 'tableofcontents', 'overview', 'summary', 'introduction', 'references', 'conclusion', 'appendix',
]); // prettier-ignore
