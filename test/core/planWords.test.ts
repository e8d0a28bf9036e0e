// Words of plans in their normal forms: states, efforts, priorities, sizes, weeks.
import assert from 'node:assert/strict';
import { effortsIn } from '../../server/src/core/roadmap/words/effort.ts';
import { prioritiesIn, priorityOfCell } from '../../server/src/core/roadmap/words/priority.ts';
import { sizeIn } from '../../server/src/core/roadmap/words/size.ts';
import { leadingMark, statusOf } from '../../server/src/core/roadmap/words/status.ts';
import { timeRangeIn } from '../../server/src/core/roadmap/words/timeRange.ts';

describe('words of plans', () => {
  const statuses: readonly (readonly [text: string, status: string | undefined])[] = [
    ['✅ 已完成', 'done'],
    ['✅', 'done'],
    ['⏳ 待开始', 'pending'],
    ['⏳ 进行中', 'in-progress'],
    ['🔄 进行中', 'in-progress'],
    ['⏸️ 暂缓', 'paused'],
    ['📋 规划中', 'planned'],
    ['❌ 缺失', 'missing'],
    ['⚠️ 部分完成', 'partial'],
    ['✅ 全部计划任务已完成', 'done'],
    ['All tasks done', 'done'],
    ['✅ 计划完成，准备实施', 'planned'],
    ['未完成', 'partial'],
    ['0% 完成', 'pending'],
    ['100%', 'done'],
    ['40%', 'in-progress'],
    ['In review', 'review'],
    ['Not started', 'pending'],
    ['Cancelled', 'cancelled'],
    ['对账指南', undefined],
    ['', undefined],
  ];
  for (const [text, status] of statuses) {
    it(`“${text}” is ${status ?? 'no status'}`, () => {
      assert.equal(statusOf(text)?.value, status);
    });
  }

  it('a mark at the head is a status, another emoji is none', () => {
    assert.deepEqual(leadingMark('⏸️ 暂缓'), { mark: '⏸️', status: 'paused', length: 2 });
    assert.equal(leadingMark('🎯 目标'), undefined);
  });

  const efforts: readonly (readonly [text: string, found: readonly string[]])[] = [
    ['预计 2周', ['2-2 week']],
    ['（3-4 天）', ['3-4 day']],
    ['约 5.5-6.5 小时', ['5.5-6.5 hour']],
    ['10个工作日', ['10-10 day']],
    ['1-2 weeks, then 3 days', ['1-2 week', '3-3 day']],
    ['2-3 周（约 1 个月）', ['2-3 week', '1-1 month']],
    ['2025年10月8日', []],
    ['10月8日', []],
    ['第3周', []],
    ['Week 3', []],
    ['3 dozen', []],
  ];
  for (const [text, found] of efforts) {
    it(`efforts of “${text}”`, () => {
      assert.deepEqual(
        effortsIn(text).map(({ value }) => `${value.min}-${value.max} ${value.unit}`),
        found,
      );
    });
  }

  it('priorities are codes; ids that begin with one are not', () => {
    assert.deepEqual(
      prioritiesIn('P0（最高） and P2').map(({ value }) => value),
      ['P0', 'P2'],
    );
    assert.deepEqual(prioritiesIn('P0-1.3 P4.3 HTTP2 MP3'), []);
    assert.equal(priorityOfCell('高')?.value, 'P0');
    assert.equal(priorityOfCell('高级并发模式的实现与性能优化指南'), undefined);
  });

  const sizes: readonly (readonly [text: string, found: string | undefined])[] = [
    ['~800 行', '~800-800 line'],
    ['预计 4,500 行', '4500-4500 line'],
    ['8,300+ 行', '8300- line'],
    ['5,000-8,000字', '5000-8000 character'],
    ['3页', '3-3 page'],
    ['1,200 lines', '1200-1200 line'],
    ['进行', undefined],
  ];
  for (const [text, found] of sizes) {
    it(`size of “${text}”`, () => {
      const value = sizeIn(text)?.value;
      assert.equal(
        value && `${value.isApproximate === true ? '~' : ''}${value.min}-${value.max ?? ''} ${value.unit}`,
        found,
      );
    });
  }

  const ranges: readonly (readonly [text: string, found: string | undefined])[] = [
    ['Week 1-2: 物流', 'week 1-2'],
    ['Week 11:', 'week 11-11'],
    ['第3-4周', 'week 3-4'],
    ['Day 2 (P1)', 'day 2-2'],
    ['W5', 'week 5-5'],
    ['Q3', 'quarter 3-3'],
    ['weekly', undefined],
  ];
  for (const [text, found] of ranges) {
    it(`time range of “${text}”`, () => {
      const value = timeRangeIn(text)?.value;
      assert.equal(value && `${value.unit} ${value.from}-${value.to}`, found);
    });
  }
});
