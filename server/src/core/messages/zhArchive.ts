// Chinese texts of archiving and restoring documents.
export const zhArchive = {
  'kind.tombstone': '已归档，正文移至 {path}',
  'tombstone.title': '{title}（已归档）',
  'tombstone.status': '状态',
  'tombstone.date': '归档日期',
  'tombstone.by': '归档人',
  'tombstone.reason': '归档原因',
  'tombstone.moved': '本文已归档，正文移至：',
  'tombstone.successor': '请改看：',
  'archive.retired-note': '{day} 归档',
  'archive.unknown': '“{path}”不是案例库中的文档',
  'archive.unreadable': '“{path}”无法读取',
  'archive.is-tombstone': '这里只剩归档说明，文档已在“{path}”',
  'archive.is-archived': '“{path}”已在归档目录中',
  'archive.merge-conflict': '“{path}”中有合并冲突标记，请先解决冲突再归档',
  'archive.too-large': '“{path}”过大，无法归档',
  'archive.in-use': '“{path}”正用作 {kind} 的模板或审查标准，请先在配置中换成别的文件',
  'archive.excluded':
    '归档目录“{folder}”被配置中的 exclude 或 .gitignore 排除，归档后的文档将不再被检查；请调整 exclude 或 archive.folder',
  'archive.no-successor': '替代文档“{path}”不存在，或就是被归档的文档',
  'archive.record-conflict': '审查记录“{path}”中有合并冲突，请先解决冲突',
  'archive.record-syntax': '审查记录“{path}”不是正确的 YAML，请先修正',
  'archive.somebody': '未具名',
  'archived-changed': '归档（{day}，{by}）之后改动了内容：{names}；归档文档应保持原样，要修改请先恢复',
  'archived-changed.record': '归档记录',
  'archived-linked': '链接指向已归档的“{title}”',
  'archived-linked.successor': '链接指向已归档的“{title}”，它已由“{next}”取代',
  'archive.no-id': '文档没有编号，没有编号可停用',
  'archive.no-list': '编号 {id} 未能写入停用清单：读不到“{path}”',
  'archive.no-status': '文档没有状态字段，状态未改动',
  'archive.renamed': '归档目录中已有同名文件，改存为“{path}”',
  'restore.unknown': '“{path}”不是案例库中的文档',
  'restore.not-archived': '“{path}”没有归档记录，也不在归档目录中',
  'restore.taken': '原路径“{path}”已有新的文件；请先移走或改名，再恢复',
  'restore.no-record': '没有归档记录：文档移回原路径，链接随之更新，状态和计划中的文字请自行改回',
  'restore.changed-line': '“{path}”第 {line} 行在归档后被改动过，未恢复，请自行核对',
  'cli.archive.one': '请给出一份文档',
  'cli.archive.outside': '“{path}”不在案例库中',
  'cli.archive.refused': '{detail}',
  'cli.archive.moved': '移动 {from} → {to}',
  'cli.archive.changed': '修改 {path}',
  'cli.archive.created': '新建 {path}',
  'cli.archive.removed': '删除 {path}',
  'cli.archive.undone': '写入“{path}”失败（{detail}），已全部撤回，没有文件被改动',
  'cli.archive.half-done': '写入“{path}”失败（{detail}），撤回也未完成；这些文件已被改动：{files}',
  'cli.help.archive': `用法：casewright archive [选项] <文档>

把一份文档归档：移到归档目录，状态改为已归档，原处留下归档说明；链接、计划、索引区域、停用编号和审查记录随之更新。

      --reason TEXT       归档原因，写入归档说明和审查记录
      --successor FILE    替代它的文档
      --by NAME           归档人，默认取 git 的 user.name
      --dry-run           只列出会改动什么，不写文件
      --diff              以补丁形式显示改动，不写文件
  -f, --format pretty|json  输出格式，默认 pretty
  -o, --output FILE       把结果写入文件
`,
  'cli.help.restore': `用法：casewright restore [选项] <已归档的文档，或原处的归档说明>

撤销归档：文档移回原处，归档时改动过的每个文件都恢复原样；归档之后被改过的行保留，并逐一列出。

      --by NAME           恢复人，默认取 git 的 user.name
      --dry-run           只列出会改动什么，不写文件
      --diff              以补丁形式显示改动，不写文件
  -f, --format pretty|json  输出格式，默认 pretty
  -o, --output FILE       把结果写入文件
`,
} as const;
