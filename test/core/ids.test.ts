// Ids in documents: what looks like one, which is the document's own, who goes by which, where each is named.
import assert from 'node:assert/strict';
import { isIdKey, isReferenceKey } from '../../server/src/core/ids/idKeys.ts';
import { mentionsOf } from '../../server/src/core/ids/idMentions.ts';
import { idsOf } from '../../server/src/core/ids/idsOf.ts';
import { idsInProse, idsInValue } from '../../server/src/core/ids/idTokens.ts';
import { ownIdOf, statedIdsOf } from '../../server/src/core/ids/ownId.ts';
import { emptyIndex, updateIndex } from '../../server/src/core/index/libraryIndex.ts';
import { analyze } from '../support/analysis.ts';

const idsOfText = (tokens: readonly { readonly id: string }[]): readonly string[] => tokens.map(({ id }) => id);

describe('ids in the value of a field', () => {
  const cases: readonly (readonly [value: string, ids: readonly string[]])[] = [
    ['SCENARIO-ECOMMERCE-001', ['SCENARIO-ECOMMERCE-001']],
    ['`CASE-001`（草稿）', ['CASE-001']],
    ['CASE-001、CASE-002；CASE-003', ['CASE-001', 'CASE-002', 'CASE-003']],
    ['CASE-001/CASE-002', ['CASE-001', 'CASE-002']],
    ['[CASE-001](cases/CASE-001.md)', ['CASE-001']],
    ['03-03-18-16', ['03-03-18-16']],
    ['MINDMAP-MVCC-001-001', ['MINDMAP-MVCC-001-001']],
    ['SCENARIO-HA-INDEX', ['SCENARIO-HA-INDEX']],
    ['案例-007 ADR0012 case_9', ['案例-007', 'ADR0012', 'case_9']],
    ['SCENARIO-XXX-001、CASE-NNN、[领域]-001', []],
    ['2025-11-28、2024-2025、1-2、v1.0', []],
    ['PostgreSQL 17 & 18', []],
    ['', []],
  ];
  for (const [value, ids] of cases)
    it(value, () => {
      assert.deepEqual(idsOfText(idsInValue(value)), ids);
    });

  it('takes bare numbers where an id must stand', () => {
    assert.deepEqual(idsOfText(idsInValue('0042', true)), ['0042']);
    assert.deepEqual(idsOfText(idsInValue('4.2.1', true)), ['4.2.1']);
    assert.deepEqual(idsOfText(idsInValue('2025-11-28', true)), []);
  });

  it('says where each stands', () => {
    const value = '见 CASE-1/CASE-1，CASE-1';
    assert.deepEqual(
      idsInValue(value).map(({ start, end }) => value.slice(start, end)),
      ['CASE-1', 'CASE-1', 'CASE-1'],
    );
    assert.deepEqual(
      idsInValue(value).map(({ start }) => start),
      [2, 9, 16],
    );
  });
});

describe('ids in running text', () => {
  const cases: readonly (readonly [text: string, ids: readonly string[]])[] = [
    ['参见SCENARIO-LOG-001。', ['SCENARIO-LOG-001']],
    ['（CASE-001）、“CASE-002”', ['CASE-001', 'CASE-002']],
    ['在 cases/CASE-001.md 和 CASE-001.md 里', []],
    ['CASE-001-draft xCASE-001 CASE-001_old', []],
    ['2025-10-28 03-03-18-16', ['03-03-18-16']],
    ['MVCC-ACID-CAP', []],
  ];
  for (const [text, ids] of cases)
    it(text, () => {
      assert.deepEqual(idsOfText(idsInProse(text)), ids);
    });

  it('are found quickly on hostile lines', () => {
    const start = performance.now();
    for (const part of ['A-', '1-', 'A1', '-', '-1', 'A-1-']) {
      idsInProse(part.repeat(100_000 / part.length));
      idsInValue(part.repeat(100_000 / part.length));
    }
    assert.ok(performance.now() - start < 600, `${performance.now() - start} ms for 12 lines`);
  });
});

describe('keys', () => {
  for (const key of ['文档编号', '📋 文档编号', '编号', '案例ID', 'id', 'ID', 'Document ID', '资料编号'])
    it(`${key} names the document’s own id`, () => {
      assert.ok(isIdKey(key));
    });
  for (const key of ['章节编号', '任务编号', '相关文档编号', 'parent id', '版本', 'void'])
    it(`${key} does not`, () => {
      assert.ok(!isIdKey(key));
    });
  for (const key of ['相关案例', '前置文档', '关联文档', 'Related', 'depends on', 'prerequisite_docs'])
    it(`${key} names other documents`, () => {
      assert.ok(isReferenceKey(key));
    });
});

describe('the id of a document', () => {
  const cases: readonly (readonly [name: string, text: string, stated: readonly string[]])[] = [
    ['header', '# T\n\n> **文档编号**: CASE-001\n', ['CASE-001']],
    [
      'header and end',
      '# T\n\n> **文档编号**: CASE-001\n\n文。\n\n---\n\n**文档编号**: CASE-002\n',
      ['CASE-001', 'CASE-002'],
    ],
    ['front matter', '---\nid: TOPIC-07\ntitle: x\n---\n\n# T\n', ['TOPIC-07']],
    ['byte order mark', '\uFEFF# T\n\n> **文档编号**: `CASE-001`（草稿）\n', ['CASE-001']],
    ['chapter numbers beside it', '# T\n\n> **章节编号**: 03-01-02\n> **文档编号**: CASE-001\n', ['CASE-001']],
    ['the plainer key wins', '# T\n\n> **资料编号**: DATA-001\n> **文档编号**: CASE-001\n', ['CASE-001']],
    ['a placeholder', '# T\n\n> **文档编号**: CASE-XXX\n', []],
    ['none', '# T\n\n见 CASE-001。\n', []],
  ];
  for (const [name, text, stated] of cases) {
    it(name, () => {
      const { facts, model } = analyze(text);
      assert.deepEqual(idsOfText(statedIdsOf(facts)), stated);
      assert.equal(ownIdOf(facts)?.id, stated[0]);
      for (const { id, span } of statedIdsOf(facts)) assert.equal(model.source.slice(span), id);
    });
  }
});

describe('ids of a library', () => {
  const factsOf = (path: string, text: string) => analyze(text, {}, { path }).facts;
  const index = updateIndex(emptyIndex, {
    changed: [
      factsOf('b.md', '# B\n\n> **文档编号**: CASE-001\n> **相关案例**: CASE-002\n'),
      factsOf('a.md', '# A\n\n> **文档编号**: CASE-001\n'),
      factsOf(
        'c.md',
        '# C\n\n> **文档编号**: CASE-002\n\n[CASE-001](CASE-001) `CASE-001`\n\n```text\nCASE-001\n```\n\n```sql\nCASE-001\n```\n',
      ),
    ],
  });

  it('name their documents, sorted', () => {
    assert.deepEqual(Object.fromEntries(idsOf(index)), { 'CASE-001': ['a.md', 'b.md'], 'CASE-002': ['c.md'] });
    const moved = updateIndex(index, { changed: [factsOf('c.md', '\n# C\n\n> **文档编号**: CASE-002\n')] });
    assert.equal(idsOf(moved), idsOf(index), 'positions do not matter');
    const changed = updateIndex(index, { changed: [factsOf('c.md', '# C\n\n> **文档编号**: CASE-003\n')] });
    assert.deepEqual([...idsOf(changed).keys()].toSorted(), ['CASE-001', 'CASE-003']);
  });

  it('are named in metadata, links, text and data, not in addresses and code', () => {
    assert.deepEqual(
      mentionsOf(index, 'CASE-001').map(({ path }) => path),
      ['b.md', 'a.md', 'c.md', 'c.md', 'c.md'],
    );
    assert.deepEqual(
      mentionsOf(index, 'CASE-002').map(({ path }) => path),
      ['b.md', 'c.md'],
    );
  });
});
