// The doctor over the protocol: one page for all libraries, with what was not read, its paths links that open.
import assert from 'node:assert/strict';
import { requests, type DoctorResult } from '../../server/src/lsp/protocol.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor, type FakeEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const other = 'file:///second%20one';

async function withLibraries(test: (editor: FakeEditor, disk: MemoryFiles) => Promise<void>): Promise<void> {
  const disk = new MemoryFiles({
    [`${root}/.casewright/config.json`]: '{"exclude": ["old/**"], "kindz": 1}',
    [`${root}/README.md`]: '# 库\n\n[支付](cases/支付.md) [没写](cases/没写.md)\n',
    [`${root}/cases/支付.md`]: '# 案例1：支付\n\n> **文档编号**: CASE-001\n',
    [`${root}/cases/a (1).md`]: '# 案例2：库存\n\n> **文档编号**: CASE-001\n',
    [`${root}/old/x.md`]: '# 旧\n',
    [`${root}/bad.md`]: '# 读不了\n',
    [`${other}/note.md`]: '# Note\n',
  });
  disk.unreadable(`${root}/bad.md`);
  const options = { analysis: await directAnalysis(), files: disk, folders: [root, other], locale: 'zh' };
  await withEditor(options, async ({ editor }) => {
    await editor.settled();
    await test(editor, disk);
  });
}

async function doctor(editor: FakeEditor): Promise<DoctorResult> {
  return (await editor.request(requests.doctor, {})) as DoctorResult;
}

/** The lines below a heading. */
function below(markdown: string, heading: string): readonly string[] {
  const [, rest = ''] = markdown.split(`\n## ${heading}`);
  return rest.split('\n#', 1).join('').split('\n').filter((line) => line.startsWith('-')); // prettier-ignore
}

const payment = `/cases/${encodeURIComponent('支付')}.md`;

describe('doctor over the protocol', () => {
  it('gives a page for each library, with what could not be read and what was left out', () =>
    withLibraries(async (editor) => {
      const { markdown, isReady } = await doctor(editor);
      assert.equal(isReady, true);
      assert.deepEqual(markdown.match(/^# .*/gm), ['# 案例库体检：library', '# 案例库体检：second one']);
      assert.match(below(markdown, '配置、模板或标准有问题').join(), /config\.json.*kindz/);
      assert.deepEqual(below(markdown, '未能读取或分析的文档').length, 1);
      assert.match(below(markdown, '未能读取或分析的文档').join(), /\[`bad\.md`\]\(\/bad\.md\)/);
      assert.match(below(markdown, '未检查').join(), /`old\/x\.md`.*exclude/);
      assert.match(below(markdown, '占位').join(), /^- `cases\/没写\.md` · 1 个链接指向它，来自 \[README\\?\.md\]/);
    }));

  it('makes links of paths, wherever they stand', () =>
    withLibraries(async (editor) => {
      const { markdown } = await doctor(editor);
      const clash = `- \`CASE-001\` · 见于 [cases/a (1).md](/cases/a%20%281%29.md), [cases/支付.md](${payment})`;
      assert.deepEqual(below(markdown, '编号重复'), [clash]);
      assert.ok(markdown.includes(`\n- [\`cases/支付.md\`](${payment})\n`));
      assert.ok(markdown.includes('\n- [`note.md`](/../second%20one/note.md)\n'));
    }));

  it('knows a copy of a document that is open', () =>
    withLibraries(async (editor, disk) => {
      const text =
        '# 案例3：退款\n\n> **文档编号**: CASE-003\n> **状态**: 草稿\n\n## 背景\n\n[支付](支付.md)，`cases/支付.md`。\n';
      for (const name of ['refund', 'copy']) disk.set(`${root}/cases/${name}.md`, text);
      editor.filesChanged(`${root}/cases/refund.md`, `${root}/cases/copy.md`);
      editor.open(`${root}/cases/refund.md`, text);
      await editor.settled();
      const lines = below((await doctor(editor)).markdown, '内容完全相同的文档');
      assert.equal(lines.length, 1);
      assert.match(lines.join(), /copy\.md.*refund\.md/);
    }));

  it('sees open documents as they stand in the editor, and files that are there by now', () =>
    withLibraries(async (editor, disk) => {
      editor.open(`${root}/cases/支付.md`, '# 案例1：支付\n\n> **文档编号**: CASE-002\n');
      disk.set(`${root}/cases/没写.md`, '# 写了\n');
      editor.filesChanged(`${root}/cases/没写.md`);
      await editor.settled();
      const { markdown } = await doctor(editor);
      assert.ok(!markdown.includes('编号重复'));
      assert.ok(!markdown.includes('占位'));
    }));
});
