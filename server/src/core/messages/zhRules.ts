// Chinese texts of findings and fixes.
export const zhRules = {
  'section-missing': '缺少章节“{name}”，模板要求它',
  'section-missing.fix': '插入章节“{name}”',
} as const;
