// Rules that every item has to meet, under a heading of criteria: `## 🎯 成功标准`, `- ✅ 每个主题 800+ 行`.
// Criteria of one item, and of the plan as a whole, are none.
import { flattenInline } from '../inlineText.ts';
import type { Dialect, ItemRuleFact, PlanFact, TotalFact } from '../facts.ts';
import type { Section } from '../../model/documentModel.ts';
import type { ListLine, PlanText } from '../planText.ts';
import { figuresIn } from '../words/figure.ts';
import { leadingMark } from '../words/status.ts';

export const itemRules: Dialect = {
  name: 'item-rules',
  read(plan: PlanText): readonly PlanFact[] {
    return plan.model.sections.filter(isCriteria).flatMap((section) => {
      const points = plan.linesOf(section).filter((line) => line.kind === 'list' && line.depth === 0) as ListLine[];
      return points.some(({ text }) => EACH.test(text)) ? points.flatMap(ruleOf) : [];
    });
  },
};

const CRITERIA =
  /^(?:(?:内容|文档|主题|案例)?(?:质量|成功|完成|编写)(?:标准|要求|规则)|success criteria|quality (?:criteria|standards?|rules)|requirements for (?:each|every) .{1,30})$/i;
const EACH = /每[个篇份项]|^\P{L}*(?:each|every)\b/iu;

/** Of the plan, not of one of its items. */
function isCriteria({ heading, level }: Section): boolean {
  return level <= 2 && CRITERIA.test(heading.identity.name);
}

function ruleOf(line: ListLine): readonly PlanFact[] {
  const mark = leadingMark(line.raw)?.length ?? 0;
  const text = flattenInline(line.raw.slice(mark));
  const start = line.rawStart + mark + (line.raw.slice(mark).length - line.raw.slice(mark).trimStart().length);
  const place = { line: line.line, span: { start, end: line.span.end } };
  const figure = figuresIn(text).find(({ value }) => value.unit === 'line' || value.unit === 'example');
  const unit = figure?.value.unit;
  const rule: ItemRuleFact = {
    fact: 'item-rule',
    ...place,
    text,
    ...(figure && { min: figure.value.min }),
    ...((unit === 'line' || unit === 'example') && { unit }),
  };
  if (figure?.value.unit === undefined) return [rule];
  const total: TotalFact = {
    fact: 'total',
    ...place,
    text,
    min: figure.value.min,
    max: figure.value.max,
    unit: figure.value.unit,
    ...(figure.value.bound && { bound: figure.value.bound }),
    scope: { kind: 'unknown', label: text },
  };
  return [rule, total];
}
