// The document model: sections, blocks, table of contents and problems, each with its span; and what holds for any text.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownToMdast } from 'satteri';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { createSatteriParser } from '../../server/src/core/markdown/satteriParser.ts';
import { slugOf } from '../../server/src/core/model/anchors.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import type { DocumentModel } from '../../server/src/core/model/documentModel.ts';
import { measureSpan } from '../../server/src/core/model/measures.ts';
import { headingPartSpan } from '../../server/src/core/model/sections.ts';
import type { Span } from '../../server/src/core/sourceText.ts';

const parser = createSatteriParser(markdownToMdast);
const build = (text: string): DocumentModel => buildModel(text, parser);
const cut = (model: DocumentModel, span: Span): string => model.source.slice(span);

const sample = [
  '\uFEFF# 标题',
  '',
  '> **编号**: X',
  '',
  '## 📑 目录',
  '',
  '- [标题](#标题)',
  '  - [一](#一)',
  '    - [一点一](#11-一点一-)',
  '',
  '## 一',
  '',
  '正文 [链](a.md "t") <https://b.c> ![图](<x y.png>) [引][r]。',
  '',
  '### 1.1 **一点一** ✅ ##',
  '',
  '```rust,no_run title="x"',
  'fn main() {}',
  '```',
  '',
  '- [x] 完成 **了**',
  '  1. 内',
  '- [ ] 待办',
  '',
  '| a | b |',
  '|---|---|',
  '| 1 |  |',
  '',
  '二',
  '---',
  '',
  '> ## 引用里的标题',
  '',
  '- ## 列表里的标题',
  '',
  '[r]: <d e.md>',
  '',
  '<!-- casewright: x -->',
  '',
  '~~~',
  '没有结束',
  '',
].join('\n');

describe('document model', () => {
  const model = build(sample);

  it('nests sections and leaves headings of quotes and lists alone', () => {
    const rows = model.sections.map((section) => [
      section.level,
      section.heading.text,
      section.anchor,
      section.parent?.heading.text,
    ]);
    assert.deepEqual(rows, [
      [1, '标题', '标题', undefined],
      [2, '📑 目录', '-目录', '标题'],
      [2, '一', '一', '标题'],
      [3, '1.1 一点一 ✅', '11-一点一-', '一'],
      [2, '二', '二', '标题'],
    ]);
    assert.equal(model.title, model.sections[0]);
    assert.deepEqual(model.topSections, [model.sections[0]]);
    assert.deepEqual(model.sections[2]?.children, [model.sections[3]]);
  });

  it('gives sections whole lines', () => {
    const [title, , one, sub, two] = model.sections;
    assert.ok(title && one && sub && two);
    assert.equal(cut(model, title.heading.span), '# 标题');
    assert.equal(title.span.start, 0);
    assert.equal(title.span.end, sample.length);
    assert.ok(cut(model, one.span).startsWith('## 一\n') && cut(model, one.span).endsWith('|  |\n\n'));
    assert.equal(one.bodySpan.end, sub.span.start);
    assert.ok(cut(model, one.bodySpan).startsWith('\n正文'));
    assert.equal(cut(model, sub.heading.span), '### 1.1 **一点一** ✅ ##');
    assert.equal(cut(model, sub.heading.textSpan), '1.1 **一点一** ✅');
    assert.equal(cut(model, two.heading.span), '二\n---');
  });

  it('finds parts of a heading in the source', () => {
    const heading = model.sections[3]?.heading;
    assert.ok(heading);
    const { ordinal, name, nameStart } = heading.identity;
    const ordinalSpan = headingPartSpan(model.source, heading, ordinal?.start ?? 0, ordinal?.end ?? 0);
    const nameSpan = headingPartSpan(model.source, heading, nameStart, nameStart + name.length);
    assert.equal(ordinalSpan && cut(model, ordinalSpan), '1.1');
    assert.equal(nameSpan && cut(model, nameSpan), '一点一');
    const split = build('# **1**. a').sections[0]?.heading;
    assert.ok(split);
    assert.equal(headingPartSpan(build('# **1**. a').source, split, 0, 2), undefined);
  });

  it('reads the table of contents', () => {
    assert.deepEqual(
      model.toc?.entries.map(({ text, anchor, depth }) => [text, anchor, depth]),
      [
        ['标题', '标题', 0],
        ['一', '一', 1],
        ['一点一', '11-一点一-', 2],
      ],
    );
    assert.equal(
      model.toc.entries.map((entry) => cut(model, entry.span)).join(),
      '[标题](#标题),[一](#一),[一点一](#11-一点一-)',
    );
    assert.ok(cut(model, model.toc.listSpan).startsWith('- [标题]'));
    assert.equal(build('# A\n\n## Contents\n\ntext\n').toc?.entries.length, 0);
    assert.equal(build('# A\n\n## 目录结构\n\n- [x](y.md)\n').toc, undefined);
    assert.deepEqual(
      build('## 目录\n\n**甲**\n\n1. [a](#%E4%B8%80)\n\n**乙**\n\n1. [b](#%)\n').toc?.entries.map(
        (entry) => entry.anchor,
      ),
      ['一', '%'],
    );
  });

  it('reads links, images, tasks, tables, lists, comments', () => {
    const { links, images, tasks, tables, lists, code } = model.blocks;
    assert.deepEqual(
      links.slice(3).map((link) => [link.form, link.text, link.url, cut(model, link.urlSpan)]),
      [
        ['inline', '链', 'a.md', 'a.md'],
        ['autolink', 'https://b.c', 'https://b.c', 'https://b.c'],
        ['reference', '引', 'd e.md', '[引][r]'],
        ['definition', 'r', 'd e.md', 'd e.md'],
      ],
    );
    assert.deepEqual(
      images.map((image) => [image.alt, image.url, cut(model, image.urlSpan)]),
      [['图', 'x y.png', 'x y.png']],
    );
    assert.deepEqual(
      tasks.map((task) => [task.text, task.isChecked, cut(model, task.boxSpan), cut(model, task.span)]),
      [
        ['完成 了', true, '[x]', '- [x] 完成 **了**'],
        ['待办', false, '[ ]', '- [ ] 待办'],
      ],
    );
    assert.deepEqual(
      tables.map((table) =>
        [table.header, ...table.rows].map((row) => row.map((cell) => [cell.text, cut(model, cell.span)])),
      ),
      [
        [
          [
            ['a', 'a'],
            ['b', 'b'],
          ],
          [
            ['1', '1'],
            ['', ''],
          ],
        ],
      ],
    );
    assert.deepEqual(
      lists.map((list) => [list.depth, list.isOrdered, list.items.map((item) => item.text).join('|')]).slice(3),
      [
        [0, false, '完成 了|待办'],
        [1, true, '内'],
        [0, false, ''],
      ],
    );
    assert.deepEqual(
      model.comments.map((comment) => [comment.text, cut(model, comment.span)]),
      [[' casewright: x ', '<!-- casewright: x -->']],
    );
    assert.deepEqual(
      code.map((block) => [
        block.language,
        block.meta,
        block.isClosed,
        cut(model, block.languageSpan),
        cut(model, block.contentSpan),
      ]),
      [
        ['rust,no_run', 'title="x"', true, 'rust,no_run', 'fn main() {}'],
        [undefined, undefined, false, '', '没有结束'],
      ],
    );
  });

  it('reports unclosed fences and merge conflicts at their line', () => {
    assert.deepEqual(
      model.problems.map((problem) => [problem.kind, cut(model, problem.span)]),
      [['fence-unclosed', '~~~']],
    );
    const conflict = build(
      '# A\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n\n```\n<<<<<<< HEAD\n=======\n>>>>>>> y\n```\n',
    );
    assert.deepEqual(
      conflict.problems.map((problem) => [problem.kind, problem.span.start]),
      [['merge-conflict', 5]],
    );
    assert.equal(build(`${'> '.repeat(300)}x`).problems[0]?.kind, 'depth-cut');
  });

  it('tells diagrams from code and text', () => {
    const rows: readonly (readonly [string, boolean])[] = [
      ['```mermaid\nx\n```', true],
      ['```plantuml\n```', true],
      ['```dot\n```', true],
      ['```\n┌─┐\n│ │\n└─┘\n```', true],
      ['```text\nA → B\nB → C\nC → D\n```', true],
      ['```text\n+---+\n| a |\n+---+\n+---+\n```', true],
      ['```\na → b\n```', false],
      ['```sql\n-- ┌─┐\n-- │ │\n-- └─┘\n```', false],
      ['    ├ a\n    ├ b\n    └ c', true],
      ['```text\n共 3 篇\n```', false],
    ];
    for (const [text, isDiagram] of rows) assert.equal(build(text).blocks.code[0]?.isDiagram, isDiagram, text);
  });

  it('makes GitHub anchors', () => {
    const rows: readonly (readonly [string, string])[] = [
      ['📑 目录', '-目录'],
      ['🏗️ 架构', '\uFE0F-架构'],
      ['OTLP_rust', 'otlp_rust'],
      ['A & B', 'a--b'],
      ['第1章：概述（一）', '第1章概述一'],
      ['C++', 'c'],
      ['1.1 业务需求', '11-业务需求'],
    ];
    for (const [text, anchor] of rows) assert.equal(slugOf(text), anchor);
    assert.deepEqual(
      build('# a\n\n## 目标\n\n## 目标\n\n## `a_b` *c* [d](e) \\_f\n').sections.map((section) => section.anchor),
      ['a', '目标', '目标-1', 'a_b-c-d-_f'],
    );
  });

  it('reads headings without text and documents without anything', () => {
    const empty = build('#\n\n##  \n\n### #\n');
    assert.deepEqual(
      empty.sections.map((section) => [
        section.heading.text,
        section.heading.textSpan.start === section.heading.textSpan.end,
      ]),
      [
        ['', true],
        ['', true],
        ['', true],
      ],
    );
    for (const text of ['', '\uFEFF', '\n', '\r', ' ']) assert.equal(build(text).sections.length, 0);
  });
});

/** Every span of a model, with the text it should hold where that is known. */
function allSpans(model: DocumentModel): [Span, string | undefined][] {
  const { blocks } = model;
  return [
    ...model.sections.flatMap((section): [Span, undefined][] => [
      [section.span, undefined],
      [section.bodySpan, undefined],
      [section.heading.span, undefined],
      [section.heading.textSpan, undefined],
    ]),
    ...model.metadata.flatMap((block) =>
      block.fields.flatMap((field): [Span, string | undefined][] => [
        [field.span, undefined],
        [field.keySpan, field.items === undefined && !field.key.includes('.') ? field.key : undefined],
        [field.valueSpan, undefined],
      ]),
    ),
    ...blocks.code.flatMap((block): [Span, string | undefined][] => [
      [block.span, undefined],
      [block.contentSpan, undefined],
      [block.languageSpan, block.language ?? ''],
    ]),
    ...blocks.links.flatMap((link): [Span, undefined][] => [
      [link.span, undefined],
      [link.urlSpan, undefined],
    ]),
    ...blocks.images.map((image): [Span, undefined] => [image.urlSpan, undefined]),
    ...blocks.tasks.flatMap((task): [Span, string | undefined][] => [
      [task.span, undefined],
      [task.boxSpan, undefined],
    ]),
    ...blocks.tables.flatMap((table) =>
      [table.header, ...table.rows].flat().map((cell): [Span, undefined] => [cell.span, undefined]),
    ),
    ...model.comments.map((comment): [Span, string] => [comment.textSpan, comment.text]),
    ...(model.toc?.entries ?? []).map((entry): [Span, undefined] => [entry.span, undefined]),
    ...model.problems.map((problem): [Span, undefined] => [problem.span, undefined]),
  ];
}

function assertSound(text: string, model: DocumentModel): void {
  for (const [span, expected] of allSpans(model)) {
    assert.ok(
      span.start >= 0 && span.start <= span.end && span.end <= text.length,
      `${JSON.stringify(text)} ${JSON.stringify(span)}`,
    );
    if (expected !== undefined) assert.equal(text.slice(span.start, span.end), expected, JSON.stringify(text));
  }
  for (const { boxSpan } of model.blocks.tasks)
    assert.match(text.slice(boxSpan.start, boxSpan.end), /^\[[\sxX]\]$/, JSON.stringify(text));
  for (const { heading, span, bodySpan } of model.sections) {
    assert.ok(
      span.start <= heading.span.start &&
        heading.span.end <= Math.max(bodySpan.start, span.end) &&
        bodySpan.end <= span.end,
      JSON.stringify(text),
    );
  }
}

describe('document model, any text', () => {
  it('is built of every prefix of a document', () => {
    for (let end = 0; end <= sample.length; end++) assertSound(sample.slice(0, end), build(sample.slice(0, end)));
    const header =
      '---\ntitle: "a"\ntags:\n  - b\n---\n\n# T\n\n**k：** v | 字数: 1\n\n- **版本**: 1\n\n| 属性 | 值 |\n|---|---|\n| a | b |\n';
    for (let end = 0; end <= header.length; end++) assertSound(header.slice(0, end), build(header.slice(0, end)));
  });

  const pieces = [
    '# ',
    '## 甲',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\uFEFF',
    '> ',
    '- ',
    '- [x] ',
    '- [ ]',
    '1. ',
    '**k**: v',
    '**键：** 值',
    '```',
    '```js',
    '~~~',
    '| a | b |',
    '|---|---|',
    '[a](b)',
    '[a]: b',
    '![](c)',
    '<!-- x -->',
    '<!--',
    '---',
    '---\nk: v\n',
    '😀',
    'e\u0301',
    '\ud83d',
    '\0',
    '\t',
    '    ',
    '目录',
    'www.a.b',
    '：',
    ' | ',
    '# 1. 甲 ✅',
    '\u2028',
    '=== ',
    '<<<<<<< ',
    '[^1]',
    '&amp;',
  ];
  const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(''));

  it('takes no key from broken front matter that nobody wrote', () => {
    const text = '---\nk: v\n- [x] \r---\nk: v\n';
    const model = buildModel(text, remarkParser);
    assertSound(text, model);
    assert.deepEqual(
      model.metadata.flatMap(({ fields }) => fields.map(({ key }) => key)),
      ['k'],
    );
  });

  it('is sound for hostile text, with either parser', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const each of [parser, remarkParser]) {
          const model = buildModel(text, each);
          assertSound(text, model);
          measureSpan(model, { start: 0, end: text.length });
        }
      }),
      { numRuns: 250 },
    );
  });

  it('does not depend on line endings or a byte order mark', () => {
    const shape = (model: DocumentModel) => ({
      headings: model.sections.map(({ heading, anchor, level }) => [level, heading.text, anchor]),
      fields: model.metadata.map((block) => [
        block.dialect,
        block.place,
        block.fields.map((field) => [field.key, field.value]),
      ]),
      code: model.blocks.code.map((block) => [block.language, block.isClosed, block.isDiagram]),
      tasks: model.blocks.tasks.map((task) => [task.text, task.isChecked]),
      toc: model.toc?.entries.map((entry) => [entry.anchor, entry.depth]),
      problems: model.problems.map((problem) => problem.kind),
    });
    const plain = sample.slice(1);
    for (const other of [
      sample,
      plain.replaceAll('\n', '\r\n'),
      plain.replaceAll('\n', '\r'),
      `\uFEFF${plain.replaceAll('\n', '\r\n')}`,
    ])
      assert.deepEqual(shape(build(other)), shape(build(plain)));
  });
});
