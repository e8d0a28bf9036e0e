// Tasks that are headings with labelled lists below: `#### 1.1 name（3-4 天）`, `### 任务 2: name`, `### TASK-003: name`, and under
// them files, boxes, dependencies, acceptance criteria. A heading without such lists is no task here.
import { readBlockFields, type BlockFields } from '../blockFields.ts';
import type { Dialect, GroupFact } from '../facts.ts';
import { headingItem } from '../headingItem.ts';
import { readTitle, type ItemTitle } from '../itemTitle.ts';
import type { Section } from '../../model/documentModel.ts';
import type { HeadingLine, PlanLine, PlanText } from '../planText.ts';
import { headValues, statedPriorities, type HeadValues } from '../statedValues.ts';
import { labelKindOf } from '../words/labels.ts';
import { leadingPhase } from '../words/references.ts';

export const taskHeadings: Dialect = {
  name: 'task-headings',
  read: (plan) => {
    const tasks = tasksOf(plan);
    const items = tasks.flatMap(({ line, title, head, fields }) =>
      headingItem(line, title, head, fields).map((fact) =>
        fact.fact === 'item' ? { ...fact, kind: 'task' as const } : fact,
      ),
    );
    return [...items, ...groupsOf(plan, tasks)];
  },
};

/** A heading that only announces a list names no group. */
const LIST =
  /^(?:.{0,6}(?:任务|工作|事项|待办))?(?:清单|列表|一览|安排|规划|计划|任务)$|^(?:all |the )?(?:tasks?|to-?dos?|work)(?: list| items)?$/i;

/** Headings over tasks that are no phases: `### P0 关键任务`, `## 🔥 立即执行 (本周必完成)`. */
function groupsOf(plan: PlanText, tasks: readonly TaskHeading[]): readonly GroupFact[] {
  const parents = new Set(tasks.flatMap(({ line }) => line.section?.parent ?? []));
  return plan.lines.flatMap((line): readonly GroupFact[] => {
    const { section } = line;
    if (line.kind !== 'heading' || line.level === 1 || section === undefined || !parents.has(section)) return [];
    const { title, span } = readTitle(line.raw, line.rawStart);
    if (title === '' || LIST.test(title) || leadingPhase(title) !== undefined) return [];
    const priorities = statedPriorities({ plan, line, text: line.text, via: 'group' });
    const own = priorities.length === 0 ? {} : { priorities };
    return [{ fact: 'group', via: 'group', line: line.line, span, title, extent: section.span, ...own }];
  });
}

interface TaskHeading {
  readonly line: HeadingLine;
  readonly title: ItemTitle;
  readonly head: HeadValues;
  readonly fields: BlockFields;
}

/** The innermost headings that are tasks: what holds tasks is a phase or a group. */
function tasksOf(plan: PlanText): readonly TaskHeading[] {
  const found: TaskHeading[] = [];
  const holders = new Set<Section>();
  for (const line of plan.lines.toReversed()) {
    const { section } = line;
    if (line.kind !== 'heading' || section === undefined || holders.has(section)) continue;
    const title = readTitle(line.raw, line.rawStart);
    if (title.title === '' || (title.number === undefined && title.id === undefined)) continue;
    if (STRETCH.test(title.title)) continue;
    const head = headValues(line, title, 'item');
    const fields = readBlockFields(
      plan.linesOf(section).filter((each) => isOf(section, each) && !isOfItem(plan, each)),
    );
    if (!isTask(title, head, fields)) continue;
    found.push({ line, title, head, fields });
    for (let above = section.parent; above !== undefined; above = above.parent) holders.add(above);
  }
  return found.toReversed();
}

/** The section's own lines, and those under headings that name a field; other headings hold things of their own. */
function isOf(section: Section, { section: own }: PlanLine): boolean {
  for (let each = own; each !== undefined && each !== section; each = each.parent) {
    if (labelKindOf(each.heading.identity.name) === undefined) return false;
  }
  return true;
}

/** Label lines under a numbered line speak of that line: `1. **name**` with `- **状态**: …` below it. */
function isOfItem({ lines }: PlanText, line: PlanLine): boolean {
  if (line.label === undefined || !('parent' in line)) return false;
  let above: number | undefined = line.parent;
  while (above !== undefined) {
    const parent: PlanLine | undefined = lines[above];
    if (parent?.kind === 'list' && parent.number !== undefined) return true;
    above = parent !== undefined && 'parent' in parent ? parent.parent : undefined;
  }
  return false;
}

/** Stretches of time are read elsewhere, whatever number they have. */
const STRETCH = /^(?:phase|stage|sprint|week|day|month|q)[ \t]*\d|^(?:阶段|第.{1,4}(?:阶段|周|天|轮|批))/i;

const VALUES = ['effort', 'status', 'owner', 'dependency', 'due', 'priority'] as const;

/** Work: what is to be done and how long, by whom, in what state. A chapter with a file and an outline is not enough. */
function isTask({ id, number }: ItemTitle, head: HeadValues, { tasks, acceptance, kinds }: BlockFields): boolean {
  const stated = new Set(VALUES.filter((kind) => kinds.has(kind)));
  if (head.efforts !== undefined) stated.add('effort');
  if (head.priorities !== undefined) stated.add('priority');
  const lists = Number(tasks.length > 0) + Number(acceptance.length > 0) + Number(kinds.has('file'));
  if (id !== undefined) return lists + stated.size > 0;
  if (number?.includes('.') === true && tasks.length > 0 && kinds.has('tasks')) return lists + stated.size > 1;
  return acceptance.length > 0 ? lists + stated.size > 1 : stated.size > 1;
}
