// What counts as text, code, diagram and section.
import assert from 'node:assert/strict';
import { markdownToMdast } from 'satteri';
import { createSatteriParser } from '../../server/src/core/markdown/satteriParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { measureSpan, textLength } from '../../server/src/core/model/measures.ts';

const parser = createSatteriParser(markdownToMdast);

const lengths: readonly (readonly [text: string, length: number])[] = [
  ['', 0],
  ['概述', 2],
  ['概述。', 2],
  ['PostgreSQL 17 & 18', 3],
  ['用 Rust 写 3 行', 5],
  ['MVCC机制', 3],
  ['3.14', 2],
  ['a-b', 2],
  ['日本語のテキスト', 8],
  ['한국어', 3],
  ['见 [文档](https://a.b/c?d=e)', 3],
  ['https://example.com/x', 0],
  ['详见https://a.b/c，然后', 4],
  ['a<br>b', 2],
  ['<!-- 不算 -->算', 1],
  ['𠀀字', 2],
  ['😀', 0],
  ['前\n```sql\nSELECT 1;\n```\n后', 2],
];

const document = [
  '---',
  'title: 不算',
  '---',
  '# 标题',
  '',
  '开头 [链](https://a.b/c)。',
  '',
  '## 目录',
  '',
  '- [一](#一)',
  '- [二](#二)',
  '',
  '## 一',
  '',
  '正文 <!-- 注 --> 五字。',
  '',
  '```rust,no_run',
  'fn main() {}',
  '',
  '```',
  '',
  '### 一点一',
  '',
  '| a | b |',
  '|---|---|',
  '| 1 | 2 |',
  '',
  '- [ ] 做',
  '- x',
  '  - y',
  '',
  '## 二',
  '',
  '```mermaid',
  'graph TD',
  '```',
  '',
  '```',
  '┌─┐',
  '│a│',
  '└─┘',
  '```',
  '',
  '![图](x.png)',
  '',
  '```__proto__',
  '```',
  '',
].join('\n');
const model = buildModel(document, parser);
const whole = measureSpan(model, { start: 0, end: document.length });
const sectionOf = (name: string) => {
  const section = model.sections.find(({ heading }) => heading.text === name);
  assert.ok(section);
  return section;
};

describe('measures', () => {
  for (const [text, length] of lengths)
    it(`${JSON.stringify(text)} is ${length}`, () => {
      assert.equal(textLength(text), length);
    });

  it('counts a document', () => {
    assert.deepEqual(
      { ...whole, languages: [...whole.languages], codeByLanguage: { ...whole.codeByLanguage } },
      {
        // 标题 开头链 | 目录 一 二 | 一 正文五字 | 一点一 a b 1 2 做 x y | 二 图
        length: 5 + 4 + 5 + 10 + 2,
        words: 26,
        characters: document.replace(/\s/g, '').length,
        lines: 47,
        codeBlocks: 2,
        codeLines: 2,
        tables: 1,
        diagrams: 3,
        lists: 1,
        links: 1,
        images: 1,
        tasks: 1,
        sections: 3,
        subsections: 1,
        languages: ['rust', 'mermaid', '__proto__'],
        codeByLanguage: { rust: 1, mermaid: 1, ['__proto__']: 1 },
      },
    );
  });

  it('counts a section without its own heading', () => {
    const counts = measureSpan(model, sectionOf('一').span);
    assert.equal(counts.length, 4 + 10);
    assert.equal(counts.sections, 1);
    assert.equal(counts.subsections, 0);
    assert.equal(counts.codeBlocks, 1);
    assert.equal(measureSpan(model, sectionOf('一').bodySpan).length, 4);
    assert.equal(measureSpan(model, sectionOf('二').span).diagrams, 3);
    assert.equal(measureSpan(model, sectionOf('标题').span).sections, 3);
  });

  it('counts nothing in an empty document', () => {
    const empty = measureSpan(buildModel('', parser), { start: 0, end: 0 });
    for (const [name, value] of Object.entries(empty)) if (typeof value === 'number') assert.equal(value, 0, name);
  });

  it('adds up: the parts of a text have the length of the whole', () => {
    const half = document.indexOf('正文') + 1;
    const parts = [
      { start: 0, end: half },
      { start: half, end: document.length },
    ].map((span) => measureSpan(model, span).length);
    assert.equal((parts[0] ?? 0) + (parts[1] ?? 0), whole.length);
  });
});
