// Rows of the review view: what hangs where, ids that stay, where a row leads.
import assert from 'node:assert/strict';
import { allNodes, dimensionAt, placesOf, reviewNodes, type ReviewNode } from '../../client/src/review/reviewNodes.ts';
import { titleLine } from '../../client/src/review/titleLine.ts';
import { condition, dimension, lines, sampleReview, sampleScore, uri } from './sampleReview.ts';

const names = (nodes: readonly ReviewNode[]): readonly string[] =>
  nodes.map(({ content }) => (content.type === 'group' ? content.group : content.type));

function rowsUnder(id: string, nodes: readonly ReviewNode[]): readonly ReviewNode[] {
  const found = allNodes(nodes).find((node) => node.id === id);
  assert.ok(
    found,
    `there is no row ${id} among ${allNodes(nodes)
      .map((node) => node.id)
      .join(' ')}`,
  );
  return found.children;
}

describe('rows of the review', () => {
  const nodes = reviewNodes({ uri, score: sampleScore, review: sampleReview });

  it('begin with score and state, then what to do, dimensions, comments and history', () => {
    assert.deepEqual(names(nodes), ['score', 'state', 'actions', 'dimensions', 'threads', 'history']);
  });

  it('leave out what there is nothing of', () => {
    assert.deepEqual(names(reviewNodes({ uri })), []);
    const bare = { ...sampleReview, threads: [], history: [], actions: [], suspect: [], reviewers: [] };
    assert.deepEqual(names(reviewNodes({ uri, review: bare })), ['state']);
    assert.deepEqual(names(rowsUnder('state', reviewNodes({ uri, review: bare }))), ['changed']);
  });

  it('hang a dimension below the one that it is part of', () => {
    const [code, reuse, ...others] = rowsUnder('dimensions', nodes);
    assert.deepEqual(others, []);
    assert.equal(dimensionAt(reuse)?.name, '可复用性');
    assert.deepEqual(names(code?.children ?? []), ['next', 'held', 'checks', 'dimension']);
    assert.equal(dimensionAt(code?.children[0]?.children[0])?.name, '代码完整性');
  });

  it('end also where dimensions are parts of each other or of themselves', () => {
    const dimensions = [
      dimension('a', { parent: 'a' }),
      dimension('b', { parent: 'c' }),
      dimension('c', { parent: 'b' }),
    ];
    assert.ok(reviewNodes({ uri, score: { ...sampleScore, dimensions } }).length > 0);
  });

  it('say beside a level what the last approval measured', () => {
    const [code, reuse] = rowsUnder('dimensions', nodes);
    assert.equal(code?.content.type === 'dimension' && code.content.approved, 3);
    assert.equal(reuse?.content.type === 'dimension' && reuse.content.approved, undefined);
  });

  it('count met checks of those that apply, and open comments of all', () => {
    const [code] = rowsUnder('dimensions', nodes);
    const checks = code?.children[2]?.content;
    assert.deepEqual(checks, { type: 'group', group: 'checks', count: 1, of: 2 });
    assert.deepEqual(nodes[4]?.content, { type: 'group', group: 'threads', count: 1, of: 2 });
  });

  it('let a person answer what nobody can measure, and nothing else', () => {
    const checks = rowsUnder('dimensions/代码完整性/checks', nodes);
    assert.deepEqual(
      checks.map(({ content }) => content.type === 'check' && content.isQuestion),
      [true, false],
    );
  });

  it('show several places below a condition, and lead to a single one themselves', () => {
    assert.deepEqual(names(rowsUnder('dimensions/代码完整性/held/0', nodes)), ['place', 'place']);
    assert.deepEqual(rowsUnder('dimensions/代码完整性/next/0', nodes), []);
  });

  it('name what is missing before what is there', () => {
    const both = condition('x', {
      evidence: [{ range: lines(1), excerpt: '' }],
      missing: [{ range: lines(2), excerpt: '' }],
    });
    assert.deepEqual(
      placesOf(both).map(({ isMissing }) => isMissing),
      [true, false],
    );
  });

  it('put open comments before resolved ones, and the newest event first', () => {
    assert.deepEqual(
      rowsUnder('threads', nodes).map(({ id }) => id),
      ['threads/t2', 'threads/t1'],
    );
    assert.deepEqual(
      rowsUnder('history', nodes).map(({ id }) => id),
      ['history/e2', 'history/e1'],
    );
  });

  it('have one id each, also where keys are equal, and the same ids for the next answer', () => {
    const dimensions = [dimension('a'), dimension('a')];
    const twice = reviewNodes({ uri, score: { ...sampleScore, dimensions }, review: sampleReview });
    const ids = allNodes(twice).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const again = reviewNodes({ uri: 'file:///other.md', score: sampleScore, review: sampleReview });
    assert.deepEqual(
      allNodes(again).map(({ id }) => id),
      allNodes(nodes).map(({ id }) => id),
    );
  });
});

describe('the line of a title', () => {
  const table: readonly (readonly [name: string, text: string, line: number])[] = [
    ['the first line', '# A\n\n## B', 0],
    ['after a byte order mark', '\uFEFF# A', 0],
    ['below front matter', '---\ntitle: x\n# no\n---\n\n# A', 5],
    ['not in code', '```\n# no\n```\n# A', 3],
    ['the top where there is none', '## B\ntext', 0],
  ];
  for (const [name, text, line] of table) {
    it(name, () => {
      const all = text.split('\n');
      assert.equal(
        titleLine(all.length, (index) => all[index] ?? ''),
        line,
      );
    });
  }
});
