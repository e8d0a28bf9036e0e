// Ids of documents: read from beginnings, proposed in id fields, offered where other documents are named.
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/applyEdits.ts';
import { documentIds } from '../../server/src/features/usedIds.ts';
import { open, uri, type OpenOptions } from '../support/openEngine.ts';

const header = (id: string, more = ''): string => `# 标题 ${id}\n\n> **文档编号**: ${id}\n${more}`;
const configured = (id: string | undefined): string =>
  JSON.stringify({
    kinds: {
      case: { files: ['cases/**'], template: 'templates/case.md', ...(id !== undefined && { id }) },
      template: { files: ['templates/**'] },
    },
  });

function complete(marked: string, options: OpenOptions = {}) {
  const opened = open(marked, options);
  const items = opened.ask('completion', { uri, position: opened.cursors[0] ?? { line: 0, character: 0 } });
  const ids = items.filter(({ kind }) => kind === 'id').toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1));
  const take = (label: string): string => {
    const item = ids.find((candidate) => candidate.label === label);
    assert.ok(item, `${label} is offered among ${ids.map((candidate) => candidate.label).join(', ')}`);
    return applyEdits(opened.text, [{ span: opened.source.spanOf(item.range), newText: item.insertText }]);
  };
  return { ids, labels: ids.map(({ label }) => label), take };
}

describe('ids in the beginning of a document', () => {
  const cases: readonly (readonly [text: string, own: string | undefined, ids: readonly string[]])[] = [
    [
      '# T\n\n> **文档编号**: CASE-001\n> **相关案例**: CASE-002, CASE-003\n',
      'CASE-001',
      ['CASE-001', 'CASE-002', 'CASE-003'],
    ],
    ['\uFEFF# T\r\n\r\n**📋 文档编号：** SCENARIO-OLTP-010  \r\n', 'SCENARIO-OLTP-010', ['SCENARIO-OLTP-010']],
    ['---\nid: TOPIC-07\ntitle: x\n---\n\n# T\n', 'TOPIC-07', ['TOPIC-07']],
    ['# T\n\n| 字段 | 值 |\n|---|---|\n| 案例ID | CASE-5 |\n', 'CASE-5', ['CASE-5']],
    ['# T\n\n编码为 UTF-8，摘要用 SHA-256。\n', undefined, ['UTF-8', 'SHA-256']],
    ['', undefined, []],
  ];
  for (const [text, own, ids] of cases) {
    it(JSON.stringify(text.slice(0, 40)), () => {
      const found = documentIds({ path: 'a.md', text });
      assert.deepEqual([found.own, found.ids], [own, ids]);
    });
  }

  it('is quick on a hostile line', () => {
    const start = performance.now();
    documentIds({ path: 'a.md', text: `> ${'A-'.repeat(2000)}` });
    documentIds({ path: 'a.md', text: '| '.repeat(2000) });
    assert.ok(performance.now() - start < 100);
  });
});

describe('completion of the document’s own id', () => {
  const beginnings = { 'cases/a.md': header('CASE-001'), 'cases/b.md': header('CASE-007') };

  it('proposes the next free one of the configured form, and says why', () => {
    const { ids, take } = complete('# 案例\n\n> **文档编号**: <|>\n> **状态**: 草稿\n', { beginnings });
    assert.deepEqual(
      ids.map(({ label, detail }) => [label, detail]),
      [['CASE-008', '下一个可用编号']],
    );
    assert.equal(ids[0]?.documentation, '已用到“CASE\\-007”  \n按配置的编号格式“CASE\\-\\{NNN\\}”');
    assert.equal(take('CASE-008'), '# 案例\n\n> **文档编号**: CASE-008\n> **状态**: 草稿\n');
  });

  it('replaces what stands there, and counts the document’s own value as free', () => {
    const { labels, take } = complete('# 案例\n\n> **文档编号**: CASE-0<|>99\n', { beginnings });
    assert.deepEqual(labels, ['CASE-008']);
    assert.equal(take('CASE-008'), '# 案例\n\n> **文档编号**: CASE-008\n');
  });

  it('puts a blank after a bare colon', () => {
    const { take } = complete('# 案例\n\n> **文档编号**:<|>\n', { beginnings });
    assert.equal(take('CASE-008'), '# 案例\n\n> **文档编号**: CASE-008\n');
  });

  it('begins a series at one, and takes no example of the template for an id in use', () => {
    const { ids } = complete('# 案例\n\n> **文档编号**: <|>\n', {
      beginnings: { 'templates/case.md': header('CASE-001') },
    });
    assert.deepEqual(
      ids.map(({ label }) => label),
      ['CASE-001'],
    );
    assert.match(ids[0]?.documentation ?? '', /尚无编号在用/);
  });

  it('counts on in the domain of the folder, other domains after it', () => {
    const { labels } = complete('# 案例\n\n> **文档编号**: <|>\n', {
      configuration: configured('SCENARIO-{DOMAIN}-{NNN}'),
      path: 'cases/iot/doc.md',
      beginnings: {
        'cases/bank/a.md': header('SCENARIO-BANK-003'),
        'cases/bank/b.md': header('SCENARIO-BANK-004'),
        'cases/iot/c.md': header('SCENARIO-IOT-011'),
        'topics/d.md': header('TOPIC-020'),
      },
    });
    assert.deepEqual(labels, ['SCENARIO-IOT-012', 'SCENARIO-BANK-005', 'SCENARIO-XXX-001']);
  });

  it('opens a new domain that was typed, and only where the form allows it', () => {
    const options = {
      configuration: configured('SCENARIO-{DOMAIN}-{NNN}'),
      beginnings: { 'cases/a.md': header('SCENARIO-BANK-003') },
    };
    const typed = complete('# 案例\n\n> **文档编号**: SCENARIO-IOT-<|>\n', options);
    assert.deepEqual(typed.labels, ['SCENARIO-IOT-001', 'SCENARIO-BANK-004', 'SCENARIO-XXX-001']);
    assert.match(typed.ids[0]?.documentation ?? '', /沿用此处所写/);
    assert.equal(complete('# 案例\n\n> **文档编号**: SCENARIO-IOT-007<|>\n', options).labels[0], 'SCENARIO-IOT-001');
    assert.equal(complete('# 案例\n\n> **文档编号**: SCENARIO-BANK-00<|>\n', options).labels[0], 'SCENARIO-BANK-004');
    assert.deepEqual(complete('# 案例\n\n> **文档编号**: OTHER-<|>\n', options).labels, [
      'SCENARIO-BANK-004',
      'SCENARIO-XXX-001',
    ]);
  });

  it('goes by the folder without a configured form, then by the template, and by no id of another kind', () => {
    const configuration = configured(undefined);
    const folder = complete('# 案例\n\n> **文档编号**: <|>\n', {
      configuration,
      beginnings: { 'cases/a.md': header('PG-LOCK-03') },
    });
    assert.deepEqual(folder.labels, ['PG-LOCK-04', 'CASE-001']);
    assert.match(folder.ids[0]?.documentation ?? '', /按文件夹“cases”/);
    const other = complete('# 案例\n\n> **文档编号**: <|>\n', {
      configuration,
      beginnings: { 'topics/a.md': header('TOPIC-03') },
    });
    assert.deepEqual(other.labels, ['CASE-001']);
    assert.match(other.ids[0]?.documentation ?? '', /按模板/);
  });

  it('says so in English', () => {
    const { ids } = complete('# Case\n\n> **文档编号**: <|>\n', { beginnings, locale: 'en' });
    assert.equal(ids[0]?.detail, 'Next free id');
    assert.match(ids[0].documentation ?? '', /^In use up to .*\n.*As the configured form/);
  });

  it('offers no id in prose after a known beginning', () => {
    assert.deepEqual(complete('# 案例\n\n## 概述\n\n参见 CASE-<|>\n', { beginnings }).labels, []);
  });
});

describe('completion of other documents’ ids', () => {
  const beginnings = {
    'cases/b.md': header('CASE-007'),
    'other/a.md': header('CASE-001'),
    'cases/none.md': '# 没有编号\n',
  };

  for (const key of ['相关案例', '前置文档', '关联文档', 'related', 'Prerequisites', 'Depends on']) {
    it(`offers them in ${key}, those of the folder first`, () => {
      const { ids, labels } = complete(`# 案例\n\n> **文档编号**: CASE-008\n> **${key}**: <|>\n`, { beginnings });
      assert.deepEqual(labels, ['CASE-007', 'CASE-001']);
      assert.equal(ids[0]?.detail, '标题 CASE-007');
    });
  }

  it('replaces the word at the cursor in a list of several', () => {
    const { take } = complete('# 案例\n\n> **文档编号**: CASE-008\n> **相关案例**: CASE-001、CASE-<|>\n', {
      beginnings,
    });
    assert.match(take('CASE-007'), /\*\*相关案例\*\*: CASE-001、CASE-007\n/);
  });
});

describe('completion by the schemes of the library', () => {
  const configuration = (ids: object, id?: string): string =>
    JSON.stringify({
      kinds: { case: { files: ['cases/**'], template: 'templates/case.md', ...(id !== undefined && { id }) } },
      ids,
    });
  const schemes = [{ pattern: 'SCENARIO-{CATEGORY}-{NNN}', folders: ['cases'], range: [1, 3] }];
  const offered = (ids: object, beginnings: Readonly<Record<string, string>>, typed = ''): readonly string[] =>
    complete(`# 案例\n\n> **文档编号**: ${typed}<|>\n`, { configuration: configuration(ids), beginnings }).labels;

  it('offers the families in use in the form of the folder, then a new one', () => {
    const { labels, ids } = complete('# 案例\n\n> **文档编号**: <|>\n', {
      configuration: configuration({ schemes }),
      beginnings: {
        'cases/a.md': header('SCENARIO-BANK-001'),
        'x/b.md': header('SCENARIO-IOT-001'),
        'x/c.md': header('CASE-01'),
      },
    });
    assert.deepEqual(labels, ['SCENARIO-BANK-002', 'SCENARIO-IOT-002', 'SCENARIO-XXX-001']);
    assert.match(ids[0]?.documentation ?? '', /按编号格式“SCENARIO/);
  });

  it('never gives an id again that was withdrawn, allotted or named', () => {
    const beginnings = { 'cases/a.md': header('SCENARIO-BANK-001') };
    assert.deepEqual(offered({ schemes, retired: ['SCENARIO-BANK-002'] }, beginnings)[0], 'SCENARIO-BANK-003');
    const named = { ...beginnings, 'cases/b.md': header('SCENARIO-IOT-001', '> **相关案例**: SCENARIO-BANK-002\n') };
    assert.deepEqual(offered({ schemes }, named)[0], 'SCENARIO-BANK-003');
  });

  it('stays inside the range: gaps at the end, nothing when it is used up', () => {
    const used = (...numbers: readonly string[]) =>
      Object.fromEntries(numbers.map((number) => [`cases/${number}.md`, header(`SCENARIO-BANK-${number}`)]));
    assert.deepEqual(offered({ schemes }, used('001', '003')), ['SCENARIO-BANK-002', 'SCENARIO-XXX-001']);
    assert.deepEqual(offered({ schemes }, used('001', '002', '003')), ['SCENARIO-XXX-001']);
  });

  it('opens a new family that was typed, where a scheme allows it', () => {
    const beginnings = { 'cases/a.md': header('SCENARIO-BANK-001') };
    assert.deepEqual(offered({ schemes }, beginnings, 'SCENARIO-IOT-')[0], 'SCENARIO-IOT-001');
    assert.ok(!offered({ schemes }, beginnings, 'NOTE-').some((id) => id.startsWith('NOTE')));
  });

  it('keeps to the form that the kind has for new documents', () => {
    const { labels } = complete('# 案例\n\n> **文档编号**: <|>\n', {
      configuration: configuration({ schemes, retired: ['CASE-004'] }, 'CASE-{NNN}'),
      beginnings: { 'cases/a.md': header('CASE-003') },
    });
    assert.deepEqual(labels, ['CASE-005']);
  });
});
