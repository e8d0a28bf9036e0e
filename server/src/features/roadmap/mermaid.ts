// A plan's schedule as a Mermaid gantt. Weeks and days are those of the plan; the dates only carry them.
import { isComplete } from '../../core/roadmap/statedStatus.ts';
import type { PlainBoardRow } from './board.ts';

/** A year that begins on a Monday, so that week and day numbers of its dates are those of the plan. */
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** Items that no line schedules are left out; empty sections too. */
export function mermaidGantt(title: string, unit: 'week' | 'day', rows: readonly PlainBoardRow[]): string {
  const length = unit === 'week' ? 7 : 1;
  const ids = new Map(rows.map(({ itemId }, index) => [itemId, `t${String(index + 1)}`]));
  const lines = [
    'gantt',
    `    title ${plain(title)}`,
    '    dateFormat YYYY-MM-DD',
    unit === 'week' ? '    axisFormat W%-W' : '    axisFormat D%-j',
    '    todayMarker off',
  ];
  const scheduled = rows.filter(({ from, to }) => from !== undefined && to !== undefined);
  for (const group of new Set(scheduled.map((row) => row.group))) {
    lines.push(`    section ${plain(group)}`);
    for (const row of scheduled) if (row.group === group) lines.push(taskLine(row, length, ids.get(row.itemId) ?? ''));
  }
  return `${lines.join('\n')}\n`;
}

function taskLine(row: PlainBoardRow, length: number, id: string): string {
  const { from = 1, to = from } = row;
  const tags = [...tagsOf(row), id, dateAfter((from - 1) * length), `${String((to - from + 1) * length)}d`];
  return `    ${plain(row.label)} :${tags.join(', ')}`;
}

function tagsOf({ state, isCritical }: PlainBoardRow): readonly string[] {
  const critical = isCritical ? ['crit'] : [];
  if (isComplete(state)) return [...critical, 'done'];
  return state === 'drafting' || state === 'in-progress' ? [...critical, 'active'] : critical;
}

function dateAfter(days: number): string {
  return new Date(FIRST_DAY + days * DAY).toISOString().slice(0, 10);
}

/** Without what Mermaid acts on. */
function plain(text: string): string {
  const words = text.replace(/[:：;；#%,{}<>"\r\n]+/g, ' ').trim();
  return words === '' ? '-' : words;
}
