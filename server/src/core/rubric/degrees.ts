// Words of amount, of lack and of weakness in the phrases of a standard, and the words that say nothing by themselves.
// Word lists only; they know no measure.
import type { Amount } from '../measures/measure.ts';

const weakening =
  /基本|(?<!大)部分|一些|若干|简要|简单|少量|初步|大致|一般|\b(?:some|basic|basically|partly|partial|brief|few)\b/i;
const all = /全部|所有|完全|一律|均|每[个块段篇条项一]|都|\b(?:all|every|each|fully|entirely|completely)\b/i;
const most =
  /大多数|多数|大部分|完整|详细|详尽|充足|充分|丰富|全面|深入|\b(?:most|mostly|complete|detailed|sufficient|enough|rich|thorough|comprehensive|extensive|in depth)\b/i;
const share = /(\d{1,3})\s*%/;

/** Words that take part of the demand back: 基本, 部分, some. */
export function isWeakened(text: string): boolean {
  return weakening.test(text);
}

/** What words of amount ask for; undefined where there are none. “基本完整” is some. */
export function amountIn(text: string): Amount | undefined {
  const percent = Number(share.exec(text)?.[1] ?? Number.NaN);
  if (percent > 0) return percent >= 100 ? 'all' : percent >= 50 ? 'most' : 'some';
  if (weakening.test(text)) return 'some';
  if (all.test(text)) return 'all';
  return most.test(text) ? 'most' : undefined;
}

const lack =
  /没有|缺少|缺乏|缺失|欠缺|缺(?![陷点省口])|未(?![来知必])|无(?![锁状服缝论需须限损侵线序符人])|不(?![同断仅少变管论限但只低小超多])|混乱|难以|\b(?:no|not|without|lack|lacks|lacking|missing|none|nothing|never|cannot|absent|insufficient|incomplete|unreadable|unclear|invalid|broken)\b/i;
const badThing =
  /(?:没有|无|不存在|不含|\bno|\bwithout)\s*(?:任何|明显的?|明显|any |obvious )?\s*[^，。；,;]{0,8}?(?:错误|错别字|问题|缺陷|歧义|遗漏|矛盾|重复|冗余|mistakes?|errors?|typos?|defects?|ambigu\w+|contradictions?|repetitions?)$/i;
const only = /仅|只有|只是|只含|只给|只列|\bonly\b|\bmerely\b/i;

/** Says that something is not there. “没有错误” asks for something good and lacks nothing. */
export function isLack(text: string): boolean {
  return lack.test(text) && !badThing.test(text.trim());
}

/** Says that there is nothing more than this. */
export function isOnly(text: string): boolean {
  return only.test(text);
}

/** The words that say so, for text that is divided further. */
export function withoutOnly(text: string): string {
  return text.replace(/仅有|仅含|仅|只有|只是|只含|只给出?|只列出?|少量/g, '').replace(/\b(?:only|merely)\b/gi, '');
}

const verbs =
  '提供|包含|包括|含有|具有|具备|给出|列出|写明|注明|说明|解释|介绍|描述|阐述|讨论|探讨|分析|讲清|讲解|讲明|展示|引用|使用|采用|支持|附有|附带|配有|带有|覆盖|涵盖|考虑|进行|支撑|补充|写出|可以|能够|需要|应当?|必须|[有含带附是为给做写]';
const neutral =
  '内容|信息|建议|情况|方面|方法|类型|种类|数量|主要|实际|具体|必要|文档|案例|主题|本文|文中|代码块|文章|全文|资料|部分|片段|清单|章节|以及|及其|至少|等|各|其|该|也|并|一个|一[些份段处]|[个条项处篇份张种类块]';
const quality =
  '相关|清晰|清楚|准确|正确|明确|合理|规范|有效|权威|可靠|统一|一致|严密|流畅|便利|分明|易懂|实用|真实|高质量|优秀|良好';
const degrees =
  '大多数|多数|大部分|完整|详细|详尽|充足|充分|丰富|全面|深入|全部|所有|完全|一律|基本|部分|一些|若干|简要|简单|少量|初步|大致|一般|每|都|均|较为?|很|非常|足够';
const englishPlain =
  'includes?|including|contains?|has|have|having|provides?|gives?|states?|names?|lists?|explains?|describes?|shows?|covers?|cites?|supports?|with|and|of|for|in|on|to|is|are|there|be|code|blocks?|documents?|cases?|topics?|content|information|notes?|main|relevant|real|actual|at|least|most|mostly|complete|detailed|sufficient|enough|rich|thorough|comprehensive|extensive|all|every|each|fully|entirely|completely|some|basic|basically|partly|partial|brief|few|do|does';
const englishQuality = 'clear|clearly|correct|exact|accurate|valid|consistent|well|good|readable|reliable|practical';

const plainWords = new RegExp(`${degrees}|${verbs}|${neutral}|\\b(?:${englishPlain})\\b`, 'gi');
const qualityWords = new RegExp(`${quality}|\\b(?:${englishQuality})\\b`, 'gi');
const verbWords = new RegExp(
  `${verbs}|\\b(?:includes?|contains?|has|have|provides?|gives?|states?|explains?|describes?|with)\\b`,
  'i',
);

/** What words of a text say something: no verbs, amounts and frame words, no signs, numbers or particles. */
export function contentOf(text: string): string {
  return text
    .replaceAll('是否', ' ')
    .replace(plainWords, ' ')
    .replace(/\d+(?:[.,]\d+)*\s*[+%]?/g, ' ')
    .replace(/(?:以上|以内|以下|或更多|\bor more\b|\b(?:an?|the|its|their)\b|[的地之了吗呢])/gi, ' ')
    .replace(/[\p{P}\p{S}\s]+/gu, '');
}

/** The same, words of quality left out: 清晰, 正确. */
export function contentBesidesQuality(text: string): string {
  return contentOf(text.replace(qualityWords, ' '));
}

export function hasVerb(text: string): boolean {
  return verbWords.test(text);
}

const leadWords = new RegExp(
  `^(?:\\s|没有|缺少|缺乏|缺失|欠缺|${degrees}|${verbs}|代码块|文档|案例|主题|的|\\b(?:lacks?|without|no|missing|${englishPlain})\\b)+`,
  'i',
);

/** Verbs, amounts and words of lack that a text begins with. */
export function leadOf(text: string): string {
  return leadWords.exec(text)?.[0] ?? '';
}

/** Ends in what is said of a thing, and not in a thing. */
export const predicateEnd = new RegExp(`(?:${quality}|完整)$`);
