// Rows of the roadmap view: unique ids, parents, what a drop and a click mean.
import assert from 'node:assert/strict';
import { dropKeyAt, entriesOf, itemAt, itemsOf, nextMention } from '../../client/src/roadmap/roadmapEntries.ts';
import type { RoadmapItem, RoadmapNode } from '../../server/src/lsp/protocol.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const rollUp = {
  items: 1,
  byState: {},
  complete: 0,
  effort: { min: 0, max: 0, complete: 0, unestimated: 1 },
  drift: 0,
};

function node(id: string, more: Partial<RoadmapNode> = {}): RoadmapNode {
  return { id, type: 'group', label: id, description: '', tooltip: '', rollUp, children: [], ...more };
}

function item(id: string): RoadmapItem {
  return {
    id,
    key: id,
    title: id,
    kind: 'case',
    place: { uri: 'file:///plan.md', range },
    mentions: [],
    state: 'missing',
    reason: '',
    hasDrift: false,
    dependsOn: [],
  };
}

describe('rows of the roadmap', () => {
  const logs = node('logs', { type: 'item', item: item('logs'), children: [node('t1', { type: 'task' })] });
  const nodes = [
    node('first', { dropKey: 'priority:P0', children: [logs] }),
    node('second', { children: [logs, node('orders', { type: 'item', item: item('orders') })] }),
  ];
  const [first, second] = entriesOf(nodes);

  it('have one id each, also where an item stands in two groups', () => {
    const ids = [first, second].flatMap((entry) => entry?.children.map(({ id }) => id) ?? []);
    assert.deepEqual(ids, ['logs', 'logs~1', 'orders']);
    assert.equal(second?.children[0]?.children[0]?.id, 't1~1');
  });

  it('know their item and where a drop goes', () => {
    const task = first?.children[0]?.children[0];
    assert.equal(itemAt(task)?.id, 'logs');
    assert.equal(dropKeyAt(task), 'priority:P0');
    assert.equal(itemAt(first), undefined);
    assert.equal(dropKeyAt(second?.children[1]), undefined);
  });

  it('name each item once', () => {
    assert.deepEqual(
      itemsOf(nodes).map(({ id }) => id),
      ['logs', 'orders'],
    );
  });
});

describe('the next mention', () => {
  const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 3 } });
  const mentions = [3, 9, 40].map((line) => ({ uri: 'file:///plan.md', range: at(line), via: 'table', title: '' }));

  for (const [from, to] of [
    [3, 9],
    [40, 3],
    [7, 3],
  ] as const) {
    it(`after line ${from} is on line ${to}`, () => {
      const next = nextMention(mentions, { uri: 'file:///plan.md', line: from });
      assert.equal(next?.range.start.line, to);
    });
  }

  it('is the first from another document, and none where there is none', () => {
    assert.equal(nextMention(mentions, { uri: 'file:///other.md', line: 9 })?.range.start.line, 3);
    assert.equal(nextMention([], undefined), undefined);
  });
});
