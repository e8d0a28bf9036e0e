// Chinese texts of the measures of code and data.
export const zhMeasuresCode = {
  'measure.no-code': '文中没有代码',
  'code-blocks.none': '文中没有代码块',
  'code-blocks.summary': '{count} 个代码块：{languages}',
  'code-comments.no-code': '没有超过 3 行的代码块',
  'code-comments.summary': '{total} 个超过 3 行的代码块中 {met} 个有注释，共 {comments} 条，是代码行数的 {share}%',
  'code-comments.missing': '{lines} 行代码没有注释',
  'code-elisions.whole': '没有省略（{total} 个代码块）',
  'code-elisions.summary': '{total} 个代码块中 {elided} 个有省略',
  'code-elisions.left-out': '“{text}”处省略了代码',
  'code-languages.none': '没有程序代码',
  'code-languages.one': '只有一种语言：{languages}',
  'code-languages.summary': '{count} 种语言：{languages}',
  'code-languages.language': '{language}',
} as const;
