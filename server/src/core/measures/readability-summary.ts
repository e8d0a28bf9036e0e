// Something towards the end that says what the reader is to take along.
import type { Measure } from './measure.ts';
import { partsNamed, resultOfParts } from './readability/namedPart.ts';

const SUMMARY =
  /^(?:本文|全文|本章|案例|经验|项目|核心|技术|方案|最后)?(?:总结|小结|结语|结论|结束语)(?:与|和|及|$)|^(?:要点回顾|核心要点|关键要点)$|^(?:summary|conclusions?|keytakeaways|takeaways|wrapup|recap|inconclusion)(?:and|$)/;

export const readabilitySummary: Measure = {
  id: 'readability-summary',
  names: { zh: ['总结', '小结', '结论'], en: ['summary', 'conclusion', 'conclusions'] },
  measure: ({ model }) => {
    const middle = model.source.text.length / 2;
    const parts = partsNamed(model, SUMMARY).filter(({ section }) => section.span.end > middle);
    return resultOfParts(parts, 'readability-summary');
  },
};
