// Headings with the lines below them, as dialects need them. It gives headings no meaning.
import type { HeadingLine, PlanLine, PlanText } from './planText.ts';
import { labelKindOf } from './words/labels.ts';

export interface PlanHeading {
  readonly line: HeadingLine;
  /** Lines below, to the next heading; headings that are labels (`##### 验收标准`) and what stands below them included. */
  readonly body: readonly PlanLine[];
  /** Headings right below that are no labels. */
  readonly hasChildren: boolean;
}

export function planHeadings(plan: PlanText): readonly PlanHeading[] {
  const found: PlanHeading[] = [];
  plan.lines.forEach((line, index) => {
    if (line.kind !== 'heading') return;
    let end = index + 1;
    while (end < plan.lines.length && belongs(plan.lines[end], line)) end += 1;
    const next = plan.lines[end];
    found.push({
      line,
      body: plan.lines.slice(index + 1, end),
      hasChildren: next?.kind === 'heading' && next.level > line.level,
    });
  });
  return found;
}

function belongs(line: PlanLine | undefined, head: HeadingLine): boolean {
  if (line === undefined) return false;
  if (line.kind !== 'heading') return true;
  return line.level > head.level && labelKindOf(line.section?.heading.identity.name ?? line.text) !== undefined;
}
