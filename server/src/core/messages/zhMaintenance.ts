// Chinese texts about what a library needs from the people who keep it.

export const zhMaintenance = {
  'maintenance.heading': '案例库维护：{root}',
  'maintenance.counts':
    '{today}：共 {documents} 份文档，过期 {stale}，存疑 {suspect}，等待审查 {waiting}，逾期 {overdue}，审查后有改动 {changed}，未解决的意见 {openThreads} 条，已归档 {archived}',
  'maintenance.healthy': '没有需要处理的文档',
  'maintenance.group.stale': '已过期',
  'maintenance.group.suspect': '存疑',
  'maintenance.group.waiting': '等待审查',
  'maintenance.group.overdue': '审查逾期',
  'maintenance.group.changed': '审查后有改动',
  'maintenance.group.feedback': '意见未解决',
  'maintenance.group.archived': '已归档',
  'maintenance.trend': '每月工作量',
  'maintenance.stale.age': '{day} 之后没有更新，超过了允许的时间',
  'maintenance.stale.subject': '只适用于旧版本',
  'maintenance.stale.changed': '通过之后内容有改动',
  'maintenance.suspect-of': '所依赖的 {path} 改动过',
  'maintenance.waiting-for': '等待 {names}',
  'maintenance.awaited': '{name}：{count} 份',
  'maintenance.changed-sections': '{of} 节中改动了 {count} 节',
  'maintenance.threads': '{count} 条意见未解决',
  'maintenance.column.document': '文档',
  'maintenance.column.state': '状态',
  'maintenance.column.last': '最后更新',
  'maintenance.column.why': '说明',
  'maintenance.column.month': '月份',
  'maintenance.column.added': '新增',
  'maintenance.column.edited': '改动（含其他文档）',
  'maintenance.column.approved': '通过',
  'maintenance.cut': '这里只有一部分 git 历史，更早的月份没有列出',
  'maintenance.failed': '{count} 份文档属于 --fail-on 所列的情况：{names}',
  'cli.help.maintenance': `用法：casewright maintenance [文件夹] [选项]

列出整个案例库中需要维护的文档：过期、存疑、等待谁审查、审查逾期、审查后有改动、意见未解决、已归档，以及每月的工作量（新增和改动取自 git 历史，通过取自审查记录）
  -f, --format FORMAT     pretty（默认）、json 或 markdown
      --fail-on LIST      有这些情况的文档时退出码为 1，用逗号分隔：stale、suspect、waiting、overdue、changed、feedback、archived
  -o, --output FILE       写到文件，默认标准输出
      --locale zh|en      语言

退出码：0 完成；1 有 --fail-on 所列的情况；2 用法或内部错误
`,
} as const;
