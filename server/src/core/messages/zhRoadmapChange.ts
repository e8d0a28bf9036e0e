// Chinese texts of changes made in the roadmap: why one could not be written to the plan.
export const zhRoadmapChange = {
  'roadmap.change.box-gone': '计划已经改动，这里不再是任务框',
  'roadmap.change.no-status': '计划中没有写这个条目状态的地方',
  'roadmap.change.no-priority': '计划中没有写这个条目优先级的地方',
  'roadmap.change.inherited-priority': '优先级 {priority} 来自第 {line} 行的标题，把条目拖到别的分组来改变它',
  'roadmap.change.priority-left': '第 {line} 行仍然把它归在 {priority} 下',
  'roadmap.change.no-milestone': '计划中没有写这个条目属于哪个里程碑的地方',
  'roadmap.change.no-group': '计划中没有这个分组',
  'roadmap.change.no-place': '这个分组里没有可以放置条目的清单',
  'roadmap.change.other-form': '这个分组的条目写法不同（清单与标题），无法移动',
  'roadmap.rename.invalid': '名字不能为空，也不能有换行、竖线、反引号或星号',
  'roadmap.rename.taken': '计划中已经有叫这个名字的条目',
  'inlay.lines': '→ 实际 {lines} 行',
  'inlay.lines.why': '{path} 现有 {lines} 行',
  'inlay.total': '→ 合计 {figure}',
  'inlay.total.why': '{scope}：由 {count} 处相加得 {figure}',
} as const;
