// Words that only metadata uses for its keys. Lists and single lines count as metadata when they hold one of these.
import { normalKey } from '../normalKey.ts';

const KNOWN =
  /(?:日期|时间|版本|版本号|状态|更新|作者|维护者|维护人|贡献者|编号|难度|难度等级|难度级别|负责人|责任人|优先级|标签|类型|类别|分类|主题|项目|来源|目标读者|适用人群|许可证|进度|完成度|阅读|字数|技术栈|行业|规模|密级|审核人|评审人|审核|关键词|简介|级别|周期|位置)$/;
const KNOWN_ENGLISH =
  /^(?:(?:document|doc|last|project|current|target)?(?:author|authors|date|version|status|updated|modified|owner|level|priority|license|id|tags|tag|title|created|createdby|maintainer|maintainers|reviewer|crate|module|modules|component|difficulty|type|category|keywords|summary|language|updatedat|createdat|lastupdated)|rustversion)$/;

/** True for keys such as 版本, 最后更新 or Status. */
export function isKnownKey(key: string): boolean {
  const normal = normalKey(key);
  return KNOWN.test(normal) || KNOWN_ENGLISH.test(normal);
}

const COLUMN_NAMES = new Set([
  '属性',
  '字段',
  '项目',
  '项',
  '元数据',
  '信息',
  '名称',
  '类别',
  'key',
  'field',
  'property',
  'item',
  'attribute',
  'name',
  'metadata',
  '',
]);

/** True for the heading of the key column of a two-column metadata table. */
export function isKeyColumn(text: string): boolean {
  return COLUMN_NAMES.has(normalKey(text));
}

const SECTION_NAMES = new Set([
  '元数据',
  '文档元数据',
  '文档信息',
  '元信息',
  '文档属性',
  '基本信息',
  'metadata',
  'documentinformation',
  'documentmetadata',
  'documentinfo',
]);

/** True for the normal key of a heading over a metadata section. */
export function isMetadataSection(key: string): boolean {
  return SECTION_NAMES.has(key);
}
