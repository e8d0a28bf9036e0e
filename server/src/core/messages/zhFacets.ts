// Chinese texts of the classification: where values come from, its rules, finding.
export const zhFacets = {
  'facet.from-metadata': '元数据“{key}”：{value}',
  'facet.from-mention': '元数据“{key}”中提到：{value}',
  'facet.from-id': '文档编号“{id}”中的“{part}”',
  'facet.from-folder': '文件夹或文件名“{folder}”',
  'facet.from-title': '标题或文件名“{title}”',
  'facet.from-plan': '计划中的“{title}”',
  'facet.from-status': '由元数据中的状态得出',
  'facet.fix': '改为“{value}”',
  'facet-unknown': '“{facet}”没有“{value}”这个取值，词表中有：{values}',
  'facet-unknown.near': '“{facet}”没有“{value}”这个取值，是否想写“{near}”',
  'facet-missing': '没有“{facet}”：元数据、编号、文件夹和标题都看不出来',
  'facet-synonym': '“{facet}”的“{written}”在词表中写作“{value}”',
  'facet-conflict.id': '元数据中的“{facet}”是“{value}”，编号中的“{part}”却是“{other}”',
  'facet-conflict.folder': '元数据中的“{facet}”是“{value}”，文件夹或文件名“{part}”却是“{other}”',
} as const;
