// Progress by milestone, and by priority split by true state.
import type { BoardData } from '../../src/board/boardMessages.ts';
import { inkOn, translucent, type Bars, type ChartOption, type Size } from './charts.ts';
import { isHollow, type Palette } from './palette.ts';
import { columns, percent } from './words.ts';

const BAR_HEIGHT = 34;
const PADDING = 10;

export function barsSize(count: number, width: number): Size {
  return { width, height: count * BAR_HEIGHT + 2 * PADDING };
}

/** Complete against the rest, in hundredths, with the counts beside it. */
export function milestoneOption({ board }: BoardData, palette: Palette, width: number): ChartOption {
  const { milestones } = board;
  const labels = milestones.map(({ label }) => label);
  const shares = milestones.map(({ complete, of }) => percent(complete, of));
  const text = (index: number): string => {
    const { complete = 0, of = 0 } = milestones[index] ?? {};
    return of === 0 ? '–' : `${shares[index] ?? 0}%  ${complete}/${of}`;
  };
  const done: Bars = {
    type: 'bar',
    stack: 'all',
    barWidth: 14,
    data: shares,
    itemStyle: { color: palette.states.done, ...outline(palette) },
  };
  const rest: Bars = {
    type: 'bar',
    stack: 'all',
    data: shares.map((share) => 100 - share),
    itemStyle: { color: palette.track, ...outline(palette) },
    label: sideLabel(palette, text),
  };
  return { ...frame(labels, palette, { width, right: 96 }), series: [done, rest] };
}

/** Items of each priority by state; as wide as there are many. */
export function priorityOption({ board }: BoardData, palette: Palette, width: number): ChartOption {
  const { priorities } = board;
  const labels = priorities.map(({ priority }) => priority);
  const used = board.states.filter(({ state }) => priorities.some(({ byState }) => (byState[state] ?? 0) > 0));
  const most = Math.max(1, ...priorities.map(({ of }) => of));
  const stacks = used.map(({ state, label }): Bars => {
    const color = palette.states[state];
    const hollow = isHollow(state);
    return {
      type: 'bar',
      name: label,
      stack: 'all',
      barWidth: 18,
      data: priorities.map(({ byState }) => byState[state] ?? 0),
      itemStyle: {
        color: hollow ? translucent(color, 0.15) : color,
        borderColor: palette.outline ?? (hollow ? color : palette.background),
        borderWidth: 1,
      },
      label: {
        show: true,
        color: hollow ? palette.foreground : inkOn(color),
        fontFamily: palette.font,
        formatter: ({ value }) => (typeof value === 'number' && value > 0 ? String(value) : ''),
      },
    };
  });
  const end: Bars = {
    type: 'bar',
    stack: 'all',
    data: priorities.map(() => 0),
    label: sideLabel(palette, (index) => {
      const { complete = 0, of = 0 } = priorities[index] ?? {};
      return `${percent(complete, of)}%  ${complete}/${of}`;
    }),
  };
  return { ...frame(labels, palette, { width, right: 96, max: most }), series: [...stacks, end] };
}

function sideLabel(palette: Palette, text: (index: number) => string): NonNullable<Bars['label']> {
  return {
    show: true,
    position: 'right',
    color: palette.foreground,
    fontFamily: palette.font,
    formatter: ({ dataIndex }) => text(dataIndex),
  };
}

interface FrameSpace {
  readonly width: number;
  readonly right: number;
  readonly max?: number;
}

function frame(labels: readonly string[], palette: Palette, { width, right, max = 100 }: FrameSpace): ChartOption {
  const longest = Math.max(0, ...labels.map(columns));
  const left = Math.round(Math.min(width * 0.4, Math.max(40, longest * 7.5 + 16)));
  return {
    animation: false,
    textStyle: { fontFamily: palette.font, color: palette.foreground },
    grid: { left, right, top: PADDING, bottom: PADDING },
    xAxis: { type: 'value', max, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...labels],
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: palette.foreground,
        align: 'left',
        margin: left - 2,
        width: left - 14,
        overflow: 'truncate',
        interval: 0,
        fontFamily: palette.font,
      },
    },
  };
}

function outline({ outline: color }: Palette) {
  return color === undefined ? {} : { borderColor: color, borderWidth: 1 };
}
