// Gives an item that states no status a label line for one, written as its other label lines are.
import { buildPlanText } from '../buildPlanText.ts';
import { documentLanguage } from '../documentLanguage.ts';
import type { Status } from '../plan.ts';
import type { PlanLine } from '../planText.ts';
import type { ChangeOutcome, ChangeTarget } from './planChange.ts';
import { statusText } from './statusWords.ts';

/** After the last label line of the block with a value; undefined for a block without one. */
export function insertStatus({ plan, model, item }: ChangeTarget, status: Status): ChangeOutcome | undefined {
  const { source } = model;
  const labels = buildPlanText(plan.path, model).lines.filter(
    (line) => isInside(line, item.extent) && line.label?.hasColon === true && line.label.value !== '',
  );
  const last = labels.at(-1);
  if (last?.label === undefined) return undefined;
  const whole = source.lineText(last.line);
  const lineStart = source.lineStart(last.line);
  const before = whole.slice(0, last.label.span.start - lineStart);
  const between = whole.slice(last.label.span.end - lineStart, last.label.valueSpan.start - lineStart);
  const name = documentLanguage(model) === 'zh' ? '状态' : 'Status';
  const text = statusText(plan.items, model, status, 'both');
  const end = source.lineSpan(last.line).end;
  // Label lines of one paragraph are kept apart by two blanks, which the last one lacks.
  const usesHardBreaks = last.kind === 'text' && labels.some((line) => / {2}$/.test(source.lineText(line.line)));
  const isBroken = / {2}$/.test(whole);
  const lead = usesHardBreaks && !isBroken ? '  ' : '';
  const tail = isBroken ? '  ' : '';
  const newText = `${lead}${source.lineEnding}${before}${name}${between}${text}${tail}`;
  return { edits: [{ span: { start: end, end }, newText }] };
}

function isInside({ span }: PlanLine, extent: { readonly start: number; readonly end: number }): boolean {
  return span.start >= extent.start && span.end <= extent.end;
}
