// Migrating over the protocol: all documents that follow an earlier template, open ones at their version.
import assert from 'node:assert/strict';
import { requests, type MigrateResult } from '../../server/src/lsp/protocol.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor } from '../support/fakeEditor.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const template = (version: string, section: string): string =>
  `<!-- casewright: {template: case, version: "${version}"} -->\n\n# [名称]\n\n> **模板版本**: ${version}\n\n## ${section}\n`;
const now = template('2.0', '业务背景\n\n<!-- casewright: {aliases: [背景]} -->');
const document = (version: string): string => `# 甲\n\n> **模板版本**: ${version}\n\n## 背景\n\n很多人抢购。\n`;
const configuration = '{"kinds": {"case": {"files": ["cases/**", "archive/**"], "template": "templates/case.md"}}}';

async function migrate(files: MemoryFiles, openUri?: string): Promise<MigrateResult> {
  let result: MigrateResult | undefined;
  await withEditor({ analysis: await directAnalysis(), files, folders: [root] }, async ({ editor }) => {
    if (openUri !== undefined) editor.open(openUri, `${document('1.0')}\n尚未保存\n`);
    await editor.settled();
    // What the server answers.
    result = (await editor.request(requests.migrate, {})) as MigrateResult;
  });
  assert.ok(result);
  return result;
}

describe('the request about migrating', () => {
  const texts = {
    [`${root}/.casewright/config.json`]: configuration,
    [`${root}/templates/case.md`]: now,
    [`${root}/cases/a.md`]: document('1.0'),
    [`${root}/cases/b.md`]: document('v2.0'),
    [`${root}/cases/c.md`]: document('1.0'),
    [`${root}/archive/cases/d.md`]: document('1.0'),
  };

  it('names documents of earlier templates with their edits, and no archived ones', async () => {
    const kept = { [`${root}/.casewright/templates/case@1.0.md`]: template('1.0', '背景') };
    const { documents, isReady } = await migrate(new MemoryFiles({ ...texts, ...kept }), `${root}/cases/c.md`);
    assert.equal(isReady, true);
    assert.deepEqual(
      documents.map(({ uri, version, detail }) => [uri, version !== undefined, detail]),
      [
        [`${root}/cases/a.md`, false, 'section “背景” is called “业务背景” now'],
        [`${root}/cases/c.md`, true, 'section “背景” is called “业务背景” now'],
      ],
    );
    assert.deepEqual(
      documents[0]?.edits.map(({ newText }) => newText),
      ['> **模板版本**: 2.0\n', '## 业务背景\n'],
    );
  });

  it('asks git where no copy of the earlier template is kept', async () => {
    const files = new MemoryFiles(texts);
    files.earlier.set('templates/case.md@1.0', template('1.0', '背景'));
    const { documents } = await migrate(files);
    assert.deepEqual(
      documents.map(({ detail }) => detail),
      Array.from({ length: 2 }, () => 'section “背景” is called “业务背景” now'),
    );
  });

  it('has nothing to say where every document follows the present template', async () => {
    const same = { [`${root}/cases/a.md`]: document('2.0'), [`${root}/cases/c.md`]: document('v2.0') };
    assert.deepEqual(await migrate(new MemoryFiles({ ...texts, ...same })), { documents: [], isReady: true });
  });
});
