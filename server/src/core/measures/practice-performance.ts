// Does the document say how to make it faster? Figures alone are data, not advice.
import type { Measure } from './measure.ts';
import { account } from './text/places.ts';
import type { Topic } from './text/topics.ts';
import { COMMENTS, emptySections, TEXT, topicPlaces, unitPlaces, type UnitWords } from './text/weigh.ts';

const HEADING =
  /(?<!路径|成本|模型|体验|运营|流程|优先级|结构)优化(?!前|后|效果|目标|结果)|调优|性能建议|缓存策略|连接池|批处理|批量操作|optimi[sz](?:ation|ing|e)|\btuning\b|performance (?:tips|advice|considerations)|caching strateg/i;

const SAYING: readonly UnitWords[] = [
  {
    words:
      /(?:使用|采用|增加|设置|调整|创建|合并|批量|预先?|减少|避免|定期)[^。；，]{2,40}(?:性能|开销|延迟|吞吐|效率|竞争|IO|I\/O|加速|更快)|\b(?:faster|speeds? up|reduces? (?:latency|overhead|load)|improves? (?:performance|throughput))\b/i,
    kinds: TEXT,
    weight: 0.5,
    atMost: 3,
    leastSize: 10,
  },
  { words: /优化|加速|提高性能|性能最优|减少.{1,12}(?:开销|竞争|扫描)/, kinds: COMMENTS, weight: 0.25, atMost: 2 },
];

export const practicePerformance: Measure = {
  id: 'practice-performance',
  names: {
    zh: ['性能优化建议', '性能优化', '优化建议', '性能建议', '性能调优'],
    en: [
      'performance advice',
      'performance optimization',
      'performance optimisation',
      'performance tuning',
      'tuning advice',
    ],
  },
  measure({ model }) {
    const topics = topicPlaces(model, [{ words: HEADING, weight: weightOfTopic }]);
    return account({
      places: [...topics, ...unitPlaces(model, SAYING, topics)],
      least: 2,
      found: 'measure.performance.found',
      none: 'measure.performance.none',
      missing: emptySections(model, HEADING),
    });
  },
};

/** A part with several pieces of advice or code weighs as much as they are. */
function weightOfTopic({ substance, units }: Topic): number {
  const said = units.filter(
    ({ kind, size }) => (kind === 'item' || kind === 'row' || kind === 'sentence') && size >= 8,
  ).length;
  return Math.min(8, 0.5 * said + 1.5 * substance.codeBlocks + (substance.figureLines >= 3 ? 1 : 0));
}
