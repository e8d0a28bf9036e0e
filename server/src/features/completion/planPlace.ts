// Where in a plan the cursor is: a cell, the value of a label, a line below one; and what is written there.
import type { Place } from './suggestion.ts';
import type { Span } from '../../core/sourceText.ts';

export type PlanValue = 'status' | 'priority' | 'dependency' | 'milestone' | 'path';

export interface PlanPlace {
  readonly value: PlanValue;
  /** What is replaced. */
  readonly span: Span;
  /** Several values stand side by side: only the one at the cursor is replaced. */
  readonly isList: boolean;
}

const NAMES: readonly (readonly [RegExp, PlanValue])[] = [
  [/状态|status|进展/i, 'status'],
  [/优先级|priority/i, 'priority'],
  [/依赖|前置|depend|prerequisite|blocked by/i, 'dependency'],
  [/里程碑|milestone/i, 'milestone'],
  [/文件|路径|目标文档|^文档$|^files?$|^path$/i, 'path'],
];

const LABEL = /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)([^*_]{1,24}?)[ \t]*[:：]?[ \t]*(?:\*\*|__)[ \t]*[:：]?[ \t]*/;
const BULLET = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
const OPEN_CODE = /`([^`]*)$/;
/** How far a list reaches below its label. */
const MOST_LINES = 30;

/** Undefined where nothing tells what belongs here. */
export function planPlaceOf(place: Place): PlanPlace | undefined {
  return inCode(place) ?? inCell(place) ?? afterLabel(place) ?? belowLabel(place);
}

/** Between code marks people write paths. */
function inCode({ before, offset }: Place): PlanPlace | undefined {
  const typed = OPEN_CODE.exec(before)?.[1];
  const isOpen = (before.match(/`/g)?.length ?? 0) % 2 === 1;
  if (typed === undefined || !isOpen) return undefined;
  return { value: 'path', span: { start: offset - typed.length, end: offset }, isList: false };
}

function inCell({ analysis, offset }: Place): PlanPlace | undefined {
  const table = analysis.model.blocks.tables.find(({ span }) => span.start <= offset && offset <= span.end);
  if (table === undefined) return undefined;
  for (const cells of table.rows) {
    const column = cells.findLastIndex(({ span }) => span.start <= offset);
    const cell = cells[column];
    if (cell === undefined || analysis.model.source.slice({ start: cell.span.start, end: offset }).includes('\n'))
      continue;
    if (analysis.model.source.slice({ start: cell.span.end, end: Math.max(offset, cell.span.end) }).trim() !== '')
      continue;
    const value = valueOf(table.header[column]?.text ?? '');
    const span = { start: Math.min(cell.span.start, offset), end: Math.max(cell.span.end, offset) };
    return value && { value, span, isList: value === 'dependency' };
  }
  return undefined;
}

function afterLabel({ before, after, offset }: Place): PlanPlace | undefined {
  const label = LABEL.exec(before);
  const value = label && valueOf(label[1] ?? '');
  if (label === null || value === undefined || value === null) return undefined;
  const start = offset - (before.length - label[0].length);
  return { value, span: { start, end: offset + after.trimEnd().length }, isList: value === 'dependency' };
}

function belowLabel({ analysis, before, after, line, offset }: Place): PlanPlace | undefined {
  const bullet = BULLET.exec(before);
  if (bullet === null) return undefined;
  const { source } = analysis.model;
  for (let above = line - 1; above >= Math.max(0, line - MOST_LINES); above--) {
    const text = source.lineText(above);
    if (text.trim() === '' || BULLET.test(text)) continue;
    const value = valueOf(LABEL.exec(text)?.[1] ?? '');
    if (value === undefined || value === 'status' || value === 'priority') return undefined;
    const start = offset - (before.length - bullet[0].length);
    return { value, span: { start, end: offset + after.trimEnd().length }, isList: false };
  }
  return undefined;
}

function valueOf(name: string): PlanValue | undefined {
  return NAMES.find(([pattern]) => pattern.test(name.trim()))?.[1];
}
