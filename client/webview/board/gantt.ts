// The schedule as a chart: a bar for each item over weeks or days, links for dependencies, milestones as lines.
import { stateSigns } from '../../src/roadmap/stateSigns.ts';
import type { BoardData } from '../../src/board/boardMessages.ts';
import {
  inkOn,
  translucent,
  type ChartOption,
  type RenderApi,
  type RenderItem,
  type Shape,
  type Size,
} from './charts.ts';
import { lastUnit, linksOf, type GanttLine, type Link } from './ganttRows.ts';
import { placeLabels, type PlacedLabel } from './milestoneLabels.ts';
import { isHollow, type Palette } from './palette.ts';
import { fill, isWide } from './words.ts';

export const LINE_HEIGHT = 26;
const AXIS_HEIGHT = 30;
const MILESTONE_HEIGHT = 22;
const PADDING = 12;

export interface GanttDrawing {
  readonly data: BoardData;
  readonly lines: readonly GanttLine[];
  readonly palette: Palette;
  readonly width: number;
  /** Last week or day of the axis; absent: that of the lines. Pages of one schedule share it. */
  readonly end?: number;
}

/** Where the first line begins: below the axis and the names of the milestones. */
export function ganttTop(drawing: GanttDrawing): number {
  const levels = milestoneLabels(drawing).map(({ level }) => level + 1);
  return AXIS_HEIGHT + Math.max(0, ...levels) * MILESTONE_HEIGHT;
}

function milestoneLabels(drawing: GanttDrawing): readonly PlacedLabel[] {
  const { data, width } = drawing;
  const last = endOf(drawing);
  return placeLabels(data.board.milestones, (width - labelWidth(width) - PADDING) / last, last);
}

function endOf({ data, lines, end }: GanttDrawing): number {
  return end ?? lastUnit(lines, data.board.milestones);
}

export function ganttSize(drawing: GanttDrawing): Size {
  const { lines, width } = drawing;
  return { width, height: ganttTop(drawing) + lines.length * LINE_HEIGHT + PADDING };
}

function labelWidth(width: number): number {
  return Math.round(Math.min(340, Math.max(140, width * 0.3)));
}

export function ganttOption(drawing: GanttDrawing): ChartOption {
  const { lines, palette, width } = drawing;
  const labels = milestoneLabels(drawing);
  const last = endOf(drawing);
  const left = labelWidth(width);
  return {
    animation: false,
    textStyle: { fontFamily: palette.font, color: palette.foreground },
    grid: { left, right: PADDING, top: ganttTop(drawing), bottom: PADDING },
    xAxis: xAxis(drawing, last),
    yAxis: yAxis(drawing, left),
    series: [
      { ...custom('stripes', lines.length, stripe(lines, palette)), z: 0 },
      { ...custom('milestones', labels.length, milestone(drawing, labels)), z: 1 },
      { ...custom('links', linksOf(lines).length, link(lines, palette)), z: 2 },
      { ...custom('bars', lines.length, bar(lines, palette)), z: 3, silent: false },
    ],
  };
}

function xAxis(drawing: GanttDrawing, last: number): ChartOption['xAxis'] {
  const { data, palette, width } = drawing;
  const { board, texts } = data;
  const name = board.unit === 'week' ? texts.weekShort : texts.dayShort;
  const room = (width - labelWidth(width)) / last;
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((every) => every * room >= 46) ?? 1000;
  return {
    type: 'value',
    position: 'top',
    min: 0,
    max: last,
    interval: step,
    axisLine: { show: true, onZero: false, lineStyle: { color: palette.line } },
    axisTick: { show: true, length: 6, lineStyle: { color: palette.line } },
    splitLine: { show: true, lineStyle: { color: palette.grid } },
    axisLabel: {
      color: palette.muted,
      align: 'left',
      margin: 8 + (ganttTop(drawing) - AXIS_HEIGHT),
      padding: [0, 0, 0, 3],
      hideOverlap: true,
      // A label names the unit that begins at its tick; none begins at the last.
      formatter: (at: number) => (at >= last ? '' : fill(name, at + 1)),
    },
  };
}

function yAxis({ lines, palette }: GanttDrawing, left: number): ChartOption['yAxis'] {
  return {
    type: 'category',
    inverse: true,
    data: lines.map((line) => (line.type === 'group' ? line.label : line.row.label)),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    triggerEvent: true,
    axisLabel: {
      interval: 0,
      align: 'left',
      margin: left - 4,
      width: left - 22,
      overflow: 'truncate',
      formatter: (_label: string, index: number) => labelText(lines[index]),
      rich: {
        group: { fontWeight: 'bold', color: palette.foreground, fontFamily: palette.font },
        item: { padding: [0, 0, 0, 12], color: palette.foreground, fontFamily: palette.font },
        critical: { padding: [0, 0, 0, 12], color: palette.critical, fontWeight: 'bold', fontFamily: palette.font },
      },
    },
  };
}

function labelText(line: GanttLine | undefined): string {
  if (line === undefined) return '';
  // Braces and bars are the chart library's own marks.
  const plain = (text: string): string => text.replace(/[{}|]/g, ' ');
  if (line.type === 'group') return `{group|${shorten(plain(line.label))}}`;
  return `{${line.row.isCritical ? 'critical' : 'item'}|${shorten(plain(line.row.label))}}`;
}

/** Rich labels are not cut by the library, so they are cut here: wide characters count twice. */
function shorten(text: string): string {
  const most = 40;
  let used = 0;
  let result = '';
  for (const character of text) {
    used += isWide(character) ? 2 : 1;
    if (used > most) return `${result}…`;
    result += character;
  }
  return result;
}

function custom(id: string, count: number, renderItem: RenderItem) {
  const data = Array.from({ length: count }, (_, index) => [0, index]);
  return { id, type: 'custom' as const, silent: true, data, renderItem, encode: { x: 0, y: 1 }, clip: false };
}

/** Where a line's middle is, and where a unit ends. */
function at(api: RenderApi, unit: number, line: number): { readonly x: number; readonly y: number } {
  const [x = 0, y = 0] = api.coord([unit, line]); // one number for each axis
  return { x, y };
}

function stripe(lines: readonly GanttLine[], palette: Palette): RenderItem {
  return (parameters, api) => {
    const line = lines[parameters.dataIndex];
    if (line?.type !== 'group') return undefined;
    const { y } = at(api, 0, parameters.dataIndex);
    const { x, width } = parameters.coordSys as unknown as { x: number; width: number }; // of a cartesian grid
    const shape = { x: 0, y: y - LINE_HEIGHT / 2, width: x + width, height: LINE_HEIGHT };
    return { type: 'rect', shape, style: { fill: palette.track, opacity: 0.7 } };
  };
}

function bar(lines: readonly GanttLine[], palette: Palette): RenderItem {
  return (parameters, api) => {
    const line = lines[parameters.dataIndex];
    if (line?.type !== 'item') return undefined;
    const { row } = line;
    const start = at(api, row.from - 1, parameters.dataIndex);
    const width = Math.max(at(api, row.to, parameters.dataIndex).x - start.x - 2, 6);
    const color = palette.states[row.state];
    const shape = { x: start.x + 1, y: start.y - 8, width, height: 16, r: 3 };
    const stroke = row.isCritical ? palette.critical : (palette.outline ?? color);
    const fillColor = isHollow(row.state) ? translucent(color, 0.12) : color;
    const ink = isHollow(row.state) ? palette.foreground : inkOn(color);
    const style = { fill: fillColor, stroke, lineWidth: row.isCritical ? 2.5 : 1 };
    const sign = { text: stateSigns[row.state], x: shape.x + width / 2, y: start.y, fill: ink, fontSize: 11 };
    const text: Shape = { type: 'text', style: { ...sign, align: 'center', verticalAlign: 'middle' } };
    return { type: 'group', children: [{ type: 'rect', shape, style }, ...(width < 14 ? [] : [text])] };
  };
}

function link(lines: readonly GanttLine[], palette: Palette): RenderItem {
  const links = linksOf(lines);
  return (parameters, api) => {
    const current = links[parameters.dataIndex];
    const first = lines[current?.from ?? -1];
    const second = lines[current?.to ?? -1];
    if (current === undefined || first?.type !== 'item' || second?.type !== 'item') return undefined;
    const start = at(api, first.row.to, current.from);
    const end = at(api, second.row.from - 1, current.to);
    return linkShape([start, end], current, palette);
  };
}

type Ends = readonly [from: { x: number; y: number }, to: { x: number; y: number }];

/** Out to the right, along the gap above the waiting bar, and into it from the left. */
function linkShape([start, end]: Ends, { isCritical, isConflict }: Link, palette: Palette): Shape {
  const stroke = isCritical ? palette.critical : palette.muted;
  const out = start.x + 5;
  const into = end.x - 5;
  const gap = end.y + (end.y > start.y ? -LINE_HEIGHT / 2 : LINE_HEIGHT / 2);
  const detour =
    out <= into
      ? [[into, start.y]]
      : [
          [out, start.y],
          [out, gap],
          [into, gap],
        ];
  const points = [[start.x, start.y], ...detour, [into, end.y], [end.x, end.y]];
  const line = {
    stroke,
    fill: 'none',
    lineWidth: isCritical ? 2 : 1.2,
    lineDash: isConflict ? [4, 3] : (false as const),
  };
  const head = [
    [end.x + 1, end.y],
    [end.x - 5, end.y - 3.5],
    [end.x - 5, end.y + 3.5],
  ];
  return {
    type: 'group',
    children: [
      { type: 'polyline', shape: { points }, style: line },
      { type: 'polygon', shape: { points: head }, style: { fill: stroke } },
    ],
  };
}

function milestone(drawing: GanttDrawing, labels: readonly PlacedLabel[]): RenderItem {
  const { lines, palette } = drawing;
  const bottom = ganttTop(drawing) + lines.length * LINE_HEIGHT;
  return (parameters, api) => {
    const current = labels[parameters.dataIndex];
    if (current === undefined) return undefined;
    const { x } = at(api, current.at, 0);
    const y = AXIS_HEIGHT + current.level * MILESTONE_HEIGHT + MILESTONE_HEIGHT / 2;
    const align = current.isLeft ? 'right' : 'left';
    const text = { text: current.label, x: x + (current.isLeft ? -10 : 10), y, fill: palette.foreground, fontSize: 11 };
    return {
      type: 'group',
      children: [
        { type: 'line', shape: { x1: x, y1: y, x2: x, y2: bottom }, style: dashes(palette) },
        { type: 'polygon', shape: { points: diamond(x, y) }, style: { fill: palette.accent } },
        { type: 'text', style: { ...text, align, verticalAlign: 'middle' } },
      ],
    };
  };
}

function dashes(palette: Palette) {
  return { stroke: palette.accent, lineWidth: 1, lineDash: [3, 3], fill: 'none' };
}

function diamond(x: number, y: number): number[][] {
  return [
    [x, y - 6],
    [x + 6, y],
    [x, y + 6],
    [x - 6, y],
  ];
}
