// Chinese texts of the classification: where values come from, its rules, finding.
export const zhFacets = {
  'facet.from-metadata': '元数据“{key}”：{value}',
  'facet.from-mention': '元数据“{key}”中提到：{value}',
  'facet.from-id': '文档编号“{id}”中的“{part}”',
  'facet.from-folder': '文件夹或文件名“{folder}”',
  'facet.from-title': '标题或文件名“{title}”',
  'facet.from-plan': '计划中的“{title}”',
  'facet.from-status': '由元数据中的状态得出',
} as const;
