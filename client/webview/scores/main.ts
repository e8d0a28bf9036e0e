// The page of scores: takes what the extension sends, draws one table of dimensions and one of documents.
import type { ScoresData, ScoresToHost, ScoresToPage } from '../../src/scores/scoresMessages.ts';
import { button, byId, element } from '../shared/dom.ts';
import { dimensionTable } from './dimensionTable.ts';
import { documentTable } from './documentTable.ts';
import { asCsv, asMarkdown } from './exportScores.ts';
import { firstOrder, nextOrder, shownDocuments, type Column, type Order } from './rows.ts';
import { fill } from './words.ts';

/** What survives hiding the page and reloading the window. */
interface Memory {
  readonly library: string;
  readonly table: number;
  readonly words: string;
  readonly order: Order;
}

interface HostApi {
  postMessage(message: ScoresToHost): void;
  getState(): Memory | undefined;
  setState(state: Memory): void;
}

declare function acquireVsCodeApi(): HostApi;

const api = acquireVsCodeApi();
const root = byId('scores', HTMLElement);
/** A table of thousands of rows is drawn when it is asked for. */
const MOST_ROWS = 500;

let data: ScoresData | undefined;
let memory: Memory = api.getState() ?? { library: '', table: 0, words: '', order: firstOrder };
let showsAll = false;

window.addEventListener('message', ({ data: message }: MessageEvent<ScoresToPage>) => {
  receive(message);
});
send({ type: 'ready' });

function send(message: ScoresToHost): void {
  api.postMessage(message);
}

function remember(part: Partial<Memory>): void {
  memory = { ...memory, ...part };
  api.setState(memory);
}

function receive(message: ScoresToPage): void {
  root.removeAttribute('aria-busy');
  switch (message.type) {
    case 'nothing':
      data = undefined;
      root.replaceChildren(
        element('h1', {}, [message.texts.title]),
        element('p', { role: 'status' }, [message.text]),
        button(message.texts.refresh, refresh, { id: 'refresh' }),
      );
      return;
    case 'outdated':
      byIdIfThere('changed')?.removeAttribute('hidden');
      return;
    case 'scores':
      data = message.data;
      showsAll = false;
      draw();
  }
}

function refresh(): void {
  send({ type: 'refresh' });
}

function draw(): void {
  if (data === undefined) return;
  const { result, texts } = data;
  const at = Math.max(
    0,
    result.libraries.findIndex(({ rootUri }) => rootUri === memory.library),
  );
  const library = result.libraries[at];
  const tableAt = library?.tables[memory.table] === undefined ? 0 : memory.table;
  const table = library?.tables[tableAt];
  if (library === undefined || table === undefined) return;
  const focused = document.activeElement?.id ?? '';
  const openStandard = (dimension: number): void => {
    send({ type: 'standard', library: at, table: tableAt, dimension });
  };
  const documents = element('div', { id: 'documents' });
  root.replaceChildren(
    element('h1', {}, [texts.title]),
    toolbar(data, at, tableAt),
    element('p', { id: 'changed', class: 'note', role: 'status', hidden: '' }, [texts.changed]),
    element('h2', {}, [texts.byDimension]),
    dimensionTable(table, texts, openStandard),
    element('h2', {}, [texts.byDocument]),
    filterBox(data),
    documents,
    ...skipped(library.skipped, data),
  );
  drawDocuments();
  document.getElementById(focused)?.focus();
}

/** Only the documents: the box that is typed in stays as it is. */
function drawDocuments(): void {
  const shown = current();
  const place = byIdIfThere('documents');
  if (shown === undefined || place === null || data === undefined) return;
  const { texts } = data;
  const focused = document.activeElement?.id ?? '';
  const rows = showsAll ? shown.documents : shown.documents.slice(0, MOST_ROWS);
  const sort = (column: Column): void => {
    remember({ order: nextOrder(memory.order, column) });
    drawDocuments();
  };
  const open = (uri: string, dimension?: string): void => {
    send({ type: 'open', uri, ...(dimension !== undefined && { dimension }) });
  };
  place.replaceChildren(
    element('p', { class: 'note', role: 'status' }, [
      `${fill(texts.shown, shown.documents.length, shown.table.documents.length)} · ${texts.sortHelp}`,
    ]),
    documentTable(shown.table, { texts, rows, order: memory.order, sort, open }),
    ...(rows.length < shown.documents.length ? [showAll(shown.documents.length, texts.showAll)] : []),
  );
  document.getElementById(focused)?.focus();
}

function showAll(count: number, text: string): HTMLElement {
  return button(fill(text, count), () => {
    showsAll = true;
    drawDocuments();
  });
}

function current() {
  if (data === undefined) return undefined;
  const { libraries } = data.result;
  const library = libraries.find(({ rootUri }) => rootUri === memory.library) ?? libraries[0];
  const table = library?.tables[memory.table] ?? library?.tables[0];
  if (table === undefined) return undefined;
  return { table, texts: data.texts, documents: shownDocuments(table.documents, memory.words, memory.order) };
}

// ---- controls

function toolbar({ result, texts }: ScoresData, at: number, tableAt: number): HTMLElement {
  const { libraries } = result;
  const tables = libraries[at]?.tables ?? [];
  const save = (format: 'markdown' | 'csv') => (): void => {
    const shown = current();
    if (shown !== undefined)
      send({ type: 'save', format, content: format === 'csv' ? asCsv(shown) : asMarkdown(shown) });
  };
  const libraryNames = libraries.map(({ rootUri, name }) => [rootUri, name] as const);
  const standards = tables.map(({ standard }, index) => [String(index), standardName(standard)] as const);
  return element('div', { class: 'toolbar' }, [
    ...(libraries.length < 2
      ? []
      : [
          select(
            { id: 'library', label: texts.library, options: libraryNames, value: libraries[at]?.rootUri ?? '' },
            (rootUri) => {
              remember({ library: rootUri, table: 0 });
              draw();
            },
          ),
        ]),
    ...(tables.length < 2
      ? tables.map(({ standard }) =>
          element('span', { class: 'note' }, [`${texts.standard}: ${standardName(standard)}`]),
        )
      : [
          select({ id: 'standard', label: texts.standard, options: standards, value: String(tableAt) }, (index) => {
            remember({ table: Number(index), order: firstOrder });
            draw();
          }),
        ]),
    element('span', { class: 'space' }),
    button(texts.refresh, refresh, { id: 'refresh' }),
    button(texts.saveMarkdown, save('markdown'), { id: 'markdown' }),
    button(texts.saveCsv, save('csv'), { id: 'csv' }),
  ]);
}

function standardName({ name, version }: { readonly name: string; readonly version?: string }): string {
  return version === undefined ? name : `${name} ${version}`;
}

interface Selection {
  readonly id: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly value: string;
}

function select({ id, label, options, value }: Selection, choose: (value: string) => void): HTMLElement {
  const list = element(
    'select',
    { id, 'aria-label': label },
    options.map(([name, text]) =>
      element('option', { value: name, selected: name === value ? '' : undefined }, [text]),
    ),
  );
  list.addEventListener('change', () => {
    choose(list.value);
  });
  return list;
}

function filterBox({ texts }: ScoresData): HTMLElement {
  const box = element('input', { id: 'filter', type: 'search', placeholder: texts.filter, 'aria-label': texts.filter });
  box.value = memory.words;
  box.addEventListener('input', () => {
    remember({ words: box.value });
    drawDocuments();
  });
  return box;
}

type Skipped = ScoresData['result']['libraries'][number]['skipped'];

function skipped(files: Skipped, { texts }: ScoresData): readonly HTMLElement[] {
  if (files.length === 0) return [];
  const items = files.map(({ path, reason }) => element('li', {}, [`${path}: ${reason}`]));
  return [
    element('details', {}, [element('summary', {}, [fill(texts.skipped, files.length)]), element('ul', {}, items)]),
  ];
}

function byIdIfThere(id: string): HTMLElement | null {
  return document.getElementById(id);
}
