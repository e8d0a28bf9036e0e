// Outline, folds, growing selections.
import assert from 'node:assert/strict';
import { open, uri } from '../support/openEngine.ts';

const document = `# 案例1：库存

> **文档编号**: CASE-001

## 1. 概述

解决超卖。

## 2. 事务实现方案

### 2.1 方案1：条件更新

\`\`\`sql
UPDATE stock
SET n = n - 1;
\`\`\`
`;

describe('outline', () => {
  it('nests sections and ends them before blank lines', () => {
    const [title] = open(document).ask('documentSymbols', { uri });
    assert.equal(title?.name, '案例1：库存');
    assert.deepEqual(
      title.children.map((node) => [node.name, node.range.start.line, node.range.end.line]),
      [
        ['1. 概述', 4, 6],
        ['2. 事务实现方案', 8, 15],
      ],
    );
  });

  it('shows the template’s name beside a section that is called otherwise', () => {
    const [title] = open(document).ask('documentSymbols', { uri });
    assert.equal(title?.children[1]?.detail, '实现方案');
    assert.equal(title.children[0]?.detail, '');
  });

  it('folds sections, code and metadata', () => {
    const folds = open(document.replace('> **文档编号**: CASE-001', '> **文档编号**: CASE-001\n> **状态**: 草稿')).ask(
      'foldingRanges',
      { uri },
    );
    const lines = folds.map(
      (fold) => `${String(fold.startLine)}-${String(fold.endLine)}${fold.kind === undefined ? '' : ` ${fold.kind}`}`,
    );
    assert.ok(lines.includes('2-3 region'), lines.join());
    assert.ok(lines.includes('13-16'), lines.join());
    assert.ok(lines.includes('9-16'), lines.join());
  });

  it('grows a selection from the value to the document', () => {
    const opened = open(document.replace('CASE-001', 'CASE<|>-001'));
    const [ranges = []] = opened.ask('selectionRanges', { uri, positions: opened.cursors });
    const texts = ranges.map((range) => opened.source.slice(opened.source.spanOf(range)));
    assert.equal(texts[0], 'CASE-001');
    assert.equal(texts.at(-1), opened.text);
    for (const [index, range] of ranges.entries()) {
      const outer = ranges[index + 1];
      if (outer === undefined) continue;
      const [inside, around] = [opened.source.spanOf(range), opened.source.spanOf(outer)];
      assert.ok(around.start <= inside.start && inside.end <= around.end, 'each range holds the one before');
    }
  });
});
