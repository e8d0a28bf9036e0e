// The table of scores: order, filter, colours, and the files that are saved of it.
import assert from 'node:assert/strict';
import { asCsv, asMarkdown } from '../../client/webview/scores/exportScores.ts';
import {
  columnsOf,
  firstOrder,
  heat,
  nextOrder,
  shownDocuments,
  weakest,
  type Order,
} from '../../client/webview/scores/rows.ts';
import type { ScoreTable } from '../../server/src/lsp/protocol.ts';
import { sampleScores, scored } from './sampleScores.ts';

function table(): ScoreTable {
  const found = sampleScores.result.libraries[0]?.tables[0];
  assert.ok(found);
  return found;
}

const titles = (words: string, order: Order): readonly string[] =>
  shownDocuments(table().documents, words, order).map(({ title }) => title);

describe('the table of scores', () => {
  it('shows the worst first, and what has no score last in both directions', () => {
    assert.deepEqual(titles('', firstOrder), ['<img src=x onerror=alert(1)>', '下单幂等', '=对账"补偿"']);
    const turned = nextOrder(firstOrder, { kind: 'score' });
    assert.deepEqual(titles('', turned), ['下单幂等', '<img src=x onerror=alert(1)>', '=对账"补偿"']);
  });

  it('sorts by a dimension from the lowest, by gain from the highest', () => {
    const byData = nextOrder(firstOrder, { kind: 'dimension', index: 1 });
    assert.equal(titles('', byData)[0], '<img src=x onerror=alert(1)>');
    const byGain = nextOrder(byData, { kind: 'best' });
    assert.equal(byGain.isDescending, true);
    assert.equal(titles('', byGain)[0], '<img src=x onerror=alert(1)>');
  });

  it('keeps documents that hold every word of the filter in title, path or kind', () => {
    assert.deepEqual(titles('CASE 下单', firstOrder), ['下单幂等']);
    assert.deepEqual(titles('下单 补偿', firstOrder), []);
  });

  it('has columns for reviewers and questions only where there are any', () => {
    const kinds = (from: ScoreTable): readonly string[] => columnsOf(from).map(({ kind }) => kind);
    assert.deepEqual(kinds(table()), ['document', 'score', 'dimension', 'dimension', 'questions', 'best']);
    assert.deepEqual(kinds({ ...table(), documents: [scored('a', [1, 2])] }), [
      'document',
      'score',
      'dimension',
      'dimension',
      'best',
    ]);
  });

  it('has five shades', () => {
    const shades = [0, 1, 2, 3, 4, 5, 9, -1].map((level) => heat(level, 5));
    assert.deepEqual(shades, [0, 0, 1, 2, 3, 4, 4, 0]);
    assert.equal(heat(3, 0), 0);
  });

  it('knows where a document is weakest', () => {
    assert.equal(weakest(scored('a', [3, 2]), table()), '数据完整性');
    assert.equal(weakest(scored('a', [undefined, undefined]), table()), undefined);
  });

  it('is saved as Markdown with the rows that are shown', () => {
    const documents = shownDocuments(table().documents, '', firstOrder);
    const text = asMarkdown({ table: table(), documents, texts: sampleScores.texts });
    assert.match(text, /^# Scores of the library\n\n\| 维度 \|/);
    assert.ok(text.includes('| [下单幂等](<cases/下单幂等.md>) | B 3.5 | 4 | 3 | 补测试数据 +0.25 |'));
    assert.ok(text.includes('补\\|管道 +0.50'));
    assert.ok(text.includes('](<cases/%3Cimg src=x onerror=alert(1)%3E.md>)'));
  });

  it('is saved as CSV that no spreadsheet runs', () => {
    const text = asCsv({ table: table(), documents: table().documents, texts: sampleScores.texts });
    assert.equal(text.charCodeAt(0), 0xfeff);
    const lines = text.split('\r\n');
    assert.equal(lines.length, 5);
    assert.equal(lines[1], '下单幂等,cases/下单幂等.md,3.5,B,,4,3,2,补测试数据 +0.25');
    assert.ok(lines[3]?.startsWith('"\'=对账""补偿""",'), lines[3]);
  });
});
