// Which statements are the item's own, so that writing there changes nothing else.
import type { PlanItem, Place } from '../plan.ts';

/** Stated on a line of the item itself: in its block, or on a line that names it; not inherited from a heading. */
export function isOwnPlace(item: PlanItem, { line, span }: Place): boolean {
  const isInBlock = span.start >= item.extent.start && span.end <= item.extent.end;
  return isInBlock || item.mentions.some((mention) => mention.line === line);
}
