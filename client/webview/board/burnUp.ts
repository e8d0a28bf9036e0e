// Effort of completed items over time against all planned effort.
import type { BoardData } from '../../src/board/boardMessages.ts';
import { translucent, type ChartOption, type Line } from './charts.ts';
import type { Palette } from './palette.ts';
import { number } from './words.ts';

export const BURN_UP_HEIGHT = 260;

export function burnUpOption({ board, texts, language }: BoardData, palette: Palette): ChartOption {
  const days = board.burnUp.map(({ date, days: done }) => [date, done]);
  const curve: Line = {
    type: 'line',
    name: texts.finished,
    step: 'end',
    symbolSize: 6,
    data: days,
    lineStyle: { color: palette.states.done, width: 2 },
    itemStyle: { color: palette.states.done },
    areaStyle: { color: translucent(palette.states.done, 0.18) },
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      lineStyle: { color: palette.accent, type: 'dashed' },
      label: {
        position: 'insideStartTop',
        color: palette.foreground,
        formatter: `${texts.planned}: ${number(board.effortTotal, language)}`,
      },
      data: [{ yAxis: board.effortTotal }],
    },
  };
  return {
    animation: false,
    textStyle: { fontFamily: palette.font, color: palette.foreground },
    grid: { left: 52, right: 24, top: 28, bottom: 32 },
    xAxis: {
      type: 'time',
      minInterval: 24 * 60 * 60 * 1000,
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.muted, hideOverlap: true, fontFamily: palette.font, formatter: '{MM}-{dd}' },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: Math.max(1, Math.ceil(board.effortTotal * 1.05)),
      axisLabel: { color: palette.muted, formatter: (value: number) => number(value, language), showMaxLabel: false },
      splitLine: { lineStyle: { color: palette.grid } },
    },
    series: [curve],
  };
}
