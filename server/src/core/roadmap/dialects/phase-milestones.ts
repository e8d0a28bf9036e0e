// Milestones of phases: the list under `### Phase 1 里程碑`, and tables that name a phase a row
// (`| **M1** | Phase 1 完成 | criterion |`). The mark before a point stays a mark: whether it means done is not decided here.
import type { Dialect, MilestoneFact } from '../facts.ts';
import type { MilestoneClaim } from '../plan.ts';
import type { ListLine, PlanLine, PlanText, RowLine } from '../planText.ts';
import { placeOfLine, placeOfWords, statedStatus } from '../statedValues.ts';
import { givesMilestones } from '../words/columns.ts';
import { leadingPhase, referencesIn } from '../words/references.ts';
import { labelKindOf } from '../words/labels.ts';
import { leadingMark } from '../words/status.ts';
import { timeRangeIn } from '../words/timeRange.ts';

export const phaseMilestones: Dialect = {
  name: 'phase-milestones',
  read: (plan) =>
    plan.lines.flatMap((line) => {
      if (line.kind === 'heading') return headingMilestone(plan, line);
      return line.kind === 'row' && !line.isHeader ? rowMilestone(plan, line) : [];
    }),
};

const OF_PHASE = /^[\s:：的-]*(?:里程碑|milestones?)\s*$/i;

function headingMilestone(plan: PlanText, line: PlanLine): readonly MilestoneFact[] {
  const { section } = line;
  if (section === undefined) return [];
  const text = section.heading.identity.name;
  const phase = leadingPhase(line.text.replace(/^[\p{Extended_Pictographic}\uFE0F\u200D\s]+/u, ''));
  if (phase === undefined || !OF_PHASE.test(line.text.slice(line.text.indexOf(text)).replace(/^.*?\d+/, ''))) {
    if (phase === undefined || !OF_PHASE.test(text)) return [];
  }
  const claims = claimsIn(plan.linesOf(section).filter((each) => each.kind === 'list' && each.depth === 0));
  if (claims.length === 0) return [];
  const title = line.text.trim();
  return [{ fact: 'milestone', title, phaseName: phase.id, claims, ...placeOfWords(plan, line, title) }];
}

/** Points with the mark before each. */
export function claimsIn(lines: readonly PlanLine[]): readonly MilestoneClaim[] {
  return lines.map((line) => {
    const found = leadingMark(line.text);
    const text = line.text.slice(found?.length ?? 0).trim();
    const mark = found?.mark ?? boxMark(line);
    return {
      text,
      line: line.line,
      span: { start: line.rawStart, end: line.span.end },
      ...(mark !== undefined && { mark }),
    };
  });
}

function boxMark(line: PlanLine | ListLine): string | undefined {
  if (line.kind !== 'list' || line.box === undefined) return undefined;
  return line.isChecked === true ? '[x]' : '[ ]';
}

const MILESTONE_COLUMN = /^(?:里程碑|milestones?|id|编号)$/i;
const PHASE_COLUMN = /阶段|phase|stage/i;
const ID = /^(M\d{1,3}(?:\.\d{1,2})?)(?:[\s:：.、—–-]+(.*))?$/i;

function isOfMilestones(header: readonly string[]): boolean {
  return header.some((name) => /里程碑|milestone/i.test(name)) && !givesMilestones(header);
}

function rowMilestone(plan: PlanText, line: RowLine): readonly MilestoneFact[] {
  const { header, cells } = line;
  if (!isOfMilestones(header)) return [];
  const named = cells[header.findIndex((name) => MILESTONE_COLUMN.test(name.trim()))]?.text ?? '';
  const phaseCell = cells[header.findIndex((name) => PHASE_COLUMN.test(name))]?.text ?? '';
  const phase = referencesIn(phaseCell)[0]?.value;
  // Milestones by weeks alone have a dialect of their own.
  if (phase === undefined) return [];
  const id = ID.exec(named.trim());
  const title = (id?.[2] ?? '').trim() || (id === null ? named.trim() : phaseCell.trim());
  return [
    {
      fact: 'milestone',
      title,
      phaseName: phase,
      ...(id?.[1] !== undefined && { id: id[1] }),
      ...columnFacts(plan, line),
      ...placeOfLine(line),
    },
  ];
}

function columnFacts(plan: PlanText, line: RowLine): Partial<MilestoneFact> {
  const { header, cells } = line;
  const cell = (isWanted: (name: string) => boolean): string =>
    cells[header.findIndex((name) => isWanted(name.trim()))]?.text.trim() ?? '';
  const acceptance = cell((name) => labelKindOf(name) === 'acceptance' || /标准|criteria/i.test(name));
  const deliverable = cell((name) => labelKindOf(name) === 'outputs');
  const due = cell((name) => labelKindOf(name) === 'due' || /^(?:时间|日期|week|周|date)$/i.test(name));
  const status = statedStatus({ plan, line, text: cell((name) => labelKindOf(name) === 'status'), via: 'milestone' });
  const range = timeRangeIn(due)?.value;
  const stated = (text: string): NonNullable<MilestoneFact['acceptance']> => ({
    value: text,
    text,
    via: 'milestone',
    ...placeOfWords(plan, line, text),
  });
  return {
    ...(acceptance !== '' && { acceptance: stated(acceptance) }),
    ...(deliverable !== '' && { deliverable: stated(deliverable) }),
    ...(due !== '' && { dueText: due }),
    ...(range && { due: range }),
    ...(status && { statuses: [status] }),
  };
}
