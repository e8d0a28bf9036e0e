// A milestone as a heading below one for milestones, with what it promises as a list: `## 🎊 里程碑`,
// `### P4.3 P0 完成标志`, `- ✅ 5 个主题全部完成`. Lists in other sections are no milestones.
import { readTitle } from '../itemTitle.ts';
import type { Dialect, MilestoneFact, PlanFact } from '../facts.ts';
import type { MilestoneClaim, StatedStatus } from '../plan.ts';
import { planHeadings, type PlanHeading } from '../planHeadings.ts';
import type { ListLine, PlanText } from '../planText.ts';
import { partCode, planCode } from '../words/partCode.ts';
import { flattenInline } from '../inlineText.ts';
import { leadingMark } from '../words/status.ts';

export const milestoneClaims: Dialect = {
  name: 'milestone-claims',
  read(plan: PlanText): readonly PlanFact[] {
    const own = planCode(plan.model.title?.heading.text ?? '');
    return planHeadings(plan).flatMap((heading) => milestoneOf(heading, own));
  },
};

const MILESTONES = /^(?:(?:项目|关键|主要|阶段)?里程碑|(?:key |project )?milestones?)$/i;

function milestoneOf({ line, body }: PlanHeading, own: string | undefined): readonly MilestoneFact[] {
  const above = line.section?.parent?.heading.identity.name ?? '';
  if (!MILESTONES.test(above)) return [];
  const points = body.filter((each) => each.kind === 'list' && each.depth === 0) as ListLine[];
  const claims = points.map(claimOf);
  const marked = claims.filter(({ mark }) => mark !== undefined);
  if (marked.length === 0 || marked.length < claims.length) return [];
  const title = readTitle(line.raw, line.rawStart);
  const code = partCode(line.raw, own);
  const done = claims.every(({ mark }) => mark !== undefined && leadingMark(mark)?.status === 'done');
  const first = claims[0];
  const statuses: readonly StatedStatus[] =
    done && first?.mark !== undefined
      ? [{ line: first.line, span: first.span, value: 'done', text: first.mark, via: 'milestone' }]
      : [];
  return [
    {
      fact: 'milestone',
      line: line.line,
      span: title.span,
      title: title.title,
      claims,
      statuses,
      ...(code !== undefined && { phaseName: code.id }),
    },
  ];
}

function claimOf(line: ListLine): MilestoneClaim {
  const mark = leadingMark(line.raw);
  const text = flattenInline(line.raw.slice(mark?.length ?? 0));
  return { line: line.line, span: line.span, text, ...(mark && { mark: mark.mark }) };
}
