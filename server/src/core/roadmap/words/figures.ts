// Figures with a unit that a plan adds up or counts: 2 个文档, 8,300+ 行, 14 个, 5 个阶段, 3 weeks. Years, versions and rates are none.
import type { FigureUnit } from '../plan.ts';
import { effortsIn, type Found } from './effort.ts';
import { plainNumber } from './size.ts';

export interface Figure {
  readonly min: number;
  readonly max: number;
  /** Absent where only 个 or 项 stands behind the number. */
  readonly unit?: FigureUnit;
  readonly bound?: 'at-least' | 'about';
}

const UNITS: readonly (readonly [FigureUnit, RegExp])[] = [
  ['document', /^(?:文档|文件|文章|篇|documents?|docs?|files?|guides?)/i],
  ['case', /^(?:案例|cases?|scenarios?)/i],
  ['topic', /^(?:主题|专题|topics?)/i],
  ['task', /^(?:任务|tasks?)/i],
  ['gap', /^(?:缺口|缺失|gaps?)/i],
  ['milestone', /^(?:里程碑|milestones?)/i],
  ['module', /^(?:(?:核心)?模块|任务组|modules?|groups?)/i],
  ['phase', /^(?:阶段|phases?|stages?)/i],
  ['page', /^(?:页|pages?)/i],
  ['line', /^(?:行|lines?)/i],
];

const FIGURE =
  /(?<![\w.,$¥#-])(约|~|≈|about )?[ \t]*(\d{1,3}(?:[,，]\d{3})+|\d{1,7})(?:[ \t]*(?:-|–|~|至|到)[ \t]*(\d{1,3}(?:[,，]\d{3})+|\d{1,7}))?[ \t]*(\+|多)?[ \t]*(个|篇|份|项|条|组)?[ \t]*([A-Za-z]{4,10}|核心模块|里程碑|任务组|\p{Script=Han}{1,2})?/gu;

/** Every figure of the text in order; efforts (2-3 天) too. */
export function figuresIn(text: string): readonly Found<Figure>[] {
  const efforts = effortsIn(text).map(({ value, text: written, index }) => {
    const isAbout = /(?:约|~|about )[ \t]*$/.test(text.slice(0, index));
    const { min, max, unit } = value;
    return { value: { min, max, unit, ...(isAbout && { bound: 'about' as const }) }, text: written, index };
  });
  const counts = [...text.matchAll(FIGURE)].flatMap((match) => {
    if (efforts.some(({ index }) => index >= match.index && index < match.index + match[0].length)) return [];
    return figureOf(match);
  });
  return [...counts, ...efforts].toSorted((a, b) => a.index - b.index);
}

function figureOf(match: RegExpExecArray): readonly Found<Figure>[] {
  const [whole, about, low = '', high, more, counter, noun = ''] = match;
  const unit = UNITS.find(([, pattern]) => pattern.test(noun))?.[0] ?? (counter === '篇' ? 'document' : undefined);
  if (unit === undefined && counter === undefined) return [];
  const min = plainNumber(low);
  const written = unit === undefined ? whole.slice(0, whole.length - noun.length) : whole;
  const bound = more !== undefined ? 'at-least' : about !== undefined ? 'about' : undefined;
  const lead = written.length - written.trimStart().length;
  return [
    {
      value: { min, max: high === undefined ? min : plainNumber(high), ...(unit && { unit }), ...(bound && { bound }) },
      text: written.trim(),
      index: match.index + lead,
    },
  ];
}
