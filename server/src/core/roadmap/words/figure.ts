// Figures with what they count: 4 个主题, ~3,200 行, 20+ 个实例, 5,700+ lines, (5/13). Efforts are in effort.ts.
import type { FigureUnit } from '../plan.ts';
import { effortsIn, type Found } from './effort.ts';
import { plainNumber } from './size.ts';

export interface Figure {
  readonly min: number;
  readonly max: number;
  /** Undefined where only a counter word follows: `（5个）`. */
  readonly unit?: FigureUnit;
  readonly bound?: 'at-least' | 'about';
}

const NOUNS: readonly (readonly [RegExp, FigureUnit])[] = [
  [/^(?:行|lines?)/i, 'line'],
  [/^(?:页|pages?)/i, 'page'],
  [/(?:示例|实例|例子|examples?)$/i, 'example'],
  [/(?:案例|cases?)$/i, 'case'],
  [/(?:主题|topics?)$/i, 'topic'],
  [/(?:api文档|文档|文件|documents?|docs|files?)$/i, 'document'],
  [/(?:任务|tasks?)$/i, 'task'],
  [/(?:里程碑|milestones?)$/i, 'milestone'],
  [/(?:模块|modules?)$/i, 'module'],
  [/(?:阶段|phases?)$/i, 'phase'],
  [/(?:apis?)$/i, 'api'],
  [/(?:crates?)$/i, 'crate'],
];

const NUMBER = String.raw`\d{1,3}(?:[,，]\d{3})+|\d{1,9}`;
const LENGTH = '行|页|lines?|pages?';
const NOUN = String.raw`示例|实例|例子|examples?|案例|cases?|主题|topics?|文档|文件|documents?|docs|files?|任务|tasks?|里程碑|milestones?|模块|modules?|阶段|phases?|apis?|crates?`;
const COUNTED = String.raw`(?:${LENGTH}|[A-Za-z\p{Script=Han}]{1,8}[ \t](?:${NOUN})|${NOUN}|\p{Script=Han}{1,8}?(?:${NOUN}))`;
const FIGURE = new RegExp(
  String.raw`(约|大约|[~≈～])?[ \t]*(?<![\d.,A-Za-z])(${NUMBER})(?![\d.]*\d)[ \t]*(\+)?(?:[ \t]*(?:-|–|~|～|至|到)[ \t]*(${NUMBER}))?[ \t]*(\+)?[ \t]*(个|篇|份|项|种|条)?[ \t]*(?:(${COUNTED})(?![A-Za-z]))?`,
  'giu',
);

/** Every figure of the text that counts something, in order. Numbers without a noun or counter word are none. */
export function figuresIn(text: string): readonly Found<Figure>[] {
  const found: Found<Figure>[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const [whole, about, low, plusLow, high, plusHigh, counter, noun] = match;
    const isOpen = plusLow !== undefined || plusHigh !== undefined;
    if (low === undefined || (counter === undefined && noun === undefined && !isOpen)) continue;
    const unit = noun === undefined ? undefined : unitOfNoun(noun);
    const min = plainNumber(low);
    const bound = isOpen ? 'at-least' : about === undefined ? undefined : 'about';
    found.push({
      value: {
        min,
        max: high === undefined ? min : plainNumber(high),
        ...(unit && { unit }),
        ...(bound && { bound }),
      },
      text: whole.trim(),
      index: match.index + (whole.length - whole.trimStart().length),
    });
  }
  return found;
}

/** Figures and efforts: `10个，19周` is a count and a time. */
export function amountsIn(text: string): readonly Found<Figure>[] {
  const efforts = effortsIn(text).map(({ value: { min, max, unit }, text: written, index }): Found<Figure> => {
    const isAbout = /(?:约|大约|[~≈～]|about )[ \t]*$/.test(text.slice(0, index));
    return { value: { min, max, unit, ...(isAbout && { bound: 'about' }) }, text: written, index };
  });
  const counts = figuresIn(text).filter(
    (count) => !efforts.some(({ index }) => index >= count.index && index < count.index + count.text.length),
  );
  return [...counts, ...efforts].toSorted((a, b) => a.index - b.index);
}

/** The unit that a noun at the end of the words means: `高优先级主题` → topic. */
export function unitOfNoun(words: string): FigureUnit | undefined {
  const plain = words.replace(/\s+/g, '').replace(/(?:总数|数量|数)$/, '');
  return NOUNS.find(([pattern]) => pattern.test(plain))?.[1];
}

const SHARE = /[（(]?\s*(\d{1,5})\s*\/\s*(\d{1,5})\s*[）)]?/;

/** `(5/13)`: done and all. Dates and scores (`5/5` behind stars) are the caller's question. */
export function shareIn(text: string): Found<{ readonly done: number; readonly all: number }> | undefined {
  const match = SHARE.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return { value: { done: Number(match[1]), all: Number(match[2]) }, text: match[0].trim(), index: match.index };
}
