// The table of documents: a level in every cell, coloured by its share, and what is worth most. Headings sort.
import type { ScoredDocument, ScoreTable, ScoreTotal } from '../../../server/src/lsp/protocol.ts';
import type { ScoresTexts } from '../../src/scores/scoresMessages.ts';
import { button, element } from '../shared/dom.ts';
import { columnsOf, heat, isSame, weakest, type Column, type Order } from './rows.ts';
import { fill } from './words.ts';

export interface DocumentRows {
  readonly texts: ScoresTexts;
  readonly rows: readonly ScoredDocument[];
  readonly order: Order;
  readonly sort: (column: Column) => void;
  readonly open: (uri: string, dimension?: string) => void;
}

export function documentTable(table: ScoreTable, shown: DocumentRows): HTMLElement {
  const columns = columnsOf(table);
  const head = columns.map((column, index) => heading(column, index, table, shown));
  const body = shown.rows.map((document) =>
    element(
      'tr',
      {},
      columns.map((column) => cell(column, document, table, shown)),
    ),
  );
  return element('div', { class: 'table tall' }, [
    element('table', { class: 'documents' }, [
      element('caption', { class: 'hidden' }, [shown.texts.byDocument]),
      element('thead', {}, [element('tr', {}, head)]),
      element('tbody', {}, body),
      element('tfoot', {}, [averages(columns, table, shown.texts)]),
    ]),
  ]);
}

function heading(column: Column, index: number, table: ScoreTable, { texts, order, sort }: DocumentRows): HTMLElement {
  const text = headingText(column, table, texts);
  const isSorted = isSame(order.column, column);
  const sign = isSorted ? (order.isDescending ? ' ▼' : ' ▲') : '';
  const click = button(
    text,
    () => {
      sort(column);
    },
    { id: `sort${index}` },
  );
  click.className = 'head';
  click.append(element('span', { 'aria-hidden': 'true' }, [sign]));
  const direction = order.isDescending ? 'descending' : 'ascending';
  return element('th', { scope: 'col', 'aria-sort': isSorted ? direction : undefined }, [click]);
}

function headingText(column: Column, { dimensions }: ScoreTable, texts: ScoresTexts): string {
  switch (column.kind) {
    case 'document':
      return texts.document;
    case 'score':
      return texts.score;
    case 'reviewed':
      return texts.reviewed;
    case 'dimension':
      return dimensions[column.index]?.name ?? '';
    case 'questions':
      return texts.questions;
    case 'best':
      return texts.best;
  }
}

function cell(column: Column, document: ScoredDocument, table: ScoreTable, shown: DocumentRows): HTMLElement {
  const { texts } = shown;
  switch (column.kind) {
    case 'document':
      return titleCell(document, table, shown);
    case 'score':
      return totalCell(document.measured, texts);
    case 'reviewed':
      return totalCell(document.reviewed, texts);
    case 'dimension':
      return levelCell(column.index, document, table, shown);
    case 'questions':
      return element('td', { class: 'number' }, [document.open === 0 ? '' : String(document.open)]);
    case 'best':
      return element('td', { class: 'best' }, [
        document.best?.text ?? '',
        element('span', { class: 'gain' }, [document.best === undefined ? '' : ` ${document.best.gainText}`]),
      ]);
  }
}

/** Opens the document where it is weakest. */
function titleCell(document: ScoredDocument, table: ScoreTable, { open }: DocumentRows): HTMLElement {
  const link = button(document.title, () => {
    open(document.uri, weakest(document, table));
  });
  link.className = 'link';
  return element('th', { scope: 'row', title: document.path }, [
    link,
    element('div', { class: 'note path' }, [document.path]),
  ]);
}

function totalCell(total: ScoreTotal | undefined, texts: ScoresTexts): HTMLElement {
  if (total === undefined) return element('td', { class: 'number none', title: texts.none }, ['–']);
  const text = [total.grade ?? '', total.text].filter(Boolean).join(' ');
  const title = fill(texts.scoreBasis, `${text}/${total.max}`, total.weight);
  return element('td', { class: `number total heat${heat(total.value, total.max)}`, title }, [text]);
}

function levelCell(
  index: number,
  document: ScoredDocument,
  { dimensions }: ScoreTable,
  { texts, open }: DocumentRows,
): HTMLElement {
  const dimension = dimensions[index];
  const { level, given } = document.levels[index] ?? {};
  const notes = levelNotes(document.levels[index] ?? {}, dimension?.max ?? 0, texts);
  const shown = level === undefined ? '–' : String(level);
  const text = given === undefined || given === level ? shown : `${shown} (${given})`;
  const click = button(text, () => {
    open(document.uri, dimension?.name);
  });
  click.className = 'cell';
  click.title = notes.join(', ');
  click.setAttribute('aria-label', [dimension?.name ?? '', ...notes].join(', '));
  const colour = level === undefined ? 'none' : `heat${heat(level, dimension?.max ?? 0)}`;
  return element('td', { class: `number ${colour}` }, [click]);
}

function levelNotes(
  { level, label, given, isOutdated }: Partial<ScoredDocument['levels'][number]>,
  max: number,
  texts: ScoresTexts,
): readonly string[] {
  const measured = level === undefined ? texts.none : [`${level}/${max}`, label ?? ''].filter(Boolean).join(' ');
  const person = given === undefined ? '' : fill(texts.given, given);
  return [measured, person, isOutdated === true ? texts.outdated : ''].filter(Boolean);
}

function averages(columns: readonly Column[], { dimensions, average }: ScoreTable, texts: ScoresTexts): HTMLElement {
  const cells = columns.map((column) => {
    if (column.kind === 'document') return element('th', { scope: 'row' }, [texts.average]);
    if (column.kind === 'score') return totalCell(average, texts);
    const dimension = column.kind === 'dimension' ? dimensions[column.index] : undefined;
    if (dimension?.average === undefined) return element('td', {}, []);
    const { average: mean, max } = dimension;
    return element('td', { class: `number heat${heat(mean, max)}` }, [mean.toFixed(1)]);
  });
  return element('tr', {}, cells);
}
