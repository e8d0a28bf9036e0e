// Chinese texts of the command line, its help included.
export const zhCli = {
  'cli.command-missing': '缺少命令，应为下列之一：{commands}',
  'cli.command-unknown': '没有命令“{command}”，应为下列之一：{commands}',
  'cli.command-unknown.near': '没有命令“{command}”，是否想写“{near}”',
  'cli.option-unknown': '没有选项 {option}',
  'cli.option-unknown.near': '没有选项 {option}，是否想写 {near}',
  'cli.option-wrong': '选项 {option} 的用法不对，它的值缺失或多余',
  'cli.option-choice': '{option} 应为下列之一：{values}，而不是“{value}”',
  'cli.option-count': '{option} 应为不小于 {min} 的整数，而不是“{value}”',
  'cli.update-needs-baseline': '--update-baseline 需要同时用 --baseline 指定文件',
  'cli.name-needs-stdin': '--stdin-filename 只能与 --stdin 一起使用',
  'cli.stdin-no-paths': '使用 --stdin 时不能再给出路径',
  'cli.see-help': '用法见 casewright help',
  'cli.path-missing': '找不到“{path}”',
  'cli.nothing-matched': '没有找到 Markdown 文档：{paths}',
  'cli.nothing-changed': '自 {revision} 以来没有文档变化',
  'cli.git-failed': '无法从 git 得到变化的文件：{detail}',
  'cli.baseline-missing': '找不到基线文件“{path}”，可先用 --update-baseline 生成',
  'cli.baseline-broken': '基线文件“{path}”无法读取，应为 --update-baseline 生成的 JSON',
  'cli.baseline-written': '基线已写入“{path}”，含 {count} 个问题',
  'cli.template-missing': '找不到模板“{path}”',
  'cli.kind-unknown': '没有类型“{kind}”，已有：{kinds}',
  'cli.no-template': '类型“{kind}”没有模板，无法导出文档模式',
  'cli.engine-failed': '分析引擎无法启动：{detail}',
  'cli.internal': '内部错误：{detail}',
  'cli.read-only': '“{path}”是只读文件，未修改',
  'cli.write-failed': '无法写入“{path}”：{detail}',
  'cli.changed-meanwhile': '“{path}”在处理期间被改动，未覆盖',
  'cli.written': '已写入“{path}”',
  'cli.fix.done': '在 {files} 个文件中修复了 {count} 个问题',
  'cli.fix.would': '可在 {files} 个文件中修复 {count} 个问题（未写入）',
  'cli.severity.error': '错误',
  'cli.severity.warning': '警告',
  'cli.severity.information': '信息',
  'cli.severity.hint': '提示',
  'cli.demanded-by': '依据 {place}',
  'cli.fixable': '可修复：{title}',
  'cli.progress': '检查中',
  'cli.summary': '{files} 个文件：{errors} 个错误，{warnings} 个警告，{information} 条信息，{hints} 条提示',
  'cli.summary.other': '其中 {other} 个类型为“其他”，不检查',
  'cli.summary.fixed': '已修复 {fixed} 个',
  'cli.summary.fixable': '{fixable} 个可用 casewright fix 修复',
  'cli.summary.baselined': '基线中已有 {baselined} 个',
  'cli.skipped': '另有 {count} 处未检查：{paths}',
  'cli.skipped.one': '{path}（{reason}）',
  'cli.skipped.separator': '、',
  'cli.skipped.more': ' 等，完整列表见 casewright doctor',
  'cli.cache-broken': '{count} 个缓存文件已损坏，已忽略并重新生成',
  'cli.cache-unwritten': '缓存无法写入：{detail}，结果不受影响',
  'cli.summary.suppressed': '已忽略 {suppressed} 个',
  'cli.new.title': 'new 需要用 --title 给出标题',
  'cli.new.no-template': '类型“{kind}”没有模板，无法新建文档',
  'cli.explain.usage': 'explain 需要一个文件或规则代码',
  'cli.explain.neither': '“{word}”既不是文件，也不是规则代码',
  'cli.explain.neither.near': '“{word}”既不是文件，也不是规则代码，是否想写“{near}”',
  'cli.explain.kind': '类型：{kind}',
  'cli.explain.reason': '理由：{reason}',
  'cli.explain.template': '模板：{template}',
  'cli.explain.standard': '审查标准：{standard}',
  'cli.explain.none': '无',
  'cli.explain.metadata': '元数据',
  'cli.explain.sections': '章节',
  'cli.explain.extras': '模板之外的章节',
  'cli.explain.state.present': '已有',
  'cli.explain.state.misplaced': '位置不对',
  'cli.explain.state.wrong-level': '级别不对',
  'cli.explain.state.missing': '缺少',
  'cli.explain.state.absent': '未写（可选）',
  'cli.explain.demands': '要求 {text}',
  'cli.explain.rule': '规则 {code}',
  'cli.explain.severity': '严重程度：{severity}',
  'cli.explain.by-status': '随文档状态变化：草稿从宽',
  'cli.explain.always': '不随文档状态变化',
  'cli.explain.can-fix': '可自动修复',
  'cli.explain.messages': '问题文字',
  'cli.explain.findings': '检查结果：{errors} 个错误，{warnings} 个警告，{information} 条信息，{hints} 条提示',
  'cli.help': `casewright——按模板和审查标准检查 Markdown 案例与主题

用法：casewright <命令> [选项] [路径 ...]

命令：
  check        检查文档（默认当前文件夹）
  fix          修复能自动修复的问题
  new          按模板新建文档
  schema       导出由模板和审查标准得出的 JSON Schema
  explain      说明一份文档为何这样检查，或说明一条规则
  roadmap      计划条目的实际状态，与文件对照
  report       按实际状态写出进度报告
  find         按词语、分类、编号和拼音查找文档
  doctor       检查整个案例库：文档如何归类，重复、孤立、占位和冲突
  graph        文档之间的关系图
  index        更新索引文档中生成的区域
  review       审查：发起、通过、意见，记在案例库的审查记录里
  score        按审查标准给文档打分，说明依据和下一步
  maintenance  需要维护的文档：过期、存疑、等待审查、已归档，以及每月的工作量
  bump         按内容的变化递增文档的版本号，并更新日期、变更记录和目录
  archive      归档一份文档，链接、计划和索引随之更新
  restore      撤销归档
  migrate      把按旧版模板写的文档带到现在的模板

通用选项：
      --locale zh|en     语言，默认随系统
      --no-config        不读取 .casewright/config.json
  -h, --help             帮助；casewright help <命令> 显示该命令的选项
  -v, --version          版本

退出码：0 没有问题；1 有错误，或警告超过 --max-warnings；2 用法或内部错误，或没有匹配的文件
`,
  'cli.help.check': `用法：casewright check [选项] [路径 ...]

  -f, --format pretty|json|sarif|github|junit   输出格式，默认 pretty
  -o, --output FILE       把结果写入文件
      --fix               先修复能自动修复的问题（同 casewright fix）
      --changed [REV]     只检查自 REV（默认 HEAD）以来变化的文档，需要 git
      --max-warnings N    警告多于 N 个时退出码为 1
      --baseline FILE     只报告基线之外的新问题
      --update-baseline   用本次结果重写基线
      --kind KIND         把所有文档当作这一类型
      --template FILE     按这份模板检查
      --stdin             从标准输入读取一份文档
      --stdin-filename P  这份文档的路径，用来判断类型
      --no-library        只看文档本身，不检查链接、编号和关系
      --external          访问外部链接，报告已失效的（默认从不访问）
      --cache FOLDER      把分析结果缓存在这个文件夹，默认用当前用户的缓存文件夹
      --no-cache          不用缓存，全部重新分析
      --threads N         并行线程数
  -q, --quiet             只显示错误，不显示进度
`,
  'cli.help.fix': `用法：casewright fix [选项] [路径 ...]

      --dry-run           只说明会修复什么，不写入
      --diff              显示差异，不写入
      --stdin             从标准输入读取，把修复后的文本写到标准输出
  -f, --format …          剩余问题的输出格式，以及 check 的其他选项
`,
  'cli.help.new': `用法：casewright new <类型> --title 标题 [选项]

      --title TITLE       标题
      --id ID             文档编号，默认取下一个可用编号
  -o, --output FILE       写到这个文件，默认按配置中的 newPath
      --dry-run           只输出内容，不写入
`,
  'cli.help.schema': `用法：casewright schema [--kind case] [--template FILE] [-o FILE]

      --kind KIND         类型，默认 case
      --template FILE     由这份模板得出
  -o, --output FILE       写到文件，默认标准输出
      --locale zh|en      内置模板的语言
`,
  'cli.help.explain': `用法：casewright explain <文件|规则代码>

说明文档的类型和理由、所用模板和审查标准、每个章节的状态，以及哪一行提出的要求；或说明一条规则
`,
  'cli.help.roadmap': `用法：casewright roadmap [计划或文件夹] [选项]

列出计划的条目和实际状态；状态取自文件：是否存在、是否还是模板、模板要求的内容是否写好
  -f, --format FORMAT     tree（默认）、json、markdown、csv 或 mermaid
      --fail-on drift     有偏差时退出码为 1
  -o, --output FILE       写到文件，默认标准输出
      --locale zh|en      语言
`,
  'cli.help.doctor': `用法：casewright doctor [文件或文件夹] [选项]

说明每份文档被怎样看待（类型及理由、模板、编号、分类、提到它的计划条目）、哪些文件没有检查及原因，并找出重复、孤立、占位（有链接而不存在）、编号和名称冲突
  -f, --format FORMAT     pretty（默认）、json 或 markdown
      --fix               修复文档之间能安全修复的问题：链接、编号和生成区域
      --dry-run           与 --fix 同用：只说明会修复多少，不写入
  -o, --output FILE       写到文件，默认标准输出
      --locale zh|en      语言

退出码：0 没有问题；1 有问题（孤立、结构相同和未检查的文件只作说明）；2 用法错误
`,
  'cli.help.report': `用法：casewright report [计划或文件夹] [选项]

写出 Markdown 进度报告：已完成的条目和实际行数、各分组、下一步、各优先级的进度、偏差
  -o, --output FILE       写到文件，默认标准输出
      --locale zh|en      语言
`,
  'cli.no-plans': '没有找到计划：“{path}”',
  'cli.drift': '{count} 个条目有偏差',
  'cli.help.find': `用法：casewright find [词语 ...] [选项]

在当前文件夹所属的案例库中查找文档：词语可以是标题、编号、章节、分类、元数据、路径中的文字，也可以是标题的拼音或首字母；全部符合才算找到，最合适的在前。正文不在查找之列
      --facet 维度=取值   只要该维度为此取值的文档，例如 --facet 难度=高级；可以写多个
      --limit N           最多列出 N 篇，默认 50
  -f, --format FORMAT     pretty（默认）或 json
  -o, --output FILE       写到文件，默认标准输出
      --locale zh|en      语言

退出码：0 找到；1 没有找到；2 用法错误
`,
  'cli.find.usage': 'find 需要词语或 --facet 维度=取值',
  'cli.find.facet-unknown': '“{facet}”不是“维度=取值”，可用的维度有：{facets}',
  'cli.find.total': '列出 {shown} 篇，共找到 {total} 篇',
} as const;
