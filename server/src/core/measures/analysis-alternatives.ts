// Are at least two solutions set against each other? Before and after of one solution is a comparison of figures, not of
// solutions.
import type { DocumentModel, Section, Table } from '../model/documentModel.ts';
import type { Measure } from './measure.ts';
import { account, type Place } from './text/places.ts';
import { substanceOf, type Topic } from './text/topics.ts';
import { unitsIn } from './text/textUnits.ts';
import { emptySections, overlaps, tablePlaces, TEXT, titled, topicPlaces, unitPlaces, without } from './text/weigh.ts';

const HEADING = /对比|比较|优劣|\bvs\b|\bversus\b|comparison|compared|alternatives|trade-?off/i;
const SOLUTION =
  /^(?:方案|选项|做法|option|approach|alternative|solution)\s?(?:$|[\d一二三四五六七八九A-Fa-f](?![a-z]))/i;
const SOLUTION_COLUMN =
  /方案|策略|算法|技术|模式|方法|方式|选项|工具|框架|隔离级别|数据库|option|approach|solution|strategy|algorithm|tool|method|framework/i;
const JUDGED =
  /优点|缺点|优势|劣势|适用|适合|性能|成本|复杂|准确|实时|延迟|吞吐|一致性|扩展|pros?\b|cons?\b|advantage|performance|latency|cost|complexity|throughput|use case|accuracy/i;
const BEFORE_AFTER = /优化[前后]|改[进善]|before|after|improvement/i;
const SAYING =
  /(?:与|和|跟)[^。；，]{1,20}相比|相比(?:之下|于|较)?|优于|不如|胜过|而不是|compared (?:to|with)|\b(?:versus|vs)\b|\b(?:rather than|unlike|in contrast)\b/i;

export const analysisAlternatives: Measure = {
  id: 'analysis-alternatives',
  names: {
    zh: [
      '方案对比',
      '方案比较',
      '与其他技术的对比',
      '与其他技术对比',
      '对比不同方案',
      '方案之间',
      '技术对比',
      '不同方案',
    ],
    en: [
      'alternatives',
      'alternatives compared',
      'comparison of alternatives',
      'comparison of solutions',
      'comparison with other',
      'compare different',
    ],
  },
  measure({ model }) {
    const tables = tablePlaces(model, SOLUTION_COLUMN, 4, isComparison);
    const named = solutionGroups(model);
    const headed = without(topicPlaces(model, [{ words: HEADING, weight: (topic) => weightOfTopic(topic, model) }]), [
      ...tables,
      ...named,
    ]);
    const parts = [...tables, ...named, ...headed];
    const saying = unitPlaces(model, [{ words: SAYING, kinds: TEXT, weight: 1, leastSize: 10 }], parts);
    return account({
      places: [...parts, ...saying],
      least: 3,
      found: 'measure.alternatives.found',
      none: 'measure.alternatives.none',
      missing: emptySections(model, HEADING),
    });
  },
};

/** The first column names solutions, others judge them; no table of one solution before and after. */
function isComparison({ header }: Table): boolean {
  const [first, ...others] = header.map(({ text }) => text);
  if (first === undefined || !SOLUTION_COLUMN.test(first) || others.some((text) => BEFORE_AFTER.test(text)))
    return false;
  return others.length >= 2 && others.some((text) => JUDGED.test(text));
}

/** Two sections 方案1 and 方案2 beside each other, each with something that judges it. */
function solutionGroups(model: DocumentModel): readonly Place[] {
  const groups = new Map<Section | undefined, Section[]>();
  for (const section of model.sections) {
    const { name, ordinal } = section.heading.identity;
    if (!SOLUTION.test(name) && !SOLUTION.test(ordinal?.label ?? '')) continue;
    const group = groups.get(section.parent);
    if (group === undefined) groups.set(section.parent, [section]);
    else group.push(section);
  }
  return [...groups.values()].flatMap((group): Place[] => {
    const judged = group.filter((section) => unitsIn(model, section.span).some(({ text }) => JUDGED.test(text)));
    if (judged.length < 2) return [];
    return judged.map(({ heading, span }) => ({
      kind: 'part',
      span: heading.span,
      weight: substanceOf(model, span).size >= 20 ? 3 : 2,
      message: titled(heading.text),
    }));
  });
}

/** Two things side by side: a table of three columns, a drawing, or text. Figures before and after say little. */
function weightOfTopic({ title, substance, units, span }: Topic, { blocks }: DocumentModel): number {
  const tables = blocks.tables.filter((table) => overlaps(table.span, span));
  const heads = tables.flatMap(({ header }) => header);
  if ([...units, ...heads].some(({ text }) => BEFORE_AFTER.test(text))) return 0;
  const isFigures = /性能|performance|benchmark/i.test(title);
  if (substance.rows >= 2) return isFigures ? 1 : 3;
  if (isFigures) return 0.5;
  const comments = units.filter(({ kind }) => kind === 'comment').length;
  return substance.figureLines >= 3 || substance.size >= 30 || comments >= 4 ? 2 : 0;
}
