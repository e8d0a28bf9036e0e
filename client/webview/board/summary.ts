// The figures at the head of the board.
import type { BoardData } from '../../src/board/boardMessages.ts';
import { element } from '../shared/dom.ts';
import { fill, number, percent, unitName } from './words.ts';

export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  /** Share for a bar, in hundredths. */
  readonly share?: number;
  readonly isWarning?: boolean;
}

export function figuresOf(data: BoardData): readonly Figure[] {
  const { summary, texts, language } = data;
  const { items, complete, drift } = summary;
  const share = percent(complete, items);
  const driftNote = drift === 0 ? texts.driftNone : texts.driftSome;
  return [
    {
      name: texts.complete,
      value: `${share}%`,
      note: fill(texts.completeOf, number(complete, language), number(items, language)),
      share,
    },
    effortFigure(data),
    criticalFigure(data),
    { name: texts.drift, value: drift === 0 ? '✓' : number(drift, language), note: driftNote, isWarning: drift > 0 },
  ];
}

function effortFigure({ summary, texts, language }: BoardData): Figure {
  const { min, max, complete, unestimated } = summary.effort;
  const all =
    min === max ? number(max, language) : fill(texts.effortRange, number(min, language), number(max, language));
  const notes = [fill(texts.effortOf, number(complete, language), all)];
  if (unestimated > 0) notes.push(fill(texts.unestimated, number(unestimated, language)));
  // Shares are of the larger figure: better to promise less.
  const share = percent(complete, max);
  return { name: texts.effort, value: max === 0 ? '–' : `${share}%`, note: notes.join(' · '), share };
}

function criticalFigure({ board, texts }: BoardData): Figure {
  const rows = board.rows.filter(({ isCritical }) => isCritical);
  const end = Math.max(0, ...rows.map(({ from, to }) => to ?? from ?? 0));
  const name = texts.criticalPath;
  if (rows.length === 0) return { name, value: '–', note: texts.noCriticalPath };
  const note = end === 0 ? texts.criticalUnscheduled : fill(texts.criticalOf, unitName({ board, texts }, end));
  return { name, value: String(rows.length), note };
}

export function summary(data: BoardData): HTMLElement {
  const tiles = figuresOf(data).map(({ name, value, note, share, isWarning }) => {
    const parts = [
      element('dt', {}, [name]),
      element('dd', { class: isWarning === true ? 'value warning' : 'value' }, [value]),
      element('dd', { class: 'note' }, [note]),
    ];
    if (share !== undefined) {
      parts.splice(2, 0, element('dd', { class: 'share', 'aria-hidden': 'true' }, [progressBar(share)]));
    }
    return element('div', {}, parts);
  });
  return element('dl', { class: 'figures' }, tiles);
}

function progressBar(share: number): HTMLElement {
  return element('progress', { max: '100', value: String(share) });
}
