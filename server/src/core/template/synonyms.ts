// Names that mean the same section or field, besides what a template says. Small on purpose: what is missing belongs
// into the template (aliases) or the configuration (sectionSynonyms, keySynonyms).
import { normalKey } from '../model/headingIdentity.ts';

/** Each row: names of one section. A row serves only templates that use one of its names. */
const sections: readonly (readonly string[])[] = [
  ['概述', '简介', '案例概述', '项目概述', '文档概述', '技术概述', '引言', 'Overview', 'Introduction'],
  ['业务背景', '项目背景', '案例背景', 'Background'],
  ['需求分析', '业务需求分析', 'Requirements'],
  ['表结构', '表结构设计', '核心表设计', 'Schema设计'],
  ['索引', '索引设计', '索引策略'],
  ['实现方案', '事务实现方案', '写入实现方案', 'Implementation'],
  ['监控和告警', '监控与告警', '监控告警', '监控与诊断', '监控配置', 'Monitoring'],
  ['故障处理', '故障排查', '故障排除', '故障诊断', 'Troubleshooting'],
  ['常见问题', '常见问题解答', 'FAQ', 'Frequently asked questions'],
  ['性能优化', '性能调优', 'Performance tuning'],
  ['部署运维', '部署与运维', '部署和运维', 'Deployment'],
  ['总结', '小结', '总结与展望', '总结与参考', 'Summary', 'Conclusion'],
  ['参考资料', '参考文献', '参考资源', '外部资源引用', '参考链接', 'References'],
  ['相关文档', '相关链接', '相关资源', 'Related documents'],
  ['最佳实践', '实践建议', 'Best practices'],
];

/** Each row: keys of one field. */
const fields: readonly (readonly string[])[] = [
  ['文档编号', '编号', 'id'],
  ['版本', '文档版本', 'version'],
  ['状态', '文档状态', '完成状态', 'status'],
  ['创建日期', '创建时间', 'created'],
  ['最后更新', '更新日期', '更新时间', '最后更新时间', '最后更新日期', 'updated', 'last updated', 'last_updated'],
  ['难度', '难度等级', '难度级别', 'difficulty'],
  ['作者', '创建者', 'author'],
  ['维护者', '文档维护者', 'maintainer'],
  ['简介', '描述', 'description'],
];

/** The team's own rows: a name and the names that mean the same. */
export interface Synonyms {
  readonly sections?: Readonly<Record<string, readonly string[]>>;
  readonly keys?: Readonly<Record<string, readonly string[]>>;
}

/** Other names of a section; never its own, never one that differs in the normal form only. */
export function sectionSynonyms(name: string, synonyms: Synonyms = {}): readonly string[] {
  return namesBeside(name, [...rowsOf(synonyms.sections), ...sections]);
}

/** Other keys of a metadata field. */
export function keySynonyms(key: string, synonyms: Synonyms = {}): readonly string[] {
  return namesBeside(key, [...rowsOf(synonyms.keys), ...fields]);
}

function rowsOf(record: Readonly<Record<string, readonly string[]>> | undefined): readonly (readonly string[])[] {
  return Object.entries(record ?? {}).map(([name, others]) => [name, ...others]);
}

function namesBeside(name: string, rows: readonly (readonly string[])[]): readonly string[] {
  const own = normalKey(name);
  const found = new Map<string, string>();
  for (const row of rows) {
    if (!row.some((other) => normalKey(other) === own)) continue;
    for (const other of row) {
      const key = normalKey(other);
      if (key !== own && !found.has(key)) found.set(key, other);
    }
  }
  return [...found.values()];
}
