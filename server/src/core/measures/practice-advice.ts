// Is there advice that a reader can follow? An item that only repeats its own name is a slogan.
import type { Measure } from './measure.ts';
import { account } from './text/places.ts';
import type { Topic } from './text/topics.ts';
import type { TextUnit } from './text/textUnits.ts';
import { COMMENTS, emptySections, isNoStatement, TEXT, topicPlaces, unitPlaces, type UnitWords } from './text/weigh.ts';

const HEADING =
  /最佳实践|最佳做法|实践建议|实践要点|(?:设计|优化|关键|核心|使用|编码|弹性|编程)原则|使用建议|优化建议|设计建议|编码规范|编程规范|建议$|要点$|best practices?|guidelines?|recommendations?|\btips\b|design principles?|key principles?/i;

const SAYING: readonly UnitWords[] = [
  { words: /^原则\s?[:：].{6}|^(?:principle|rule|tip)s?\s?:.{8}/i, kinds: TEXT, weight: 0.5 },
  {
    words:
      /建议(?:使用|采用|将|把|设置|定期|在|先)|推荐(?:使用|做法|配置|设置|值)|最好(?:使用|先|在|把)|\b(?:you should|we recommend|(?:is|are) recommended|it is best to|make sure)\b/i,
    kinds: TEXT,
    weight: 0.5,
    atMost: 3,
    leastSize: 10,
  },
  {
    words:
      /✅\s*(?:更?好|推荐|正确)|正确做法|推荐(?:做法|写法|配置|）|$)|[（(]推荐|最佳实践|✅\s*使用|\b(?:good|do this|recommended|preferred)\s*[:)]/iu,
    kinds: COMMENTS,
    weight: 1,
    atMost: 6,
  },
];

export const practiceAdvice: Measure = {
  id: 'practice-advice',
  names: {
    zh: ['最佳实践和建议', '最佳实践', '实践建议', '设计原则', '实践', '建议', '具体实践'],
    en: ['best practices', 'practical advice', 'design principles', 'recommendations', 'advice'],
  },
  measure({ model }) {
    const topics = topicPlaces(model, [{ words: HEADING, weight: weightOfTopic }]);
    const saying = unitPlaces(model, SAYING, topics);
    return account({
      places: [...topics, ...saying],
      least: 2,
      found: 'measure.advice.found',
      none: 'measure.advice.none',
      missing: emptySections(model, HEADING),
    });
  },
};

/** By what can be followed: each item or sentence that says more than its name, and code. */
function weightOfTopic({ units, substance }: Topic): number {
  const followed = units.filter(({ kind }) => kind !== 'label' && kind !== 'figure').filter(canFollow).length;
  const drawn = substance.figureLines >= 3 ? 2 : 0;
  const coded = substance.codeLines >= 5 ? 2 : 0;
  return Math.min(6, 0.75 * followed + drawn + coded);
}

/** A list that leads to other documents tells what is in them. */
const ABOUT_DOCUMENTS = /^(?:内容|文档编号|主题|位置|路径)\s?[:：]/;
const LEAST_NEW = 4;

/** Says at least four things that its own label does not say: signs, or half as many words of letters. */
function canFollow({ text, size }: TextUnit): boolean {
  if (size < 8 || isNoStatement(text) || ABOUT_DOCUMENTS.test(text)) return false;
  const [name = '', ...others] = text.slice(0, 400).split(/[:：]\s*/);
  if (others.length === 0) return size >= 12;
  const named = new Set(name.toLowerCase());
  const words = others.join(' ').toLowerCase();
  const fresh = words.match(/[\u3400-\u9FFF]/g)?.filter((sign) => !named.has(sign)).length ?? 0;
  const letters = words.match(/[a-z0-9_]{3,}/g)?.filter((word) => !name.toLowerCase().includes(word)).length ?? 0;
  return fresh + 2 * letters >= LEAST_NEW;
}
