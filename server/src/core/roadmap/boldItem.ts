// A numbered line with bold words and what stands in the bracket behind them: `1. **name**（`path`）`, `2. **name** (P0)`.
// It takes the line apart; whether it is an item is the dialect's question.
import type { Place, Priority, Stated, StatedPath, StatedStatus } from './plan.ts';
import type { ListLine } from './planText.ts';
import { flattenInline } from './inlineText.ts';
import { lineLabel } from './lineLabel.ts';
import { pathsIn } from './words/path.ts';
import { effortIn, type Found } from './words/effort.ts';
import type { Effort } from './plan.ts';
import { prioritiesIn } from './words/priority.ts';
import { leadingMark } from './words/status.ts';

export interface BoldItem {
  readonly title: string;
  /** Of the title. */
  readonly place: Place;
  readonly paths: readonly StatedPath[];
  readonly id?: string;
  readonly priority?: Stated<Priority>;
  readonly effort?: Stated<Effort>;
  /** Mark before the bold words. */
  readonly status?: StatedStatus;
  readonly isOptional: boolean;
  /** Ends in a colon: it announces what stands below. */
  readonly isAnnouncement: boolean;
  /** Words behind the title that are no bracket. */
  readonly remark: string;
}

const BRACKET = /^[ \t]*[（(]((?:[^（()）]|[（(][^（()）]{0,200}[）)]){1,400})[）)][ \t]*/;
const ID = /^(?=[^\d]*\d)[A-Z][A-Z0-9]{1,24}(?:[-_.][A-Z0-9]{1,32}){0,6}$/;
const COLON = /^[ \t]*[:：][ \t]*/;

/** Undefined for a line without bold words at its head. */
export function boldItem(line: ListLine): BoldItem | undefined {
  const mark = leadingMark(line.raw);
  const lead = mark === undefined ? 0 : line.raw.length - line.raw.slice(mark.length).trimStart().length;
  const label = mark === undefined ? line.label : lineLabel(line.raw.slice(lead), line.rawStart + lead);
  if (label === undefined || label.text === '') return undefined;
  const at = { line: line.line, via: 'item' } as const;
  const status: StatedStatus | undefined = mark && {
    ...at,
    span: { start: line.rawStart, end: line.rawStart + mark.length },
    value: mark.status,
    text: mark.mark,
  };
  const behind = readBehind(label.rawValue, label.valueSpan.start, line.line);
  return {
    title: label.text,
    place: { line: line.line, span: label.span },
    ...behind,
    isAnnouncement: behind.isAnnouncement || (label.hasColon && label.value === ''),
    ...(status && { status }),
  };
}

type Behind = Omit<BoldItem, 'title' | 'place' | 'status'>;

function readBehind(raw: string, start: number, line: number): Behind {
  let rest = raw;
  let paths: readonly StatedPath[] = [];
  let found: Pick<BoldItem, 'id' | 'priority' | 'effort'> = {};
  let isOptional = false;
  for (let match = BRACKET.exec(rest); match !== null; match = BRACKET.exec(rest)) {
    const inside = match[1] ?? '';
    const at = start + raw.length - rest.length + match[0].indexOf(inside);
    paths = [...paths, ...pathsIn(inside, at, line)];
    found = { ...(paths.length === 0 && readRemark(inside, at, line)), ...found };
    isOptional ||= /可选|选做|optional/i.test(inside);
    rest = rest.slice(match[0].length);
  }
  const colon = COLON.exec(rest)?.[0] ?? '';
  const remark = flattenInline(rest.slice(colon.length));
  return { ...found, paths, isOptional, isAnnouncement: colon !== '' && remark === '', remark };
}

/** What a bracket says that holds no path. */
function readRemark(inside: string, start: number, line: number): Pick<BoldItem, 'id' | 'priority' | 'effort'> {
  const text = flattenInline(inside);
  const stated = <T>({ value, text: words, index }: Found<T>): Stated<T> => {
    const span = { start: start + index, end: start + index + words.length };
    return { line, via: 'item', span, value, text: words };
  };
  const [priority] = prioritiesIn(inside);
  const effort = effortIn(inside);
  return {
    ...(ID.test(text) && priority === undefined && { id: text }),
    ...(priority && { priority: stated(priority) }),
    ...(effort && { effort: stated(effort) }),
  };
}
