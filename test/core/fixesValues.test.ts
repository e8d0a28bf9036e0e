// Metadata values made right: what was probably meant, dates in their normal form, first values of new fields.
import assert from 'node:assert/strict';
import { valueFor } from '../../server/src/core/fixes/metadataEdits.ts';
import { nearestValue, normalDate } from '../../server/src/core/fixes/valueEdits.ts';
import type { FieldSpec } from '../../server/src/core/template/template.ts';

const dates: readonly (readonly [string, string | undefined])[] = [
  ['2025/1/5', '2025-01-05'],
  ['2025.12.31', '2025-12-31'],
  ['20250105', '2025-01-05'],
  ['2025年1月5日', '2025-01-05'],
  ['2025年1月5号', '2025-01-05'],
  ['Jan 31, 2025', '2025-01-31'],
  ['31 January 2025', '2025-01-31'],
  ['2025/13/5', undefined],
  ['2025/1/32', undefined],
  ['31/1/2025', undefined],
  ['去年冬天', undefined],
  ['', undefined],
];

const statuses = ['草稿', '进行中', '已完成', '已完成待发布'];
const meant: readonly (readonly [string, string | undefined])[] = [
  ['进行种', '进行中'],
  ['✅ 已完成', '已完成'],
  ['已完成待发布（周五）', '已完成待发布'],
  ['天知道', undefined],
  ['字'.repeat(500), undefined],
];

const field: FieldSpec = {
  id: '状态',
  key: '状态',
  aliases: [],
  required: true,
  place: 'header',
  origin: { path: 'template.md', line: 0 },
};

describe('metadata values', () => {
  for (const [found, expected] of dates) {
    it(`${found === '' ? 'nothing' : found} as a date is ${expected ?? 'none'}`, () => {
      assert.equal(normalDate(found), expected);
    });
  }

  for (const [found, expected] of meant) {
    it(`${found.slice(0, 20)} means ${expected ?? 'none of the values'}`, () => {
      assert.equal(nearestValue(found, statuses), expected);
    });
  }

  it('begin with one that claims nothing', () => {
    const values = ['已完成', '进行中'].map((value) => ({ value }));
    assert.equal(valueFor({ ...field, values }, 'zh'), '进行中');
    assert.equal(valueFor({ ...field, values: [{ value: '甲' }, { value: '乙' }] }, 'zh'), '甲');
    assert.equal(valueFor({ ...field, placeholder: '[姓名]' }, 'zh'), '[姓名]');
    assert.equal(valueFor({ ...field, format: 'date' }, 'zh'), 'YYYY-MM-DD');
    assert.equal(valueFor(field, 'en'), 'TODO');
  });
});
