// Constraints: how the configuration is narrowed, what can never match, and what many documents cost.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { idleConstraints } from '../../server/src/core/constraints/idleConstraints.ts';
import { evaluationOf } from '../../server/src/core/constraints/evaluation.ts';
import { recordMembers } from '../../server/src/core/constraints/constraintSchema.ts';
import { recordOfNode } from '../../server/src/core/constraints/constraintNode.ts';
import { readFacts } from '../../server/src/core/facts/readFacts.ts';
import type { DocumentFacts } from '../../server/src/core/facts/documentFacts.ts';
import { emptyIndex, updateIndex } from '../../server/src/core/index/libraryIndex.ts';
import { narrowConfiguration } from '../../server/src/core/library/narrowConfiguration.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { interpret } from '../../server/src/core/schema/interpret.ts';

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../schemas/config.schema.json'), 'utf8'),
) as object;

const narrow = (constraints: string) => narrowConfiguration(`{"constraints": ${constraints}}`);

function factsOf(path: string, text: string): DocumentFacts {
  const kind = { kind: 'case', reason: { key: 'kind-reason.none' } } as never;
  return readFacts({ path, model: buildModel(text, remarkParser), kind, stage: 'normal' });
}

describe('constraints in the configuration', () => {
  const bad: readonly (readonly [string, string, string])[] = [
    ['no array', '{}', 'config-value-invalid.list'],
    ['no id', '[{"local": {}}]', 'config-constraint.id'],
    ['an id twice', '[{"id": "a", "local": {}}, {"id": "a", "local": {}}]', 'config-constraint.id-again'],
    ['nothing demanded', '[{"id": "a"}]', 'config-constraint.empty'],
    ['an empty network', '[{"id": "a", "network": {"links": {}}}]', 'config-constraint.network-empty'],
    ['an unknown relation', '[{"id": "a", "network": {"prerequisit": {"minContains": 1}}}]', 'config-constraint.relation.near'],
    ['a relation that gaps do not have', '[{"id": "a", "select": {"of": "gap"}, "network": {"links": {"minContains": 1}}}]', 'config-constraint.relation'],
    ['an unknown keyword', '[{"id": "a", "local": {"$ref": "https://example.org/x.json"}}]', 'config-constraint.keyword'],
    ['a keyword misspelled', '[{"id": "a", "local": {"propertys": {}}}]', 'config-constraint.keyword.near'],
    ['a member that no record has', '[{"id": "a", "local": {"properties": {"stag": {"const": "ready"}}}}]', 'config-constraint.member.near'],
    ['such a member in a branch', '[{"id": "a", "local": {"anyOf": [{"required": ["xyzzy"]}]}}]', 'config-constraint.member'],
    ['an argument that is none', '[{"id": "a", "local": {"properties": {"lines": {"minimum": "9"}}}}]', 'config-constraint.argument'],
    ['a pattern that is none', '[{"id": "a", "local": {"properties": {"id": {"pattern": "(?=a"}}}}]', 'config-constraint.pattern'],
    ['an unknown kind', '[{"id": "a", "select": {"kind": "cases"}, "local": {}}]', 'config-value-invalid.choice'],
    ['a priority of documents', '[{"id": "a", "select": {"priority": "P0"}, "local": {}}]', 'config-unknown-key'],
    ['an unsafe glob', '[{"id": "a", "select": {"path": "../**"}, "local": {}}]', 'config-glob-unsafe.outside'],
    ['where with a bad member', '[{"id": "a", "select": {"where": {"properties": {"x": {}}}}, "local": {}}]', 'config-constraint.where'],
    ['counts that are none', '[{"id": "a", "network": {"links": {"minContains": -1}}}]', 'config-value-invalid.count'],
  ]; // prettier-ignore
  for (const [name, text, key] of bad) {
    it(`reports ${name}, and leaves the constraint out`, () => {
      const { configuration, findings } = narrow(text);
      assert.ok(
        findings.some(({ message }) => message.key === key),
        JSON.stringify(findings.map(({ message }) => message)),
      );
      assert.ok((configuration.constraints ?? []).length <= (name === 'an id twice' ? 1 : 0));
    });
  }

  it('reports relations nested deeper than four', () => {
    const nested = (depth: number): string =>
      depth === 0 ? '{"local": {}}' : `{"network": {"links": {"items": ${nested(depth - 1)}}}}`;
    const of = (depth: number): string => `[{"id": "a", ${nested(depth).slice(1, -1)}}]`;
    assert.deepEqual(narrow(of(4)).findings, []);
    assert.deepEqual(
      narrow(of(5)).findings.map(({ message }) => message.key),
      ['config-constraint.deep'],
    );
  });

  it('names the line of the configuration, and keeps the words of both languages', () => {
    const text = `{\n  // why\n  "constraints": [\n    {"id": "一", "message": {"zh": "甲"}, "local": {}},\n    {"id": "b", "local": {}}\n  ]\n}`;
    const { configuration, findings } = narrowConfiguration(text);
    assert.deepEqual(findings, []);
    assert.deepEqual(
      configuration.constraints?.map(({ id, origin, message, severity }) => [id, origin.line, message, severity]),
      [
        ['一', 3, { zh: '甲', en: '甲' }, 'warning'],
        ['b', 4, { zh: '不满足约束“b”', en: 'Constraint “b” is not kept' }, 'warning'],
      ],
    );
  });

  it('takes what its schema takes, and the schema refuses what it refuses', () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
    const good = `[{"id": "a", "message": {"zh": "甲", "en": "a"}, "severity": "error",
      "select": {"of": "item", "kind": ["case"], "priority": "P0", "status": "done", "path": ["plans/**"]},
      "network": {"document": {"items": {"local": {"properties": {"stage": {"enum": ["ready"]}}}}, "minContains": 1}},
      "networkBack": {"depends-on": {"maxContains": 3}}}]`;
    assert.deepEqual(narrow(good).findings, []);
    assert.ok(validate({ constraints: JSON.parse(good) as unknown }), JSON.stringify(validate.errors));
    for (const text of [
      '{}',
      '[{"local": {}}]',
      '[{"id": "a"}]',
      '[{"id": "a", "local": {"$ref": "x"}}]',
      '[{"id": "a", "local": {"properties": {"stag": {}}}}]',
    ])
      assert.ok(!validate({ constraints: JSON.parse(text) as unknown }), text);
  });

  it('describes every member of every record in the schema', () => {
    const { definitions } = schema as {
      definitions: { local: { allOf: readonly [unknown, { properties: { properties: { properties: object } } }] } };
    };
    const described = Object.keys(definitions.local.allOf[1].properties.properties.properties);
    const members = Object.values(recordMembers).flatMap((record) => Object.keys(record));
    assert.deepEqual(described.toSorted(), [...new Set(members)].toSorted());
  });
});

describe('constraints over a library', () => {
  it('knows what it says of a document', () => {
    const facts = factsOf(
      'a/b.md',
      '# 库存\n\n> **文档编号**: CASE-A-001\n> **状态**: 草稿\n> **难度**: 高级\n\n[x](c.md)\n',
    );
    const index = updateIndex(emptyIndex, { changed: [facts], paths: new Set(['a/b.md']) });
    const { configuration } = narrowConfiguration(undefined);
    const record = recordOfNode({ of: 'document', facts }, { index, configuration });
    const { facets, fields, ...plain } = record as { facets: Record<string, unknown>; fields: Record<string, unknown> };
    assert.deepEqual(plain, {
      kind: 'case', stage: 'normal', language: 'zh', path: 'a/b.md', folder: 'a', title: '库存', id: 'CASE-A-001',
      status: '草稿', lines: 8, length: facts.sizes.text, codeBlocks: 0, tables: 0, images: 0, headings: 1, links: 1,
    }); // prettier-ignore
    assert.equal(fields['难度'], '高级');
    assert.deepEqual(facets['difficulty'] ?? facets['难度级别'], ['高级']);
  });

  it('says what selects nothing, and what names no facet', () => {
    const text = `[{"id": "none", "select": {"path": "nowhere/**"}, "local": {}},
      {"id": "gap", "select": {"of": "gap"}, "networkBack": {"covers-gap": {"minContains": 1}}},
      {"id": "facet", "select": {"facets": {"没有这个维度": "x"}}, "local": {}},
      {"id": "some", "select": {"kind": "case"}, "local": {}}]`;
    const { configuration, findings } = narrow(text);
    assert.deepEqual(findings, []);
    const index = updateIndex(emptyIndex, { changed: [factsOf('a.md', '# A\n')], paths: new Set(['a.md']) });
    assert.deepEqual(
      idleConstraints({ index, configuration }).map(({ severity, message }) => `${severity} ${message.key}`),
      ['information constraint-idle.document', 'information constraint-idle.gap', 'warning constraint-idle.facet'],
    );
  });

  it('asks four relations deep in time in proportion to the links', () => {
    const nested = (depth: number): string =>
      depth === 0
        ? '{"local": {"properties": {"lines": {"minimum": 1}}}}'
        : `{"network": {"related": {"items": ${nested(depth - 1)}}}}`;
    const { configuration, findings } = narrow(`[{"id": "a", ${nested(4).slice(1, -1)}}]`);
    assert.deepEqual(findings, []);
    const count = 2_000;
    const links = Array.from({ length: 30 }, (_, at) => at);
    const base = factsOf('d.md', '');
    const field = { keySpan: { start: 0, end: 0 }, valueSpan: { start: 0, end: 0 }, place: 'header' as const };
    const changed = Array.from({ length: count }, (_, at): DocumentFacts => {
      const items = links.map((link) => `d${String((at * 7 + link * 11 + 1) % count)}.md`);
      return {
        ...base,
        path: `d${String(at)}.md`,
        fields: [{ ...field, key: '相关', normalKey: '相关', value: '', items }],
      };
    });
    const index = updateIndex(emptyIndex, { changed, paths: new Set(changed.map(({ path }) => path)) });
    const evaluation = evaluationOf({ index, configuration });
    const [constraint] = configuration.constraints ?? [];
    assert.ok(constraint);
    const start = performance.now();
    for (const { path } of changed) {
      for (const node of evaluation.nodesIn(path, 'document')) {
        assert.deepEqual(evaluation.breaksOf(constraint, node), []);
      }
    }
    assert.ok(performance.now() - start < 15_000);
  });

  it('interprets the keywords that only constraints use as ajv does', () => {
    const contains = { contains: { const: 'a' } };
    assert.equal(interpret(contains, ['b', 'a']).length, 0);
    assert.deepEqual(
      interpret(contains, ['b']).map(({ keyword }) => keyword),
      ['contains'],
    );
    assert.deepEqual(
      interpret({ maxLength: 2 }, '案例库').map(({ keyword }) => keyword),
      ['maxLength'],
    );
    assert.deepEqual(interpret({ maxLength: 3 }, '案例库'), []);
  });
});
