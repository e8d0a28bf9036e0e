// Lines of the schedule: what stands where, which links are drawn, and how paper is filled.
import assert from 'node:assert/strict';
import { ganttLines, lastUnit, linksOf, pagesOf, type GanttLine } from '../../client/webview/board/ganttRows.ts';
import { placeLabels } from '../../client/webview/board/milestoneLabels.ts';
import { boardRow as row } from './sampleBoard.ts';

const nameOf = (line: GanttLine): string => (line.type === 'group' ? `# ${line.label}` : line.row.label);

describe('lines of the schedule', () => {
  const rows = [
    row('a', { group: 'one', from: 1, to: 2 }),
    row('b', { group: 'two', from: 3 }),
    row('never', { group: 'one' }),
    row('c', { group: 'one', from: 2, to: 4, dependsOn: ['a', 'never', 'c'], isCritical: true }),
    row('d', { group: 'two', from: 5, to: 3, dependsOn: ['b'] }),
  ];
  const lines = ganttLines(rows);

  it('stand under their groups in the order of the plan', () => {
    assert.deepEqual(lines.map(nameOf), ['# one', 'a', 'c', '# two', 'b', 'd']);
  });

  it('have no heads where no item has a group', () => {
    assert.deepEqual(ganttLines([row('a', { group: '', from: 1 })]).map(nameOf), ['a']);
  });

  it('keep the place of the row on the board', () => {
    assert.deepEqual(
      lines.flatMap((line) => (line.type === 'item' ? [line.index] : [])),
      [0, 3, 1, 4],
    );
  });

  it('never end before they begin', () => {
    assert.equal(lastUnit(lines, []), 5);
    assert.equal(lastUnit(lines, [{ at: 9 }, {}]), 9);
    assert.equal(lastUnit([], []), 1);
  });

  it('are linked to what they depend on, where that is drawn', () => {
    assert.deepEqual(linksOf(lines), [
      { from: 1, to: 2, isCritical: false, isConflict: true },
      { from: 4, to: 5, isCritical: false, isConflict: false },
    ]);
  });
});

describe('pages of the schedule', () => {
  const group = (label: string): GanttLine => ({ type: 'group', label });
  const lines = ganttLines([
    ...['a', 'b', 'c'].map((label) => row(label, { group: 'one', from: 1 })),
    ...['d', 'e'].map((label) => row(label, { group: 'two', from: 1 })),
  ]);

  it('repeat the head of a group that goes on, and never end with a head', () => {
    const pages = pagesOf(lines, 3).map((page) => page.map(nameOf));
    assert.deepEqual(pages, [
      ['# one', 'a', 'b'],
      ['# one', 'c'],
      ['# two', 'd', 'e'],
    ]);
  });

  it('are one where everything fits, and none of nothing', () => {
    assert.equal(pagesOf(lines, 50).length, 1);
    assert.deepEqual(pagesOf([], 50), []);
    assert.deepEqual(pagesOf([group('alone')], 50).length, 1);
  });
});

describe('names of milestones', () => {
  it('take further lines where they would cover each other', () => {
    const labels = placeLabels(
      [
        { label: '基础完善完成', at: 2 },
        { label: '发布', at: 3 },
        { label: '总结', at: 20 },
      ],
      20,
      24,
    );
    assert.deepEqual(
      labels.map(({ level }) => level),
      [0, 1, 0],
    );
  });

  it('stand to the left of the last one, and not at all without a time', () => {
    const [label] = placeLabels([{ label: '没有时间' }, { label: '全部完成', at: 12 }], 30, 12);
    assert.equal(label?.isLeft, true);
    assert.equal(label.index, 1);
  });
});
