// Findings about other documents follow those documents: open ones as they stand, closed ones as they are on disk. What
// nobody else sees disturbs nobody.
import assert from 'node:assert/strict';
import type { AnalysisPort } from '../../server/src/lsp/analysisPort.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor, type FakeEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///home/.team/library';
const guide = `${root}/docs/guide.md`;
const target = `${root}/docs/target.md`;
const guideText = '# 指南\n\n见[步骤](target.md#步骤)。\n';
const targetText = '# 目标\n\n## 步骤\n\n正文。\n';
const configuration = JSON.stringify({ kinds: { topic: { files: ['docs/**'] } } });

let shared: Promise<AnalysisPort> | undefined;

interface Live {
  readonly editor: FakeEditor;
  readonly disk: MemoryFiles;
  /** Documents that were checked, in order. */
  readonly checks: string[];
  /** Codes of findings about links in the guide. */
  readonly links: () => Promise<readonly unknown[]>;
}

async function live(texts: Readonly<Record<string, string>>, test: (live: Live) => Promise<void>): Promise<void> {
  const disk = new MemoryFiles({ [`${root}/.casewright/config.json`]: configuration, ...texts });
  shared ??= directAnalysis();
  const inner = await shared;
  const checks: string[] = [];
  const analysis: AnalysisPort = {
    ...inner,
    request: (request) => {
      if (request.name === 'diagnostics') checks.push(request.uri ?? '');
      return inner.request(request);
    },
  };
  await withEditor({ analysis, files: disk, folders: [root] }, ({ editor }) =>
    test({
      ...{ editor, disk, checks },
      links: async () => {
        await editor.settled();
        return (editor.codes(guide) ?? []).filter((code) => String(code).startsWith('link-'));
      },
    }),
  );
}

describe('findings about other documents', () => {
  it('come and go with closed files', () =>
    live({ [guide]: guideText }, async ({ editor, disk, links }) => {
      editor.open(guide, guideText);
      assert.deepEqual(await links(), ['link-target']);
      disk.set(target, '# 目标\n');
      editor.filesChanged(target);
      assert.deepEqual(await links(), ['link-anchor']);
      disk.set(target, targetText);
      editor.filesChanged(target);
      assert.deepEqual(await links(), []);
      disk.delete(target);
      editor.filesChanged(target);
      assert.deepEqual(await links(), ['link-target']);
    }));

  it('follow open documents before they are saved, and the disk again when they are closed', () =>
    live({ [guide]: guideText, [target]: targetText }, async ({ editor, links }) => {
      editor.open(guide, guideText);
      editor.open(target, targetText);
      assert.deepEqual(await links(), []);
      editor.edit(target, 2, targetText.replace('步骤', '做法'));
      assert.deepEqual(await links(), ['link-anchor']);
      editor.close(target);
      assert.deepEqual(await links(), []);
    }));

  it('see a document that was opened with other text than on disk', () =>
    live({ [guide]: guideText, [target]: targetText }, async ({ editor, links }) => {
      editor.open(guide, guideText);
      assert.deepEqual(await links(), []);
      editor.open(target, '# 目标\n');
      assert.deepEqual(await links(), ['link-anchor']);
    }));

  it('are not looked for again after an edit that no other document sees, nor sent again while they are the same', () =>
    live({ [guide]: guideText, [target]: targetText }, async ({ editor, checks, links }) => {
      editor.open(guide, guideText);
      editor.open(target, targetText);
      await links();
      checks.length = 0;
      const sent = editor.published.length;
      editor.edit(target, 2, targetText.replace('正文', '另一段正文'));
      await links();
      assert.deepEqual(new Set(checks), new Set([target]));
      editor.edit(target, 3, targetText.replace('## 步骤', '## 步骤\n\n## 更多'));
      await links();
      assert.ok(checks.includes(guide));
      assert.deepEqual(
        editor.published.slice(sent).filter(({ uri }) => uri === guide),
        [],
      );
    }));
});
