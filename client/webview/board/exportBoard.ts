// The board as one SVG, as PNG, and as a page for paper: always in the light palette, whatever the theme.
import type { BoardData } from '../../src/board/boardMessages.ts';
import { BURN_UP_HEIGHT, burnUpOption } from './burnUp.ts';
import { drawToText, type ChartOption, type Size } from './charts.ts';
import { element } from '../shared/dom.ts';
import { ganttOption, ganttSize } from './gantt.ts';
import { ganttLines, lastUnit, pagesOf, type GanttLine } from './ganttRows.ts';
import { legend, legendOf, markShapes } from './legend.ts';
import { matrixOption, matrixSize } from './matrix.ts';
import { paper } from './palette.ts';
import { barsSize, milestoneOption, priorityOption } from './progress.ts';
import { figuresOf, summary } from './summary.ts';
import { burnUpTable, milestoneTable, priorityTable, scheduleTable } from './tables.ts';
import { columns, fill } from './words.ts';

const WIDTH = 1200;
const MARGIN = 24;
/** Lines of the schedule on one landscape page. */
const LINES_A_PAGE = 22;
const PNG_SCALE = 2;

interface Picture {
  readonly title: string;
  readonly svg: string;
  readonly size: Size;
}

export function boardAsSvg(data: BoardData): { readonly svg: string; readonly size: Size } {
  const pictures = [...schedule(data, [ganttLines(data.board.rows)]), ...others(data)];
  const head = headOf(data);
  let y = head.height;
  const parts = pictures.map(({ title, svg, size }) => {
    const top = y;
    y += size.height + 44;
    return `${text(title, MARGIN, top + 18, 'font-size="16" font-weight="600"')}${placed(svg, top + 28)}`;
  });
  const size = { width: WIDTH + 2 * MARGIN, height: y + MARGIN };
  const frame = `xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="${attribute(paper.font)}"`;
  return {
    svg: `<svg ${frame}><rect width="100%" height="100%" fill="${paper.background}"/>${head.svg}${parts.join('')}</svg>`,
    size,
  };
}

/** Base64 of the PNG, twice as fine as the SVG says. */
export async function boardAsPng(data: BoardData): Promise<string> {
  const { svg, size } = boardAsSvg(data);
  const image = new Image(size.width, size.height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = element('canvas', { width: String(size.width * PNG_SCALE), height: String(size.height * PNG_SCALE) });
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this page can not draw pictures');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}

/** A page without scripts that prints on A4 landscape. */
export function boardAsHtml(data: BoardData): string {
  const { board, texts } = data;
  const pages = pagesOf(ganttLines(board.rows), LINES_A_PAGE);
  const pictures = [...schedule(data, pages), ...others(data)];
  const body = element('main', {}, [
    element('h1', {}, [board.title]),
    summary(data),
    legend(data, paper),
    ...pictures.map(figure),
    element('h2', {}, [texts.table]),
    scheduleTable(data),
    ...(board.milestones.length > 0 ? [milestoneTable(data)] : []),
    ...(board.priorities.length > 0 ? [priorityTable(data, texts.matrix)] : []),
    ...(board.burnUp.length > 0 ? [burnUpTable(data)] : []),
    element('footer', {}, [madeOn(data)]),
  ]);
  const drawn = body.outerHTML.replace(/\ue000(\d+)\ue001/g, (_, index: string) => pictures[Number(index)]?.svg ?? '');
  const language = attribute(data.language);
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(board.title)}</title><style>${printStyle}</style></head><body>${drawn}</body></html>
`;
}

function schedule(data: BoardData, pages: readonly (readonly GanttLine[])[]): readonly Picture[] {
  const { texts } = data;
  const end = lastUnit(pages.flat(), data.board.milestones);
  return pages
    .filter((lines) => lines.length > 0)
    .map((lines, index) => {
      const drawing = { data, lines, palette: paper, width: WIDTH, end };
      const title = pages.length > 1 ? `${texts.schedule} (${index + 1}/${pages.length})` : texts.schedule;
      return picture(title, ganttOption(drawing), ganttSize(drawing));
    });
}

function others(data: BoardData): readonly Picture[] {
  const { board, texts } = data;
  const result: Picture[] = [];
  if (board.milestones.length > 0) {
    const size = barsSize(board.milestones.length, WIDTH);
    result.push(picture(texts.milestones, milestoneOption(data, paper, WIDTH), size));
  }
  if (board.priorities.length > 0) {
    const size = barsSize(board.priorities.length, WIDTH);
    result.push(picture(texts.priorities, priorityOption(data, paper, WIDTH), size));
    result.push(picture(texts.matrix, matrixOption(data, paper), matrixSize(data, WIDTH)));
  }
  if (board.burnUp.length > 0) {
    result.push(picture(texts.burnUp, burnUpOption(data, paper), { width: WIDTH, height: BURN_UP_HEIGHT }));
  }
  return result;
}

function picture(title: string, option: ChartOption, size: Size): Picture {
  return { title, svg: drawToText(option, size), size };
}

/** The drawing is put in as text at the end: this page's own policy does not let it be parsed here. */
function figure({ title }: Picture, index: number): HTMLElement {
  return element('figure', {}, [element('h2', {}, [title]), placeholder(index)]);
}

/** In a private area of Unicode, so that no plan can hold it by accident. */
function placeholder(index: number): string {
  return `\ue000${index}\ue001`;
}

function headOf(data: BoardData): { readonly svg: string; readonly height: number } {
  const column = WIDTH / 4;
  const figures = figuresOf(data).map(({ name, value, note }, index) => {
    const x = MARGIN + index * column;
    return [
      text(name, x, 84, `font-size="12" fill="${paper.muted}"`),
      text(value, x, 114, 'font-size="26" font-weight="600"'),
      text(note, x, 134, `font-size="12" fill="${paper.muted}"`),
    ].join('');
  });
  let x = MARGIN;
  const marks = legendOf(data, paper).map((mark) => {
    const shapes = markShapes(mark, x, 152).map(({ name, attributes, text: sign }) => {
      const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`);
      return `<${name}${list.join('')}>${escaped(sign ?? '')}</${name}>`;
    });
    const label = text(mark.text, x + 26, 164, 'font-size="12"');
    x += 48 + columns(mark.text) * 7;
    return shapes.join('') + label;
  });
  const title = text(data.board.title, MARGIN, 40, 'font-size="24" font-weight="600"');
  const made = text(madeOn(data), MARGIN, 60, `font-size="12" fill="${paper.muted}"`);
  return { svg: [title, made, ...figures, ...marks].join(''), height: 190 };
}

function madeOn({ texts, language }: BoardData): string {
  return fill(texts.made, new Date().toLocaleDateString(language, { dateStyle: 'long' }));
}

function placed(svg: string, y: number): string {
  return svg.replace(/^<svg /, `<svg x="${MARGIN}" y="${y}" `);
}

function text(content: string, x: number, y: number, attributes: string): string {
  const fillColor = attributes.includes('fill=') ? '' : ` fill="${paper.foreground}"`;
  return `<text x="${x}" y="${y}" ${attributes}${fillColor}>${escaped(content)}</text>`;
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function attribute(content: string): string {
  return escaped(content).replaceAll('"', '&quot;');
}

const printStyle = `
@page { size: A4 landscape; margin: 12mm; }
body { font: 10pt ${paper.font}; color: ${paper.foreground}; margin: 0 auto; max-width: 1200px; print-color-adjust: exact; }
h1 { font-size: 20pt; } h2 { font-size: 13pt; break-after: avoid; }
.figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; }
.figures dt, .note { color: ${paper.muted}; } .figures dd { margin: 0; } .value { font-size: 18pt; font-weight: 600; }
.figures progress { width: 90%; } .warning { color: ${paper.critical}; }
.legend { display: flex; flex-wrap: wrap; gap: 6px 18px; padding: 0; list-style: none; } .legend svg { vertical-align: middle; margin-right: 5px; }
figure { margin: 0 0 18px; break-inside: avoid; } figure svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; margin-bottom: 18px; } tr { break-inside: avoid; } thead { display: table-header-group; }
th, td { border-bottom: 1px solid ${paper.line}; padding: 3px 8px 3px 0; text-align: left; vertical-align: top; } tbody th { font-weight: 400; }
caption { text-align: left; font-weight: 600; padding: 6px 0; }
footer { color: ${paper.muted}; }
`;
