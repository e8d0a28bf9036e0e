// Writes the milestone that an item belongs to, where the plan has a label or a column for it.
import { buildPlanText } from '../buildPlanText.ts';
import type { Span } from '../../sourceText.ts';
import type { ChangeOutcome, ChangeTarget } from './planChange.ts';

const NAME = /^(?:所属|目标)?(?:里程碑|milestone)$/i;

/** `milestone` is a key of the plan's milestones. */
export function changeMilestone({ plan, model, item }: ChangeTarget, milestone: string): ChangeOutcome {
  const wanted = plan.milestones.find(({ key }) => key === milestone);
  const place = wanted && statedPlace({ plan, model, item });
  if (place === undefined) return { refusal: { key: 'roadmap.change.no-milestone' } };
  const newText = wanted?.id ?? wanted?.title ?? '';
  return { edits: model.source.slice(place) === newText ? [] : [{ span: place, newText }] };
}

function statedPlace({ plan, model, item }: ChangeTarget): Span | undefined {
  const rows = new Set(item.mentions.map(({ line }) => line));
  for (const line of buildPlanText(plan.path, model).lines) {
    const isInBlock = line.span.start >= item.extent.start && line.span.end <= item.extent.end;
    if (line.label !== undefined && isInBlock && NAME.test(line.label.text)) return line.label.valueSpan;
    if (line.kind !== 'row' || line.isHeader || !rows.has(line.line)) continue;
    const column = line.header.findIndex((name) => NAME.test(name));
    // The first column of a table of milestones names the milestone itself.
    const cell = column > 0 ? line.cells[column] : undefined;
    if (cell !== undefined) return cell.span;
  }
  return undefined;
}
