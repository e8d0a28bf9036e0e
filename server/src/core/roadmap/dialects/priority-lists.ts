// Headings of one priority with a numbered list below: `### P0 - 高优先级（先做）`, `1. ✅ libraries: 性能优化指南`.
// Each line names an item again, with the order and the state that the list gives it. Bulleted advice is not read.
import type { Dialect, ItemFact, PlanFact } from '../facts.ts';
import { readTitle, type ItemTitle } from '../itemTitle.ts';
import type { Priority, StatedStatus } from '../plan.ts';
import { planHeadings } from '../planHeadings.ts';
import type { ListLine, PlanText } from '../planText.ts';
import { headValues } from '../statedValues.ts';
import { headingPriority } from '../words/priority.ts';
import { splitGroup } from '../words/groupPrefix.ts';
import { leadingMark } from '../words/status.ts';

export const priorityLists: Dialect = {
  name: 'priority-lists',
  read(plan: PlanText): readonly PlanFact[] {
    return planHeadings(plan).flatMap(({ line, body }) => {
      const priority = headingPriority(line.text);
      if (priority === undefined) return [];
      const list = body.filter((each) => each.kind === 'list' && each.depth === 0);
      const numbered = list.filter((each) => each.kind === 'list' && each.number !== undefined) as ListLine[];
      // A list of prose has no marks; of items that other places define, it has short lines without a stop.
      const isPlan = numbered.length > 0 && numbered.length === list.length && numbered.every(isShort);
      return isPlan ? numbered.map((each) => itemOf(each, priority)) : [];
    });
  },
};

function isShort({ text, label }: ListLine): boolean {
  return text.length <= 60 && !/[。；;]/.test(text) && label?.hasColon !== true;
}

function itemOf(line: ListLine, priority: Priority): ItemFact {
  const title = readTitle(line.raw, line.rawStart);
  const { group, rest, restStart } = splitGroup(title.title);
  const start = title.span.start + restStart;
  const head = headValues(line, title, 'list');
  const statuses = [...markStatus(title, line), ...(head.statuses ?? [])];
  return {
    fact: 'item',
    via: 'list',
    line: line.line,
    span: { start, end: title.span.end },
    title: rest,
    ...(line.number !== undefined && { number: String(line.number) }),
    ...(group !== undefined && { groupName: group }),
    ...head,
    priorities: [{ line: line.line, span: line.span, via: 'list', value: priority, text: priority }],
    statuses,
    ...(statuses.length === 0 && { isMentionOnly: true }),
  };
}

/** ✅ and ⏳ at the head of a numbered line are its state; 🚀 and 📋 decorate. */
function markStatus({ mark }: ItemTitle, { line }: ListLine): readonly StatedStatus[] {
  const status = mark && leadingMark(mark.text)?.status;
  if (mark === undefined || status === undefined || !/^(?:✅|☑|✔|⏳|⏸|🔄|🚧|❌|⬜)/u.test(mark.text)) return [];
  return [{ line, span: mark.span, via: 'list', value: status, text: mark.text }];
}
