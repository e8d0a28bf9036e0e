// Chinese texts of regions that are generated: what is written into documents, and what is said about them.
export const zhRegions = {
  'region.field.id': '编号',
  'region.field.title': '标题',
  'region.field.file': '文件',
  'region.field.path': '路径',
  'region.field.folder': '目录',
  'region.field.kind': '类型',
  'region.field.stage': '阶段',
  'region.field.status': '状态',
  'region.field.difficulty': '难度',
  'region.field.version': '版本',
  'region.field.updated': '更新日期',
  'region.field.lines': '行数',
  'region.field.text': '字数',
  'region.field.codeBlocks': '代码块',
  'region.field.tables': '表格',
  'region.field.images': '图片',
  'region.stage.draft': '草稿',
  'region.stage.normal': '编写中',
  'region.stage.ready': '已完成',
  'region.none': '未分类',
  'region.group': '{name}（{count}）',
  'region.by': '按{name}',
  'region.dash': '：',
  'region.count': '文档数',
  'region.share': '占比',
  'region.total': '合计',
  'region.about': '说明',
  'region.fitting': '适用案例',
  'region.lens.current': '✓ 与案例库一致',
  'region.lens.stale': '{count} 行与案例库不一致：更新',
  'region.completion': '案例库中的名称',
  'region.update': '更新生成的区域',
  'region.empty': '（没有符合条件的文档）',
  'region.step.understand': '理解背景',
  'region.step.learn': '学习实现',
  'region.step.practise': '动手实践',
  'region.step.apply': '应用总结',
  'cli.index.none': '没有文档含有生成的区域',
  'cli.index.current': '{regions} 个区域都与案例库一致',
  'cli.index.stale': '{regions} 个区域中有 {stale} 个与案例库不一致',
  'cli.index.written': '{regions} 个区域中更新了 {stale} 个',
  'cli.index.broken': '{count} 个区域的标记有错，没有生成；casewright check 会指出原因',
  'cli.index.document': '{path}：{count} 个区域',
  'cli.help.index': `用法：casewright index [选项] [路径 ...]

更新文档中 <!-- casewright: region: … --> 与 <!-- casewright: end --> 之间生成的内容（索引表、导航、选型表、统计），区域以外的文字不动
      --check             不写入；有不一致的区域时打印差异，退出码为 1（用于 CI）
      --dry-run           不写入，只列出会更新的文档
      --diff              不写入，打印统一格式的差异
  -f, --format FORMAT     pretty（默认）或 json
  -o, --output FILE       写到文件，默认标准输出
      --cache FOLDER      把分析结果缓存在这个文件夹
      --no-cache          不用缓存
      --threads N         并行线程数
  -q, --quiet             不显示摘要
      --locale zh|en      语言

退出码：0 一致或已更新；1 --check 时不一致，或有标记出错的区域；2 用法错误
`,
  'region-stale': '生成的区域与案例库有 {count} 行不一致：缺 {missing} 行，多 {extra} 行，内容不同 {changed} 行',
  'region-stale.empty': '生成区域还是空的，应有 {missing} 行',
  'region-stale.layout': '生成的区域与案例库不一致：各行都在，但次序或排版不同',
  'region-stale.fix': '更新这个区域',
  'region-unclosed': '生成区域没有结束标记，区域末尾应有 <!-- casewright: end -->',
  'region-unclosed.stray': '这个结束标记前面没有区域标记',
  'region-unclosed.fix': '删除这个结束标记',
  'region-nested': '生成区域不能套在另一个区域里，两个区域都不会生成',
  'region-nested.misplaced': '区域的两个标记都要从行首写起并各占一行，不能放在列表、引用或段落里',
  'region-unknown.generator': '没有名为“{word}”的区域，可用的有：{known}',
  'region-unknown.generator.near': '没有名为“{word}”的区域，是否想写“{near}”',
  'region-unknown.option': '“{name}”对 {generator} 区域不起作用，可用的有：{known}',
  'region-unknown.field': '案例库里没有文档写明“{name}”',
  'region-unknown.field.near': '案例库里没有文档写明“{name}”，是否想写“{near}”',
  'region-unknown.kind': '没有“{name}”这种文档类型，已有：{known}',
  'region-unknown.fix': '改为“{near}”',
} as const;
