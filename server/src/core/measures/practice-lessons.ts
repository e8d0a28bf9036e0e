// Does the document sum up what was learnt? It sees conclusions with words under them, not whether they follow from the case.
import type { Measure } from './measure.ts';
import { account } from './text/places.ts';
import type { Topic } from './text/topics.ts';
import { emptySections, TEXT, topicPlaces, unitPlaces } from './text/weigh.ts';

const LESSONS = /经验|教训|复盘|启示|心得|核心结论|关键结论|lessons?|takeaways?|retrospective|post-?mortem/i;
const SUMMARY =
  /^(?:总结|小结|结论|结语|结束语|总结与.{1,8}|实践效果|效果分析|summary|conclusions?|wrap-?up|results?)$/i;
const SAYING =
  /经验(?:表明|告诉|是)|实践(?:表明|证明)|事实证明|教训(?:是|[:：])|回头看|\b(?:we (?:learn(?:ed|t)|found)|in hindsight|lesson learned|in practice,)/i;

export const practiceLessons: Measure = {
  id: 'practice-lessons',
  names: {
    zh: ['经验总结', '经验教训', '实践经验', '经验'],
    en: ['lessons learned', 'lessons', 'experience summary', 'takeaways'],
  },
  measure({ model }) {
    const parts = topicPlaces(model, [
      { words: LESSONS, weight: (topic) => said(topic, 1) },
      { words: SUMMARY, weight: (topic) => said(topic, 0.5) },
    ]);
    const saying = unitPlaces(model, [{ words: SAYING, kinds: TEXT, weight: 1, leastSize: 10 }], parts);
    return account({
      places: [...parts, ...saying],
      least: 2,
      found: 'measure.lessons.found',
      none: 'measure.lessons.none',
      missing: emptySections(model, SUMMARY),
    });
  },
};

const MAXIMUM_PIECES = 6;

function said({ units }: Topic, each: number): number {
  const pieces = units.filter(
    ({ kind, size }) => (kind === 'item' || kind === 'sentence' || kind === 'row') && size >= 8,
  );
  return each * Math.min(MAXIMUM_PIECES, pieces.length);
}
