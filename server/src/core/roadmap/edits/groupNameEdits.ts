// Rows and list lines name an item's group beside it (column Crate, `payment: …`). An item that moves takes the name that
// the lines of its new neighbours carry at the same place.
import type { TextEdit } from '../../finding.ts';
import type { Span } from '../../sourceText.ts';
import { buildPlanText } from '../buildPlanText.ts';
import type { Mention, PlanItem } from '../plan.ts';
import type { PlanLine, RowLine } from '../planText.ts';
import type { ChangeTarget } from './planChange.ts';

const PREFIX = /([\p{L}\p{N}_./ -]{1,40}?)[ \t]*[:：][ \t]*(?:\*\*|__)?$/u;

/** `group` is the key of the group that the item moves to. */
export function groupNameEdits({ plan, model, item }: ChangeTarget, group: string): readonly TextEdit[] {
  const lines = new Map(buildPlanText(plan.path, model).lines.map((line) => [line.line, line]));
  const old = plan.items.filter((other) => other !== item && other.group === item.group);
  const next = plan.items.filter((other) => other.group === group);
  const outside = item.mentions.filter(({ span }) => span.start < item.extent.start || span.end > item.extent.end);
  return outside.flatMap((mention): readonly TextEdit[] => {
    const line = lines.get(mention.line);
    if (line === undefined) return [];
    const placeOf = line.kind === 'row' ? cellPlace(line, { mention, old, next, lines }) : prefixPlace(line, mention);
    const wanted = next.flatMap((other) => nameBeside(other, mention, lines, placeOf?.column) ?? []);
    const [name] = wanted;
    const isOneName = name !== undefined && wanted.every((each) => each === name);
    if (placeOf === undefined || !isOneName || model.source.slice(placeOf.span) === name) return [];
    return [{ span: placeOf.span, newText: name }];
  });
}

interface NamePlace {
  readonly span: Span;
  /** Of a table row. */
  readonly column?: number;
}

interface Neighbours {
  readonly mention: Mention;
  readonly old: readonly PlanItem[];
  readonly next: readonly PlanItem[];
  readonly lines: ReadonlyMap<number, PlanLine>;
}

/** The column that is the same for a whole group and differs between the two. */
function cellPlace(row: RowLine, { mention, old, next, lines }: Neighbours): NamePlace | undefined {
  const column = row.cells.findIndex((cell, index) => {
    const isTitle = cell.span.start <= mention.span.start && mention.span.end <= cell.span.end;
    const ofOld = old.flatMap((item) => nameBeside(item, mention, lines, index) ?? []);
    const ofNext = next.flatMap((item) => nameBeside(item, mention, lines, index) ?? []);
    const isSame = ofOld.every((name) => name === cell.raw) && new Set(ofNext).size === 1;
    return (
      !isTitle && isSame && ofNext[0] !== cell.raw && !/状态|优先级|status|priority|完成/i.test(row.header[index] ?? '')
    );
  });
  const cell = row.cells[column];
  return cell && { span: cell.span, column };
}

function prefixPlace(line: PlanLine, { span }: Mention): NamePlace | undefined {
  const before = line.raw.slice(0, Math.max(0, span.start - line.rawStart));
  const match = PREFIX.exec(before);
  const name = match?.[1]?.trim();
  if (match === null || name === undefined || name === '') return undefined;
  const start = line.rawStart + before.indexOf(name, match.index);
  return { span: { start, end: start + name.length } };
}

/** What stands beside another item on a line of the same kind. */
function nameBeside(
  item: PlanItem,
  like: Mention,
  lines: ReadonlyMap<number, PlanLine>,
  column: number | undefined,
): string | undefined {
  for (const mention of item.mentions) {
    const line = mention.via === like.via ? lines.get(mention.line) : undefined;
    if (line === undefined) continue;
    if (column !== undefined) {
      const cell = line.kind === 'row' ? line.cells[column] : undefined;
      if (cell !== undefined) return cell.raw;
      continue;
    }
    const place = line.kind === 'row' ? undefined : prefixPlace(line, mention);
    if (place !== undefined) return line.raw.slice(place.span.start - line.rawStart, place.span.end - line.rawStart);
  }
  return undefined;
}
