// The list of reviews: who is waited for, what needs a look, every document by its state.
import assert from 'node:assert/strict';
import { reviewsNodes, waitingFor } from '../../client/src/review/reviewsNodes.ts';
import type { ReviewRow, ReviewsResult } from '../../server/src/lsp/protocol.ts';

function row(title: string, more: Partial<ReviewRow> = {}): ReviewRow {
  const path = `cases/${title}.md`;
  const none = { isOverdue: false, waitingFor: [], openComments: 0, changed: 0, suspect: 0 };
  return { uri: `file:///${path}`, path, title, kind: 'case', state: 'in-review', label: '审查中', ...none, ...more };
}

const result: ReviewsResult = {
  documents: [
    row('orders', { waitingFor: ['Mei ', 'Lin'], isOverdue: true }),
    row('stock', { waitingFor: ['Lin'], openComments: 2 }),
    row('base', { state: 'approved', label: '已通过', changed: 3 }),
    row('users', { state: 'published', label: '已发布', suspect: 1 }),
  ],
  states: [
    { state: 'draft', label: '草稿', count: 0 },
    { state: 'in-review', label: '审查中', count: 2 },
    { state: 'approved', label: '已通过', count: 1 },
    { state: 'published', label: '已发布', count: 1 },
  ],
};

const shown = (filter = '', me?: string): Record<string, readonly string[]> =>
  Object.fromEntries(
    reviewsNodes(result, { filter, ...(me !== undefined && { me }) }).map(({ id, children }) => [
      id,
      children.map((child) => child.row.title),
    ]),
  );

describe('the list of reviews', () => {
  it('puts what needs somebody first, then states that have documents', () => {
    assert.deepEqual(shown('', 'mei'), {
      mine: ['orders'],
      others: ['stock'],
      overdue: ['orders'],
      comments: ['stock'],
      changed: ['base'],
      suspect: ['users'],
      'state in-review': ['orders', 'stock'],
      'state approved': ['base'],
      'state published': ['users'],
    });
  });

  it('knows nobody where nobody said who works here', () => {
    assert.equal(shown()['mine'], undefined);
    assert.deepEqual(shown()['others'], ['orders', 'stock']);
    assert.equal(waitingFor(result, undefined), 0);
    assert.equal(waitingFor(result, 'Lin'), 2);
  });

  it('keeps documents that hold every word of the filter', () => {
    assert.deepEqual(shown('Lin 审查中 STOCK'), {
      others: ['stock'],
      comments: ['stock'],
      'state in-review': ['stock'],
    });
    assert.deepEqual(shown('nothing'), {});
  });

  it('has one id for each row', () => {
    const groups = reviewsNodes(result, { filter: '', me: 'Lin' });
    const ids = groups.flatMap(({ id, children }) => [id, ...children.map((child) => child.id)]);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(reviewsNodes(undefined, { filter: '' }), []);
  });
});
