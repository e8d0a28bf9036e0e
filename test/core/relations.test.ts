// Relations of a library as one graph: what documents and plans state, where it leads, circles, and what an edit costs.
import assert from 'node:assert/strict';
import { readFacts } from '../../server/src/core/facts/readFacts.ts';
import type { DocumentFacts } from '../../server/src/core/facts/documentFacts.ts';
import { emptyIndex, updateIndex, type LibraryIndex } from '../../server/src/core/index/libraryIndex.ts';
import { narrowConfiguration } from '../../server/src/core/library/narrowConfiguration.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { cyclesOf } from '../../server/src/core/relations/cycles.ts';
import type { RelationEdge } from '../../server/src/core/relations/relation.ts';
import { relationsOf } from '../../server/src/core/relations/relationsOf.ts';

const configuration = narrowConfiguration(undefined).configuration;

function factsOf(path: string, text: string): DocumentFacts {
  const kind = { kind: 'case', reason: { key: 'kind-reason.none' } } as never;
  return readFacts({ path, model: buildModel(text, remarkParser), kind, stage: 'normal' });
}

function indexOf(texts: Readonly<Record<string, string>>): LibraryIndex {
  const changed = Object.entries(texts).map(([path, text]) => factsOf(path, text));
  return updateIndex(emptyIndex, { changed, paths: new Set(Object.keys(texts)) });
}

const shown = ({ from, type, to, via }: RelationEdge): string => `${from} ${type} ${to} (${via})`;

describe('relations', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    [
      'reads links, ids, paths and titles of metadata',
      {
        'a.md': '# 甲\n\n> **文档编号**: CASE-A-001\n',
        'b.md': '# 乙\n',
        'x/c.md': '# 丙\n\n> **前置文档**: CASE-A-001, 《乙》\n> **相关案例**: [甲](../a.md) | b.md\n> **取代**: 乙\n',
      },
      [
        'x/c.md prerequisite a.md (field)',
        'x/c.md prerequisite b.md (field)',
        'x/c.md related a.md (field)',
        'x/c.md related b.md (field)',
        'x/c.md supersedes b.md (field)',
      ],
    ],
    [
      'reads YAML lists in both spellings of keys',
      { 'a.md': '# A\n', 'b.md': '---\ndepends_on: [a.md]\nseeAlso:\n  - a.md\n---\n\n# B\n' },
      ['b.md prerequisite a.md (field)', 'b.md related a.md (field)'],
    ],
    [
      'reads lists and code paths under headings, headings below them too, and ends with the section',
      {
        'a.md': '# A\n\n## 📚 7. 相关文档\n\n- [B](b.md)\n\n### 其他\n\n- `c.md`\n\n## 总结\n\n[B](b.md)\n',
        'b.md': '# B\n\n## Prerequisites\n\n1. [C](./c)\n2. [x](https://example.org)\n3. ![c](c.md)\n4. [here](#b)\n',
        'c.md': '# C\n\n## 核心依赖\n\n[A](a.md)\n',
      },
      ['a.md related b.md (section)', 'a.md related c.md (section)', 'b.md prerequisite c.md (section)'],
    ],
    [
      'turns what is stated the other way round',
      { 'a.md': '# A\n\n> **被取代**: [B](b.md)\n', 'b.md': '# B\n\n> **superseded by**: a.md\n' },
      ['b.md supersedes a.md (field)', 'a.md supersedes b.md (field)'],
    ],
    [
      'leads a link to a folder to its readme, and takes no file that is no document',
      { 'a.md': '# A\n\n## See also\n\n- [x](x/)\n- [y](y.sql)\n- [z](no.md)\n', 'x/README.md': '# X\n' },
      ['a.md related x/README.md (section)'],
    ],
  ];
  for (const [name, texts, expected] of cases) {
    it(name, () => {
      const { edges } = relationsOf({ index: indexOf(texts), configuration });
      assert.deepEqual(edges.map(shown), expected);
    });
  }

  it('knows types of the team and its words for the built-in ones', () => {
    const config =
      '{"relations": {"based-on": {"keys": ["基于"], "headings": ["依据"], "acyclic": true}, "related": {"headings": ["延伸阅读"]}}}';
    const own = narrowConfiguration(config);
    assert.deepEqual(own.findings, []);
    const index = indexOf({
      'a.md': '# A\n\n> **基于**: b.md\n> **Based on**: [C](c.md)\n\n## 延伸阅读\n\n[C](c.md)\n',
      'b.md': '# B\n\n## 依据\n\n[A](a.md)\n',
      'c.md': '# C\n',
    });
    const graph = relationsOf({ index, configuration: own.configuration });
    assert.deepEqual(graph.edges.map(shown), [
      'a.md based-on b.md (field)',
      'a.md based-on c.md (field)',
      'a.md related c.md (section)',
      'b.md based-on a.md (section)',
    ]);
    assert.deepEqual([...(cyclesOf(graph).get('based-on')?.keys() ?? [])].toSorted(), ['a.md', 'b.md']);
  });

  it('reports configured types that are not as expected', () => {
    const config =
      '{"relations": {"Bad Name": {}, "links": {}, "ok": {"to": ["nothing"], "acyclic": 1, "key": [], "label": {"de": "x"}}}}';
    const { findings } = narrowConfiguration(config);
    assert.deepEqual(
      findings.map(({ code, message }) => `${code} ${message.key}`),
      [
        'config-value-invalid config-value-invalid.relation-name',
        'config-value-invalid config-value-invalid.relation-name',
        'config-value-invalid config-value-invalid.kind',
        'config-value-invalid config-value-invalid.boolean',
        'config-unknown-key config-unknown-key.near',
        'config-unknown-key config-unknown-key',
      ],
    );
  });
});

describe('relations after edits', () => {
  const texts = {
    'a.md': '# A\n\n## 相关文档\n\n- [B](b.md)\n\n## 总结\n\n- [C](c.md)\n',
    'b.md': '# B\n',
    'c.md': '# C\n',
  };

  it('stay the same graph while words change, and become another when a heading moves over a link', () => {
    const index = indexOf(texts);
    const graph = relationsOf({ index, configuration });
    const longer = updateIndex(index, {
      changed: [factsOf('a.md', texts['a.md'].replace('# A\n', '# A\n\n更多的话。\n'))],
    });
    assert.equal(relationsOf({ index: longer, configuration }), graph);
    const moved = '# A\n\n- [B](b.md)\n\n## 相关文档\n\n## 总结\n\n- [C](c.md)\n';
    const other = relationsOf({ index: updateIndex(longer, { changed: [factsOf('a.md', moved)] }), configuration });
    assert.deepEqual(other.edges, []);
  });

  it('follow documents that come and go', () => {
    const index = indexOf({ 'a.md': texts['a.md'] });
    assert.equal(relationsOf({ index, configuration }).edges.length, 0);
    const paths = new Set(['a.md', 'b.md']);
    const more = updateIndex(index, { changed: [factsOf('b.md', '# B\n')], paths });
    assert.equal(relationsOf({ index: more, configuration }).edges.length, 1);
    const less = updateIndex(more, { removed: ['b.md'], paths: new Set(['a.md']) });
    assert.equal(relationsOf({ index: less, configuration }).edges.length, 0);
  });
});

describe('relations of an index that changes step by step', () => {
  const texts: Record<string, string> = {
    'a.md':
      '# 甲\n\n> **前置**: [乙](b.md) 、 《丙篇》\n> **相关案例**: sub/\n\n## 相关文档\n\n- [丁](sub/d.md)\n- [夹](sub/)\n',
    'b.md': '# 乙\n\n> **相关案例**: a.md 、 CASE-001\n\n## S\n',
    'c.md': '# 丙篇\n\n> **编号**: CASE-001\n\n## S\n',
    'sub/d.md': '# 丁\n\n> **相关案例**: [甲](../a.md) 、 《丙篇》\n\n## S\n',
    'sub/README.md': '# 夹\n',
  };
  const steps: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
    'a title': { 'c.md': '# 丁篇\n\n> **编号**: CASE-001\n\n## S\n' },
    'a title that another took': { 'b.md': '# 丙篇\n\n> **相关案例**: a.md 、 CASE-001\n\n## S\n' },
    'an id': { 'c.md': '# 丁篇\n\n> **编号**: CASE-002\n\n## S\n' },
    'a document that is gone while its file stays': { 'sub/d.md': undefined },
    'a document that came for a file': { 'sub/d.md': '# 丙篇\n\n> **相关案例**: ../b.md\n\n## S\n' },
    'a readme that is gone': { 'sub/README.md': undefined },
  };
  const edgesOf = (index: LibraryIndex): readonly string[] => relationsOf({ index, configuration }).edges.map(shown);

  it('are those of the same index made at once', () => {
    const paths = new Set(Object.keys(texts));
    const facts = (all: Readonly<Record<string, string | undefined>>): readonly DocumentFacts[] =>
      Object.entries(all).flatMap(([path, text]) => (text === undefined ? [] : [factsOf(path, text)]));
    let index = updateIndex(emptyIndex, { changed: facts(texts), paths });
    const now: Record<string, string | undefined> = { ...texts };
    const seen = new Set([edgesOf(index).toSorted().join('\n')]);
    for (const [name, step] of Object.entries(steps)) {
      const removed = Object.keys(step).filter((path) => step[path] === undefined);
      index = updateIndex(index, { changed: facts(step), removed });
      Object.assign(now, step);
      const atOnce = updateIndex(emptyIndex, { changed: facts(now), paths });
      assert.deepEqual(edgesOf(index).toSorted(), edgesOf(atOnce).toSorted(), name);
      seen.add(edgesOf(index).toSorted().join('\n'));
    }
    assert.ok(seen.size >= 5, `only ${seen.size} different graphs`);
  });
});

describe('hostile graphs', () => {
  /** Facts without a parser: only what relations read. */
  const empty = factsOf('d.md', '');
  const bare = (path: string, targets: readonly string[]): DocumentFacts => ({
    ...empty,
    path,
    fields: [
      {
        key: '前置',
        normalKey: '前置',
        value: targets.join(', '),
        items: targets,
        keySpan: { start: 0, end: 1 },
        valueSpan: { start: 0, end: 1 },
        place: 'header',
      },
    ],
  });
  const library = (count: number, targetsOf: (index: number) => readonly number[]): LibraryIndex => {
    const pathOf = (index: number): string => `d${String(index % count)}.md`;
    const changed = Array.from({ length: count }, (_, index) => bare(pathOf(index), targetsOf(index).map(pathOf)));
    return updateIndex(emptyIndex, { changed, paths: new Set(changed.map(({ path }) => path)) });
  };

  it('hold a circle of 10,000 documents', () => {
    const index = library(10_000, (at) => [at + 1]);
    const cycles = cyclesOf(relationsOf({ index, configuration })).get('prerequisite');
    assert.equal(cycles?.size, 10_000);
    assert.equal(cycles.get('d0.md')?.path.length, 10_000);
    assert.equal(new Set(cycles.values()).size, 1);
  });

  it('hold 100,000 relations, and a chain of 10,000 without a circle', () => {
    const index = library(2_000, (at) => Array.from({ length: 50 }, (_, step) => at * 7 + step * 13 + 1));
    const graph = relationsOf({ index, configuration });
    assert.ok(graph.edges.length >= 99_000);
    assert.ok((cyclesOf(graph).get('prerequisite')?.size ?? 0) > 0);
    const chain = relationsOf({ index: library(10_000, (at) => (at === 9_999 ? [] : [at + 1])), configuration });
    assert.equal(chain.edges.length, 9_999);
    assert.equal(cyclesOf(chain).get('prerequisite')?.size, 0);
  });

  it('tell relations to themselves from circles', () => {
    const graph = relationsOf({ index: library(3, (at) => [at]), configuration });
    assert.equal(graph.edges.length, 3);
    assert.equal(cyclesOf(graph).get('prerequisite')?.size, 0);
  });

  it('take time in proportion to their size', () => {
    const time = (count: number): number => {
      const index = library(count, (at) => [at + 1, at + 2, at * 3]);
      const start = performance.now();
      cyclesOf(relationsOf({ index, configuration }));
      return performance.now() - start;
    };
    time(500);
    const small = Math.min(time(1_000), time(1_000), time(1_000));
    const large = Math.min(time(8_000), time(8_000));
    assert.ok(large < Math.max(small, 5) * 8 * 4, `${String(small)} ms, ${String(large)} ms`);
  });
});
