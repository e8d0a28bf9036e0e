// Roadmaps over the protocol: read in the background, in step with disk and editor, nothing outside the library touched.
import assert from 'node:assert/strict';
import {
  requests,
  type CreateResult,
  type RoadmapBoardResult,
  type RoadmapItem,
  type RoadmapNode,
  type RoadmapResult,
  type ChangeResult,
} from '../../server/src/lsp/protocol.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor, type FakeEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const planUri = `${root}/plans/topic-plan.md`;
const poolUri = `${root}/topics/pool_guide.md`;

const plan = `# 存储主题扩展计划

### 1. storage Crate (2个主题)

#### 1.1 连接池指南
**文件:** \`topics/pool_guide.md\`
**预计行数:** ~300 行

**内容大纲:**
- 负载均衡

#### 1.2 重试指南
**文件:** \`../../secret/retry_guide.md\`
**预计行数:** ~200 行

**内容大纲:**
- 退避

## 进度

| 主题 | Crate | 优先级 | 状态 | 完成度 |
|------|-------|--------|------|--------|
| 连接池指南 | storage | P0 | ⏳ 待开始 | 0% |
| 重试指南 | storage | P1 | ⏳ 待开始 | 0% |
`;

interface Library {
  readonly editor: FakeEditor;
  readonly disk: MemoryFiles;
}

async function withPlan(test: (library: Library) => Promise<void>): Promise<void> {
  const disk = new MemoryFiles({ [planUri]: plan, [`${root}/docs/other.md`]: '# 其他\n' });
  await withEditor(
    { analysis: await directAnalysis(), files: disk, folders: [root], locale: 'zh' },
    async ({ editor }) => {
      await test({ editor, disk });
    },
  );
}

function itemsOf(nodes: readonly RoadmapNode[]): readonly RoadmapItem[] {
  return nodes.flatMap((node) => [...(node.item ? [node.item] : []), ...itemsOf(node.children)]);
}

async function items(editor: FakeEditor): Promise<readonly RoadmapItem[]> {
  const result = (await editor.request(requests.roadmap, { groupBy: 'plan', filter: '' })) as RoadmapResult;
  return itemsOf(result.nodes);
}

const said = (editor: FakeEditor): number =>
  editor.transcript.filter((line) => line.startsWith('<- casewright/roadmapChanged')).length;

describe('roadmaps over the protocol', () => {
  it('are answered once everything is read', () =>
    withPlan(async ({ editor }) => {
      const [first] = await items(editor);
      assert.deepEqual([first?.title, first?.state, first?.plannedUri], ['连接池指南', 'missing', poolUri]);
      assert.equal(first?.place.uri, planUri);
    }));

  it('follow files that are created, written and deleted outside the editor, and say so', () =>
    withPlan(async ({ editor, disk }) => {
      await editor.settled();
      const before = said(editor);
      disk.set(poolUri, '# 连接池指南\n\n正文。\n'.repeat(30));
      editor.filesChanged(poolUri);
      await editor.settled();
      assert.ok(said(editor) > before);
      const [there] = await items(editor);
      assert.equal(there?.fileUri, poolUri);
      assert.equal(there.actualLines, 90);
      assert.equal(there.hasDrift, true);
      disk.set(poolUri, '# 连接池指南\n');
      editor.filesChanged(poolUri);
      await editor.settled();
      assert.equal((await items(editor))[0]?.actualLines, 1);
      disk.delete(poolUri);
      editor.filesChanged(poolUri);
      await editor.settled();
      assert.equal((await items(editor))[0]?.state, 'missing');
    }));

  it('follow plans that appear and go', () =>
    withPlan(async ({ editor, disk }) => {
      disk.set(`${root}/plans/second-plan.md`, plan.replaceAll('连接池', '缓存').replaceAll('pool', 'cache'));
      editor.filesChanged(`${root}/plans/second-plan.md`);
      await editor.settled();
      assert.ok((await items(editor)).some(({ title }) => title === '缓存指南'));
      disk.delete(planUri);
      disk.delete(`${root}/plans/second-plan.md`);
      editor.filesChanged(planUri, `${root}/plans/second-plan.md`);
      await editor.settled();
      assert.deepEqual(await items(editor), []);
    }));

  it('hold the open plan against the disk, and again when the disk changes', () =>
    withPlan(async ({ editor, disk }) => {
      editor.open(planUri, plan);
      await editor.settled();
      assert.ok(editor.codes(planUri)?.includes('plan-file-missing'), editor.codes(planUri)?.join(' '));
      assert.ok(!editor.codes(planUri)?.includes('plan-file-status'));
      disk.set(poolUri, '# 连接池指南\n');
      editor.filesChanged(poolUri);
      await editor.settled();
      assert.ok(editor.codes(planUri)?.includes('plan-file-status'), editor.codes(planUri)?.join(' '));
    }));

  it('show an open plan as it stands in the editor, and on closing as it is on disk', () =>
    withPlan(async ({ editor }) => {
      editor.open(planUri, plan.replace('连接池指南\n', '连接池完整指南\n'));
      await editor.settled();
      assert.equal((await items(editor))[0]?.title, '连接池完整指南');
      editor.close(planUri);
      await editor.settled();
      assert.equal((await items(editor))[0]?.title, '连接池指南');
    }));

  it('never read what lies outside the library', () =>
    withPlan(async ({ editor, disk }) => {
      editor.open(planUri, plan);
      await editor.settled();
      const outside = (await items(editor)).find(({ title }) => title === '重试指南');
      assert.deepEqual([outside?.state, outside?.fileUri, outside?.plannedUri], ['unknown', undefined, undefined]);
      assert.ok(editor.codes(planUri)?.includes('plan-path'));
      assert.deepEqual(disk.reads.filter((uri) => uri.includes('secret')), []); // prettier-ignore
    }));

  it('make documents at the planned path and never over a file', () =>
    withPlan(async ({ editor, disk }) => {
      const [item] = await items(editor);
      const params = { itemId: item?.id, today: '2026-03-01' };
      const created = (await editor.request(requests.roadmapNewDocument, params)) as CreateResult;
      assert.equal(created.uri, poolUri);
      assert.match(created.text, /^# 连接池指南/);
      disk.set(poolUri, created.text);
      editor.filesChanged(poolUri);
      await editor.settled();
      assert.equal((await items(editor))[0]?.state, 'scaffolded');
      const refused = (await editor.request(requests.roadmapNewDocument, params)) as CreateResult;
      assert.deepEqual([refused.uri, refused.text], ['', '']);
      assert.match(refused.message ?? '', /已经存在/);
    }));

  it('write a change back as edits to the plan, for the version that is open', () =>
    withPlan(async ({ editor }) => {
      editor.open(planUri, plan, 7);
      await editor.settled();
      const [item] = await items(editor);
      const change = { kind: 'status', status: 'in-progress' };
      const result = (await editor.request(requests.roadmapChange, { itemId: item?.id, change })) as ChangeResult;
      assert.deepEqual(result.changes.map(({ uri, version }) => [uri, version]), [[planUri, 7]]); // prettier-ignore
    }));

  it('draw a board with the history of what is done', () =>
    withPlan(async ({ editor, disk }) => {
      const timed = '# 备份实施计划\n\n## Phase 1：基础（优先级：P0）\n\n### 任务清单\n\n#### 1.1 写快照（3-5 天）\n\n**文件**：\n\n- `src/snapshot_writer.go`（已创建）\n\n**功能**：\n\n- [x] 写出快照\n'; // prettier-ignore
      disk.set(`${root}/plans/backup-plan.md`, timed);
      disk.set(`${root}/src/snapshot_writer.go`, 'package a\n');
      disk.commits.set('src/snapshot_writer.go', '2026-02-03');
      editor.filesChanged(`${root}/plans/backup-plan.md`);
      await editor.settled();
      const board = (await editor.request(requests.roadmapBoard, {
        uri: `${root}/plans/backup-plan.md`,
      })) as RoadmapBoardResult;
      assert.deepEqual(board.rows.map(({ label, state }) => [label, state]), [['写快照', 'done']]); // prettier-ignore
      assert.deepEqual(board.burnUp, [{ date: '2026-02-03', days: 4 }]);
    }));

  it('refuse parameters of another shape', () =>
    withPlan(async ({ editor }) => {
      for (const [method, params] of [
        [requests.roadmapChange, { itemId: 'x', change: { kind: 'nonsense' } }],
        [requests.roadmapChoices, {}],
        [requests.roadmapNewDocument, { itemId: 'x' }],
        [requests.roadmap, null],
      ] as const) {
        await assert.rejects(editor.request(method, params), /Invalid parameters/);
      }
    }));
});

describe('files of plans that are no Markdown', () => {
  it('are watched by name, and no others', async () => {
    const timed = '# 备份实施计划\n\n## Phase 1：基础（优先级：P0）\n\n### 任务清单\n\n#### 1.1 写快照（3-5 天）\n\n**文件**：\n\n- `src/snapshot_writer.go`（待实现）\n\n**功能**：\n\n- [ ] 写出快照\n'; // prettier-ignore
    const disk = new MemoryFiles({ [`${root}/backup-plan.md`]: timed });
    const registered: string[] = [];
    const answers = {
      'client/registerCapability': (params: unknown) => {
        registered.push(JSON.stringify(params));
        return null;
      },
    };
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    const options = { analysis: await directAnalysis(), files: disk, folders: [root], answers, capabilities };
    await withEditor(options, async ({ editor }) => {
      await editor.settled();
      assert.equal((await items(editor))[0]?.state, 'missing');
      assert.ok(
        registered.some((params) => params.includes('"**/src/snapshot_writer.go"')),
        registered.join(),
      );
      disk.set(`${root}/src/snapshot_writer.go`, 'package a\n');
      editor.filesChanged(`${root}/src/snapshot_writer.go`);
      await editor.settled();
      assert.equal((await items(editor))[0]?.state, 'in-progress');
    });
  });
});
