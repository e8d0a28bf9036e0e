// How many items of which priority are in which state, the more the darker.
import type { BoardData } from '../../src/board/boardMessages.ts';
import { translucent, type ChartOption, type RenderItem, type Size } from './charts.ts';
import { isHollow, type Palette } from './palette.ts';

const CELL_HEIGHT = 40;
const HEAD = 34;

interface Cell {
  readonly column: number;
  readonly row: number;
  readonly count: number;
  readonly color: string;
  readonly isHollow: boolean;
}

/** States that some item has, in order. */
export function usedStates({ board }: BoardData): BoardData['board']['states'] {
  return board.states.filter(({ state }) => board.priorities.some(({ byState }) => (byState[state] ?? 0) > 0));
}

export function matrixSize({ board }: BoardData, width: number): Size {
  return { width, height: HEAD + board.priorities.length * CELL_HEIGHT + 8 };
}

export function matrixOption(data: BoardData, palette: Palette): ChartOption {
  const states = usedStates(data);
  const { priorities } = data.board;
  const cells = priorities.flatMap(({ byState }, row) =>
    states.map(({ state }, column): Cell => {
      const count = byState[state] ?? 0;
      return { column, row, count, color: palette.states[state], isHollow: isHollow(state) };
    }),
  );
  return {
    animation: false,
    textStyle: { fontFamily: palette.font, color: palette.foreground },
    grid: { left: 76, right: 8, top: HEAD, bottom: 8 },
    xAxis: { ...axis(palette), position: 'top', data: states.map(({ label }) => label) },
    yAxis: { ...axis(palette), inverse: true, data: priorities.map(({ priority }) => priority) },
    series: [{ type: 'custom', data: cells.map(({ column, row }) => [column, row]), renderItem: cell(cells, palette) }],
  };
}

function axis(palette: Palette) {
  return {
    type: 'category' as const,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      color: palette.foreground,
      fontFamily: palette.font,
      interval: 0,
      width: 68,
      overflow: 'break' as const,
    },
  };
}

function cell(cells: readonly Cell[], palette: Palette): RenderItem {
  const most = Math.max(1, ...cells.map(({ count }) => count));
  return (parameters, api) => {
    const current = cells[parameters.dataIndex];
    if (current === undefined) return undefined;
    const [x = 0, y = 0] = api.coord([current.column, current.row]); // one number for each axis
    const [width = 0] = api.size?.([1, 1]) as number[]; // likewise
    const shape = { x: x - width / 2 + 2, y: y - CELL_HEIGHT / 2 + 2, width: width - 4, height: CELL_HEIGHT - 4, r: 3 };
    const depth = (current.isHollow ? 0.04 : 0.15) + (current.isHollow ? 0.16 : 0.45) * (current.count / most);
    const stroke = palette.outline ?? (current.count === 0 ? palette.line : current.color);
    const fill = current.count === 0 ? 'none' : translucent(current.color, depth);
    const text = {
      text: current.count === 0 ? '' : String(current.count),
      x,
      y,
      fill: palette.foreground,
      fontSize: 14,
    };
    return {
      type: 'group',
      children: [
        { type: 'rect', shape, style: { fill, stroke, lineWidth: 1 } },
        { type: 'text', style: { ...text, align: 'center', verticalAlign: 'middle' } },
      ],
    };
  };
}
