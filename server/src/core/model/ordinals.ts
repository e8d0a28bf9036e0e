// Reads how a heading is numbered, and writes another number in the same style.
// It works on folded text (full-width signs as ASCII), which has the same offsets as the heading's plain text.
import { chineseNumber, formatChineseNumber } from './chineseNumbers.ts';
import type { Ordinal } from './documentModel.ts';

const HAN = '[零〇一二两三四五六七八九十百]';
const PLACEHOLDER = '\\[?\\{?[XxNn?#]\\}?\\]?';
/** Words that are counted: 方案1, 步骤 二, Phase 3. The longer of two with the same beginning comes first. */
const LABELS =
  '方案|案例|步骤|任务组|任务|阶段|场景|示例|实例|例子|例|问题|附录|附件|选项|模块|目标|里程碑|实验|练习|定义|定理|引理|推论|性质|命题|公理|算法|要点|原则|策略|技巧|模式|专题|主题|缺口|陷阱';
const ENGLISH_LABELS =
  'Phase|Week|Day|Step|Stage|Task|Case|Scenario|Option|Plan|Example|Milestone|Sprint|Iteration|Module|Question|Lesson|Exercise|Problem|Goal|Solution|Approach|Definition|Theorem|Lemma|Appendix|Round|Month|Topic';
/** Counters after 第N that need a separator, because 第一期工程 is a name. */
const COUNTERS = '阶段|步|周|天|轮|期|层|批|组|条|款|点|步骤';
/** Measure words: `3 个步骤` and `24 小时监控` are names. */
const MEASURES = '[个种大类条项步年月日天小分秒倍台级层点节章次位名篇份轮期周%万亿千百行字]';
const END = '(?=\\s|$|[(\\[【])';
const SEPARATOR = `(?:\\s*[:、]|\\s*\\.(?!\\d)|\\s+[-—–](?=\\s)|${END})`;

interface Pattern {
  readonly style: Ordinal['style'];
  readonly expression: RegExp;
}

/** Most headings begin with a word that numbers nothing; they need not be tried against every pattern. */
const FIRST_UNITS = new RegExp(
  `[\\d(\u2460-\u2473第\uD83D]|${HAN}|[${LABELS.split('|')
    .map((label) => label.charAt(0))
    .join('')}]|[A-Za-z]`,
);

// Groups: `n` the number, `l` the label. Sticky; tried in this order.
const patterns: readonly Pattern[] = [
  { style: 'keycap', expression: /(?<n>(?:[0-9]\uFE0F?\u20E3|🔟)+)\.?/uy },
  {
    style: 'dotted',
    expression: /(?<n>\d{1,3}(?:\.\d{1,3}){1,5})(?:[.、):](?!\d)|(?=[\s\p{Script=Han}])(?![倍版%]))/uy,
  },
  { style: 'decimal', expression: /(?<n>\d{1,3})(?:[.](?![\d\p{L}])|[.](?=\p{Script=Han})|[、)])/uy },
  { style: 'decimal', expression: /(?<n>\d{1,3})\s{0,4}(?:[-—–:](?=\s+\p{L}))/uy },
  { style: 'decimal', expression: new RegExp(`(?<n>\\d{1,2})(?=\\s+\\p{Script=Han})(?!\\s+${MEASURES})`, 'uy') },
  { style: 'decimal', expression: /\((?<n>\d{1,3})\)|(?<c>[\u2460-\u2473])/uy },
  { style: 'chinese-bracket', expression: new RegExp(`\\((?<n>${HAN}{1,5})\\)、?`, 'uy') },
  { style: 'chinese', expression: new RegExp(`(?<n>${HAN}{1,5})[、.:]`, 'uy') },
  {
    style: 'part',
    expression: new RegExp(
      `第\\s?(?<n>${HAN}{1,5}|\\d{1,3}|${PLACEHOLDER})\\s?(?:部分|篇(?!幅)|卷(?=[\\s:、]))(?:\\s?[:、.]|\\s+[-—–](?=\\s))?`,
      'uy',
    ),
  },
  {
    style: 'part',
    expression: new RegExp(
      `Part\\s+(?<n>[IVX]{1,5}|\\d{1,3}(?:\\.\\d{1,3}){0,3}|[A-Z]|One|Two|Three|Four|Five)${SEPARATOR}`,
      'iuy',
    ),
  },
  {
    style: 'chapter',
    expression: new RegExp(
      `第\\s?(?<n>${HAN}{1,5}|\\d{1,3}|${PLACEHOLDER})\\s?(?:章|节(?![点省])|课(?![程题])|讲(?!解))(?:\\s?[:、.]|\\s+[-—–](?=\\s))?`,
      'uy',
    ),
  },
  {
    style: 'chapter',
    expression: new RegExp(`(?:Chapter|Section)\\s+(?<n>[IVX]{1,5}|\\d{1,3}|[A-Z])${SEPARATOR}`, 'iuy'),
  },
  {
    style: 'labelled',
    expression: new RegExp(`第\\s?(?<n>${HAN}{1,5}|\\d{1,3}|${PLACEHOLDER})\\s?(?<l>${COUNTERS})${SEPARATOR}`, 'uy'),
  },
  {
    style: 'labelled',
    expression: new RegExp(
      `(?<l>${LABELS})\\s{0,4}(?:#|No\\.?\\s?)?(?<n>\\d{1,3}(?:\\.\\d{1,3}){0,3}(?:-\\d{1,3})?|${HAN}{1,5}|[A-Z]|${PLACEHOLDER})${SEPARATOR}`,
      'uy',
    ),
  },
  {
    style: 'labelled',
    // A letter right after the label is no number: Solutions, Phases.
    expression: new RegExp(
      `(?<l>${ENGLISH_LABELS})[\\s-]{0,2}(?:#|No\\.?\\s?)?(?<n>\\d{1,3}(?:\\.\\d{1,3}){0,3}(?:\\s?-\\s?\\d{1,3})?|(?<=[\\s#.-])(?:[A-Z]|[IVX]{1,5}|${PLACEHOLDER}))${SEPARATOR}`,
      'iuy',
    ),
  },
  { style: 'labelled', expression: /(?<l>Q)(?<n>\d{1,3})(?:\s?[:、.]|(?=\s)(?!\s+20\d\d))/uy },
  { style: 'labelled', expression: /(?<l>P)(?<n>[0-4])(?:\s?[:、]|\s+[-—–](?=\s)|(?=\s|$|\(|优先级|级|任务))/uy },
  { style: 'labelled', expression: /(?<l>M)(?<n>\d{1,2})\s?:/uy },
];

/** The ordinal that begins at `start` of folded heading text, with `raw` cut out of the unfolded text. */
export function readOrdinal(text: string, folded: string, start: number): Ordinal | undefined {
  if (!FIRST_UNITS.test(folded.charAt(start))) return undefined;
  for (const { style, expression } of patterns) {
    expression.lastIndex = start;
    const match = expression.exec(folded);
    if (match === null) continue;
    const end = start + match[0].trimEnd().length;
    const number = match.groups?.['n'] ?? match.groups?.['c'] ?? '';
    const label = match.groups?.['l'];
    if (style === 'dotted' && isVersion(number)) continue;
    const ordinal = {
      style,
      raw: text.slice(start, end),
      numbers: readNumbers({ number, label, style, isChinese: /\p{Script=Han}/u.test(match[0]) }),
      start,
      end,
    };
    return label === undefined ? ordinal : { ...ordinal, label };
  }
  return undefined;
}

/** 1.90.0 is a version: no document has fifty chapters with fifty sections. */
function isVersion(number: string): boolean {
  return number.split('.').some((part) => Number(part) > 50);
}

const ROMAN = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
  'XVIII',
  'XIX',
  'XX',
];
const WORDS = ['one', 'two', 'three', 'four', 'five'];
const LETTER_LABEL = /^(?:方案|附录|附件|选项|案例|场景|Appendix|Option|Plan|Case|Scenario|Solution|Approach)$/i;

interface FoundNumber {
  readonly number: string;
  readonly label: string | undefined;
  readonly style: Ordinal['style'];
  /** The ordinal has Chinese words, in which X is no Roman ten. */
  readonly isChinese: boolean;
}

/** `[]` for placeholders and for ranges such as Week 1-2, which can not be counted on. */
function readNumbers(found: FoundNumber): number[] {
  const { number, label, style, isChinese } = found;
  if (style === 'keycap') return readKeycaps(number);
  if (/^\d+(?:\.\d+)*$/.test(number)) return number.split('.').map(Number);
  const circled = number.charCodeAt(0) - 0x245f;
  if (number.length === 1 && circled >= 1 && circled <= 20) return [circled];
  const chinese = chineseNumber(number);
  if (chinese !== undefined) return [chinese];
  return readLetters(number, label, isChinese);
}

function readLetters(letters: string, label: string | undefined, isChinese: boolean): number[] {
  const word = WORDS.indexOf(letters.toLowerCase()) + 1;
  if (word > 0) return [word];
  if (/^n$/i.test(letters) || (/^x$/i.test(letters) && isChinese)) return [];
  const roman = ROMAN.indexOf(letters.toUpperCase()) + 1;
  if (roman > 0 && !(label !== undefined && LETTER_LABEL.test(label))) return [roman];
  return /^[A-Z]$/i.test(letters) ? [letters.toUpperCase().charCodeAt(0) - 64] : [];
}

function readKeycaps(number: string): number[] {
  const digits = number.includes('🔟') ? '10' : number.replace(/\D/g, '');
  return [Number(digits)];
}

const NUMBER_TOKEN = new RegExp(
  `(?:[0-9]\\uFE0F?\\u20E3|🔟)+|\\d+(?:\\.\\d+)*(?:\\s?-\\s?\\d+)?|[\\u2460-\\u2473]|\\b[IVX]{1,5}\\b|(?<![A-Za-z])[A-Z](?![A-Za-z])|${HAN}+|${PLACEHOLDER}`,
  'u',
);

/**
 * `ordinal.raw` with other numbers in the same style: 第一部分： with [2] is 第二部分：, `1.1` with [2, 3] is `2.3`.
 * A placeholder takes the number in ASCII digits.
 */
export function formatOrdinal(ordinal: Ordinal, numbers: readonly number[]): string {
  const first = numbers[0];
  if (first === undefined) return ordinal.raw;
  const labelEnd = ordinal.label === undefined || !ordinal.raw.startsWith(ordinal.label) ? 0 : ordinal.label.length;
  const tail = ordinal.raw.slice(labelEnd);
  const token = NUMBER_TOKEN.exec(foldAscii(tail));
  if (token === null) return ordinal.raw;
  const written = tail.slice(token.index, token.index + token[0].length);
  const before = ordinal.raw.slice(0, labelEnd + token.index);
  return before + formatLike(written, token[0], ordinal, numbers) + tail.slice(token.index + written.length);
}

function foldAscii(text: string): string {
  return text.replace(/[\uFF10-\uFF19\uFF0E\uFF21-\uFF3A]/g, (unit) =>
    String.fromCharCode(unit.charCodeAt(0) - 0xfee0),
  );
}

function formatLike(written: string, token: string, ordinal: Ordinal, numbers: readonly number[]): string {
  const first = numbers[0] ?? 0;
  if (ordinal.style === 'keycap') return first === 10 ? '🔟' : String(first).replace(/\d/g, '$&\uFE0F\u20E3');
  if (/^[\u2460-\u2473]$/.test(token))
    return first >= 1 && first <= 20 ? String.fromCharCode(0x245f + first) : `(${first})`;
  if (chineseNumber(token) !== undefined) return formatChineseNumber(first);
  if (/^[A-Z]+$/.test(token) && ordinal.numbers.length > 0) return formatLetters(token, ordinal, first);
  const padded =
    /^0\d+$/.test(token) && numbers.length === 1 ? String(first).padStart(token.length, '0') : numbers.join('.');
  const isFullWidth = /[\uFF10-\uFF19]/.test(written);
  return isFullWidth ? padded.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : padded;
}

function formatLetters(token: string, ordinal: Ordinal, value: number): string {
  const isRoman = ROMAN.indexOf(token) + 1 === ordinal.numbers[0];
  if (isRoman) return ROMAN[value - 1] ?? String(value);
  return value >= 1 && value <= 26 ? String.fromCharCode(64 + value) : String(value);
}
