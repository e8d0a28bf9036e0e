// Plans in step with the disk: files that appear, vanish and change outside of the editor, many at once, in several folders,
// unreadable ones; and paths that lead out of the library, which are never touched.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serverFiles } from '../../server/src/hosts/serverFiles.ts';
import type { RoadmapNode, RoadmapResult } from '../../server/src/lsp/protocol.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor, type FakeEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const other = 'file:///second';
const uri = `${root}/plans/quarter-plan.md`;

function planOf(paths: readonly string[]): string {
  const items = paths.map(
    (path, index) =>
      `#### 1.${index + 1} Guide number ${'abcdefghijklmnop'.charAt(index)}\n**File:** \`${path}\`\n**Expected lines:** ~600 lines\n`,
  );
  return `# Quarter plan\n\n### 1. payment crate\n\n${items.join('\n')}`;
}

function diskOf(folder: string, paths: readonly string[]): Readonly<Record<string, string>> {
  return { [`${folder}/.casewright/config.json`]: '{}', [`${folder}/plans/quarter-plan.md`]: planOf(paths) };
}

async function withFiles(
  files: MemoryFiles,
  folders: readonly string[],
  test: (editor: FakeEditor) => Promise<void>,
): Promise<void> {
  await withEditor({ analysis: await directAnalysis(), files, folders, locale: 'en' }, ({ editor }) => test(editor));
}

async function tree(editor: FakeEditor): Promise<RoadmapResult> {
  return (await editor.request('casewright/roadmap', { groupBy: 'plan', filter: '' })) as RoadmapResult;
}

function itemsOf(nodes: readonly RoadmapNode[]): readonly RoadmapNode[] {
  return nodes.flatMap((node) => [...(node.type === 'item' ? [node] : []), ...itemsOf(node.children)]);
}

async function statesOf(editor: FakeEditor): Promise<readonly unknown[]> {
  return itemsOf((await tree(editor)).nodes).map(({ item }) => item?.state);
}

function told(editor: FakeEditor): number {
  return editor.transcript.filter((line) => line.startsWith('<- casewright/roadmapChanged')).length;
}

describe('plans in step with the disk', () => {
  it('a document that appears, vanishes and gets another name', async () => {
    const files = new MemoryFiles(diskOf(root, ['docs/guide-one.md']));
    await withFiles(files, [root], async (editor) => {
      await editor.settled();
      assert.deepEqual(await statesOf(editor), ['missing']);
      files.set(`${root}/docs/guide-one.md`, '# Guide number a\n\nText.\n');
      editor.filesChanged(`${root}/docs/guide-one.md`);
      await editor.settled();
      assert.notDeepEqual(await statesOf(editor), ['missing']);
      files.delete(`${root}/docs/guide-one.md`);
      files.set(`${root}/elsewhere/guide-one.md`, '# Guide number a\n\nText.\n');
      editor.filesChanged(`${root}/docs/guide-one.md`, `${root}/elsewhere/guide-one.md`);
      await editor.settled();
      assert.deepEqual(await statesOf(editor), ['moved']);
      files.delete(`${root}/elsewhere/guide-one.md`);
      editor.filesChanged(`${root}/elsewhere/guide-one.md`);
      await editor.settled();
      assert.deepEqual(await statesOf(editor), ['missing']);
    });
  });

  it('a planned file that is no document', async () => {
    const files = new MemoryFiles(diskOf(root, ['src/store.cpp']));
    await withFiles(files, [root], async (editor) => {
      await editor.settled();
      assert.deepEqual(await statesOf(editor), ['missing']);
      files.set(`${root}/src/store.cpp`, 'int main() {}\n');
      editor.filesChanged(`${root}/src/store.cpp`);
      await editor.settled();
      assert.notDeepEqual(await statesOf(editor), ['missing']);
      files.delete(`${root}/src/store.cpp`);
      editor.filesChanged(`${root}/src/store.cpp`);
      await editor.settled();
      assert.deepEqual(await statesOf(editor), ['missing']);
    });
  });

  it('five hundred changes at once are told a few times, and only changed files are read again', async () => {
    const files = new MemoryFiles({ ...diskOf(root, ['docs/guide-one.md']), [`${root}/docs/guide-one.md`]: '# A\n' });
    for (let index = 0; index < 500; index++) files.set(`${root}/notes/n${index}.md`, `# Note ${index}\n`);
    await withFiles(files, [root], async (editor) => {
      await editor.settled();
      await tree(editor);
      const before = told(editor);
      const reads = files.reads.length;
      files.set(`${root}/docs/guide-one.md`, '# A\n\nMore.\n');
      const changed = Array.from({ length: 499 }, (_, index) => `${root}/notes/n${index}.md`);
      for (let index = 0; index < 499; index += 50) editor.filesChanged(...changed.slice(index, index + 50));
      editor.filesChanged(`${root}/docs/guide-one.md`);
      await editor.settled();
      await tree(editor);
      assert.ok(told(editor) - before <= 3, `told ${told(editor) - before} times`);
      const again = files.reads.slice(reads).filter((read) => read.endsWith('quarter-plan.md'));
      assert.deepEqual(again, [], 'the plan did not change');
    });
  });

  it('several folders side by side', async () => {
    const files = new MemoryFiles({ ...diskOf(root, ['docs/one.md']), ...diskOf(other, ['docs/one.md']) });
    await withFiles(files, [root, other], async (editor) => {
      await editor.settled();
      files.set(`${other}/docs/one.md`, '# Guide number a\n\nText.\n');
      editor.filesChanged(`${other}/docs/one.md`);
      await editor.settled();
      const { plans, nodes } = await tree(editor);
      assert.deepEqual(
        plans.map(({ uri: plan }) => plan).toSorted(),
        [uri, `${other}/plans/quarter-plan.md`].toSorted(),
      );
      const missing = itemsOf(nodes).filter(({ item }) => item?.state === 'missing');
      assert.deepEqual(
        missing.map(({ item }) => item?.place.uri),
        [uri],
      );
    });
  });

  it('a plan that can not be read any more is listed with the reason, and comes back', async () => {
    const files = new MemoryFiles(diskOf(root, ['docs/one.md']));
    await withFiles(files, [root], async (editor) => {
      await editor.settled();
      files.delete(uri);
      files.set(`${root}/plans/late-plan.md`, planOf(['docs/two.md']));
      files.unreadable(`${root}/plans/late-plan.md`);
      editor.filesChanged(uri, `${root}/plans/late-plan.md`);
      await editor.settled();
      const { plans, skipped } = await tree(editor);
      assert.deepEqual(plans, []);
      assert.deepEqual(
        skipped.map((each) => each.uri),
        [`${root}/plans/late-plan.md`],
      );
      assert.match(skipped[0]?.reason ?? '', /ENOENT/);
      files.set(uri, planOf(['docs/one.md']));
      editor.filesChanged(uri);
      await editor.settled();
      assert.deepEqual(await statesOf(editor), ['missing']);
    });
  });
});

describe('plans with paths that lead out', () => {
  const hostile = [
    '../../etc/passwd',
    '/etc/passwd.md',
    'C:\\secret.md',
    '%2e%2e/%2e%2e/secret.md',
    'file:///etc/passwd',
    '~/.ssh/id_rsa',
    '..\\..\\secret.md',
    `${'x/'.repeat(150)}a.md`,
  ];

  it('nothing outside is read, through links neither; a new document there is refused', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'casewright-outside-'));
    const inside = mkdtempSync(join(tmpdir(), 'casewright-inside-'));
    try {
      writeFileSync(join(outside, 'secret.md'), '# SECRET-WORD\n\nSECRET-WORD\n');
      mkdirSync(join(inside, '.casewright'));
      writeFileSync(join(inside, '.casewright/config.json'), '{}');
      mkdirSync(join(inside, 'plans'));
      symlinkSync(outside, join(inside, 'leaves'));
      symlinkSync(join(outside, 'secret.md'), join(inside, 'plans/secret-plan.md'));
      symlinkSync('self.md', join(inside, 'plans/self.md'));
      const paths = [...hostile, 'leaves/secret.md', 'plans/secret-plan.md', 'self.md'];
      writeFileSync(join(inside, 'plans/quarter-plan.md'), planOf(paths));
      const folder = pathToFileURL(inside).href;
      const options = { analysis: await directAnalysis(), files: serverFiles(() => undefined), folders: [folder] };
      await withEditor(options, async ({ editor, log }) => {
        const plan = `${folder}/plans/quarter-plan.md`;
        editor.open(plan, planOf(paths));
        await editor.settled();
        const { nodes } = await tree(editor);
        const items = itemsOf(nodes);
        assert.equal(items.length, paths.length, 'every item is shown');
        for (const { item } of items) {
          const created = await editor.request('casewright/roadmap/newDocument', {
            itemId: item?.id,
            today: '2031-01-02',
          });
          const { uri: at, message } = created as { readonly uri: string; readonly message?: string };
          const isLink = /^(?:leaves|self|plans\/secret)/.test(item?.path ?? '');
          assert.ok(!isLink || message !== undefined, `${item?.path ?? ''} is refused`);
          if (message === undefined) assert.ok(at.startsWith(`${folder}/`) && !at.includes('..'), at);
        }
        const refused = items.filter(({ item }) => item?.state === 'unknown');
        assert.ok(refused.length >= hostile.length - 2, `${refused.length} refused`);
        assert.ok((editor.codes(plan) ?? []).filter((code) => code === 'plan-path').length > 0, 'findings');
        assert.ok(![...editor.transcript, ...log].some((line) => line.includes('SECRET-WORD')), 'a secret was read');
      });
    } finally {
      rmSync(outside, { recursive: true });
      rmSync(inside, { recursive: true });
    }
  });
});
