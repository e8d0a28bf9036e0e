// Regions: what their marks say, what is written into them, and that nothing outside of them ever changes.
import assert from 'node:assert/strict';
import { regionDifference } from '../../server/src/core/regions/regionDifference.ts';
import { regionLibrary } from '../support/regionLibrary.ts';

const cases = {
  '案例/库存.md':
    '# 库存扣减案例\n\n> **文档编号**: CASE-2\n> **难度**: 中级\n> **状态**: ✅ 已完成\n\n## 概述\n\n## 实现方案\n',
  '案例/转账.md': '# 账户转账案例\n\n> **文档编号**: CASE-10\n> **难度**: 高级\n> **状态**: 草稿\n',
  '案例/拆单/订单.md': '# 订单拆分案例\n\n> **文档编号**: CASE-1\n> **难度**: 中级\n> **状态**: 已完成\n',
  'README.md': '# 说明\n',
};

/** Lines that a mark makes in a document at `path`, without the blank lines beside the marks. */
function generated(mark: string, path = '索引.md', others: Readonly<Record<string, string>> = cases): string {
  const text = `# 索引\n\n<!-- casewright: ${mark} -->\n<!-- casewright: end -->\n`;
  const { text: after } = regionLibrary({ ...others, [path]: text }).update(path);
  return after.slice(after.indexOf('-->') + 3, after.lastIndexOf('<!--')).trim();
}

describe('regions', () => {
  describe('show', () => {
    const table: readonly (readonly [name: string, mark: string, expected: string])[] = [
      [
        'the documents that the library is about, by id, with what they state',
        'region: documents',
        `| 编号 | 标题 | 难度级别 | 状态 |
|---|---|---|---|
| CASE-1 | [订单拆分案例](案例/拆单/订单.md) | 中级 | 已完成 |
| CASE-2 | [库存扣减案例](案例/库存.md) | 中级 | ✅ 已完成 |
| CASE-10 | [账户转账案例](案例/转账.md) | 高级 | 草稿 |`,
      ],
      [
        'columns under other names, in another order, turned round',
        '{region: documents, columns: {标题: 名称, lines: 篇幅}, sort: -id}',
        `| 名称 | 篇幅 |
|---|---:|
| [账户转账案例](案例/转账.md) | 6 |
| [库存扣减案例](案例/库存.md) | 10 |
| [订单拆分案例](案例/拆单/订单.md) | 6 |`,
      ],
      [
        'the first column as link where none leads to the document',
        '{region: documents, columns: [id, 状态], where: {难度: 高级}}',
        '| 编号 | 状态 |\n|---|---|\n| [CASE-10](案例/转账.md) | 草稿 |',
      ],
      [
        'groups, two of them crossed, levels in their order and not by code',
        '{region: documents, columns: [title], groupBy: [难度, 状态]}',
        `**中级 / 已完成（2）**

| 标题 |
|---|
| [订单拆分案例](案例/拆单/订单.md) |
| [库存扣减案例](案例/库存.md) |

**高级 / 草稿（1）**

| 标题 |
|---|
| [账户转账案例](案例/转账.md) |`,
      ],
      [
        'groups as headings below that of the section',
        '{region: documents, columns: [title], groupBy: [难度, 状态], headings: true, layout: list}',
        `## 中级（2）

### 已完成（2）

- [订单拆分案例](案例/拆单/订单.md)
- [库存扣减案例](案例/库存.md)

## 高级（1）

### 草稿（1）

- [账户转账案例](案例/转账.md)`,
      ],
      [
        'values that are excluded, folders and globs',
        '{region: documents, layout: list, columns: [title], where: {folder: 案例, path: "!案例/拆单/**", status: "!draft"}}',
        '- [库存扣减案例](案例/库存.md)',
      ],
      [
        'ids by pattern',
        '{region: documents, layout: list, columns: [title], where: {id: "CASE-1*"}}',
        '- [订单拆分案例](案例/拆单/订单.md)\n- [账户转账案例](案例/转账.md)',
      ],
      [
        'other kinds when asked for',
        '{region: documents, where: {kind: other}, columns: [file, kind]}',
        '| 文件 | 类型 |\n|---|---|\n| [README.md](README.md) | 其他 |',
      ],
      ['words of its own where nothing fits', '{region: documents, where: {难度: 入门}, empty: 还没有}', '还没有'],
      ['that nothing fits', '{region: documents, where: {难度: 入门}}', '（没有符合条件的文档）'],
      [
        'English labels when asked for',
        '{region: documents, columns: [id, title], where: {id: CASE-2}, language: en}',
        '| ID | Title |\n|---|---|\n| CASE-2 | [库存扣减案例](案例/库存.md) |',
      ],
      [
        'statistics crossed',
        '{region: statistics, groupBy: [难度, stage]}',
        '| 难度 | 草稿 | 已完成 | 合计 |\n|---|---:|---:|---:|\n| 中级 | 0 | 2 | 2 |\n| 高级 | 1 | 0 | 1 |\n| 合计 | 1 | 2 | 3 |',
      ],
      [
        'statistics with sums',
        '{region: statistics, groupBy: 难度, columns: [lines]}',
        '| 难度 | 文档数 | 占比 | 行数 |\n|---|---:|---:|---:|\n| 中级 | 2 | 67% | 16 |\n| 高级 | 1 | 33% | 6 |\n| 合计 | 3 | 100% | 22 |',
      ],
      [
        'a selection: needs down, levels across',
        '{region: selection, facets: [状态, 难度]}',
        `| 状态 | 中级 | 高级 |
|---|---|---|
| 已完成 | [订单拆分案例](案例/拆单/订单.md)<br>[库存扣减案例](案例/库存.md) |  |
| 草稿 |  | [账户转账案例](案例/转账.md) |`,
      ],
      [
        'steps of use as links to sections',
        '{region: usage, where: {id: CASE-2}, steps: {先读: [概述], 再做: [实现], 后想: [总结]}}',
        '| 标题 | 先读 | 再做 | 后想 |\n|---|---|---|---|\n| [库存扣减案例](案例/库存.md) | [概述](案例/库存.md#概述) | [实现方案](案例/库存.md#实现方案) |  |',
      ],
      [
        'a navigation by facets',
        '{region: navigation, facets: [难度], where: {status: ready}}',
        '**按难度**\n\n- **中级（2）**\n  - [订单拆分案例](案例/拆单/订单.md)\n  - [库存扣减案例](案例/库存.md)',
      ],
    ];
    for (const [name, mark, expected] of table) {
      it(name, () => {
        assert.equal(generated(mark), expected);
      });
    }

    it('a folder: its documents, its subfolders, links from where it stands', () => {
      const readme = { ...cases, '案例/拆单/README.md': '# 拆单案例集\n', '案例/库存[1] (新).md': '# 库存 <二>|\n' };
      assert.equal(
        generated('region: folder', '案例/README.md', readme),
        `| 标题 | 编号 | 状态 |
|---|---|---|
| [库存扣减案例](库存.md) | CASE-2 | ✅ 已完成 |
| [账户转账案例](转账.md) | CASE-10 | 草稿 |
| [库存 \\<二>\\|](库存%5B1%5D%20%28新%29.md) |  |  |

| 目录 | 说明 | 文档数 |
|---|---|---:|
| [拆单/](拆单/) | [拆单案例集](拆单/README.md) | 2 |`,
      );
    });

    it('addresses as the document writes its own', () => {
      const text =
        '# 索引\n\n见[说明](%E8%AF%B4%E6%98%8E.md)。\n\n<!-- casewright: {region: documents, columns: [title], where: {id: CASE-2}} -->\n<!-- casewright: end -->\n';
      const { text: after } = regionLibrary({ ...cases, '索引.md': text }).update('索引.md');
      assert.match(after, /\[库存扣减案例\]\(%E6%A1%88%E4%BE%8B\/%E5%BA%93%E5%AD%98\.md\)/);
    });
  });

  describe('hold whatever documents call themselves', () => {
    const titles = ['a | b', '`code` and ``two``', '<script>x</script>', 'x]](y.md)', '[link](z.md)', '![image](i.png)', '*bold* _it_ __b__ a_b', '~~gone~~', '&lt; &amp; &nbsp;', '<!-- casewright: end -->', '\\', 'ends in \\', '# 标题 #', 'https://example.com/a_b_', '😀 \u202E 反', 'x'.repeat(10_000), '$1 {name} $&', '$`']; // prettier-ignore
    it('each row is one row, its link leads to the document, its text is the title', () => {
      const texts = Object.fromEntries(titles.map((title, index) => [`cases/c${index} (a)&b%20|\`.md`, `# ${title.replace(/[\\`*_[\]<>|~&!#$]/g, '\\$&')}\n`])); // prettier-ignore
      const mark =
        '# Index\n\n<!-- casewright: {region: documents, columns: [title, path]} -->\n<!-- casewright: end -->\n';
      const before = regionLibrary({ ...texts, 'index.md': mark });
      const { text, after } = before.update('index.md');
      assert.deepEqual(after.differences('index.md'), [], 'a second update changes nothing');
      const own = after.facts('index.md');
      assert.equal(own.sizes.tables, 1);
      assert.equal(own.regions.length, 1);
      const links = own.links.filter(({ form }) => form === 'inline');
      assert.deepEqual(links.map(({ url }) => decodeURIComponent(url)).toSorted(), Object.keys(texts).toSorted(), text);
      const shown = new Map(links.map((link) => [decodeURIComponent(link.url), link.text]));
      for (const path of Object.keys(texts)) {
        const title = before.facts(path).title?.text ?? '';
        const expected = Array.from(title).length > 200 ? `${title.slice(0, 199)}…` : title;
        assert.equal(shown.get(path), expected);
      }
    });
  });

  describe('are brought up to date', () => {
    /** Small numbers from a seed, the same on every run. */
    function numbers(seed: number): (below: number) => number {
      let state = seed;
      return (below) => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        return Math.floor((state / 2_147_483_648) * below);
      };
    }
    const marks = [
      'region: documents',
      '{region: documents, groupBy: 难度, layout: list}',
      'region: statistics',
      'region: folder',
      '{region: navigation, facets: [难度]}',
      'region: usage',
      '{region: documents, columns: [题]}',
      '{region: nonsense}',
      'region: [',
    ];
    const junk = [
      '',
      '| 旧 | 行 |',
      '|---|---|',
      '手工写的字',
      '```',
      '- [x](案例/库存.md)',
      '<<<<<<< HEAD',
      '# 标题',
      '> 引用',
      '<!-- casewright: end',
      '\u00a0',
    ];

    function document(next: (below: number) => number): string {
      const lines: string[] = [`# 索引 ${next(100)}`, ''];
      for (let count = next(6); count >= 0; count--) {
        for (let words = next(4); words > 0; words--) lines.push(junk[next(junk.length)] ?? '');
        lines.push('', `${next(12) === 0 ? '> ' : ''}<!-- casewright: ${marks[next(marks.length)] ?? ''} -->`);
        for (let words = next(6); words > 0; words--) lines.push(junk[next(junk.length)] ?? '');
        if (next(8) > 0) lines.push('', '<!-- casewright: end -->');
      }
      const ending = next(2) === 0 ? '\r\n' : '\n';
      return `${next(3) === 0 ? '\uFEFF' : ''}${lines.join(ending)}${next(2) === 0 ? '' : ending}`;
    }

    it('change nothing outside of their marks, and nothing the second time', () => {
      const seeds = process.env['FUZZ'] === 'full' ? 1000 : 60;
      let written = 0;
      for (let seed = 1; seed <= seeds; seed++) {
        const before = document(numbers(seed));
        const library = regionLibrary({ ...cases, '索引.md': before });
        const { text, after } = library.update('索引.md');
        const outside = (whole: string, of: typeof library): readonly string[] => {
          const regions = of.facts('索引.md').regions.filter(({ fault }) => fault === undefined);
          let at = 0;
          const pieces = regions.map(({ span: { start, end } }) => {
            const piece = whole.slice(at, start);
            at = end;
            return piece;
          });
          return [...pieces, whole.slice(at)];
        };
        assert.deepEqual(outside(text, after), outside(before, library), `seed ${seed}`);
        assert.deepEqual(after.differences('索引.md'), [], `seed ${seed}: a second update changes nothing\n${text}`);
        if (text !== before) written += 1;
      }
      assert.ok(written > seeds / 3, `only ${written} documents had anything to update`);
    });

    it('touch only the rows that differ', () => {
      const start = regionLibrary({
        ...cases,
        '索引.md': '# 索引\n\n<!-- casewright: region: documents -->\n<!-- casewright: end -->\n',
      });
      const { text } = start.update('索引.md');
      const renamed = { ...cases, '案例/转账.md': cases['案例/转账.md'].replace('草稿', '已完成'), '索引.md': text };
      const [difference] = regionLibrary(renamed).differences('索引.md');
      assert.deepEqual(difference && { ...difference, edits: difference.edits.length }, { missing: 0, extra: 0, changed: 1, isEmpty: false, edits: 1 }); // prettier-ignore
      assert.equal(difference?.edits[0]?.newText, '| CASE-10 | [账户转账案例](案例/转账.md) | 高级 | 已完成 |\n');
    });

    it('keep the line endings of the document', () => {
      const mark = '\uFEFF# 索引\r\n\r\n<!-- casewright: region: documents -->\r\n<!-- casewright: end -->';
      const { text } = regionLibrary({ ...cases, '索引.md': mark }).update('索引.md');
      assert.ok(text.startsWith('\uFEFF# 索引\r\n') && text.endsWith('<!-- casewright: end -->'));
      assert.doesNotMatch(text, /[^\r]\n/);
    });
  });

  it('list ten thousand documents within a second, and compare them with what is there', () => {
    const texts: Record<string, string> = {};
    for (let index = 0; index < 100; index++)
      texts[`cases/${index}.md`] = `# Case ${index}\n\n> **id**: CASE-${index}\n`;
    const small = regionLibrary({
      ...texts,
      'index.md':
        '# Index\n\n<!-- casewright: {region: documents, columns: [id, title]} -->\n<!-- casewright: end -->\n',
    });
    const [pattern] = small.index.documents.values();
    assert.ok(pattern);
    const documents = new Map(small.index.documents);
    for (let index = 0; index < 10_000; index++)
      documents.set(`cases/n${index}.md`, { ...pattern, path: `cases/n${index}.md` });
    const started = performance.now();
    const ground = {
      index: { ...small.index, documents, aspects: { ...small.index.aspects, identity: {} } },
      configuration: small.library.configuration,
    };
    const own = small.facts('index.md');
    const region = own.regions[0];
    assert.ok(region);
    const difference = regionDifference({ region, facts: own, ground });
    assert.equal(difference?.missing, 10_100);
    assert.ok(performance.now() - started < 1000, `${performance.now() - started} ms`);
  });
});
