// The roadmap as an indented tree of lines for the terminal: plans, their groups, items with true and stated state.
import type { Locale } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { ReadPlan } from '../../core/roadmap/roadmapLibrary.ts';
import { groupsOfPlan } from './grouping.ts';
import { rollUpOf } from './rollUpOf.ts';
import { rowsOfPlan, type RoadmapRow } from './rows.ts';
import { itemText, sumText } from './texts.ts';

export function textTree(plans: readonly ReadPlan[], rows: readonly RoadmapRow[], locale: Locale): string {
  const lines: string[] = [];
  for (const read of plans) {
    const own = rowsOfPlan(rows, read);
    lines.push(`${read.plan.title}  ${sumText(rollUpOf(own), locale)}`, `  ${read.plan.path}`);
    for (const group of groupsOfPlan(own, read, locale)) {
      const isOnly = group.key === '' && group.rows.length === own.length;
      if (!isOnly) lines.push(`  ${group.label}  ${sumText(rollUpOf(group.rows), locale)}`);
      for (const row of group.rows) {
        const mark = row.hasDrift ? '!' : ' ';
        const why = row.hasDrift ? `  (${renderMessage(row.state.reason, locale)})` : '';
        lines.push(`  ${isOnly ? '' : '  '}${mark} ${row.item.title}  ${itemText(row, locale)}${why}`);
      }
    }
    lines.push('');
  }
  return lines.length === 0 ? '' : `${lines.join('\n').trimEnd()}\n`;
}
