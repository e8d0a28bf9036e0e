// Changes made in the roadmap, written back to the plan: the smallest edit, read back as what was meant, nothing the second time.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../server/src/core/applyEdits.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import type { DocumentModel } from '../../server/src/core/model/documentModel.ts';
import { changePlan } from '../../server/src/core/roadmap/edits/changePlan.ts';
import { isOwnPlace } from '../../server/src/core/roadmap/edits/ownPlaces.ts';
import type { ChangeOutcome, PlanChange } from '../../server/src/core/roadmap/edits/planChange.ts';
import { renameItem } from '../../server/src/core/roadmap/edits/renameItem.ts';
import type { Plan, PlanItem, Status } from '../../server/src/core/roadmap/plan.ts';
import { readPlan } from '../../server/src/core/roadmap/readPlan.ts';
import { sharedDocument, sharedFolder } from '../support/sharedDocuments.ts';

const text = `# 第二季度文档计划

## 主题

### 1. payment Crate (2个主题)

#### 1.1 对账指南
**文件:** \`docs/payment/reconciliation.md\`  
**预计行数:** ~600 行

**内容大纲:**
- 日终对账

#### 1.2 退款指南
**文件:** \`docs/payment/refund.md\`  
**预计行数:** ~500 行

### 2. user Crate (1个主题)

#### 2.1 登录指南
**文件:** \`docs/user/login.md\`  
**预计行数:** ~400 行

## 优先级

### P0 - 先做
1. ⏳ payment: 对账指南
2. ✅ user: 登录指南

### P1 - 后做
3. ⏳ payment: 退款指南

## 进度

| 主题 | Crate | 优先级 | 状态 | 完成度 |
|------|-------|--------|------|--------|
| 对账指南 | payment | P0 | ⏳ 待开始 | 0% |
| 退款指南 | payment | P1 | ⏳ 待开始 | 0% |
| 登录指南 | user | P0 | ✅ 已完成 | 100% |
`;

interface Read {
  readonly plan: Plan;
  readonly model: DocumentModel;
}

function read(source: string, path = 'plan.md'): Read {
  const model = buildModel(source, remarkParser);
  const plan = readPlan(path, model);
  assert.ok(plan, 'the document holds a plan');
  return { plan, model };
}

function itemOf({ plan }: Read, title: string): PlanItem {
  const item = plan.items.find((candidate) => candidate.title === title);
  assert.ok(item, `no item ${title}`);
  return item;
}

function change(
  source: string,
  title: string,
  wanted: PlanChange,
): { readonly lines: string; readonly outcome: ChangeOutcome } {
  const found = read(source);
  const outcome = changePlan({ ...found, item: itemOf(found, title) }, wanted);
  return {
    outcome,
    lines: 'edits' in outcome ? difference(source, applyEdits(source, outcome.edits)) : outcome.refusal.key,
  };
}

function difference(before: string, after: string): string {
  const old = before.split('\n');
  const now = after.split('\n');
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ].join('\n');
}

describe('changes of a plan', () => {
  it('write a status to every place that states it, in the words of the plan', () => {
    assert.equal(
      change(text, '对账指南', { kind: 'status', status: 'done' }).lines,
      `- 1. ⏳ payment: 对账指南
- | 对账指南 | payment | P0 | ⏳ 待开始 | 0% |
+ 1. ✅ payment: 对账指南
+ | 对账指南 | payment | P0 | ✅ 已完成 | 100% |`,
    );
  });

  it('leave no 100% beside a status that is not done', () => {
    assert.equal(
      change(text, '登录指南', { kind: 'status', status: 'in-progress' }).lines,
      `- 2. ✅ user: 登录指南
- | 登录指南 | user | P0 | ✅ 已完成 | 100% |
+ 2. 🔄 user: 登录指南
+ | 登录指南 | user | P0 | 🔄 进行中 | - |`,
    );
  });

  it('do nothing where the plan says so already', () => {
    const { outcome } = change(text, '登录指南', { kind: 'status', status: 'done' });
    assert.deepEqual('edits' in outcome && outcome.edits, []);
  });

  it('add a status line to a block that states none, written as its other lines', () => {
    const bare = text.slice(0, text.indexOf('## 优先级'));
    assert.equal(
      change(bare, '对账指南', { kind: 'status', status: 'in-progress' }).lines,
      `- **预计行数:** ~600 行
+ **预计行数:** ~600 行  
+ **状态:** 🔄 进行中`,
    );
  });

  it('leave the words of a gap alone: the status goes to the block of the item', () => {
    const gaps =
      '# 案例计划\n\n## 缺失的案例\n\n- [ ] **物流系统案例缺失**\n\n## 案例\n\n### 3.1 业务案例（1个案例，2周）\n\n1. **物流系统案例**（`cases/a.md`）\n   - **预计工作量**: 2周\n';
    assert.equal(change(gaps, '物流系统案例', { kind: 'status', status: 'done' }).lines, '+    - **状态**: ✅ 已完成');
  });

  it('write a priority to its cell, and say which heading still gives another', () => {
    const { lines, outcome } = change(text, '退款指南', { kind: 'priority', priority: 'P2' });
    assert.equal(
      lines,
      `- | 退款指南 | payment | P1 | ⏳ 待开始 | 0% |
+ | 退款指南 | payment | P2 | ⏳ 待开始 | 0% |`,
    );
    assert.deepEqual('notice' in outcome && outcome.notice, {
      key: 'roadmap.change.priority-left',
      args: { priority: 'P1', line: text.split('\n').indexOf('3. ⏳ payment: 退款指南') + 1 },
    });
  });

  it('move a block with its next number, and the group that other lines name', () => {
    const found = read(text);
    const group = itemOf(found, '登录指南').group ?? '';
    assert.equal(
      change(text, '对账指南', { kind: 'move', group }).lines,
      `- #### 1.1 对账指南
- 1. ⏳ payment: 对账指南
- | 对账指南 | payment | P0 | ⏳ 待开始 | 0% |
+ #### 2.2 对账指南
+ 1. ⏳ user: 对账指南
+ | 对账指南 | user | P0 | ⏳ 待开始 | 0% |`,
    );
    const outcome = changePlan({ ...found, item: itemOf(found, '对账指南') }, { kind: 'move', group });
    const after = read('edits' in outcome ? applyEdits(text, outcome.edits) : text);
    assert.equal(itemOf(after, '对账指南').group, itemOf(after, '登录指南').group);
    assert.equal(after.plan.items.length, found.plan.items.length);
  });

  it('refuse what the plan has no place for, with the reason', () => {
    assert.equal(change(text, '对账指南', { kind: 'milestone', milestone: 'M1' }).lines, 'roadmap.change.no-milestone');
    assert.equal(change(text, '对账指南', { kind: 'move', group: 'nowhere' }).lines, 'roadmap.change.no-group');
    const box = { start: 0, end: 3 };
    assert.equal(change(text, '对账指南', { kind: 'task', box, isDone: true }).lines, 'roadmap.change.box-gone');
  });

  it('tick a box: one character', () => {
    const tasks =
      '# 计划\n\n## Phase 1：基础（优先级：P0）\n\n#### 1.1 实现存储（3-4 天）\n\n**功能**：\n- [ ] 写入\n- [x] 读取\n';
    const found = read(tasks);
    const item = itemOf(found, '实现存储');
    const [task] = item.tasks;
    assert.ok(task);
    const outcome = changePlan({ ...found, item }, { kind: 'task', box: task.box, isDone: true });
    assert.ok('edits' in outcome);
    assert.equal(difference(tasks, applyEdits(tasks, outcome.edits)), '- - [ ] 写入\n+ - [x] 写入');
    assert.equal(outcome.edits.map(({ newText }) => newText).join(), 'x');
  });

  it('rename an item in every place that names it, links to its heading included', () => {
    const linked = text.replace('## 主题', '见[对账指南](#11-对账指南)。\n\n## 主题');
    const found = read(linked);
    const edits = renameItem({ ...found, item: itemOf(found, '对账指南') }, '清算指南', remarkParser);
    const after = applyEdits(linked, edits);
    assert.ok(!after.includes('对账指南\n') && after.includes('(#11-清算指南)'), after);
    assert.equal(itemOf(read(after), '清算指南').mentions.length, itemOf(found, '对账指南').mentions.length);
  });
});

describe('changes of real plans', () => {
  const folder = join(sharedFolder, 'seeds');
  if (!existsSync(folder)) {
    it('skipped: ../shared/seeds is not there', function () {
      this.skip();
    });
    return;
  }
  for (const name of readdirSync(folder)) {
    it(`${name}: a status is read back as written, and nothing else changes`, () => {
      const { text: source } = sharedDocument(`seeds/${name}`);
      const found = read(source);
      found.plan.items.forEach((item, index) => {
        checkStatus(source, found, item, index % 2 === 0 ? 'done' : 'in-progress');
      });
    });
  }
});

function checkStatus(source: string, found: Read, item: PlanItem, status: Status): void {
  const outcome = changePlan({ ...found, item }, { kind: 'status', status });
  if (!('edits' in outcome) || outcome.edits.length === 0) return;
  const after = applyEdits(source, outcome.edits);
  const changed = difference(source, after);
  assert.ok(changed.split('\n').length <= 2 * outcome.edits.length + 1, changed);
  const again = read(after);
  const same = again.plan.items.find(({ key, title }) => key === item.key && title === item.title);
  assert.ok(same, `${item.title} is lost:\n${changed}`);
  assert.equal(again.plan.items.length, found.plan.items.length, changed);
  // A gap is named by its whole line: there is nothing to write.
  const own = same.statuses.filter(
    (stated) =>
      stated.via !== 'gap' && stated.isDerived !== true && isOwnPlace(same, stated) && stated.percent === undefined,
  );
  // A box knows only done and open.
  const wanted = own.filter(({ span }) => !again.model.source.slice(span).startsWith('['));
  for (const stated of wanted) assert.equal(stated.value, status, `${item.title}:\n${changed}`);
}
