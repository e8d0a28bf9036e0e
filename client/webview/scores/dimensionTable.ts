// The table of dimensions: what each asks for, its average over the documents, what is lacking most often.
import type { ScoreTable } from '../../../server/src/lsp/protocol.ts';
import type { ScoresTexts } from '../../src/scores/scoresMessages.ts';
import { button, element } from '../shared/dom.ts';
import { heat } from './rows.ts';
import { fill } from './words.ts';

export function dimensionTable(
  { dimensions, documents, average }: ScoreTable,
  texts: ScoresTexts,
  openStandard: (dimension: number) => void,
): HTMLElement {
  const heads = [texts.dimension, texts.weight, texts.criterion, texts.average, texts.note];
  const rows = dimensions.map(({ name, weight, max, criterion, average: mean, averageText, count, note }, index) => {
    const link = button(name, () => {
      openStandard(index);
    });
    link.className = 'link';
    link.title = texts.openLine;
    const figure = mean === undefined ? texts.none : (averageText ?? `${mean.toFixed(1)}/${max}`);
    const basis = count === documents.length || count === 0 ? '' : ` ${fill(texts.averageOf, count)}`;
    return element('tr', {}, [
      element('th', { scope: 'row' }, [link]),
      element('td', { class: 'number' }, [`${weight}%`]),
      element('td', { class: 'long' }, [criterion]),
      element('td', { class: mean === undefined ? 'number none' : `number heat${heat(mean, max)}` }, [
        figure,
        element('span', { class: 'note' }, [basis]),
      ]),
      element('td', { class: 'long' }, [note]),
    ]);
  });
  const basis = average === undefined ? '' : fill(texts.scoreBasis, `${average.text}/${average.max}`, average.weight);
  const total = element('tr', {}, [
    element('th', { scope: 'row' }, [texts.total]),
    element('td', {}, []),
    element('td', { class: 'note' }, [basis]),
    element('td', { class: average === undefined ? 'number none' : `number heat${heat(average.value, average.max)}` }, [
      average === undefined ? texts.none : [average.grade ?? '', average.text].filter(Boolean).join(' '),
    ]),
    element('td', {}, []),
  ]);
  const head = heads.map((text) => element('th', { scope: 'col' }, [text]));
  return element('div', { class: 'table' }, [
    element('table', { id: 'dimensions' }, [
      element('caption', { class: 'hidden' }, [texts.byDimension]),
      element('thead', {}, [element('tr', {}, head)]),
      element('tbody', {}, rows),
      element('tfoot', {}, [total]),
    ]),
  ]);
}
