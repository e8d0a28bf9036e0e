// Chinese texts about versions, dates, changelogs and whether documents are up to date.
export const zhVersions = {
  'versions.write': '改为 {value}',
  'version-format': '版本号“{found}”应按“{example}”的写法，写作 {value}',
  'version-format.unreadable': '“{found}”不是可以比较先后的版本号，应写成“{example}”这样',
  'version-order.changelog': '“{key}”写的是 {found}，变更记录里已有更新的 {newest}',
  'version-order.fields': '“{key}”写的是 {found}，另一处写的是更新的 {newest}',
  'version-order.entry': '变更记录中最新的一条',
  'version-order.other': '另一处的版本号',
  'changelog-missing': '文档版本是 {version}，变更记录只写到 {newest}',
  'changelog-missing.stated': '文档的版本号',
  'date-order': '“{updated}”是 {value}，早于“{created}”的 {earlier}',
  'date-order.created': '创建日期',
  'date-future': '“{key}”是 {found}，这一天还没有到',
  'date-behind': '“{key}”是 {found}，而内容在 {day} 又有提交，相差 {days} 天',
  'date-behind.now': '“{key}”是 {found}，而内容有尚未提交的改动',
  'version-behind': '版本 {version} 自 {since} 起没有变过，而内容在 {day} 又有提交',
  'version-behind.sections': '版本 {version} 于 {day} 通过审查，此后改动了 {count} 个章节：{names}',
  'version-behind.approval': '版本 {version} 于 {day} 通过审查，此后内容有改动',
  'document-stale': '已有 {days} 天没有更新（上次 {day}），期限是 {most} 天',
  'subject-outdated': '文档只覆盖到 {name} {covered}，当前版本是 {version}',
  'config-value-invalid.version-form': '“{key}”应是一个版本号的例子，如 v1.0 或 1.0.0，此处的值已忽略',
  'config-value-invalid.subject-version': '“{key}”的版本应是用点分隔的数字，如 18 或 1.90，此处的值已忽略',
  'bump.basis.approval': '与 {version} 于 {day} 通过审查时相比',
  'bump.basis.commit': '与 {day} 写下 {version} 时的内容相比',
  'bump.basis.none': '没有可比较的旧内容，按小改动建议',
  'bump.unchanged': '内容没有变化',
  'bump.removed': '删除了 {count} 个章节：{names}',
  'bump.added': '新增了 {count} 个章节：{names}',
  'bump.text': '改动了 {count} 个章节的内容：{names}',
  'bump.change.added': '新增{names}',
  'bump.change.changed': '更新{names}',
  'bump.change.removed': '删除{names}',
  'bump.no-version': '文档没有写出自己的版本号，先在元数据中加一行“文档版本”',
  'cli.bump.usage': 'bump 需要一份文档',
  'cli.bump.no-version': '“{path}”没有写出自己的版本号，先在元数据中加一行“文档版本”',
  'cli.bump.done': '{path}：{current} → {version}',
  'cli.bump.would': '{path}：{current} → {version}（未写入）',
  'cli.bump.parts': '更新了 {versions} 处版本号、{dates} 处日期',
  'cli.bump.changelog': '变更记录加了一条',
  'cli.bump.no-changelog': '文档没有变更记录，可用 --changelog 新建',
  'cli.bump.contents': '目录已更新',
  'cli.option-date': '{option} 应写成 2026-01-31 这样的日期，而不是“{value}”',
  'cli.help.bump': `用法：casewright bump <文档 ...> [选项]

与写下当前版本时的内容相比（上次审查通过的记录，或 git 中的内容），建议递增版本号的哪一级，
然后一次改好：版本号、更新日期、变更记录、目录。各处沿用文档自己的写法。

      --level LEVEL      major、minor 或 patch；不写则按建议
  -m, --message TEXT     变更记录的内容；不写则按改动的章节写，空文本则不写变更记录
      --changelog        没有变更记录时新建一节
      --date DATE        更新日期，默认今天
      --dry-run          只说明，不写入
      --diff             显示差异，不写入
  -f, --format NAME      pretty（默认）或 json
`,
  'bump.done': '版本号已从 {current} 改为 {version}',
} as const;
