// What a heading of a skeleton says besides its name: optional, placeholder, copies, alternatives (template-reading.md 2).
import { normalKey } from '../model/headingIdentity.ts';
import type { DocumentModel, HeadingIdentity, Section } from '../model/documentModel.ts';

/** Name of a section without what belongs to files and brackets: `01-需求分析.md` is 需求分析. */
export function cleanName(identity: HeadingIdentity): string {
  const name = identity.name
    .replace(/\s*[（(][^（()）]{1,60}\.md[）)]$/i, '')
    .replace(/\.(?:md|markdown)$/i, '')
    .replace(/^\d{1,3}[-_](?=\D)/, '')
    .replace(/^[XN](?:\+\d)?[.、]\s*(?=\S)/, '')
    .trim();
  return name === '' ? identity.name : name;
}

const optionalWord = /^(?:可选|选填|如适用|可省略|optional|if applicable)/i;

export function isOptionalHeading(identity: HeadingIdentity): boolean {
  return identity.qualifiers.some((qualifier) => optionalWord.test(qualifier.trim()));
}

/** The first line of the body may say it: `[可选的附录内容]`, `（可选）`, `*Optional.*` */
export function saysOptional(body: string): boolean {
  return optionalWord.test(firstLine(body));
}

/** `可重复`, `[重复上面的结构]`, `Repeat for each …` */
export function saysRepeat(body: string, identity: HeadingIdentity): boolean {
  const isQualified = identity.qualifiers.some((qualifier) => /^(?:可重复|重复|repeatable|repeat)/i.test(qualifier));
  return isQualified || /^(?:可重复|重复(?:上|以上|此|该|本)|repeat(?:able)?\b)/i.test(firstLine(body));
}

function firstLine(body: string): string {
  const line = body.split('\n').find((candidate) => candidate.trim() !== '') ?? '';
  return line.replace(/^[\s[（(<>*_{【]+/, '');
}

/** A bracket around the whole name. */
const bracketed = /^(?:\[[^\]]*\]|\{[^}]*\}|\{\{[^}]*\}\}|<[^>]*>|【[^】]*】|〈[^〉]*〉|X{2,})$/;
/** Words that stand for the name that a document will have. */
const standIn =
  /^(?:第[一二三四五六七八九十\dNX]+个|另一个|子|主要|更)*(?:(?:主题|章节?|小节|节|功能|模块|概念|步骤)?(?:标题|名称)(?:文字)?|[\p{Script=Han}/]{1,12}名称|主题|章节|小节|功能|模块|概念|步骤|[一二三四五六]级标题|详细内容)$/u;
const numberedEnd =
  /(?:\s*\d{1,3}(?:\.\d{1,3})*|\s*(?<=\p{Script=Han}\s{0,2})[A-ZN]|(?<=\p{Script=Han})[一二三四五六七八九十])$/u;

export function isPlaceholderName(name: string): boolean {
  const trimmed = name.trim();
  if (bracketed.test(trimmed) || /^\[[^\]]*\]\s*[-–—]\s*(?:YYYY|\[)/.test(trimmed)) return true;
  const noun = trimmed.replace(numberedEnd, '').trim();
  // 功能, 模块, 概念 and 步骤 alone are names; with a number they stand for one.
  return standIn.test(noun) && (noun !== trimmed || !/^(?:功能|模块|概念|步骤)$/.test(noun));
}

/**
 * A noun that is only told apart by its number: 高级特性1, 场景1结果, 概念A, 第一个主题, [库1名称]. The noun without the number, or
 * undefined for every other name (phrases with blanks are names as they are written).
 */
export function bareNoun(name: string): string | undefined {
  const inner = name.trim().replace(/^[[【{<]+|[\]】}>]+$/g, '');
  const noun = inner
    .replace(/^(?:第[一二三四五六七八九十\dNX]+个|另一个)/, '')
    .replace(/\s?\d{1,3}(?:\.\d{1,3})*/, '')
    .replace(/\s?[A-ZN]$/, '')
    .replace(/(?<=\p{Script=Han}{2})[一二三四五六七八九十]$/u, '');
  const isOneWord = /^\p{Script=Han}{2,8}$/u.test(noun);
  return noun !== inner && isOneWord ? noun : undefined;
}

/** Labels that count things of one kind; 附录 A and 附录 B are two different things. */
const noCopies = /^(?:附录|附件|appendix|P|Phase)$/i;
/** `陷阱1: …`, `案例：案例名称`: a label inside the name, behind a number of the heading's own. */
const innerLabel =
  /^(\p{Script=Han}{2,6}|[A-Z][a-z]{2,15})\s?(?:(?:\d{1,3}|[一二三四五六七八九十]|[A-Z])\s*[:：]|[:：]\s*(?=\1|[[【{]))/u;

/** The label that copies are counted by: 方案 for 方案1：乐观锁, 陷阱 for 陷阱2: [名称]. */
export function labelOf(identity: HeadingIdentity): string | undefined {
  const { ordinal } = identity;
  const label = ordinal?.label ?? innerLabel.exec(cleanName(identity))?.[1];
  return label === undefined || noCopies.test(label) ? undefined : label;
}

/**
 * Siblings with the same key are copies of one thing: 方案1 and 方案2, 功能1 and 功能2, [库1名称] and [库2名称].
 * Undefined for a heading that is no copy of anything.
 */
export function copyKey(identity: HeadingIdentity): string | undefined {
  const label = labelOf(identity);
  if (label !== undefined) return `label:${normalKey(label)}`;
  const name = cleanName(identity);
  const family = name
    .replace(/第[一二三四五六七八九十\dNX]+个/g, '第#个')
    .replace(/\d{1,3}(?:\.\d{1,3})*/g, '#')
    .replace(/(?<=\p{Script=Han})\s?(?:[A-ZN]|[一二三四五六七八九十])(?=$|[\s\]】}：:])/gu, '#');
  if (isPlaceholderName(name)) return `name:${normalKey(family.replaceAll('#', ''))}`;
  if (family !== name) return `name:${normalKey(family.replaceAll('#', ' number '))}`;
  return undefined;
}

/** The name that copies share: 功能 for 功能1, 主要概念 for [主要概念1], 方案 for 方案1：乐观锁. */
export function sharedName(identity: HeadingIdentity): string {
  const label = labelOf(identity);
  if (label !== undefined) return label;
  const name = cleanName(identity).replace(/^[[【{<]+|[\]】}>]+$/g, '');
  return bareNoun(name) ?? (name.replace(numberedEnd, '').trim() || name);
}

/** A label with N or X in place of its number: 案例X：…, 方案N. */
export function isOpenLabel(identity: HeadingIdentity): boolean {
  const { ordinal } = identity;
  return ordinal?.label !== undefined && !noCopies.test(ordinal.label) && ordinal.numbers.length === 0;
}

/** `A 或 B`, `A / B` as a whole name: both names mean the section. */
export function alternativesOf(name: string): readonly string[] {
  const parts = name.split(/\s+[/／|]\s+|\s*或(?:者)?\s*|\s+or\s+/).map((part) => part.trim());
  const isChoice =
    parts.length >= 2 && parts.length <= 4 && parts.every((part) => part.length >= 2 && part.length <= 30);
  return isChoice && !bracketed.test(name) ? parts : [name];
}

/** `2. 故障诊断通用结构` in a document about a template holds the skeleton: its children are the outer sections. */
export function holderOf({ sections }: DocumentModel): Section | undefined {
  return sections.find(
    ({ level, heading, children }) =>
      level === 2 &&
      children.length >= 2 &&
      /(?:通用|标准|文档)结构$|\b(?:general|standard|document) structure$/i.test(heading.identity.name),
  );
}

const tocName = /^(?:完整|详细|文档)?(?:目录(?:结构)?|内容目录|contents|tableofcontents|toc)$/;

export function isTocName(identity: HeadingIdentity): boolean {
  return tocName.test(identity.key);
}

/** Sections that speak about the template and not about the documents that follow it. */
const aboutTemplate =
  /^(?:关于(?:本)?模板|(?:文档|模板|模版|本模板)(?:使用)?(?:说明|指南|介绍)|使用说明|如何使用(?:本)?模板|使用原则|使用建议|(?:文档)?(?:编写|写作|撰写|创作)(?:指南|说明|要求|规范|标准)|(?:质量|发布|提交|审查|格式|内容|结构|创作|完整性)?(?:检查)?清单|模板(?:维护|版本|变更历史)|howtousethistemplate|aboutthistemplate|templateinstructions|templateusage|checklist|qualitychecklist|writingguide)$/;

export function isAboutTemplate(identity: HeadingIdentity): boolean {
  return aboutTemplate.test(identity.key);
}
