// Are pitfalls named: mistakes, anti-patterns, what to avoid? It sees warnings, not whether all that matter are there.
import type { Measure } from './measure.ts';
import { account } from './text/places.ts';
import { COMMENTS, emptySections, TEXT, topicPlaces, unitPlaces, type UnitWords } from './text/weigh.ts';

const HEADING =
  /陷阱|反模式|误区|常见(?:错误|问题|坑)|注意(?:事项|点)|谬误|禁忌|避坑|踩坑|易错|pitfalls?|anti-?patterns?|gotchas?|common (?:mistakes?|errors?|problems?)|caveats?|things to avoid|fallacies/i;
const RISK = /风险$|问题$|^避免|挑战\s?\d?|隐患|risks?$|hazards?/i;

const SAYING: readonly UnitWords[] = [
  {
    words:
      /❌\s*(?:不好|错误|不要|不安全|可能|同步|无|N\+1|bad|wrong|don|avoid)|错误(?:做法|示例|写法)|反例|\b(?:bad|wrong|anti-?pattern)\s*[:)-]/iu,
    kinds: COMMENTS,
    weight: 1,
  },
  { words: /不要|切勿|注意[:：]|\b(?:never|do not|don't)\b/i, kinds: COMMENTS, weight: 0.5 },
  { words: /❌|避免|\bavoid\b/iu, kinds: COMMENTS, weight: 0.25, atMost: 1 },
  {
    words:
      /避免[^。；]{2,}|不要|切勿|不应|不宜|注意[:：]|谨防|警惕|禁止|容易(?:导致|造成|出现)|可能(?:导致|造成)|^(?:avoid|do not|don't|never|beware)\b|\b(?:should (?:not|never)|must not|be careful|caution|beware|common mistake)\b/i,
    kinds: TEXT,
    weight: 0.5,
    atMost: 3,
    leastSize: 8,
  },
];

export const practicePitfalls: Measure = {
  id: 'practice-pitfalls',
  names: {
    zh: ['陷阱规避', '陷阱', '反模式', '常见错误', '常见误区', '注意事项', '避免'],
    en: ['pitfalls', 'anti-patterns', 'common mistakes', 'what to avoid', 'caveats'],
  },
  measure({ model }) {
    const parts = topicPlaces(model, [
      { words: HEADING, weight: 3 },
      {
        words: RISK,
        weight: ({ substance, units }) => (units.length >= 8 ? 2 : substance.size >= 12 || units.length >= 3 ? 1 : 0),
      },
    ]);
    return account({
      places: [...parts, ...unitPlaces(model, SAYING, parts)],
      least: 2,
      found: 'measure.pitfalls.found',
      none: 'measure.pitfalls.none',
      missing: emptySections(model, HEADING),
    });
  },
};
