// Boxes that are no work of the plan but something to go through: 检查清单, 测试策略, 文档要求, review lists. A heading has to say so;
// boxes under any other heading are read elsewhere.
import type { Section } from '../../model/documentModel.ts';
import { taskOf } from '../blockFields.ts';
import type { ChecklistFact, Dialect } from '../facts.ts';
import type { HeadingLine, PlanText } from '../planText.ts';

export const checklists: Dialect = {
  name: 'checklists',
  read: (plan) =>
    plan.lines.flatMap((line) => (line.kind === 'heading' && line.level > 1 ? checklistOf(plan, line) : [])),
};

const CHECKLIST =
  /检查(?:清单|列表|项|点)|核对|自检|测试(?:策略|清单|要求|计划)?$|文档(?:要求|清单)|质量(?:标准|要求|门禁|保证|检查)|审查|评审|验收|发布(?:清单|检查)|checklist|test(?:ing)? (?:strategy|plan)|quality (?:gates?|criteria)|review|sign-?off|documentation requirements/i;
/** Lists of this name hold the work itself. */
const WORK = /任务|待办|task|to-?do/i;

function checklistOf(plan: PlanText, line: HeadingLine): readonly ChecklistFact[] {
  const { section } = line;
  if (section === undefined || !isChecklist(section)) return [];
  const tasks = plan.linesOf(section).flatMap((each) => {
    const isOwn = each.section === section && each.kind === 'list' && each.depth === 0;
    return isOwn ? (taskOf(each, false) ?? []) : [];
  });
  if (tasks.length === 0) return [];
  const title = section.heading.identity.name;
  return [{ fact: 'checklist', title, line: line.line, span: section.heading.textSpan, tasks }];
}

function isChecklist(section: Section): boolean {
  for (let each: Section | undefined = section; each !== undefined && each.level > 1; each = each.parent) {
    const { name } = each.heading.identity;
    // A phase or task with tests of its own keeps them.
    if (each !== section && WORK.test(name)) return false;
    if (CHECKLIST.test(name) && !WORK.test(name)) return !isInWork(each);
  }
  return false;
}

const PHASE = /^(?:phase|stage|sprint|阶段|第.{1,3}阶段|任务|task)\s*\d*/i;

function isInWork({ parent }: Section): boolean {
  for (let each = parent; each !== undefined; each = each.parent) if (PHASE.test(each.heading.text)) return true;
  return false;
}
