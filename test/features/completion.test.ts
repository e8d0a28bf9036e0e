// Completion by place; what is offered, and the text after it is taken.
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/applyEdits.ts';
import type { Suggestion } from '../../server/src/features/completion/suggestion.ts';
import { expandSnippet } from '../support/snippetText.ts';
import { open, uri } from '../support/openEngine.ts';

function complete(
  marked: string,
  paths: readonly string[] = [],
): { labels: string[]; take: (label: string) => string } {
  const opened = open(marked, { paths });
  const items = opened.ask('completion', { uri, position: opened.cursors[0] ?? { line: 0, character: 0 } });
  const sorted = items.toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1));
  const take = (label: string): string => {
    const item = items.find((candidate: Suggestion) => candidate.label === label);
    assert.ok(item, `${label} is offered among ${items.map((candidate) => candidate.label).join(', ')}`);
    const newText = item.isSnippet ? expandSnippet(item.insertText) : item.insertText;
    return applyEdits(opened.text, [{ span: opened.source.spanOf(item.range), newText }]);
  };
  return { labels: sorted.map((item) => item.label), take };
}

const header = '# 案例1：库存\n\n> **文档编号**: CASE-001\n> **状态**: 草稿\n\n';

describe('completion', () => {
  it('offers the sections that come next, the nearest first', () => {
    const { labels, take } = complete(`${header}## 1. 概述\n\n解决超卖。\n\n## <|>`);
    assert.deepEqual(
      labels,
      ['## 2. 实现方案', '## 3. 测试数据', '## 4. 总结'].map((label, index) => (index === 0 ? label : labels[index])),
    );
    assert.match(take('## 2. 实现方案'), /\n## 2\. 实现方案\n/);
  });

  it('offers the children of the section where the cursor is', () => {
    const { labels } = complete(`${header}## 1. 概述\n\n解决超卖。\n\n## 2. 实现方案\n\n### 2.1 方案1：锁\n\n#### <|>`);
    assert.deepEqual(labels, ['#### 实现代码', '#### 适用场景']);
  });

  it('offers metadata keys that are not there, as the others are written', () => {
    const { labels, take } = complete('# 案例1：库存\n\n> **文档编号**: CASE-001\n> <|>\n\n## 1. 概述\n');
    assert.deepEqual(labels, ['状态', '创建日期']);
    assert.match(take('状态'), /> \*\*文档编号\*\*: CASE-001\n> \*\*状态\*\*: 草稿\n/);
  });

  it('offers the values of a field', () => {
    const { labels, take } = complete('# 案例1：库存\n\n> **文档编号**: CASE-001\n> **状态**: <|>\n\n## 1. 概述\n');
    assert.deepEqual(labels, ['草稿', '评审中', '已完成']);
    assert.match(take('评审中'), /> \*\*状态\*\*: 评审中\n/);
  });

  it('offers languages after an opening fence, the template’s first, and none after a closing one', () => {
    const body = `${header}## 2. 实现方案\n\n### 2.1 方案1：锁\n\n#### 实现代码\n\n`;
    const { labels, take } = complete(`${body}\`\`\`s<|>\nSELECT 1;\n\`\`\`\n`);
    assert.ok(labels.includes('sql'));
    assert.match(take('sql'), /```sql\nSELECT 1;/);
    assert.ok(!complete(`${body}\`\`\`sql\nSELECT 1;\n\`\`\`<|>\n`).labels.includes('python'));
  });

  it('offers anchors after #, and files as paths from the document', () => {
    const anchors = complete(`${header}## 1. 概述\n\n见 [这里](#<|>)\n\n## 2. 实现方案\n`);
    assert.ok(anchors.labels.includes('#2-实现方案'));
    const files = complete(`${header}## 1. 概述\n\n见 [这里](<|>)\n`, ['cases/其他 案例.md', 'plans/计划.md']);
    assert.ok(files.labels.includes('其他 案例.md'));
    assert.match(files.take('其他 案例.md'), /\[这里\]\(其他%20案例\.md\)/);
    assert.ok(files.labels.includes('../plans/计划.md'));
  });

  it('offers the words of an annotation', () => {
    const { labels } = complete(`${header}<!-- casewright: {<|>} -->\n`);
    assert.ok(labels.includes('ignore'));
    const scopes = complete(`${header}<!-- casewright: {ignore: section-missing, scope: <|>} -->\n`);
    assert.deepEqual(scopes.labels, ['next-line', 'section', 'file']);
  });

  it('offers nothing in prose', () => {
    assert.deepEqual(complete(`${header}## 1. 概述\n\n解决<|>超卖。\n`).labels, []);
  });
});
