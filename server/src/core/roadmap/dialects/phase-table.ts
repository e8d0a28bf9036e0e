// A table with one phase a row: `| 阶段 | 名称 | 优先级 | 预计工作量 | 依赖关系 |`. Tables of milestones are read elsewhere.
import type { Dialect, PhaseFact, PlanFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import type { PlanText, RowLine } from '../planText.ts';
import { placeOfLine, statedEfforts, statedPriorities, statedStatus, statedText } from '../statedValues.ts';
import { effortsIn } from '../words/effort.ts';
import { labelKindOf, type LabelKind } from '../words/labels.ts';
import { leadingPhase } from '../words/references.ts';
import { totalsOfPhase } from './phase-estimates.ts';

export const phaseTable: Dialect = {
  name: 'phase-table',
  read: (plan) =>
    plan.lines.flatMap((line) =>
      line.kind === 'row' && !line.isHeader && isPhaseTable(line) ? rowFacts(plan, line) : [],
    ),
};

const PHASE_COLUMN = /^(?:阶段|phases?|stages?)$/i;
const TITLE_COLUMN = /^(?:名称|阶段名称|内容|主题|主要内容|name|title|topic|focus)$/i;
const TIME_COLUMN = /^(?:时间|周期|工期|预计时长|duration|time)$/i;
const OTHER_TABLE = /里程碑|milestone|风险|risk/i;

function isPhaseTable({ header }: RowLine): boolean {
  return (
    PHASE_COLUMN.test(header[0]?.trim() ?? '') && header.length > 2 && !header.some((cell) => OTHER_TABLE.test(cell))
  );
}

function rowFacts(plan: PlanText, line: RowLine): readonly PlanFact[] {
  const first = line.cells[0]?.text ?? '';
  const phase = leadingPhase(first);
  if (phase === undefined) return [];
  const cell = (kind: LabelKind): string => cellOf(line, (name) => labelKindOf(name) === kind);
  const via = 'phase' as const;
  const rest = readTitle(`-${first.slice(phase.length)}`, 0).title.replace(/^[-\s:：—–]+/, '');
  const title = cellOf(line, (name) => TITLE_COLUMN.test(name)) || rest || phase.id;
  const effort = cell('effort') || cellOf(line, (name) => TIME_COLUMN.test(name));
  const needs = statedText({ plan, line, text: cell('dependency'), via: 'table' });
  const status = statedStatus({ plan, line, text: cell('status'), via });
  const fact: PhaseFact = {
    fact: 'phase',
    id: phase.id,
    title,
    via: 'overview',
    extent: { start: line.span.start, end: line.span.start },
    ...placeOfLine(line),
    // `Phase 1（P0优先级）`: the cell of the phase may say it too.
    priorities: statedPriorities({ plan, line, text: cell('priority') || first, via }),
    efforts: statedEfforts({ plan, line, text: effort, via }).slice(0, 1),
    ...(status && { statuses: [status] }),
    ...(needs.text !== '' && { dependencyTexts: [needs] }),
  };
  return [fact, ...totalsOfPhase(plan, line, effortsIn(effort).slice(0, 1), phase.id)];
}

function cellOf({ header, cells }: RowLine, isWanted: (name: string) => boolean): string {
  const column = header.findIndex((name) => isWanted(name.trim()));
  return column < 0 ? '' : (cells[column]?.text.trim() ?? '');
}
