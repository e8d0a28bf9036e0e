// Does the document say when to choose what? It sees conditions beside a choice, not whether the advice is sound.
import type { Measure } from './measure.ts';
import { account } from './text/places.ts';
import type { Topic } from './text/topics.ts';
import {
  COMMENTS,
  emptySections,
  isNoStatement,
  tablePlaces,
  TEXT,
  topicPlaces,
  unitPlaces,
  type UnitWords,
  without,
} from './text/weigh.ts';

const HEADING =
  /适用(?:场景|情况|范围|条件)|选型|选择(?!器|题)|决策(?:依据|树|表|矩阵|标准|建议|指南)|何时(?:使用|选)|推荐方案|核心方案|核心结论|when to (?:use|choose)|choosing|selection guide|which .{1,30} to (?:use|choose)|decision (?:table|tree|guide|matrix|criteria)|recommended (?:solution|approach|option|choice|setup)/i;
/** Why one was taken is its cause; a decision needs the case in which to take it. */
const COLUMN = /适用|适合|推荐|何时|when to use|use cases?|best for|recommended/i;

const SAYING: readonly UnitWords[] = [
  {
    words:
      /适[用合]于?[^。；，]{2,}|推荐(?:使用|采用|方案|选)|建议(?:使用|选择|选用|采用)|优先(?:使用|选择|考虑|选用)|[当如][^。；]{2,30}(?:选择|选用|应?使用|采用)|\b(?:prefer|choose|pick|recommended for|suitable for|use .{2,30} when|if you need)\b/i,
    kinds: TEXT,
    weight: 1,
    leastSize: 8,
  },
  {
    words: /适合|适用于|[（(]推荐|推荐(?:[）)]|使用|值|配置|批量)|\b(?:recommended|suitable for|prefer)\b/i,
    kinds: COMMENTS,
    weight: 0.5,
  },
];

export const analysisDecision: Measure = {
  id: 'analysis-decision',
  names: {
    zh: [
      '决策依据',
      '选择依据',
      '选型建议',
      '提供选型建议',
      '选型',
      '适用场景',
      '决策表',
      '决策树',
      '什么情况下选哪个',
    ],
    en: [
      'grounds for the decision',
      'grounds for the choice',
      'decision basis',
      'selection advice',
      'decision table',
      'decision tree',
      'when to use',
      'selection criteria',
    ],
  },
  measure({ model }) {
    const tables = tablePlaces(
      model,
      COLUMN,
      4,
      ({ header }) => header.length >= 3 || COLUMN.test(header[1]?.text ?? ''),
    );
    const headed = without(topicPlaces(model, [{ words: HEADING, weight: weightOfTopic }]), tables);
    const parts = [...tables, ...headed];
    return account({
      places: [...parts, ...unitPlaces(model, SAYING, parts)],
      least: 3,
      found: 'measure.decision.found',
      none: 'measure.decision.none',
      missing: emptySections(model, HEADING),
    });
  },
};

const CONDITION =
  /适[用合]|推荐|备选|保守|首选|当|如果|大于|小于|以[上下]|[<>≥≤]|较[少多大小高低]|极高|[选用](?:择|用)|优先|可以接受|需要|where|when|if|than|prefer|recommend/i;

function weightOfTopic({ substance, units }: Topic): number {
  const said = units.filter(
    ({ kind, size, text }) => kind !== 'label' && size > 0 && CONDITION.test(text) && !isNoStatement(text),
  ).length;
  if (said === 0) return 0;
  return said >= 2 && substance.size >= 12 ? 3 : 1;
}
