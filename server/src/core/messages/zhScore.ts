// Chinese texts of scores: what was found, what would bring most, and what is wrong in a standard's criteria.
export const zhScore = {
  'score.some-of': '{of} 项中有 {met} 项，要求至少 {least} 项',
  'score.measure-unknown': '没有名为 {id} 的度量',
  'score.bound': '实际为 {count}',
  'score.rule': '规则 {code} 报告了 {count} 个问题',
  'score.rule.off': '规则 {code} 已关闭，无法判断',
  'score.section': '有章节“{name}”',
  'score.section.missing': '没有章节“{name}”',
  'score.field': '填写了元数据“{name}”',
  'score.field.missing': '没有填写元数据“{name}”',
  'score.unmeasured': '标准中的措辞没有可以度量的部分，由审查人打分',
  'score.not-applicable': '文档中没有这一维度要度量的内容',
  'score.action': '做到“{first}”',
  'score.action.two': '做到“{first}”和“{second}”',
  'score.action.more': '做到“{first}”“{second}”，以及另外 {count} 项',
  'score.fix.rule': '修复 {code} 报告的问题',
  'score.fix.section': '插入章节“{name}”',
} as const;
