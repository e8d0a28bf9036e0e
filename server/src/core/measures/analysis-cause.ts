// Does the document say why: why a problem arises, why something was chosen? It sees causal words, not whether the cause is the right one.
import type { Measure } from './measure.ts';
import { account } from './text/places.ts';
import {
  emptySections,
  FENCED,
  tablePlaces,
  TEXT,
  topicPlaces,
  type TopicWords,
  unitPlaces,
  type UnitWords,
  without,
} from './text/weigh.ts';
import type { Topic } from './text/topics.ts';

const ANALYSIS =
  /原因|根因|为什么|为何|问题分析|问题识别|理由|瓶颈分析|root causes?|causes?$|^why\b|rationale|problem analysis|reasons?$/i;
const PROBLEM = /问题(?:描述|场景|SQL)?$|风险$|挑战|problem statement|challenges?$/i;

const SAYING: readonly UnitWords[] = [
  {
    words:
      /因为|由于|导致|造成|引起|使得|原因(?:是|在于|[:：])|之所以|根因|\b(?:because|due to|caused by|leads? to|results? in|root cause|that is why|therefore)\b/i,
    kinds: TEXT,
    weight: 1,
    leastSize: 8,
  },
  {
    words: /因为|由于|导致|造成|原因[:：]|(?:结果|问题)[:：].{4}|\b(?:because|due to|leads? to|causes)\b/i,
    kinds: FENCED,
    weight: 0.5,
  },
];

const TOPICS: readonly TopicWords[] = [
  { words: ANALYSIS, weight: (topic) => weightOfTopic(topic, 3) },
  { words: PROBLEM, weight: (topic) => weightOfTopic(topic, 2) },
];

export const analysisCause: Measure = {
  id: 'analysis-cause',
  names: {
    zh: ['原因分析', '根因分析', '根因', '问题分析', '问题识别', '问题原因', '原因'],
    en: ['cause analysis', 'root cause', 'problem analysis', 'cause'],
  },
  measure({ model }) {
    const tables = tablePlaces(model, /理由|原因|根因|reason|\bwhy\b|rationale|cause/i, 3);
    const parts = [...tables, ...without(topicPlaces(model, TOPICS), tables)];
    return account({
      places: [...parts, ...unitPlaces(model, SAYING, parts)],
      least: 3,
      found: 'measure.cause.found',
      none: 'measure.cause.none',
      missing: emptySections(model, ANALYSIS),
    });
  },
};

/** A problem that is only named weighs less than one that is taken apart. */
function weightOfTopic({ substance, units }: Topic, most: number): number {
  const said = units.filter(({ kind, size }) => kind !== 'label' && size > 0).length;
  if (said < 2) return 0;
  if (said >= 12) return most + 2;
  return substance.size >= 30 || said >= 4 ? most : 1;
}
