// Are gains and costs named, both? Praise alone is no trade-off, nor is the word.
import type { CodeBlock, DocumentModel } from '../model/documentModel.ts';
import { unitsIn, textUnits, type TextUnit } from './text/textUnits.ts';
import type { Measure } from './measure.ts';
import { account, type Place } from './text/places.ts';
import { emptySections, tablePlaces, TEXT, topicPlaces, unitPlaces, without } from './text/weigh.ts';
import { hasSubstance } from './text/topics.ts';

const GAIN = /优点|优势|好处|收益|\bpros\b|advantages?|benefits?|strengths?/i;
const COST =
  /缺点|劣势|不足|代价|弊端|局限|缺陷|\bcons\b|disadvantages?|drawbacks?|downsides?|weaknesses|limitations?/i;
const HEADING = /优缺点|取舍|权衡|利弊|优劣|trade-?offs?|pros (?:and|&) cons/i;
const SAYING =
  /以[^。；，]{2,30}为代价|代价是|牺牲[^。；]{2,}|换取|(?:但|不过|然而)是?[^。；]{0,20}(?:增加|降低|牺牲|变慢|更慢|复杂|需要|无法|不能|可能|成本)|在[^。；，]{2,20}(?:和|与|之间)[^。；，]{0,10}(?:权衡|取舍|平衡)|权衡[^。；，]{1,15}[和与][^。；，]{2,}|at the (?:cost|expense) of|\bbut\b.{3,60}\b(?:slower|costs?|more|complex|requires?|needs?)\b|trade-?offs? between/i;
/** Marks of a good and of a bad side. */
const GOOD_MARK = /^\s*✅/u;
const BAD_MARK = /^\s*❌/u;
/** Under these words marks tell good from bad; elsewhere done from left out, or do from don't. */
const MARKED = /特征|特点|特性|影响|权衡|取舍|分析|评价|对比|characteristics|properties|trade-?offs?|assessment/i;
const NO_SIDES = /需求|要求|清单|状态|检查|requirement|checklist|status/i;

export const analysisTradeOffs: Measure = {
  id: 'analysis-trade-offs',
  names: {
    zh: ['取舍', '权衡', '优缺点', '分析优缺点', '优点和缺点', '利弊'],
    en: ['trade-offs', 'trade-off', 'pros and cons', 'advantages and disadvantages'],
  },
  measure({ model }) {
    const tables = tablePlaces(model, COST, 4, ({ header }) => header.some(({ text }) => GAIN.test(text)));
    const pairs = without(
      [...labelledPairs(model), ...model.blocks.code.flatMap((block) => pairsIn(block, model))],
      tables,
    );
    const headed = without(
      topicPlaces(model, [{ words: HEADING, weight: ({ substance }) => (substance.size >= 30 ? 2 : 0) }]),
      [...tables, ...pairs],
    );
    const parts = [...tables, ...pairs, ...headed];
    const saying = unitPlaces(model, [{ words: SAYING, kinds: TEXT, weight: 1, leastSize: 12 }], parts);
    return account({
      places: [...parts, ...saying],
      least: 3,
      found: 'measure.trade-offs.found',
      none: 'measure.trade-offs.none',
      missing: [...emptySections(model, HEADING), ...oneSided(model, parts)],
    });
  },
};

interface Side {
  readonly gain: TextUnit | undefined;
  readonly cost: TextUnit | undefined;
  readonly last: TextUnit;
}

/** Sections where a gain and a cost are named, by labels, items, headings of their own, or marks. */
function labelledPairs(model: DocumentModel): readonly Place[] {
  const byPlace = new Map<number, Side>();
  for (const unit of textUnits(model)) {
    const [isGain, isCost] = sidesOf(unit);
    if (!isGain && !isCost) continue;
    const key = unit.section?.span.start ?? 0;
    const side = byPlace.get(key);
    const gain = side?.gain ?? (isGain ? unit : undefined);
    byPlace.set(key, { gain, cost: side?.cost ?? (isCost ? unit : undefined), last: unit });
  }
  return [...byPlace.values(), ...siblingPairs(model)].flatMap(({ gain, cost, last }): Place[] => {
    if (gain === undefined || cost === undefined) return [];
    const start = Math.min(gain.span.start, cost.span.start);
    return [{ kind: 'part', span: { start, end: last.span.end }, weight: 3 }];
  });
}

const HEAD = /^[^:：]{0,20}/;

/** Whether a piece opens with a gain, and with a cost. */
function sidesOf(unit: TextUnit): readonly [boolean, boolean] {
  const { kind, text } = unit;
  if (kind !== 'item' && kind !== 'label' && kind !== 'sentence') return [false, false];
  const section = unit.section?.heading.text ?? '';
  if (NO_SIDES.test(`${section}\n${unit.label ?? ''}`)) return [false, false];
  const head = HEAD.exec(text)?.[0] ?? '';
  if (!MARKED.test(unit.label ?? section)) return [GAIN.test(head), COST.test(head)];
  return [GAIN.test(head) || GOOD_MARK.test(text), COST.test(head) || BAD_MARK.test(text)];
}

/** `#### 优点` and `#### 缺点` under one section. */
function siblingPairs(model: DocumentModel): readonly Side[] {
  return model.sections.flatMap(({ children }) => {
    const named = (words: RegExp): TextUnit | undefined => {
      const section = children.find(({ heading }) => words.test(heading.identity.name));
      return section === undefined ? undefined : unitsIn(model, section.span)[0];
    };
    const gain = named(GAIN);
    const cost = named(COST);
    if (gain === undefined || cost === undefined || gain === cost) return [];
    return [{ gain, cost, last: gain.span.start > cost.span.start ? gain : cost }];
  });
}

/** One block with both in its comments: `-- 优点：`, `-- 缺点：`. */
function pairsIn(block: CodeBlock, model: DocumentModel): readonly Place[] {
  const units = unitsIn(model, block.span);
  const isSaid = (words: RegExp): boolean => units.some(({ text }) => words.test(text.slice(0, 20)));
  return isSaid(GAIN) && isSaid(COST) ? [{ kind: 'part', span: block.span, weight: 3 }] : [];
}

/** A gain alone, where no cost is named in the same section. */
function oneSided(model: DocumentModel, pairs: readonly Place[]): Place[] {
  const alone = topicPlaces(model, [{ words: GAIN, weight: ({ substance }) => (hasSubstance(substance) ? 1 : 0) }]);
  return without(alone, pairs).map((place) => ({ ...place, message: { key: 'measure.trade-offs.one-sided' } }));
}
