// A table with two columns below the heading of a task: `| 属性 | 值 |`, `| **优先级** | P0 |`, `| **工期** | 3周 |`. Tables whose first
// column holds other words are left alone.
import type { Dialect } from '../facts.ts';
import { asLabelLine, headingsOf, itemOfHeading } from '../headingAbove.ts';
import type { PlanText, RowLine, TextLine } from '../planText.ts';
import { labelKindOf } from '../words/labels.ts';

export const attributeTables: Dialect = {
  name: 'attribute-tables',
  read: (plan) => {
    const headings = headingsOf(plan);
    return [...tablesOf(plan)].flatMap(([section, rows]) => {
      const heading = headings.get(section);
      return heading === undefined ? [] : itemOfHeading(heading, rows.flatMap(fieldOf));
    });
  },
};

/** Tables of two columns; a section with several of them is about something else. */
function tablesOf(plan: PlanText): ReadonlyMap<RowLine['section'], readonly RowLine[]> {
  const tables = new Map<RowLine['section'], RowLine[]>();
  const several = new Set<RowLine['section']>();
  for (const line of plan.lines) {
    if (line.kind !== 'row' || line.header.length !== 2 || line.section === undefined) continue;
    const rows = tables.get(line.section);
    if (rows === undefined) tables.set(line.section, [line]);
    else if (line.isHeader) several.add(line.section);
    else rows.push(line);
  }
  for (const section of several) tables.delete(section);
  return tables;
}

/** The header may hold a field too, where the table has none of its own. */
function fieldOf({ cells, ...row }: RowLine): readonly TextLine[] {
  const [name, value] = cells;
  if (name === undefined || value === undefined || value.text === '' || labelKindOf(name.text) === undefined) return [];
  return [asLabelLine({ cells, ...row }, { name: name.text, value: value.text, valueSpan: value.span })];
}
