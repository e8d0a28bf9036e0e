// Milestones as rows: `| M1: name | Week 19 | deliverable | criterion |`. Rows that name a phase are read elsewhere.
import type { Dialect, MilestoneFact, PlanFact, TotalFact } from '../facts.ts';
import type { StatedStatus } from '../plan.ts';
import type { RowLine } from '../planText.ts';
import { givesMilestones } from '../words/columns.ts';
import { unitOfNoun } from '../words/figure.ts';
import { labelKindOf } from '../words/labels.ts';
import { referencesIn } from '../words/references.ts';
import { statusOf } from '../words/status.ts';
import { timeRangeIn } from '../words/timeRange.ts';

export const milestoneTables: Dialect = {
  name: 'milestone-tables',
  read: (plan) => plan.lines.flatMap((line) => (line.kind === 'row' && !line.isHeader ? rowFacts(line) : [])),
};

const MILESTONE = /里程碑|milestone/i;
const TIME =
  /^(?:时间点?|日期|完成时间|目标时间|截止(?:时间|日期)?|周次?|date|due|when|week|deadline|target date|time)$/i;
const DELIVERABLE = /交付|产出|成果|deliverable|output|result/i;
const ACCEPTANCE = /标准|验收|验证|条件|criteria|acceptance|verification/i;
const NAME = /^(M(?:ilestone)?[ \t]*\d{1,3}(?:\.\d{1,2})?)[ \t]*[:：.、—–-]*[ \t]*(.*)$/i;

function rowFacts(row: RowLine): readonly PlanFact[] {
  const { header, cells, line, span } = row;
  const named = givesMilestones(header) ? undefined : columnOf(row, MILESTONE);
  if (named === undefined || named.text === '' || isOfPhase(header, cells)) return [];
  const { id, title } = nameOf(row, named.text);
  const deliverable = columnOf(row, DELIVERABLE);
  const fact: MilestoneFact = {
    fact: 'milestone',
    line,
    span: named.text === '' ? span : named.span,
    title,
    ...(id !== undefined && { id }),
    ...(deliverable && { deliverable: statedText(deliverable, line) }),
    ...timeOf(row),
    ...stateOf(row),
  };
  return [fact, ...(deliverable ? countsOf(deliverable, line, id ?? title) : [])];
}

function columnOf({ header, cells }: RowLine, pattern: RegExp): Cell | undefined {
  return cells.find((_, index) => pattern.test(header[index]?.trim() ?? ''));
}

/** `M1: name`; a row that gives only the number has its name in another column. */
function nameOf(row: RowLine, text: string): { readonly id?: string; readonly title: string } {
  const [, id, words = text] = NAME.exec(text) ?? [];
  const title = words !== '' ? words : (columnOf(row, /名称|内容|目标|name|title|goal/i)?.text ?? text);
  return { title, ...(id !== undefined && { id: id.replace(/^milestone[ \t]*/i, 'M').replace(/[ \t]/g, '') }) };
}

function timeOf(row: RowLine): Pick<MilestoneFact, 'due' | 'dueText'> {
  const text = columnOf(row, TIME)?.text ?? '';
  const due = timeRangeIn(text)?.value;
  return { ...(due && { due }), ...(text !== '' && { dueText: text }) };
}

function stateOf(row: RowLine): Pick<MilestoneFact, 'acceptance' | 'statuses'> {
  const acceptance = columnOf(row, ACCEPTANCE);
  const status = row.cells.find((_, index) => labelKindOf(row.header[index] ?? '') === 'status');
  const stated = status && statusAt(status, row.line);
  return {
    ...(acceptance && { acceptance: statedText(acceptance, row.line) }),
    ...(stated && { statuses: [stated] }),
  };
}

function isOfPhase(header: readonly string[], cells: RowLine['cells']): boolean {
  const index = header.findIndex((name) => /阶段|phase|stage/i.test(name));
  return index >= 0 && referencesIn(cells[index]?.text ?? '').length > 0;
}

type Cell = RowLine['cells'][number];

function statedText({ text, span }: Cell, line: number): NonNullable<MilestoneFact['deliverable']> {
  return { line, span, value: text, text, via: 'milestone' };
}

function statusAt({ text, span }: Cell, line: number): StatedStatus | undefined {
  const found = statusOf(text);
  return (
    found && {
      line,
      span,
      value: found.value,
      text,
      via: 'milestone',
      ...(found.percent !== undefined && { percent: found.percent }),
    }
  );
}

/** `10个业务场景案例`: how many of what the milestone delivers. */
function countsOf({ text, span }: Cell, line: number, milestone: string): readonly TotalFact[] {
  const match = /^(\d{1,5})[ \t]*(?:个|篇|份)?[ \t]*([^，,；;。]{1,40})$/.exec(text.trim());
  const [, number, noun] = match ?? [];
  if (number === undefined || noun === undefined) return [];
  const unit = unitOfNoun(noun);
  if (unit === undefined) return [];
  const value = Number(number);
  return [
    {
      fact: 'total',
      line,
      span,
      text,
      min: value,
      max: value,
      unit,
      scope: { kind: 'milestone', of: milestone, label: text },
    },
  ];
}
