// Reads demands that can be measured out of one phrase: bounds, sections, fields, rules (template-reading.md 3 and 5).
// A phrase that fits nothing yields nothing; it is never guessed at.
import { identifyHeading, normalKey } from '../model/headingIdentity.ts';
import type { Measure } from './measure.ts';

export interface BoundDemand {
  readonly kind: 'bound';
  readonly measure: Measure;
  readonly min?: number;
  readonly max?: number;
  /** Offsets of the number with its comparison inside the phrase. */
  readonly start: number;
  readonly end: number;
  /** The phrase, trimmed, at most 80 characters. */
  readonly text: string;
}

export type Demand =
  | BoundDemand
  | { readonly kind: 'section'; readonly name: string }
  | { readonly kind: 'field'; readonly key: string }
  | { readonly kind: 'rule'; readonly code: string };

export interface DemandContext {
  /** Where the phrase stands; a bare `(1,000字)` counts in headings only. Default: phrase. */
  readonly place?: 'heading' | 'phrase';
  /** Metadata keys that the template document defines, besides the usual ones. */
  readonly fieldKeys?: readonly string[];
  /** Sections that the skeletons require: 有 X is a demand where X is one of them. */
  readonly sectionNames?: readonly string[];
  /** The heading or label above a task. */
  readonly group?: string;
}

/** Demands of one heading, list item, task or label line, bounds first, in reading order. Never throws. */
export function readDemands(text: string, context: DemandContext = {}): readonly Demand[] {
  const phrase = foldWidth(text.slice(0, longestPhrase));
  return [
    ...readBounds(phrase, context),
    ...readSection(phrase, context),
    ...readField(phrase, context),
    ...readRule(phrase, context),
  ];
}

/** Longer lines are prose; reading only their beginning bounds the time. */
const longestPhrase = 2_000;

/** Full-width ASCII forms to ASCII, one code unit for one, so that offsets stay. */
function foldWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

// ---- bounds

const numberPattern = /(?<![\d.,A-Za-z_/])(\d[\d,]*(?:\.\d+)?)\s*(万|[kK](?![A-Za-z]))?/g;
const rangeTail = /^\s*(?:-|–|—|~|到|至|to\b)\s*(\d[\d,]*(?:\.\d+)?)\s*(万|[kK](?![A-Za-z]))?/;
const minimumBefore =
  /(?:至少|不少于|不低于|最少|大于等于|≥|>=|at least|minimum(?: of)?|no less than)\s*(?:有|为|包含|达到)?\s*$/i;
const maximumBefore =
  /(?:不超过|不多于|不大于|最多|至多|小于等于|≤|<=|at most|no more than|maximum(?: of)?)\s*(?:有|为)?\s*$/i;
const unitAfter =
  /^\s*(\+)?\s*(字符|字数|字|单词|words?\b|characters?\b|chars?\b|行|lines?\b|个|张|幅|处|条|项)?\s*(\+)?\s*((?:及|或)?以上|或更多|以内|之内|(?:及|或)?以下|or more)?/i;
/** What may not follow a unit, because the character begins another word: 行业, 字段. */
const wordGoesOn = /^(?:业|为|动|内|情|程|政|销|驶|段|节|典|体|母|面)/;

interface Amount {
  readonly min?: number;
  readonly max?: number;
  readonly isBare: boolean;
}

function readBounds(phrase: string, context: DemandContext): BoundDemand[] {
  const bounds: BoundDemand[] = [];
  let readTo = 0;
  for (const match of phrase.matchAll(numberPattern)) {
    if (match.index < readTo) continue;
    const bound = readBoundAt(phrase, match, context);
    if (bound === undefined) continue;
    readTo = bound.end;
    bounds.push(bound);
  }
  return bounds;
}

function readBoundAt(phrase: string, match: RegExpExecArray, context: DemandContext): BoundDemand | undefined {
  const low = toNumber(match[1], match[2]);
  const numberEnd = match.index + match[0].length;
  const range = rangeTail.exec(phrase.slice(numberEnd, numberEnd + 40));
  const high = range === null ? undefined : toNumber(range[1], range[2]);
  if (low === undefined || (range !== null && high === undefined)) return undefined;
  const end = numberEnd + (range?.[0].length ?? 0);
  const before = phrase.slice(Math.max(0, match.index - 60), match.index);
  const unit = unitAfter.exec(phrase.slice(end, end + 40));
  const unitEnd = end + (unit?.[0].length ?? 0);
  const start = match.index - comparisonLength(before);
  const subject = phrase.slice(Math.max(0, start - 60), start);
  const measure = measureOf({ before: subject, unit, after: phrase.slice(unitEnd, unitEnd + 30) });
  const { isBare, ...limits } = amountOf({ low, high, before, unit });
  const isHeadingSize = context.place === 'heading' && measure === 'length' && /\(\s*约?$/.test(before);
  if (measure === undefined || (isBare && !isHeadingSize)) return undefined;
  return { kind: 'bound', measure, ...limits, start, end: unitEnd, text: shorten(phrase) };
}

function toNumber(digits: string | undefined, scale: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  const value = Number(digits.replaceAll(',', ''));
  const scaled = scale === undefined ? value : value * (scale === '万' ? 10_000 : 1_000);
  return Number.isSafeInteger(scaled) ? scaled : undefined;
}

function comparisonLength(before: string): number {
  return (minimumBefore.exec(before) ?? maximumBefore.exec(before))?.[0].length ?? 0;
}

function amountOf(read: {
  low: number;
  high: number | undefined;
  before: string;
  unit: RegExpExecArray | null;
}): Amount {
  const { low, high, before, unit } = read;
  const after = unit?.[4] ?? '';
  const isMinimum = minimumBefore.test(before) || (unit?.[1] ?? unit?.[3]) !== undefined || /上|更多|more/i.test(after);
  const isMaximum = maximumBefore.test(before) || /内|下/.test(after);
  // “至少300-500行” asks for the lower end; “最多3-5个” forbids more than the upper one.
  if (isMaximum) return { max: high ?? low, isBare: false };
  if (isMinimum) return { min: low, isBare: false };
  if (high !== undefined) return { min: Math.min(low, high), max: Math.max(low, high), isBare: false };
  return { min: low, isBare: true };
}

/** Sizes of a part of the text (a title, a sentence, a table's columns) say nothing about the document. */
const partOfText =
  /标题|名称|文件名|描述|段落?|句子?|单行|列数|行宽|缩进|注释|函数|\btitles?\b|\bnames?\b|\bparagraphs?\b|\bsentences?\b|\bline length/i;
/** “每个功能 …” asks per thing; only where the thing is the document it is a bound. */
const perThing =
  /(?:每|each |every |per )(?!一?(?:个|篇|份)?(?:文件|文档|案例|主题|指南|篇|document|file|case|topic|guide))/i;

function measureOf(around: { before: string; unit: RegExpExecArray | null; after: string }): Measure | undefined {
  const { before, unit, after } = around;
  if (perThing.test(before)) return undefined;
  const word = unit?.[2]?.toLowerCase();
  const clause = lastClause(before);
  const sized = word === undefined ? undefined : sizeOfUnit(word, clause, after);
  if (sized !== undefined) return partOfText.test(before) || goesOn(after) ? undefined : sized;
  if (word !== undefined && /[^个张幅处条项]/.test(word)) return undefined;
  const following = /^\s*的?([^\s()[\],，。;；、:：|*`"“”!！?？]{1,12}(?: (?:blocks?|examples?|samples?))?)/i.exec(
    after,
  )?.[1];
  if (following !== undefined) return measureOfNoun(following, word === '个');
  return measureOfNoun(clause, false);
}

/** A unit that is the beginning of another word, or rows of data and not of text. */
function goesOn(after: string): boolean {
  return wordGoesOn.test(after) || /^\s*(?:测试)?(?:数据|记录|日志)/.test(after);
}

function sizeOfUnit(unit: string, clause: string, after: string): Measure | undefined {
  if (unit.startsWith('字符') || unit.startsWith('char')) return 'characters';
  if (unit.startsWith('字')) return 'length';
  if (unit === '单词' || unit.startsWith('word')) return 'words';
  if (unit === '行' || unit.startsWith('line'))
    return /代码|code|脚本/i.test(clause) || /^\s*(?:代码|of code)/i.test(after) ? 'codeLines' : 'lines';
  return undefined;
}

/** The words right before a number, without brackets, colons and “数量要求”. */
function lastClause(before: string): string {
  const start = Math.max(...['，', ',', '。', ';', '、', '|', '!', '?'].map((mark) => before.lastIndexOf(mark)));
  return before
    .slice(start + 1)
    .replace(/[\s(:*`>=[{"“]+$/, '')
    .replace(/(?:数量)?(?:要求|应当?|需要?|必须)$/, '')
    .replace(/[\s*:]+$/, '');
}

const nounMeasures: readonly (readonly [RegExp, Measure])[] = [
  [/(?:代码示例|代码块|代码实例|示例代码|使用示例|code (?:examples?|blocks?|samples?))数?量?$/i, 'codeBlocks'],
  [/(?:图片|截图|images?)数?量?$/i, 'images'],
  [/(?:图表|(?<![意地视试企力版])图|diagrams?|mermaid)数?量?$/i, 'diagrams'],
  [/(?:列表项?|\blists?)数?量?$/i, 'lists'],
  [/(?:表格|(?<![列图代])表|\btables?)数?量?$/i, 'tables'],
  [/(?:参考资料|参考文献|引用|链接|\blinks?|\breferences?)数?量?$/i, 'links'],
  [/(?:H3(?:标题)?|三级标题|小节)数?量?$/i, 'subsections'],
  [/(?:H2(?:标题)?|二级标题|章节|\bsections)数?量?$/i, 'sections'],
  [/代码行数$/, 'codeLines'],
  [/行数$/, 'lines'],
  [/字数$/, 'length'],
  [/字符数$/, 'characters'],
  [/单词数$|\bword count$/i, 'words'],
];

function measureOfNoun(noun: string, isCounted: boolean): Measure | undefined {
  if (isCounted && /^(?:代码)?(?:示例|实例)$/.test(noun)) return 'codeBlocks';
  return nounMeasures.find(([pattern]) => pattern.test(noun))?.[1];
}

function shorten(phrase: string): string {
  const trimmed = phrase.trim();
  return trimmed.length <= 80 ? trimmed : `${trimmed.slice(0, 79)}…`;
}

// ---- sections, fields, rules

const sectionVerb =
  /(?:包含|含有|具有|具备|提供|设有|有)\s*(?:完整的?|清晰的?|独立的?|详细的?)?([^\s,。;:()?]{1,20}?)(?:章节|部分|一节)/;
const sectionVerbEnglish = /\b(?:includes?|contains?|has|have|provides?)\s+(?:an?|the)\s+([\w &-]{1,40}?)\s+section\b/i;
/** “目录包含所有主要章节” names no section. */
const namesNothing = /^(?:新增|变更|所有|全部|各|主要|必要|必需|相关|完整|多个|以下|的|个|\d|所有主要|必要的|目录)+$/;

/** `有参考资料章节（## 📚 参考资料）` quotes the heading that it asks for. */
const quotedHeading = /[(]\s*#{2,6}\s+([^()]{1,60}?)\s*[)]/;
const plainVerb = /^(?:是否)?(?:包含|有|提供|includes|has)\s*(?:完整的?|清晰的?)?([^\s,。;:()?？]{2,20})/i;

function readSection(phrase: string, context: DemandContext): Demand[] {
  const quoted = quotedHeading.exec(phrase)?.[1];
  if (quoted !== undefined) return quotedSection(quoted);
  const name = (sectionVerb.exec(phrase) ?? sectionVerbEnglish.exec(phrase))?.[1]?.trim();
  if (name !== undefined) return namesNothing.test(name) ? [] : [{ kind: 'section', name }];
  return plainSection(phrase, context.sectionNames ?? []);
}

function quotedSection(heading: string): Demand[] {
  const identity = identifyHeading(heading);
  return namesNothing.test(identity.name) ? [] : [{ kind: 'section', name: identity.name }];
}

/** `有最佳实践`, `包含相关资源链接`: only where the rest is exactly the name of a section. */
function plainSection(phrase: string, names: readonly string[]): Demand[] {
  const rest = plainVerb.exec(phrase)?.[1];
  if (rest === undefined) return [];
  const keys = new Set([rest, rest.replace(/(?:链接|信息|内容)$/, '')].map(normalKey));
  const name = names.find((candidate) => keys.has(normalKey(candidate)));
  return name === undefined ? [] : [{ kind: 'section', name }];
}

const usualKeys = [
  '文档编号',
  '编号',
  '文档版本',
  '版本',
  '创建日期',
  '更新日期',
  '最后更新',
  '日期',
  '文档状态',
  '状态',
  '作者',
  '主题',
  '难度',
  '技术版本',
  '更新时间',
];
const fieldVerb =
  /(?:(?:文档|文件)?(?:头部|元数据|元信息)(?:是否)?(?:包含|有|含有|填写了?|标注了?)|填写了)\s*(?:完整的?|正确的?)?([^\s,。;:()?、和]{1,20}?)(?:信息|字段)?(?=$|[\s,。;:()?])/;
const fieldNoun = /有\s*([^\s,。;:()?、和]{1,20}?)\s*(?:元数据|元信息)/;

function readField(phrase: string, context: DemandContext): Demand[] {
  const key = (fieldVerb.exec(phrase) ?? fieldNoun.exec(phrase))?.[1];
  if (key === undefined) return [];
  const isKnown = usualKeys.includes(key) || (context.fieldKeys ?? []).includes(key);
  return isKnown ? [{ kind: 'field', key }] : [];
}

const ruleWords: readonly (readonly [RegExp, string])[] = [
  [
    /目录(?:链接)?(?:是否)?(?:完整|正确|有效)|目录(?:链接)?(?:与|和)(?:内容|标题|章节)(?:一致|对应|匹配)|目录包含(?:所有|全部)|table of contents (?:is )?(?:correct|complete|up to date)/i,
    'toc-stale',
  ],
  [
    /(?:包含|有)(?:完整的?)?(?:目录|table of contents)(?:结构)?(?:$|[\s,。;:()?])|\bhas a table of contents/i,
    'toc-missing',
  ],
  [/(?:章节|标题)编号(?:是否)?连续/, 'numbering-sequence'],
  [/代码块[^,。;:]{0,8}语言|code blocks? .{0,20}language/i, 'fence-language'],
  [/标题(?:层级|级别)(?:是否)?正确|(?:无|不)跳级|heading levels? (?:are |is )?correct/i, 'heading-level'],
  [/(?:没有|无|不含|不存在|清除|\bno )[^,。;:]{0,6}(?:占位符|TODO|待补充|placeholders?)/i, 'placeholder-left'],
];

function readRule(phrase: string, { group = '' }: DemandContext): Demand[] {
  // 目录结构 is the folder's structure elsewhere.
  const isToc = /目录/.test(group) && /目录结构(?:是否)?完整/.test(phrase);
  const codes = ruleWords.filter(([pattern]) => pattern.test(phrase)).map(([, code]) => code);
  return [...(isToc ? ['toc-stale'] : []), ...codes].map((code) => ({ kind: 'rule', code }));
}
