// The data of every chart as a real table, for screen readers, for copying, and for paper.
import type { BoardRow } from '../../../server/src/lsp/protocol.ts';
import type { BoardData } from '../../src/board/boardMessages.ts';
import { element, table } from '../shared/dom.ts';
import { usedStates } from './matrix.ts';
import { number, percent, stateLabel, whenOf } from './words.ts';

/** @param openRow what a click on an item does; without it (on paper) items are plain text */
export function scheduleTable(data: BoardData, openRow?: (index: number) => void): HTMLTableElement {
  const { board, texts } = data;
  const labels = new Map(board.rows.map((row) => [row.itemId, row.label]));
  const heads = [texts.item, texts.group, texts.when, texts.state, texts.priority, texts.dependsOn, texts.criticalPath];
  const rows = board.rows.map((row, index) => [
    openRow === undefined
      ? row.label
      : opener(row, data, () => {
          openRow(index);
        }),
    row.group,
    whenOf(data, row),
    stateLabel(data, row.state),
    row.priority ?? '',
    row.dependsOn.map((id) => labels.get(id) ?? id).join(', '),
    row.isCritical ? '●' : '',
  ]);
  return table(texts.schedule, heads, rows);
}

function opener(row: BoardRow, { texts }: BoardData, open: () => void): HTMLButtonElement {
  const result = element('button', { type: 'button', class: 'link', title: texts.openLine }, [row.label]);
  result.addEventListener('click', open);
  return result;
}

export function milestoneTable({ board, texts, language }: BoardData): HTMLTableElement {
  const heads = [texts.milestone, texts.complete, texts.remaining, '%'];
  const rows = board.milestones.map(({ label, complete, of }) => [
    label,
    number(complete, language),
    number(of - complete, language),
    of === 0 ? '–' : `${percent(complete, of)}%`,
  ]);
  return table(texts.milestones, heads, rows);
}

/** @param choose what a click on a number does; without it numbers are plain text */
export function priorityTable(
  data: BoardData,
  caption: string,
  choose?: (priority: string, state: BoardRow['state']) => void,
): HTMLTableElement {
  const { board, texts, language } = data;
  const states = usedStates(data);
  const heads = [texts.priority, ...states.map(({ label }) => label), texts.complete, '%'];
  const rows = board.priorities.map(({ priority, byState, complete, of }) => [
    priority,
    ...states.map(({ state, label }) => {
      const count = String(byState[state] ?? 0);
      if (choose === undefined || count === '0') return count;
      const result = element(
        'button',
        { type: 'button', class: 'link', 'aria-label': `${priority}, ${label}: ${count}` },
        [count],
      );
      result.addEventListener('click', () => {
        choose(priority, state);
      });
      return result;
    }),
    `${number(complete, language)} / ${number(of, language)}`,
    `${percent(complete, of)}%`,
  ]);
  return table(caption, heads, rows);
}

export function burnUpTable({ board, texts, language }: BoardData): HTMLTableElement {
  const rows = board.burnUp.map(({ date, days }) => [date, number(days, language)]);
  return table(texts.burnUp, [texts.date, texts.days], rows);
}
