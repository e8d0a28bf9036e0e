// Is there a solution to the problems that are named? It sees that one is written down, not that it works.
import type { DocumentModel } from '../model/documentModel.ts';
import type { Measure } from './measure.ts';
import { account, type Place } from './text/places.ts';
import { hasSubstance, substanceOf } from './text/topics.ts';
import {
  COMMENTS,
  emptySections,
  tablePlaces,
  TEXT,
  titled,
  topicPlaces,
  unitPlaces,
  type UnitWords,
  without,
} from './text/weigh.ts';

const HEADING =
  /解决(?:方案|办法|方法|思路)|核心方案|技术方案|实现方案|事务实现|^方案$|应对|对策|处理方案|防护|预防|solutions?\b|resolution|mitigations?|countermeasures?|remed(?:y|ies)/i;

const SAYING: readonly UnitWords[] = [
  {
    words:
      /解决(?:方案|办法|方法)?[:：]|(?:用来|用于|可以)(?:解决|避免|防止)|\b(?:solves?|fix(?:es)?|mitigates?|resolves?)\b/i,
    kinds: TEXT,
    weight: 1,
    leastSize: 8,
  },
  { words: /^解决(?:方案|办法|方法)?[:：]|^处理[:：]|✅\s*(?:更?好|使用|正确|安全)/u, kinds: COMMENTS, weight: 0.5 },
];

export const analysisSolution: Measure = {
  id: 'analysis-solution',
  names: {
    zh: ['问题解决方案', '解决方案分析', '解决方案', '解决办法', '解决方法'],
    en: ['problem solution', 'solution analysis', 'solution'],
  },
  measure({ model }) {
    const tables = tablePlaces(model, /解决|对策|应对|处理办法|solution|mitigation|fix\b|remedy/i, 3);
    const headed = without(topicPlaces(model, [{ words: HEADING, weight: 3 }]), tables);
    const parts = [...tables, ...headed, ...numbered(model, [...tables, ...headed])];
    return account({
      places: [...parts, ...unitPlaces(model, SAYING, parts)],
      least: 3,
      found: 'measure.solution.found',
      none: 'measure.solution.none',
      missing: emptySections(model, HEADING),
    });
  },
};

/** `### 方案1：批量插入` with something under it. */
function numbered(model: DocumentModel, others: readonly Place[]): readonly Place[] {
  const sections = model.sections.filter(
    ({ heading, span }) =>
      /^(?:方案|solution|option|approach)$/i.test(heading.identity.ordinal?.label ?? '') &&
      hasSubstance(substanceOf(model, span)),
  );
  const places = sections.map(({ heading }): Place => ({
    kind: 'part',
    span: heading.span,
    weight: 3,
    message: titled(heading.text),
  }));
  return without(places, others);
}
