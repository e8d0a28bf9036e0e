// What stands in which line of the schedule: groups as heads, their items below, and the links between them. Pure.
import type { BoardRow } from '../../../server/src/lsp/protocol.ts';

export type GanttLine =
  | { readonly type: 'group'; readonly label: string }
  | { readonly type: 'item'; readonly row: ScheduledRow; readonly index: number };

/** A row of the board with both ends; `index` is its place among all rows of the board. */
export type ScheduledRow = BoardRow & { readonly from: number; readonly to: number };

export interface Link {
  /** Lines of what has to be done first and of what waits for it. */
  readonly from: number;
  readonly to: number;
  readonly isCritical: boolean;
  /** What waits begins before the other one ends. */
  readonly isConflict: boolean;
}

/** Scheduled items under their groups, both in the order of the plan. */
export function ganttLines(rows: readonly BoardRow[]): readonly GanttLine[] {
  const groups = new Map<string, GanttLine[]>();
  rows.forEach((row, index) => {
    const { from } = row;
    if (from === undefined) return;
    const lines = groups.get(row.group) ?? [];
    groups.set(row.group, [
      ...lines,
      { type: 'item', row: { ...row, from, to: Math.max(row.to ?? from, from) }, index },
    ]);
  });
  const hasHeads = groups.size > 1 || !groups.has('');
  return [...groups].flatMap(([label, lines]) => (hasHeads ? [{ type: 'group' as const, label }, ...lines] : lines));
}

/** Links between lines that are drawn; what is not scheduled can not be pointed at. */
export function linksOf(lines: readonly GanttLine[]): readonly Link[] {
  const lineOf = new Map(lines.map((line, index) => [line.type === 'item' ? line.row.itemId : '', index]));
  return lines.flatMap((line, to) => {
    if (line.type !== 'item') return [];
    return line.row.dependsOn.flatMap((itemId): readonly Link[] => {
      const from = lineOf.get(itemId);
      const first = from === undefined ? undefined : lines[from];
      if (from === undefined || first?.type !== 'item' || from === to) return [];
      const isConflict = line.row.from <= first.row.to;
      return [{ from, to, isConflict, isCritical: line.row.isCritical && first.row.isCritical }];
    });
  });
}

/** Pages of lines for paper; a page that begins inside a group repeats its head. */
export function pagesOf(lines: readonly GanttLine[], most: number): readonly (readonly GanttLine[])[] {
  const pages: GanttLine[][] = [];
  let page: GanttLine[] = [];
  let head: GanttLine | undefined;
  for (const line of lines) {
    const isHeadAtEnd = line.type === 'group' && page.length >= most - 1;
    if (page.length >= most || isHeadAtEnd) {
      pages.push(page);
      page = line.type === 'item' && head !== undefined ? [head] : [];
    }
    if (line.type === 'group') head = line;
    page.push(line);
  }
  return page.length > 0 ? [...pages, page] : pages;
}

export function lastUnit(lines: readonly GanttLine[], milestones: readonly { readonly at?: number }[]): number {
  const ends = lines.map((line) => (line.type === 'item' ? line.row.to : 0));
  return Math.max(1, ...ends, ...milestones.map(({ at }) => at ?? 0));
}
