// 案例库体检：未检查的文件及原因、文档的来龙去脉、重复、孤立、占位。
export const zhDoctor = {
  'skipped.ignored': '被 .gitignore 忽略',
  'skipped.excluded': '被配置中的 exclude 排除',
  'skipped.hidden': '隐藏文件夹',
  'skipped.dependencies': '依赖文件夹',
  'skipped.link': '符号链接，目标在案例库内，按实际位置检查',
  'skipped.link-outside': '符号链接指向案例库之外',
  'skipped.link-broken': '符号链接的目标不存在或成环',
  'skipped.special': '不是普通文件（管道、套接字或设备）',
  'skipped.folder': '是文件夹，名称却像文档',
  'skipped.unreadable': '文件夹无法读取',
  'skipped.too-deep': '文件夹层级过深',
  'skipped.too-many': '文件过多，其余未列出',
} as const;
