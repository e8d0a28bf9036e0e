// Forms of versions and dates, keys, entries, changes between two states, coverage of subjects: one table each.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bumpKeys, maintenanceKeys } from '../../server/src/core/library/narrowMaintenance.ts';
import { narrowConfiguration } from '../../server/src/core/library/narrowConfiguration.ts';
import { readEntry } from '../../server/src/core/versions/changeEntry.ts';
import { isChangelogName } from '../../server/src/core/versions/changelog.ts';
import { contentChange, type SectionState } from '../../server/src/core/versions/contentChange.ts';
import { daysBetween, lastDayOf, readDate, writeDate } from '../../server/src/core/versions/dateForm.ts';
import { coverageOf } from '../../server/src/core/versions/subjectCoverage.ts';
import { compareVersions, inFormOf, levelBetween, raised, readVersion, writeVersion, type BumpLevel } from '../../server/src/core/versions/versionForm.ts'; // prettier-ignore

describe('versions of documents', () => {
  const forms: readonly (readonly [
    value: string,
    written: string | undefined,
    major?: string,
    minor?: string,
    patch?: string,
  ])[] = [
    ['v1.0', 'v1.0', 'v2.0', 'v1.1', 'v1.1'],
    ['1.0.0', '1.0.0', '2.0.0', '1.1.0', '1.0.1'],
    ['V2', 'V2', 'V3', 'V3', 'V3'],
    ['DEEP-V2', 'DEEP-V2', 'DEEP-V3', 'DEEP-V3', 'DEEP-V3'],
    ['2.0 (2025-10-26)', '2.0', '3.0', '2.1', '2.1'],
    ['1.1.0 (版本修正版)', '1.1.0', '2.0.0', '1.2.0', '1.1.1'],
    ['v2.0（最终版）', 'v2.0', 'v3.0', 'v2.1', 'v2.1'],
    ['2.0 Final', '2.0', '3.0', '2.1', '2.1'],
    ['`v1.9`', 'v1.9', 'v2.0', 'v1.10', 'v1.10'],
    ['v0.5.0-rc1', 'v0.5.0-rc1', 'v0.5.0', 'v0.5.0', 'v0.5.0'],
    ['v2025.4.0', 'v2025.4.0', 'v2025.5.0', 'v2025.5.0', 'v2025.4.1'],
    ['DEEP-V2 | 字数: ~8500字', 'DEEP-V2'],
    ['版本 3', '版本 3', '版本 4', '版本 4', '版本 4'],
    ['PostgreSQL 17 & 18', undefined],
    ['17 & 18', undefined],
    ['18', undefined],
    ['18.x', undefined],
    ['Rust 1.90+', undefined],
    ['1.90+', undefined],
    ['OTLP 1.3.0 & Rust 1.90', undefined],
    ['Documentation System 2.0', undefined],
    ['2025-10-28', undefined],
    ['2025年10月', undefined],
    ['Final', undefined],
    ['{{VERSION}}', undefined],
    ['', undefined],
  ];
  for (const [value, written, ...next] of forms) {
    it(`reads “${value}” as ${written ?? 'none'}`, () => {
      const form = readVersion(value);
      assert.equal(form && writeVersion(form), written);
      if (form === undefined || next.length === 0) return;
      assert.equal(value.slice(form.start, form.end), written);
      const levels: readonly BumpLevel[] = ['major', 'minor', 'patch'];
      assert.deepEqual(levels.map((level) => writeVersion(raised(form, level))), next); // prettier-ignore
    });
  }

  it('begins a calendar version anew with the year', () => {
    const form = readVersion('v2025.4.2');
    assert.equal(form && writeVersion(raised(form, 'minor', 2026)), 'v2026.1.0');
  });

  const pairs: readonly (readonly [string, string, number, string?])[] = [
    ['v1.0', '1.0.0', 0],
    ['1.2', '1.10', -1],
    ['2.0.0-rc1', '2.0', -1],
    ['1.0-beta2', '1.0-beta10', -1],
    ['V2', 'v1.9', 1],
  ];
  for (const [one, other, sign] of pairs) {
    it(`compares ${one} with ${other}`, () => {
      const [first, second] = [readVersion(one), readVersion(other)];
      assert.ok(first && second);
      assert.equal(Math.sign(compareVersions(first, second)), sign);
    });
  }

  it('writes a version as another place writes its own', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['v1.2', '1.0.0', '1.2.0'],
      ['1.2.0', 'v1.0', 'v1.2'],
      ['1.2.3', 'v1.0', 'v1.2.3'],
    ];
    for (const [version, like, written] of cases) {
      const [form, pattern] = [readVersion(version), readVersion(like)];
      assert.ok(form && pattern);
      assert.equal(writeVersion(inFormOf(form, pattern)), written);
    }
    const [older, newer] = [readVersion('v1.2'), readVersion('1.3.0')];
    assert.ok(older && newer);
    assert.deepEqual([levelBetween(older, newer), levelBetween(newer, older)], ['minor', undefined]);
  });
});

describe('dates of documents', () => {
  const forms: readonly (readonly [value: string, day: string | undefined, written?: string])[] = [
    ['2025-10-28', '2025-10-28', '2026-01-05'],
    ['2025-1-5', '2025-01-05', '2026-1-5'],
    ['2025/1/5', '2025-01-05', '2026/1/5'],
    ['2025.10.28', '2025-10-28', '2026.01.05'],
    ['2025-10', '2025-10', '2026-01'],
    ['2025年10月28日', '2025-10-28', '2026年1月5日'],
    ['2025年01月05日', '2025-01-05', '2026年01月05日'],
    ['2025 年 1 月 27 日', '2025-01-27', '2026 年 1 月 5 日'],
    ['2025年1月', '2025-01', '2026年1月'],
    ['2024年', '2024', '2026年'],
    ['2025-10-28 14:00', '2025-10-28', '2026-01-05'],
    ['2025-10-28T10:00:00Z', '2025-10-28', '2026-01-05'],
    ['October 26, 2025', '2025-10-26', 'January 5, 2026'],
    ['Oct 26, 2025', '2025-10-26', 'Jan 5, 2026'],
    ['26 October 2025', '2025-10-26', '5 January 2026'],
    ['October 2025', '2025-10', 'January 2026'],
    ['20251028', '2025-10-28', '20260105'],
    ['📅 2025-10-28（复核）', '2025-10-28', '2026-01-05'],
    ['2025-01-XX', undefined],
    ['2025-02-30', undefined],
    ['2024-02-29', '2024-02-29', '2026-01-05'],
    ['{{DATE}}', undefined],
    ['[日期]', undefined],
    ['每季度更新', undefined],
    ['31/1/2025', undefined],
  ];
  for (const [value, day, written] of forms) {
    it(`reads “${value}” as ${day ?? 'none'}`, () => {
      const form = readDate(value);
      assert.equal(form?.day, day);
      if (form !== undefined) assert.equal(writeDate('2026-01-05', form), written);
    });
  }

  it('knows the last day that a date may mean', () => {
    const last = (value: string): string | undefined => {
      const form = readDate(value);
      return form && lastDayOf(form);
    };
    assert.deepEqual(['2024年2月', '2025年', '2025-11', '2025-11-03'].map(last), [
      '2024-02-29',
      '2025-12-31',
      '2025-11-30',
      '2025-11-03',
    ]);
    assert.equal(daysBetween('2025-12-31', '2026-01-02'), 2);
  });

  it('reads long hostile values in time', () => {
    const started = performance.now();
    for (const value of [
      '2025-'.repeat(20_000),
      '9'.repeat(100_000),
      ' '.repeat(100_000),
      'October '.repeat(12_000),
      'v1.'.repeat(33_000),
    ]) {
      readDate(value);
      readVersion(value);
      readEntry(value);
      isChangelogName(value);
    }
    assert.ok(performance.now() - started < 100);
  });
});

describe('entries of changelogs', () => {
  const entries: readonly (readonly [words: string, version: string | undefined, day: string | undefined])[] = [
    ['v2.0 (2025-10-26)', 'v2.0', '2025-10-26'],
    ['[0.5.0-rc1] - 2025-10-23', '0.5.0-rc1', '2025-10-23'],
    ['v0.2.2 (当前版本) - 2025-10-01', 'v0.2.2', '2025-10-01'],
    ['- **v1.0.0** (2025-10-20): 初始版本，错误处理类别', 'v1.0.0', '2025-10-20'],
    ['**2025-10-24**:', undefined, '2025-10-24'],
    ['2025-10-08 - 第八轮推进', undefined, '2025-10-08'],
    ['2.0 (之前版本)', '2.0', undefined],
    ['1.0 (October 3, 2025)', '1.0', '2025-10-03'],
    ['Batch 1 (2025-10-27上午)', undefined, undefined],
    ['持续更新中...', undefined, undefined],
  ];
  for (const [words, version, day] of entries) {
    it(`reads “${words}”`, () => {
      const entry = readEntry(words);
      assert.deepEqual([entry?.version && writeVersion(entry.version), entry?.date?.day], [version, day]);
      if (entry?.versionSpan) assert.equal(words.slice(entry.versionSpan.start, entry.versionSpan.end), version);
    });
  }

  it('knows names of changelogs from those of chapters about changes', () => {
    const yes = ['变更历史', '更新日志', '版本历史', '规范版本历史', '附录: 更新历史', '版本更新记录', '修订记录', 'Changelog', 'Revision history', 'Change Log']; // prettier-ignore
    const no = [
      '变更管理',
      '破坏性变更',
      '类型变更规则',
      '变更捕获',
      '版本',
      '更新',
      'history',
      '修改配置记录日志的方法',
      '更新日志表的结构',
    ];
    assert.deepEqual([yes.filter((name) => !isChangelogName(name)), no.filter(isChangelogName)], [[], []]);
  });
});

describe('changes between two states', () => {
  const state = (text: string): readonly SectionState[] =>
    text.split(' ').map((part) => {
      const [key = '', print = ''] = part.split(':');
      return { key, name: key, print, level: 2 };
    });
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['nothing', 'a:1 b:2', 'a:1 b:2', '|||'],
    ['words', 'a:1 b:2', 'a:1 b:3', '|||b'],
    ['one more', 'a:1 b:2', 'a:1 c:9 b:2', 'c|||'],
    ['one less', 'a:1 b:2', 'a:1', '|b||'],
    ['another name', 'a:1 b:2', 'a:1 c:2', '||c|'],
    ['another order', 'a:1 b:2', 'b:2 a:1', '|||'],
    ['equal names', 'a:1 a:2', 'a:2 a:1 a:3', 'a|||'],
  ];
  for (const [name, before, after, expected] of cases) {
    it(name, () => {
      const { added, removed, renamed, changed } = contentChange(state(before), state(after));
      assert.equal(
        [added, removed, renamed, changed].map((list) => list.map(({ key }) => key).join()).join('|'),
        expected,
      );
    });
  }
});

describe('coverage of subjects', () => {
  const cases: readonly (readonly [key: string, value: string, current: string, isCurrent: boolean | undefined])[] = [
    ['版本', 'PostgreSQL 17 & 18', '18', true],
    ['版本', 'PostgreSQL 16 & 17', '18', false],
    ['版本覆盖', 'PostgreSQL 12-18', '18', true],
    ['版本覆盖', 'PostgreSQL 12 至 17', '18', false],
    ['PostgreSQL版本', '18.x', '18', true],
    ['PostgreSQL版本', '17+', '18', true],
    ['版本', 'PostgreSQL 17 及以上', '18', true],
    ['版本', 'PostgreSQL 18.1', '18', true],
    ['版本', 'v1.0', '18', undefined],
    ['版本', 'Redis 7', '18', undefined],
  ];
  for (const [key, value, current, isCurrent] of cases) {
    it(`${key}: ${value}`, () => {
      const field = { key, normalKey: key.toLowerCase(), value, valueSpan: { start: 0, end: value.length } };
      assert.equal(coverageOf([field], 'PostgreSQL', current)?.isCurrent, isCurrent);
    });
  }
});

describe('the key maintenance of the configuration', () => {
  it('is read, and keeps its defaults where a value is wrong', () => {
    const text = '{"kinds": {"case": {"files": ["**"]}}, "maintenance": {"behindDays": 3, "staleAfter": {"case": 365, "cases": 1, "*": 90}, "subjects": {"Rust": "1.90", "Go": "neu"}, "bump": {"text": "minor", "added": "huge"}, "versionForm": "v1.0", "x": 1}}'; // prettier-ignore
    const { configuration, findings } = narrowConfiguration(text);
    const { maintenance } = configuration;
    assert.deepEqual(maintenance?.staleAfter, [
      { kind: 'case', days: 365 },
      { kind: '*', days: 90 },
    ]);
    assert.deepEqual(maintenance.subjects.map(({ name, version }) => [name, version]), [['Rust', '1.90']]); // prettier-ignore
    assert.deepEqual(maintenance.bump, { removed: 'major', added: 'minor', text: 'minor' });
    assert.deepEqual(
      [maintenance.behindDays, maintenance.versionForm && writeVersion(maintenance.versionForm)],
      [3, 'v1.0'],
    );
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['config-unknown-key', 'config-value-invalid', 'config-value-invalid', 'config-unknown-key'],
    );
  });

  it('is described by the schema of the configuration', () => {
    const text = readFileSync(join(import.meta.dirname, '../../schemas/config.schema.json'), 'utf8');
    const { properties } = JSON.parse(text) as {
      properties: Record<string, { properties: Record<string, { properties?: object }> }>;
    };
    const described = properties['maintenance']?.properties ?? {};
    assert.deepEqual(Object.keys(described).toSorted(), maintenanceKeys.toSorted());
    assert.deepEqual(Object.keys(described['bump']?.properties ?? {}).toSorted(), bumpKeys.toSorted());
  });
});
