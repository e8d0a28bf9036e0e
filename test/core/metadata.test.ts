// Metadata in every dialect, and prose that looks like it. One row a document: what it says, field by field.
import assert from 'node:assert/strict';
import { markdownToMdast } from 'satteri';
import { createSatteriParser } from '../../server/src/core/markdown/satteriParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';

const parser = createSatteriParser(markdownToMdast);

/** `place dialect: key=value; key=value` a block. */
function describeMetadata(text: string): string[] {
  const model = buildModel(text, parser);
  return model.metadata.map((block) => {
    const fields = block.fields.map((field) => `${field.keyEmoji ?? ''}${field.key}=${field.value}`);
    return `${block.place} ${block.dialect}: ${fields.join('; ')}`;
  });
}

const documents: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  [
    'quote, bold keys',
    '# T\n\n> **文档编号**: X-1\n> **版本**: PostgreSQL 17 & 18\n\n## A\n',
    ['header quote: 文档编号=X-1; 版本=PostgreSQL 17 & 18'],
  ],
  [
    'quote with hard breaks',
    '# T\n\n> **版本**: 1.0  \n> **状态**: ✅ 完成\\\n> **日期**: 2025<br>\n\n## A\n',
    ['header quote: 版本=1.0; 状态=✅ 完成; 日期=2025'],
  ],
  [
    'quote before the title',
    '---\n\n> **📋 文档来源**: `a\\b.md`\n> **⚠️ 注意**: 副本\n\n---\n\n# T\n\n> **版本**: 1\n',
    ['before-title quote: 📋文档来源=a\\b.md; ⚠️注意=副本', 'header quote: 版本=1'],
  ],
  ['quote, plain keys', '# T\n\n> 简介：一份指南\n\n## A\n', ['header quote: 简介=一份指南']],
  [
    'quote with a list',
    '# T\n\n> - **版本**: 1\n> - **状态**：草稿\n\n## A\n',
    ['header quote-list: 版本=1; 状态=草稿'],
  ],
  [
    'quote whose last field has a list',
    '# T\n\n> **版本**: 1\n> **相关文档**:\n>\n> - [甲](a.md)\n> - [乙](b.md)\n',
    ['header quote: 版本=1; 相关文档=甲, 乙'],
  ],
  [
    'four colons',
    '# T\n\n**a**: 1\n**b**：2\n**c:** 3\n**d：** 4\n\n## A\n',
    ['header bold-lines: a=1; b=2; c=3; d=4'],
  ],
  [
    'bold lines with blank lines',
    '# T\n\n**版本**: 1\n\n**状态**: 草稿\n\n## A\n',
    ['header bold-lines: 版本=1; 状态=草稿'],
  ],
  [
    'emoji outside the bold',
    '# T\n\n📅 **日期**: 2025-01-01\n**👤 作者**: 甲\n',
    ['header bold-lines: 📅日期=2025-01-01; 👤作者=甲'],
  ],
  [
    'several keys on a line',
    '# T\n\n> **版本**: DEEP-V2 | 字数: ~8500字 | **状态**：✅\n',
    ['header quote: 版本=DEEP-V2; 字数=~8500字; 状态=✅'],
  ],
  [
    'a bar in a value',
    '# T\n\n> **技术版本**: PostgreSQL 18.x (推荐) ⭐ | 17.x (推荐) | 16.x (兼容)\n',
    ['header quote: 技术版本=PostgreSQL 18.x (推荐) ⭐ | 17.x (推荐) | 16.x (兼容)'],
  ],
  [
    'links and code in values',
    '# T\n\n**来源**: [甲](a.md) 与 `b`\n**网址**: https://a.b/c\n**强调**: **很** *好*\n',
    ['header bold-lines: 来源=甲 与 b; 网址=https://a.b/c; 强调=很 好'],
  ],
  [
    'YAML',
    '---\ntitle: "甲: 乙"\nversion: 1.10\ntags: [a, b]\nowner:\n  name: 丙\n  mail:\nlist:\n  - x\n  - y\n---\n# T\n',
    ['before-title yaml: title=甲: 乙; version=1.10; tags=a, b; owner.name=丙; owner.mail=; list=x, y'],
  ],
  [
    'table',
    '# T\n\n| 属性 | 值 |\n|---|---|\n| **版本** | 1 |\n| 状态 | ✅ |\n| 作者 | |\n\n## A\n',
    ['header table: 版本=1; 状态=✅; 作者='],
  ],
  ['list', '# T\n\n- **Module**: a/b\n- **Version**: 2\n\n## A\n', ['header list: Module=a/b; Version=2']],
  ['plain lines', '# T\n\n作者：甲\n日期：2025-01-01\n\n## A\n', ['header plain-lines: 作者=甲; 日期=2025-01-01']],
  ['a section', '# T\n\n## A\n\nx\n\n## 元数据\n\n- 难度: 高级\n- **版本**：2\n', ['tail section: 难度=高级; 版本=2']],
  [
    'a first section',
    '# T\n\n## 📋 文档信息\n\n| 项目 | 内容 |\n|--|--|\n| 版本 | 1 |\n\n## A\n',
    ['header section: 版本=1'],
  ],
  [
    'tail',
    '# T\n\n## A\n\nx\n\n---\n\n**最后更新**: 2024年\n**维护状态**: ✅\n',
    ['tail bold-lines: 最后更新=2024年; 维护状态=✅'],
  ],
  [
    'tail before a closing line',
    '# T\n\n## A\n\nx\n\n---\n\n**维护者**: 甲\n\n---\n\n*完*\n',
    ['tail bold-lines: 维护者=甲'],
  ],
  ['tail without a break', '# T\n\n## A\n\nx\n\n**最后更新**: 2024年\n', ['tail bold-lines: 最后更新=2024年']],
  ['no value yet', '# T\n\n> **文档编号**:\n> **状态**: \n', ['header quote: 文档编号=; 状态=']],
  [
    'CRLF and a byte order mark',
    '\uFEFF# T\r\n\r\n> **版本**: 1\r\n> **状态**: 草稿\r\n',
    ['header quote: 版本=1; 状态=草稿'],
  ],
  ['before the first section of a document without a title', '> **版本**: 1\n\n## A\n', ['header quote: 版本=1']],
  // What is none.
  ['bold prose in a section', '# T\n\n## A\n\n**注意**: 这里说明一件事。\n\n更多。\n\n## B\n\nx\n', []],
  ['a label before a list in a section', '# T\n\n## A\n\n**适用场景**:\n\n- a\n- b\n\n## B\n', []],
  ['long prose in the header', `# T\n\n**注意**: ${'很长的说明，'.repeat(40)}\n\n## A\n`, []],
  ['features in the header', '# T\n\n- **高性能**: 每秒百万\n- **易用**: 开箱即用\n\n## A\n', []],
  ['a prose quote', '# T\n\n> 一句话，没有键。\n\n## A\n', []],
  ['an address and a time', '# T\n\nhttps://a.b/c\n10:30 开始\n\n## A\n', []],
  ['a table of other things', '# T\n\n| 工具 | 用途 |\n|---|---|\n| a | b |\n\n## A\n', []],
  [
    'a list of reasons at the end',
    '# T\n\n## A\n\nx\n\n---\n\n- **理解错误**: 知道在哪里\n- **优化编译时间**: 知道瓶颈\n',
    [],
  ],
  [
    'a list at the end',
    '# T\n\n## A\n\nx\n\n---\n\n**案例信息**\n\n- 难度: ⭐⭐\n- 生产就绪: ✅\n',
    ['tail list: 难度=⭐⭐; 生产就绪=✅'],
  ],
  [
    'a table of attributes at the end',
    '# T\n\n## A\n\nx\n\n---\n\n| 属性 | 说明 |\n|--|--|\n| `#[test]` | 标记 |\n',
    [],
  ],
  ['thanks at the end', '# T\n\n## A\n\nx\n\n---\n\n**感谢你的贡献！** 🎉\n\n每一个贡献都好。\n', []],
  ['a hint at the end', '# T\n\n## A\n\nx\n\n---\n\n> **💡 提示**: 按计划推进。\n', []],
  ['bold in code', '# T\n\n```\n**版本**: 1\n```\n\n## A\n', []],
  ['nothing', '', []],
];

describe('metadata', () => {
  for (const [name, text, expected] of documents)
    it(name, () => {
      assert.deepEqual(describeMetadata(text), expected);
    });

  it('knows where key, separator and value stand', () => {
    const text =
      '\uFEFF---\ntags: ["a", b]\nempty:\nquoted: \'x\'\n---\n\n# T\n\n> **📅 创建日期**：2025-01-01  \n> **状态**:\n\n| 属性 | 值 |\n|---|---|\n| **版本** | `1` |\n';
    const model = buildModel(text, parser);
    const rows = model.metadata.flatMap((block) =>
      block.fields.map((field) =>
        [field.span, field.keySpan, field.valueSpan]
          .map((span) => text.slice(span.start, span.end))
          .concat(field.separator),
      ),
    );
    assert.deepEqual(rows, [
      ['tags: ["a", b]', 'tags', '["a", b]', ': '],
      ['empty:', 'empty', '', ':'],
      ["quoted: 'x'", 'quoted', "'x'", ': '],
      ['> **📅 创建日期**：2025-01-01', '创建日期', '2025-01-01', '**：'],
      ['> **状态**:', '状态', '', '**:'],
      ['| **版本** | `1`', '版本', '`1`', '** | '],
    ]);
  });

  it('reports broken front matter where it breaks, and reads the rest', () => {
    const text = '---\ntitle: a\nbroken: [1, 2\nversion: 2\n---\n\n# T\n';
    const model = buildModel(text, parser);
    assert.equal(model.problems[0]?.kind, 'front-matter-invalid');
    assert.ok(model.problems[0].span.end <= text.indexOf('# T'));
    assert.equal(model.metadata[0]?.fields[0]?.value, 'a');
  });

  it('survives hostile front matter', () => {
    for (const body of [
      `a: ${'['.repeat(20_000)}`,
      `a: ${'{a: '.repeat(5_000)}`,
      'a: &x [*x]',
      'a: *nobody',
      '? [a]\n: b',
      '__proto__: 1',
      'a: 1\na: 2',
    ]) {
      const model = buildModel(`---\nk: v\n${body}\n---\n# T\n`, parser);
      assert.equal(model.title?.heading.text, 'T');
    }
  });

  it('reads hostile lines fast', () => {
    for (const piece of ['**', '*', '[', '[a](', '`', ' | a: ', '\\', '<', '&nbsp;', '_', '~~', ': ', '** **', '   ']) {
      const text = `# T\n\n> **k**: ${piece.repeat(Math.ceil(100_000 / piece.length))}\n`;
      const tree = { name: 'satteri', parse: () => quoteOf(text) } as const;
      let best = Infinity;
      for (let run = 0; run < 5 && best >= 100; run++) {
        const start = performance.now();
        buildModel(text, tree);
        best = Math.min(best, performance.now() - start);
      }
      assert.ok(best < 100, `${piece}: ${best} ms`);
    }
  });
});

/** The tree that a parser would give, so that only the reading of the line is timed. */
function quoteOf(text: string) {
  const position = (start: number, end: number) => ({
    start: { line: 1, column: 1, offset: start },
    end: { line: 1, column: 1, offset: end },
  });
  const start = text.indexOf('>');
  const paragraph = {
    type: 'paragraph' as const,
    position: position(start + 2, text.length - 1),
    children: [{ type: 'text' as const, value: 'x', position: position(start + 2, text.length - 1) }],
  };
  return {
    type: 'root' as const,
    position: position(0, text.length),
    children: [{ type: 'blockquote' as const, position: position(start, text.length - 1), children: [paragraph] }],
  };
}
