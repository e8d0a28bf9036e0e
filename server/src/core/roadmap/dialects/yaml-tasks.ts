// A YAML block below the heading of a task: `ID: TASK-001`, `优先级: P0`, `状态: 待开始`, `负责人: …`. YAML that configures something
// has other keys and is left alone.
import type { Dialect } from '../facts.ts';
import { asLabelLine, headingsOf, itemOfHeading } from '../headingAbove.ts';
import type { FenceLine, PlanText, TextLine } from '../planText.ts';

export const yamlTasks: Dialect = {
  name: 'yaml-tasks',
  read: (plan) => {
    const headings = headingsOf(plan);
    return blocksOf(plan).flatMap((block) => {
      const heading = headings.get(block[0]?.section);
      return heading === undefined ? [] : itemOfHeading(heading, block.flatMap(fieldOf));
    });
  },
};

/** The first block below each heading. */
function blocksOf(plan: PlanText): readonly (readonly FenceLine[])[] {
  const blocks = new Map<FenceLine['section'], FenceLine[]>();
  for (const line of plan.lines) {
    if (line.kind !== 'fence' || !/^ya?ml$/.test(line.language) || line.section === undefined) continue;
    const block = blocks.get(line.section);
    if (block === undefined) blocks.set(line.section, [line]);
    else if (block[0]?.block === line.block) block.push(line);
  }
  return [...blocks.values()];
}

const FIELD = /^([^\s:#'"[\]{}-][^:#'"[\]{}]{0,30}?)[ \t]*:[ \t]+(\S.*)$/;

/** A value may stand in quotes; a list stays as it is written. */
function fieldOf(line: FenceLine): readonly TextLine[] {
  const [, name, written] = FIELD.exec(line.raw) ?? [];
  if (name === undefined || written === undefined) return [];
  const value = /^(['"])(.*)\1$/.exec(written)?.[2] ?? written;
  const start = line.rawStart + line.raw.lastIndexOf(value);
  return [asLabelLine(line, { name, value, valueSpan: { start, end: start + value.length } })];
}
