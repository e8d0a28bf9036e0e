// The maintenance of libraries over the protocol: a page for each, its titles links that open, and the numbers.
import assert from 'node:assert/strict';
import { requests, type MaintenanceResult } from '../../server/src/lsp/protocol.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';

describe('maintenance over the protocol', () => {
  it('gives a page with links and the numbers of each library', async () => {
    const record = `version: 1
document: cases/新.md
events:
  20250601T080000-1a2b:
    kind: start
    at: 2025-06-01T08:00:00Z
    by: 张三
    reviewers: [李四]
`;
    const disk = new MemoryFiles({
      [`${root}/.casewright/config.json`]:
        '{"kinds": {"case": {"files": ["cases/**"]}}, "maintenance": {"staleAfter": {"case": 365}}}',
      [`${root}/.casewright/reviews/cases/新.yaml`]: record,
      [`${root}/cases/旧.md`]: '# 旧\n\n> **最后更新**: 2020-05-01\n',
      [`${root}/cases/新.md`]: '# 新\n\n正文\n',
    });
    const options = { analysis: await directAnalysis(), files: disk, folders: [root], locale: 'zh' };
    await withEditor(options, async ({ editor }) => {
      await editor.settled();
      const { markdown, libraries, isReady } = (await editor.request(requests.maintenance, {})) as MaintenanceResult;
      assert.equal(isReady, true);
      assert.match(markdown, /^# 案例库维护：library\n/);
      assert.ok(markdown.includes(`| [旧](/cases/${encodeURIComponent('旧')}.md) |`), markdown);
      assert.match(markdown, /\n## 等待审查 \(1\)\n\n李四：1 份\n/);
      assert.deepEqual(
        libraries.map(({ rootUri, counts }) => [rootUri, counts.documents, counts.stale, counts.waiting]),
        [[root, 2, 1, 1]],
      );
    });
  });
});
