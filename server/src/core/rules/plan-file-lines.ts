// Lines that a plan expects or a report claims against the lines of the file that is there.
import type { Finding, RelatedSpan } from '../finding.ts';
import { linesOfFile } from '../roadmap/disk/countLines.ts';
import { fileOfItem } from '../roadmap/disk/itemFiles.ts';
import type { PlanItem, Size, Stated, StatedTotal } from '../roadmap/plan.ts';
import type { RoadmapContext } from '../roadmap/roadmapContext.ts';
import type { PlanRule } from './rule.ts';

/** Nobody counts lines more exactly than this share. */
const TOLERANCE = 0.05;

export const planFileLines: PlanRule = {
  kind: 'plan',
  code: 'plan-file-lines',
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'always',
  check: (context, options) => {
    if (context.files === undefined) return [];
    const tolerance = typeof options['tolerance'] === 'number' ? options['tolerance'] : TOLERANCE;
    const { plan } = context;
    return [
      ...plan.items.flatMap((item) => itemFindings(item, context, tolerance)),
      ...plan.totals.flatMap((total) => totalFindings(total, context, tolerance)),
    ];
  },
};

function itemFindings(item: PlanItem, context: RoadmapContext, tolerance: number): readonly Finding[] {
  const { expectedSize, actualSize } = item;
  if (expectedSize === undefined && actualSize === undefined) return [];
  const lines = realLines(item, context);
  if (lines === undefined) return [];
  const file = fileOfItem(item, context);
  const args = { title: item.title, path: file?.path ?? '', lines };
  const related: readonly RelatedSpan[] =
    file?.stated === undefined ? [] : [{ message: { key: 'plan-file-status.path' }, span: file.stated.span }];
  const findings: Finding[] = [];
  // A size for a file that another plan names is that plan's matter.
  if (expectedSize !== undefined && file?.stated !== undefined && !isNear(expectedSize, lines, tolerance))
    findings.push(
      finding(
        expectedSize,
        { key: 'plan-file-lines.expected', args: { ...args, ...stated(expectedSize, lines) } },
        related,
      ),
    );
  if (actualSize !== undefined && !isNear(actualSize, lines, tolerance))
    findings.push(
      finding(actualSize, { key: 'plan-file-lines.claimed', args: { ...args, ...stated(actualSize, lines) } }, related),
    );
  return findings;
}

/** A sum over claimed figures whose files are all there. */
function totalFindings(total: StatedTotal, context: RoadmapContext, tolerance: number): readonly Finding[] {
  const parts = total.computed?.parts ?? [];
  // Sums of groups follow from their parts; one sum over everything is told.
  if (total.unit !== 'line' || total.scope.kind !== 'all' || parts.length < 2) return [];
  const lines = new Set(parts.map((part) => part.line));
  const items = context.plan.items.filter(({ actualSize }) => actualSize !== undefined && lines.has(actualSize.line));
  const real = items.map((item) => realLines(item, context));
  if (items.length !== parts.length || !real.every((count) => count !== undefined)) return [];
  const sum = real.reduce((all, count) => all + count, 0);
  const isEnough = total.bound === 'at-least' && sum >= total.min;
  if (isEnough || within(sum, total.min, total.max, tolerance)) return [];
  const args = { stated: total.text, lines: sum, count: items.length, label: total.scope.label };
  const related = items.flatMap(({ actualSize, title }) =>
    actualSize === undefined
      ? []
      : [{ message: { key: 'plan-file-lines.part', args: { title } } as const, span: actualSize.span }],
  );
  return [finding(total, { key: 'plan-file-lines.total', args }, related)];
}

function realLines(item: PlanItem, context: RoadmapContext): number | undefined {
  const file = fileOfItem(item, context);
  return file && context.files && linesOfFile(context.files, file.path);
}

function stated({ text, value }: Stated<Size>, lines: number): { readonly stated: string; readonly percent: string } {
  const middle = (value.min + (value.max ?? value.min)) / 2;
  const percent = middle === 0 ? 0 : Math.round(((lines - middle) / middle) * 100);
  return { stated: text, percent: percent > 0 ? `+${String(percent)}%` : `${String(percent)}%` };
}

function isNear({ value, text }: Stated<Size>, lines: number, tolerance: number): boolean {
  if (value.unit !== 'line') return true;
  if (/\d\s*\+/.test(text) && lines >= value.min) return true;
  return within(lines, value.min, value.max ?? value.min, tolerance);
}

function within(lines: number, min: number, max: number, tolerance: number): boolean {
  return lines >= min * (1 - tolerance) && lines <= max * (1 + tolerance);
}

function finding(
  { span }: Pick<Stated<unknown>, 'span'>,
  message: Finding['message'],
  related: readonly RelatedSpan[],
): Finding {
  const { code, defaultSeverity: severity } = planFileLines;
  return { code, severity, message, span, ...(related.length > 0 && { related }) };
}
