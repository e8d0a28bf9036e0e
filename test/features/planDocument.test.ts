// What the editor offers inside a plan: progress, figures, links, definitions, values, names.
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/applyEdits.ts';
import { open, root, uri, type OpenDocument } from '../support/openEngine.ts';

const plan = `# 第二季度文档计划

## 主题

### 1. payment Crate (2个主题)

#### 1.1 对账<|>指南
**文件:** \`cases/recon<|>ciliation.md\`  
**预计行数:** ~600 行

#### 1.2 退款指南
**文件:** \`cases/refund.md\`  
**预计行数:** ~4 行

## 进度

| 主题 | Crate | 优先级 | 状态 | 完成度 |
|------|-------|--------|------|--------|
| 对账<|>指南 | payment | <|>P0 | ⏳<|> 待开始 | 0% |
| 退款指南 | payment | P1 | ✅ 已完成 | 100% |
`;

const written = '# 对账指南\n\n## 1. 概述\n\n对账。\n';
const path = '计划/季度计划.md';

function openPlan(): OpenDocument {
  return open(plan, { path, planned: { 'cases/reconciliation.md': written } });
}

function at(opened: OpenDocument, index: number) {
  const position = opened.cursors[index];
  assert.ok(position);
  return { uri, position };
}

const everything = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

describe('inside a plan', () => {
  it('the lens tells true progress and drift', () => {
    const [lens] = openPlan().ask('codeLens', { uri });
    assert.deepEqual([lens?.title, lens?.range.start.line], ['实际完成 0/2 · 2 处偏差', 0]);
  });

  it('stated lines that differ have the real ones beside them', () => {
    const hints = openPlan().ask('inlayHints', { uri, range: everything });
    assert.deepEqual(
      hints.map(({ label, position }) => [label, position.line]),
      [['→ 实际 5 行', 8]],
    );
  });

  it('hints outside the asked range are left out', () => {
    const range = { start: { line: 10, character: 0 }, end: { line: 20, character: 0 } };
    assert.deepEqual(openPlan().ask('inlayHints', { uri, range }), []);
  });

  it('paths of files that are there are links; others are not', () => {
    const links = openPlan().ask('documentLinks', { uri });
    assert.deepEqual(
      links.map(({ target }) => target),
      [`${root}/cases/reconciliation.md`],
    );
  });

  it('a name in a table leads to its definition, the definition and the path to the file', () => {
    const opened = openPlan();
    const target = (index: number) =>
      opened.ask('definition', at(opened, index)).map(({ uri: to, line }) => [to, line]);
    assert.deepEqual(target(2), [[uri, 6]]);
    assert.deepEqual(target(0), [[`${root}/cases/reconciliation.md`, 0]]);
    assert.deepEqual(target(1), [[`${root}/cases/reconciliation.md`, 0]]);
  });

  it('hover tells what is known of the item', () => {
    const opened = openPlan();
    const hover = opened.ask('hover', at(opened, 2));
    assert.match(hover?.markdown ?? '', /对账指南[^]*编写中[^]*cases\/reconciliation\\\.md/);
  });

  it('states and priorities are offered in the words of the plan', () => {
    const opened = openPlan();
    const labels = (index: number) => opened.ask('completion', at(opened, index)).map(({ label }) => label);
    assert.deepEqual(labels(3), ['P0', 'P1', 'P2', 'P3']);
    const statuses = opened.ask('completion', at(opened, 4));
    const done = statuses.find(({ detail }) => detail === 'done');
    assert.ok(done);
    const text = applyEdits(opened.text, [{ span: opened.source.spanOf(done.range), newText: done.insertText }]);
    assert.match(text, /\| 对账指南 \| payment \| P0 \| ✅ 已完成 \| 0% \|/);
  });

  it('a path in code marks is completed from the files of the library', () => {
    const opened = open(plan.replaceAll('<|>', '').replace('`cases/refund.md`', '`cases/<|>`'), {
      path,
      planned: { 'cases/reconciliation.md': written },
    });
    const labels = opened.ask('completion', at(opened, 0)).map(({ label }) => label);
    assert.deepEqual(labels, ['cases/reconciliation.md']);
  });

  it('items and phases are offered where something depends on them', () => {
    const opened = open(
      '# 计划\n\n## Phase 1：基础（优先级：P0）\n\n#### 1.1 实现存储（3-4 天）\n\n**功能**：\n- [ ] 写入\n\n#### 1.2 实现同步（3-4 天）\n\n**功能**：\n- [ ] 读取\n\n**依赖**：<|>\n',
      { path },
    );
    const labels = opened.ask('completion', at(opened, 0)).map(({ label }) => label);
    assert.ok(labels.includes('1.1') && labels.includes('Phase 1') && !labels.includes('1.2'), labels.join());
  });

  it('rename reaches every place, and refuses a name that is taken or breaks the line', () => {
    const opened = openPlan();
    const place = opened.ask('prepareRename', at(opened, 2));
    assert.equal(place?.placeholder, '对账指南');
    const renamed = opened.ask('rename', { ...at(opened, 2), newName: '清算指南' });
    assert.ok(renamed && 'edits' in renamed);
    const edits = renamed.edits.map(({ range, newText }) => ({ span: opened.source.spanOf(range), newText }));
    assert.equal(applyEdits(opened.text, edits), opened.text.replaceAll('对账指南', '清算指南'));
    for (const newName of ['退款指南', 'a|b', ' ']) {
      const refused = opened.ask('rename', { ...at(opened, 2), newName });
      assert.ok(refused && 'refusal' in refused, newName);
    }
  });

  it('the state of the file is offered where the plan says another one', () => {
    const opened = openPlan();
    const action = (title: string) => {
      const line = opened.text.split('\n').findIndex((text) => text.startsWith(`| ${title}`));
      const range = { start: { line, character: 0 }, end: { line, character: 200 } };
      const found = opened.ask('codeActions', { uri, range, only: ['quickfix'] }).actions;
      return found.find(({ mends, title: name }) => mends?.code === 'plan-file-status' && name.startsWith('采用'));
    };
    const apply = (title: string): string => {
      const edits = (action(title)?.edits ?? []).map(({ range, newText }) => ({
        span: opened.source.spanOf(range),
        newText,
      }));
      return applyEdits(opened.text, edits);
    };
    assert.match(action('对账指南')?.title ?? '', /编写中/);
    assert.match(apply('对账指南'), /\| 对账指南 \| payment \| P0 \| 🔄 进行中 \| 0% \|/);
    assert.match(action('退款指南')?.title ?? '', /缺失/);
    assert.match(apply('退款指南'), /\| 退款指南 \| payment \| P1 \| ⏳ 待开始 \| 0% \|/);
  });

  it('nothing of it stands in a case', () => {
    const opened = open('# 案例\n\n| 状态 |\n|---|\n| <|> |\n');
    assert.deepEqual(opened.ask('inlayHints', { uri, range: everything }), []);
    assert.equal(opened.ask('prepareRename', at(opened, 0)), undefined);
  });
});
