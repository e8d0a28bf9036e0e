// Does the document say what to do when something fails: a symptom and the steps against it? Code that survives failures is
// error handling, not a guide for who is called at night.
import type { Measure } from './measure.ts';
import { account } from './text/places.ts';
import type { Topic } from './text/topics.ts';
import {
  emptySections,
  FENCED,
  tablePlaces,
  TEXT,
  topicPlaces,
  unitPlaces,
  without,
  type UnitWords,
} from './text/weigh.ts';

const HEADING =
  /故障(?:处理|排除|诊断|排查|分析|定位|场景)|恢复(?:步骤|流程|手册)|问题(?:排查|诊断|定位|处理)|排错|排障|常见问题|应急(?:预案|处理|响应)|runbook|troubleshoot|\bfaq\b|diagnos(?:is|tics?|ing)|incident response|recovery (?:steps|procedure)|debugging/i;
const FIELD = /故障(?:恢复|转移)|故障$|恢复策略|误报|根因分析|灾难恢复|disaster recovery|死锁检测|入侵检测/i;
const TOOLS = /调试|剖析$|profiling/i;
const SYMPTOM =
  /现象|症状|^(?:常见)?(?:故障|问题|异常)(?:描述|场景|类型)?$|^(?:错误|报错)(?:信息|码|代码)?$|symptoms?|^(?:problem|issue|error|failure)s?(?: (?:code|message))?$/i;
const REMEDY = /处理|解决|排查|办法|措施|步骤|恢复|诊断|solutions?|fix|resolution|actions?|remedy/i;

const SAYING: readonly UnitWords[] = [
  {
    words:
      /^(?:现象|症状|故障(?:场景)?\s?\d{0,2}|排查(?:步骤)?|处理(?:步骤|办法|方法)?|恢复步骤)\s?[:：].{4}|^(?:symptom|resolution|diagnosis|mitigation)s?\s?:.{4}/i,
    kinds: new Set([...TEXT, ...FENCED]),
    weight: 1,
  },
];

export const practiceTroubleshooting: Measure = {
  id: 'practice-troubleshooting',
  names: {
    zh: ['故障处理建议', '故障处理', '故障排除方案', '故障排除', '故障诊断', '故障排查', '问题排查'],
    en: ['troubleshooting', 'fault handling', 'fault diagnosis', 'failure handling', 'runbook'],
  },
  measure({ model }) {
    const tables = tablePlaces(
      model,
      SYMPTOM,
      4,
      ({ header }) =>
        header.some(({ text }) => SYMPTOM.test(text)) && header.slice(1).some(({ text }) => REMEDY.test(text)),
    );
    const topics = topicPlaces(model, [
      { words: HEADING, weight: weightOfTopic },
      { words: TOOLS, weight: ({ substance }) => (isWorkedOut(substance) ? 0.5 : 0) },
      { words: FIELD, weight: ({ substance }) => (isWorkedOut(substance) ? 1 : 0) },
    ]);
    const parts = [...tables, ...without(topics, tables)];
    return account({
      places: [...parts, ...unitPlaces(model, SAYING, parts)],
      least: 2,
      found: 'measure.troubleshooting.found',
      none: 'measure.troubleshooting.none',
      missing: emptySections(model, HEADING),
    });
  },
};

function isWorkedOut({ codeLines, size, figureLines }: Topic['substance']): boolean {
  return codeLines >= 5 || size >= 30 || figureLines >= 5;
}

/** With several cases or steps it is a guide; a name with code under it is the start of one. */
function weightOfTopic({ units, substance }: Topic): number {
  const said = units.filter(({ kind, size }) => kind !== 'label' && size > 0).length;
  if (said >= 4 || substance.rows >= 2) return 4;
  return said >= 2 || substance.codeLines >= 5 ? 2 : 1;
}
