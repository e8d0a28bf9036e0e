// Chinese texts of the roadmap: true states, tree, board, reports, rules that hold plans against files and other plans.
export const zhRoadmap = {
  'kind.roadmap': '列出了 {count} 个计划项及其状态',
} as const;
