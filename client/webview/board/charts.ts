// The parts of ECharts that the board uses, drawn as SVG. Nothing else imports ECharts' values.
import {
  BarChart,
  CustomChart,
  LineChart,
  type BarSeriesOption,
  type CustomSeriesOption,
  type LineSeriesOption,
} from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
  type AriaComponentOption,
  type GridComponentOption,
  type MarkLineComponentOption,
  type TooltipComponentOption,
} from 'echarts/components';
import { color, init, use, type ComposeOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([AriaComponent, BarChart, CustomChart, GridComponent, LineChart, MarkLineComponent, SVGRenderer, TooltipComponent]);

export type ChartOption = ComposeOption<
  | AriaComponentOption
  | BarSeriesOption
  | CustomSeriesOption
  | GridComponentOption
  | LineSeriesOption
  | MarkLineComponentOption
  | TooltipComponentOption
>;
export type RenderItem = NonNullable<CustomSeriesOption['renderItem']>;
export type RenderApi = Parameters<RenderItem>[1];
export type Shape = NonNullable<Exclude<ReturnType<RenderItem>, undefined>>;
export type Chart = EChartsType;
export type Bars = BarSeriesOption;
export type Line = LineSeriesOption;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function createChart(element: HTMLElement): Chart {
  return init(element, null, { renderer: 'svg' });
}

/** The same drawing as text of an SVG element, without a page. */
export function drawToText(option: ChartOption, size: Size): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  chart.setOption({ ...option, animation: false });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** Black or white, whichever can be read on the colour. */
export function inkOn(fill: string): string {
  const [red = 0, green = 0, blue = 0] = color.parse(fill);
  return (red * 299 + green * 587 + blue * 114) / 1000 > 140 ? '#000000' : '#ffffff';
}

export function translucent(fill: string, alpha: number): string {
  return color.modifyAlpha(fill, alpha);
}
