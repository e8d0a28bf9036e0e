// Boxes below the heading of a milestone (`### Milestone 9: …`, `- [ ] Profiling 深度实现（2 个文档）`): each says how what it names
// stands. Marks before promises, and boxes that name nothing in the plan, say nothing of an item.
import type { Dialect, ItemFact, PlanFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import { planHeadings } from '../planHeadings.ts';
import type { ListLine, PlanText } from '../planText.ts';

export const milestoneBoxes: Dialect = {
  name: 'milestone-boxes',
  read: (plan: PlanText): readonly PlanFact[] =>
    planHeadings(plan).flatMap(({ line, body }) =>
      line.level > 1 && HEAD.test(line.raw)
        ? body.flatMap((each) => (each.kind === 'list' && each.depth === 0 ? promiseOf(each) : []))
        : [],
    ),
};

const HEAD = /^[\p{Extended_Pictographic}\uFE0F\s]*(?:(?:milestone|里程碑)[ \t]*[A-Z]?\d{1,3}|M\d{1,2})(?![\w.%])/iu;

function promiseOf(line: ListLine): readonly ItemFact[] {
  if (line.box === undefined) return [];
  const title = readTitle(line.raw, line.rawStart);
  const [value, text] = line.isChecked === true ? (['done', '[x]'] as const) : (['open', '[ ]'] as const);
  const at = { line: line.line, via: 'milestone' } as const;
  return [
    {
      fact: 'item',
      ...at,
      span: title.span,
      title: title.title,
      isMentionOnly: true,
      statuses: [{ ...at, span: line.box, value, text }],
    },
  ];
}
