// Chinese texts of templates that changed and documents that follow.
export const zhMigration = {
  'template-outdated': '本文依据模板 {found} 版，现为 {version} 版；运行 casewright migrate --diff 查看需要的改动',
  'migration.and': '；',
  'migration.section-added': '新增章节“{name}”',
  'migration.section-removed': '模板不再要求章节“{name}”，原文保留',
  'migration.section-renamed': '章节“{before}”改名为“{name}”',
  'migration.section-level': '章节“{name}”由 {before} 级改为 {level} 级',
  'migration.section-moved': '章节“{name}”换了位置',
  'migration.section-bounds': '章节“{name}”的要求有变',
  'migration.field-added': '新增字段“{name}”',
  'migration.field-removed': '模板不再要求字段“{name}”，原文保留',
  'migration.field-renamed': '字段“{before}”改名为“{name}”',
  'cli.migrate.document': '{path}：模板 {from} → {to}',
  'cli.migrate.done': '已迁移 {count} 份文档，共看过 {of} 份',
  'cli.migrate.would': '将迁移 {count} 份文档，共看过 {of} 份',
  'cli.migrate.no-template': '找不到 {kind} 模板的 {version} 版：git 历史和保存的旧版里都没有',
  'cli.help.migrate': `用法：casewright migrate [选项] [路径 ...]

把按旧版模板写的文档带到现在的模板：章节改名、移动、换级，补上新章节和新字段（标明尚未编写），更新模板版本；作者写的每一行都保留，模板不再要求的章节也留在原处。
旧版模板取自保存的副本（.casewright/templates/<类型>@<版本>.md）或 git 历史。

      --from VERSION      文档依据的模板版本，默认看文档自己的“模板版本”字段
      --dry-run           只列出会改动什么，不写文件
      --diff              以补丁形式显示改动，不写文件
  -f, --format pretty|json  输出格式，默认 pretty
  -o, --output FILE       把结果写入文件
`,
} as const;
