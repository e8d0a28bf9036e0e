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
  let section: string | undefined;
  for (const row of rows) {
    if (row.from === undefined || row.to === undefined) continue;
    if (row.group !== section) lines.push(`    section ${plain(row.group)}`);
    section = row.group;
    const start = dateAfter((row.from - 1) * length);
    const tags = [...tagsOf(row), ids.get(row.itemId) ?? '', start, `${String((row.to - row.from + 1) * length)}d`];
    lines.push(`    ${plain(row.label)} :${tags.join(', ')}`);
  }
  return `${lines.join('\n')}\n`;
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
