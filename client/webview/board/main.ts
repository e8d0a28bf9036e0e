// The board's page: takes what the extension sends and draws it; draws again when the theme or the width changes.
import type { BoardData, FileFormat, ToPage } from '../../src/board/boardMessages.ts';
import { BURN_UP_HEIGHT, burnUpOption } from './burnUp.ts';
import { createChart, type Chart, type ChartOption, type Size } from './charts.ts';
import { button, byId, element } from '../shared/dom.ts';
import { boardAsHtml, boardAsPng, boardAsSvg } from './exportBoard.ts';
import { ganttLines, lastUnit } from './ganttRows.ts';
import { onMessage, remember, remembered, send } from './host.ts';
import { legend } from './legend.ts';
import { matrixOption, matrixSize } from './matrix.ts';
import { paper, themePalette, type Palette } from './palette.ts';
import { barsSize, milestoneOption, priorityOption } from './progress.ts';
import { scheduleView } from './scheduleSection.ts';
import { summary } from './summary.ts';
import { burnUpTable, milestoneTable, priorityTable, scheduleTable } from './tables.ts';
import { fill, number, unitName } from './words.ts';

/** A part of the page that can be drawn again. */
interface Part {
  readonly element: HTMLElement;
  draw(palette: Palette): void;
  dispose(): void;
}

const root = byId('board', HTMLElement);
let parts: readonly Part[] = [];

onMessage((message) => {
  show(message);
});
send({ type: 'ready' });
watchTheme();
watchWidth();
window.addEventListener('beforeprint', () => {
  draw(paper);
});
window.addEventListener('afterprint', () => {
  draw(themePalette());
});
window.addEventListener('scroll', () => {
  remember({ scroll: window.scrollY });
});

function show(message: ToPage): void {
  const focus = focusPath();
  parts.forEach((part) => {
    part.dispose();
  });
  if (message.type === 'nothing') {
    parts = [];
    root.replaceChildren(
      element('h1', {}, [message.texts.title]),
      element('p', { role: 'status' }, [message.text]),
      button(message.texts.refresh, () => {
        send({ type: 'refresh' });
      }),
    );
  } else {
    remember({ planUri: message.data.planUri ?? '' });
    // What there is to see stands first, what is not there and why at the end.
    parts = partsOf(message.data).toSorted((one, other) => Number(isSlim(one)) - Number(isSlim(other)));
    root.replaceChildren(head(message.data), ...parts.map((part) => part.element));
  }
  root.removeAttribute('aria-busy');
  draw(themePalette());
  restore(focus);
}

function draw(palette: Palette): void {
  parts.forEach((part) => {
    part.draw(palette);
  });
}

// ---- head

function head(data: BoardData): HTMLElement {
  const { board, texts } = data;
  const title = element('h1', {}, [board.title === '' ? texts.title : board.title]);
  return element('header', {}, [title, toolbar(data), summary(data)]);
}

function toolbar(data: BoardData): HTMLElement {
  const { texts, plans, planUri, board } = data;
  const choice = element('select', { 'aria-label': texts.plan, id: 'plan' }, [
    element('option', { value: '' }, [texts.allPlans]),
    ...plans.map(({ uri, title, path }) =>
      element('option', { value: uri, title: path }, [title === '' ? path : title]),
    ),
  ]);
  choice.value = planUri ?? '';
  choice.addEventListener('change', () => {
    send({ type: 'choosePlan', uri: choice.value });
  });
  const save = (format: FileFormat, content: () => string) => () => {
    send({ type: 'save', format, content: content() });
  };
  return element('div', { class: 'toolbar', role: 'toolbar', 'aria-label': texts.export }, [
    choice,
    button(
      texts.refresh,
      () => {
        send({ type: 'refresh' });
      },
      { id: 'refresh' },
    ),
    button(
      texts.savePrint,
      save('html', () => boardAsHtml(data)),
      { id: 'html' },
    ),
    button(
      texts.saveSvg,
      save('svg', () => boardAsSvg(data).svg),
      { id: 'svg' },
    ),
    button(texts.savePng, () => void savePng(data), { id: 'png' }),
    button(
      texts.saveMermaid,
      save('mermaid', () => board.mermaid),
      { id: 'mermaid' },
    ),
    button(
      texts.copyMermaid,
      () => {
        send({ type: 'copy', content: board.mermaid });
      },
      { id: 'copy' },
    ),
  ]);
}

async function savePng(data: BoardData): Promise<void> {
  send({ type: 'save', format: 'png', content: await boardAsPng(data) });
}

// ---- parts

function partsOf(data: BoardData): readonly Part[] {
  const { board, texts } = data;
  const choose = (priority: string, state: string): void => {
    // Items without a priority stand under a word that is none.
    const words = /^P\d$/.test(priority) ? [priority] : [];
    send({ type: 'filter', filter: [...words, `state:${state}`].join(' ') });
  };
  return [
    schedulePart(data),
    board.milestones.length === 0
      ? sentence(texts.milestones, texts.noMilestones)
      : chartPart(texts.milestones, milestoneTable(data), (palette, width) => [
          milestoneOption(data, palette, width),
          barsSize(board.milestones.length, width),
        ]),
    ...priorityParts(data, choose),
    board.burnUp.length === 0
      ? sentence(texts.burnUp, texts.noHistory)
      : chartPart(texts.burnUp, burnUpTable(data), (palette, width) => [
          burnUpOption(data, palette),
          { width, height: BURN_UP_HEIGHT },
        ]),
  ];

  function chartPart(
    title: string,
    table: HTMLTableElement,
    drawing: (palette: Palette, width: number) => readonly [ChartOption, Size],
  ): Part {
    const picture = element('div', { class: 'picture', role: 'img', 'aria-label': `${title}. ${texts.table}: ↓` });
    let chart: Chart | undefined;
    return {
      element: section(title, [picture, details(texts.table, table)]),
      draw: (palette) => {
        const [option, size] = drawing(palette, Math.max(280, picture.clientWidth));
        picture.style.height = `${size.height}px`;
        chart ??= createChart(picture);
        chart.resize(size);
        chart.setOption(option, true);
      },
      dispose: () => chart?.dispose(),
    };
  }

  function priorityParts(own: BoardData, onChoose: typeof choose): readonly Part[] {
    if (board.priorities.length === 0) return [sentence(texts.priorities, texts.noPriorities)];
    return [
      chartPart(texts.priorities, priorityTable(own, texts.priorities), (palette, width) => [
        priorityOption(own, palette, width),
        barsSize(board.priorities.length, width),
      ]),
      chartPart(texts.matrix, priorityTable(own, texts.matrix, onChoose), (palette, width) => [
        matrixOption(own, palette),
        matrixSize(own, width),
      ]),
    ];
  }
}

function schedulePart(data: BoardData): Part {
  const { board, texts, language } = data;
  const openRow = (row: number): void => {
    send({ type: 'open', row });
  };
  const table = details(texts.table, scheduleTable(data, openRow));
  const lines = ganttLines(board.rows);
  if (lines.length === 0) return sentence(texts.schedule, texts.nothingScheduled, table);
  const count = lines.filter(({ type }) => type === 'item').length;
  const rest = board.rows.length - count;
  const note = fill(
    texts.scheduleNote,
    number(count, language),
    unitName(data, 1),
    unitName(data, lastUnit(lines, board.milestones)),
  );
  const view = scheduleView(data, lines, openRow);
  const legendPlace = element('div');
  const parts: HTMLElement[] = [element('p', { class: 'note' }, [note]), legendPlace, view.element];
  if (rest > 0) parts.push(element('p', { class: 'note' }, [fill(texts.unscheduled, number(rest, language))]));
  return {
    element: section(texts.schedule, [...parts, table], 'wide'),
    draw: (palette) => {
      legendPlace.replaceChildren(legend(data, palette));
      view.draw(palette);
    },
    dispose: () => {
      view.dispose();
    },
  };
}

function sentence(title: string, text: string, ...more: readonly HTMLElement[]): Part {
  const nothing = (): void => undefined;
  const kind = more.length > 0 ? 'wide' : 'slim';
  return { element: section(title, [element('p', {}, [text]), ...more], kind), draw: nothing, dispose: nothing };
}

function isSlim(part: Part): boolean {
  return part.element.classList.contains('slim');
}

function section(title: string, children: readonly HTMLElement[], kind?: string): HTMLElement {
  return element('section', { 'aria-label': title, class: kind }, [element('h2', {}, [title]), ...children]);
}

function details(title: string, table: HTMLTableElement): HTMLDetailsElement {
  return element('details', {}, [element('summary', {}, [title]), element('div', { class: 'table' }, [table])]);
}

// ---- staying where the reader is

/** VS Code names the theme in attributes of the page and swaps its variables. */
function watchTheme(): void {
  const observer = new MutationObserver(() => {
    draw(themePalette());
  });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
}

function watchWidth(): void {
  let width = 0;
  new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    draw(themePalette());
  }).observe(root);
}

interface Focus {
  readonly label: string;
  readonly openTables: readonly number[];
  readonly scroll: number;
}

function focusPath(): Focus {
  const active = document.activeElement;
  const label = active?.getAttribute('aria-label') ?? active?.textContent ?? '';
  const openTables = [...root.querySelectorAll('details')].flatMap((part, index) => (part.open ? [index] : []));
  return { label, openTables, scroll: root.childElementCount === 0 ? (remembered().scroll ?? 0) : window.scrollY };
}

function restore({ label, openTables, scroll }: Focus): void {
  [...root.querySelectorAll('details')].forEach((part, index) => {
    part.open = openTables.includes(index);
  });
  const same = [...root.querySelectorAll('button, select')].find(
    (control) => label !== '' && (control.getAttribute('aria-label') ?? control.textContent) === label,
  );
  if (same instanceof HTMLElement) same.focus({ preventScroll: true });
  window.scrollTo(0, scroll);
}
