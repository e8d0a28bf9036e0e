// The schedule on the page: the chart, and over it one button a row, so that it can be walked and read without a mouse.
import type { BoardData } from '../../src/board/boardMessages.ts';
import { createChart, type Chart } from './charts.ts';
import { element } from '../shared/dom.ts';
import { ganttOption, ganttSize, ganttTop, LINE_HEIGHT } from './gantt.ts';
import type { GanttLine } from './ganttRows.ts';
import type { Palette } from './palette.ts';
import { stateLabel, whenOf } from './words.ts';

export interface ScheduleView {
  readonly element: HTMLElement;
  draw(palette: Palette): void;
  dispose(): void;
}

export function scheduleView(
  data: BoardData,
  lines: readonly GanttLine[],
  openRow: (index: number) => void,
): ScheduleView {
  const picture = element('div', { class: 'picture', 'aria-hidden': 'true' });
  const rows = rowButtons(data, lines, openRow);
  const frame = element('div', { class: 'gantt' }, [picture, rows.list]);
  let chart: Chart | undefined;
  return {
    element: frame,
    draw: (palette) => {
      const drawing = { data, lines, palette, width: Math.max(420, frame.clientWidth) };
      const { height } = ganttSize(drawing);
      picture.style.height = `${height}px`;
      rows.place(ganttTop(drawing));
      picture.style.width = `${drawing.width}px`;
      chart ??= listening(createChart(picture), lines, openRow);
      chart.resize({ width: drawing.width, height });
      chart.setOption({ ...ganttOption(drawing), tooltip: tooltip(data, lines, palette) }, true);
    },
    dispose: () => chart?.dispose(),
  };
}

/** Bars and labels open the plan line as their buttons do. */
function listening(chart: Chart, lines: readonly GanttLine[], openRow: (index: number) => void): Chart {
  chart.on('click', (event) => {
    const { dataIndex, componentType } = event as { dataIndex?: number; componentType: string }; // axis labels have both
    if (componentType !== 'series' && componentType !== 'yAxis') return;
    const line = lines[dataIndex ?? -1];
    if (line?.type === 'item') openRow(line.index);
  });
  return chart;
}

function tooltip(data: BoardData, lines: readonly GanttLine[], palette: Palette) {
  return {
    trigger: 'item' as const,
    confine: true,
    backgroundColor: palette.surface,
    borderColor: palette.outline ?? palette.line,
    textStyle: { color: palette.foreground, fontFamily: palette.font, fontSize: 12 },
    formatter: (params: unknown) => {
      const { dataIndex, seriesId } = params as { dataIndex: number; seriesId?: string }; // of one item
      const line = lines[dataIndex];
      if (line?.type !== 'item' || seriesId !== 'bars') return '';
      const [title = '', ...facts] = factsOf(data, line);
      return element('div', { class: 'tip' }, [
        element('strong', {}, [title]),
        ...facts.map((fact) => element('div', {}, [fact])),
      ]);
    },
  };
}

function factsOf(data: BoardData, { row }: Extract<GanttLine, { type: 'item' }>): readonly string[] {
  const { board, texts } = data;
  const labels = new Map(board.rows.map(({ itemId, label }) => [itemId, label]));
  const needs = row.dependsOn.map((id) => labels.get(id) ?? id);
  const facts = [row.label, whenOf(data, row), stateLabel(data, row.state)];
  if (row.priority !== undefined) facts.push(`${texts.priority}: ${row.priority}`);
  if (needs.length > 0) facts.push(`${texts.dependsOn}: ${needs.join(', ')}`);
  return row.isCritical ? [...facts, texts.critical] : facts;
}

interface RowButtons {
  readonly list: HTMLElement;
  readonly place: (top: number) => void;
}

/** One tab stop for all rows; arrows move inside, as in a list of the editor. */
function rowButtons(data: BoardData, lines: readonly GanttLine[], openRow: (index: number) => void): RowButtons {
  const buttons: HTMLButtonElement[] = [];
  const list = element('ul', { class: 'rows', 'aria-label': `${data.texts.schedule}. ${data.texts.scheduleHelp}` });
  lines.forEach((line, position) => {
    if (line.type !== 'item') return;
    const result = element('button', { type: 'button', 'aria-label': factsOf(data, line).join(', '), tabindex: '-1' });
    result.style.top = `${position * LINE_HEIGHT}px`;
    result.style.height = `${LINE_HEIGHT}px`;
    result.addEventListener('click', () => {
      openRow(line.index);
    });
    buttons.push(result);
    list.append(element('li', {}, [result]));
  });
  buttons[0]?.setAttribute('tabindex', '0');
  list.addEventListener('keydown', (event) => {
    const next = nextFocus(event.key, buttons.indexOf(document.activeElement as HTMLButtonElement), buttons.length);
    const target = next === undefined ? undefined : buttons[next];
    if (target === undefined) return;
    event.preventDefault();
    buttons.forEach((other) => {
      other.setAttribute('tabindex', other === target ? '0' : '-1');
    });
    target.focus();
  });
  return {
    list,
    place: (top) => {
      list.style.top = `${top}px`;
    },
  };
}

function nextFocus(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1);
    case 'ArrowUp':
      return Math.max(current - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
