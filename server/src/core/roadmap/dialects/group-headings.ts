// Groups of work with a number: `### 任务组 1: name (P0 - 高优先级)`, the directory in the heading below, and the line that sums them up
// (`**任务组 1 小计**: 2 个文档，8,300+ 行`).
import type { Section } from '../../model/documentModel.ts';
import { countsIn } from '../counts.ts';
import type { Dialect, GroupFact, PlanFact, TotalFact } from '../facts.ts';
import { directoryAround } from '../directoryHeading.ts';
import { readTitle } from '../itemTitle.ts';
import type { StatedPath } from '../plan.ts';
import type { HeadingLine, PlanLine, PlanText } from '../planText.ts';
import { headValues } from '../statedValues.ts';

export const groupHeadings: Dialect = {
  name: 'group-headings',
  read: (plan) => {
    const ids = new Map<Section, string>();
    return plan.lines.flatMap((line): readonly PlanFact[] => {
      if (line.kind !== 'heading') return line.kind === 'text' || line.kind === 'list' ? sumOf(line, ids) : [];
      const group = groupOf(plan, line);
      if (group?.id !== undefined && line.section !== undefined) ids.set(line.section, group.id);
      return group === undefined ? [] : [group];
    });
  },
};

const GROUP =
  /^[\p{Extended_Pictographic}\uFE0F\u200D\s]*((任务组|工作组|文档组|(?:task |work |document )group|workstream|epic)[ \t]*(\d{1,3}|[A-Z]))[ \t]*[:：.、—–-]+[ \t]*/iu;

function groupOf(plan: PlanText, line: HeadingLine): GroupFact | undefined {
  const { section, raw, rawStart } = line;
  const match = GROUP.exec(raw);
  const [whole, , word, number] = match ?? [];
  if (whole === undefined || word === undefined || number === undefined || section === undefined) return undefined;
  const title = readTitle(raw.slice(whole.length), rawStart + whole.length);
  const { priorities } = headValues(line, title, 'group');
  const directory = directoryIn(plan, section);
  return {
    fact: 'group',
    via: 'group',
    id: `${word} ${number}`,
    title: title.title,
    extent: section.span,
    line: line.line,
    span: title.span,
    ...(priorities && { priorities }),
    ...(directory && { directory }),
  };
}

/** The only directory that the group has. */
function directoryIn(plan: PlanText, { children }: Section): StatedPath | undefined {
  const [only, more] = children.flatMap((child) => directoryAround(plan, child) ?? []);
  return more === undefined ? only : undefined;
}

const SUM = /(?:小计|合计|总计|subtotal|total|预计工作量|工作量|estimated effort)$/i;

function sumOf(line: PlanLine, ids: ReadonlyMap<Section, string>): readonly TotalFact[] {
  const { label, section } = line;
  if (label?.hasColon !== true || !SUM.test(label.text) || section === undefined) return [];
  const id = idAround(section, ids);
  if (id === undefined) return [];
  const value = { text: label.rawValue, span: label.valueSpan };
  const counts = countsIn(value, line.line, { scope: { kind: 'group', of: id, label: id } });
  return counts.filter(({ unit }) => unit !== 'item');
}

function idAround(section: Section, ids: ReadonlyMap<Section, string>): string | undefined {
  for (let each: Section | undefined = section; each !== undefined; each = each.parent) {
    const id = ids.get(each);
    if (id !== undefined) return id;
  }
  return undefined;
}
