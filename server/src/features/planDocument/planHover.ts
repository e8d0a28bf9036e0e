// Everything known about the item that is named at the cursor, and why: the same text as in the roadmap tree.
import { itemNamedAt } from '../../core/roadmap/edits/renameItem.ts';
import type { DocumentView } from '../engineView.ts';
import type { HoverText } from '../hover.ts';
import { rowsOf } from '../roadmap/rows.ts';
import { itemTooltip } from '../roadmap/tooltip.ts';
import { planGround } from './planGround.ts';

export function planHover(found: DocumentView, offset: number): HoverText | undefined {
  const ground = planGround(found);
  const named = ground && itemNamedAt(ground.plan.items, offset);
  if (ground?.roadmap === undefined || named === undefined) return undefined;
  const { view } = found;
  const row = rowsOf(ground.roadmap, view).find((candidate) =>
    [candidate, ...candidate.others].some(
      ({ read, item }) => read.plan.path === found.document.path && item.key === named.item.key,
    ),
  );
  if (row === undefined) return undefined;
  return { markdown: itemTooltip(row, view.locale), range: ground.model.source.rangeOf(named.mention.span) };
}
