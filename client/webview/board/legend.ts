// What the colours, signs and lines of the charts mean: for the page, and as SVG for files.
import { stateSigns } from '../../src/roadmap/stateSigns.ts';
import type { BoardData } from '../../src/board/boardMessages.ts';
import { inkOn, translucent } from './charts.ts';
import { element } from '../shared/dom.ts';
import { ganttLines, linksOf } from './ganttRows.ts';
import { isHollow, type Palette } from './palette.ts';

const SVG = 'http://www.w3.org/2000/svg';

export interface LegendMark {
  readonly text: string;
  readonly sign: string;
  readonly fill: string;
  readonly stroke: string;
  readonly ink: string;
  /** A line instead of a box. */
  readonly line?: 'plain' | 'dashed';
}

/** States that are on the board, then the critical path where there is one. */
export function legendOf(data: BoardData, palette: Palette): readonly LegendMark[] {
  const { board } = data;
  const used = board.states.filter(({ state }) => board.rows.some((row) => row.state === state));
  const marks = used.map(({ state, label }): LegendMark => {
    const color = palette.states[state];
    const hollow = isHollow(state);
    return {
      text: label,
      sign: stateSigns[state],
      fill: hollow ? translucent(color, 0.12) : color,
      stroke: palette.outline ?? color,
      ink: hollow ? palette.foreground : inkOn(color),
    };
  });
  return [...marks, ...lineMarks(data, palette)];
}

function lineMarks({ board, texts }: BoardData, palette: Palette): readonly LegendMark[] {
  const links = linksOf(ganttLines(board.rows));
  const line = (text: string, stroke: string, kind: 'plain' | 'dashed'): LegendMark => {
    return { text, sign: '', fill: 'none', stroke, ink: stroke, line: kind };
  };
  const critical = { text: texts.critical, sign: '', fill: 'none', stroke: palette.critical, ink: palette.critical };
  return [
    ...(board.rows.some(({ isCritical }) => isCritical) ? [critical] : []),
    ...(links.some(({ isConflict }) => !isConflict) ? [line(texts.dependency, palette.muted, 'plain')] : []),
    ...(links.some(({ isConflict }) => isConflict) ? [line(texts.conflict, palette.muted, 'dashed')] : []),
  ];
}

/** The mark's picture as SVG elements: name and attributes, and the sign as text. */
export function markShapes(mark: LegendMark, x: number, y: number): readonly MarkShape[] {
  if (mark.line !== undefined) {
    const dash = mark.line === 'dashed' ? '4 3' : 'none';
    const middle = y + 7;
    const path = `M${x} ${middle}H${x + 20}M${x + 15} ${middle - 4}L${x + 20} ${middle}L${x + 15} ${middle + 4}`;
    return [
      {
        name: 'path',
        attributes: { d: path, fill: 'none', stroke: mark.stroke, 'stroke-width': '1.5', 'stroke-dasharray': dash },
      },
    ];
  }
  const { fill, stroke, ink, sign } = mark;
  const size = { x: `${x}`, y: `${y}`, width: '20', height: '14', rx: '3' };
  const box = { ...size, fill, stroke, 'stroke-width': sign === '' ? '2' : '1' };
  const text = { x: `${x + 10}`, y: `${y + 11}`, 'text-anchor': 'middle', 'font-size': '11', fill: ink };
  return [
    { name: 'rect', attributes: box },
    { name: 'text', attributes: text, text: sign },
  ];
}

export interface MarkShape {
  readonly name: 'path' | 'rect' | 'text';
  readonly attributes: Readonly<Record<string, string>>;
  readonly text?: string;
}

export function legend(data: BoardData, palette: Palette): HTMLElement {
  const marks = legendOf(data, palette).map((mark) => {
    const picture = document.createElementNS(SVG, 'svg');
    set(picture, { width: '22', height: '16', 'aria-hidden': 'true' });
    for (const { name, attributes, text } of markShapes(mark, 1, 1)) {
      const shape = document.createElementNS(SVG, name);
      set(shape, attributes);
      shape.textContent = text ?? '';
      picture.append(shape);
    }
    return element('li', {}, [picture, mark.text]);
  });
  return element('ul', { class: 'legend' }, marks);
}

function set(target: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, value);
}
