// Archiving in the editor: the document moves, what links to it follows; restoring brings every byte back.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, closeAll, openDocument, waitForFindings } from '../support.ts';

const path = 'cases/order-timeout.md';
const linking = 'cases/linking.md';
const archived = `archive/${path}`;

function uriOf(file: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, ...file.split('/'));
}

async function textOf(file: string): Promise<string | undefined> {
  return vscode.workspace.fs.readFile(uriOf(file)).then(
    (bytes) => Buffer.from(bytes).toString('utf8'),
    () => undefined,
  );
}

async function remove(file: string): Promise<void> {
  if ((await textOf(file)) !== undefined) await vscode.workspace.fs.delete(uriOf(file));
}

/** The server hears of files after a moment. */
async function run(command: string, file: string): Promise<void> {
  const end = Date.now() + 15_000;
  const argument = { uri: uriOf(file).toString(), reason: 'outdated' };
  while (!(await vscode.commands.executeCommand<boolean>(`casewright.${command}`, argument))) {
    if (Date.now() > end) assert.fail(`${command} changed nothing`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await vscode.workspace.saveAll();
}

describe('archiving in the editor', () => {
  let original = '';
  let plan: string | undefined;
  const planPath = 'plans/订单案例计划.md';
  const link = '# 甲\n\n[订单](order-timeout.md)\n';

  before(async () => {
    await activeExtension();
    original = (await textOf(path)) ?? '';
    plan = await textOf(planPath);
    await vscode.workspace.fs.writeFile(uriOf(linking), new TextEncoder().encode(link));
    await openDocument(linking);
    await waitForFindings(uriOf(linking), (all) => all.length > 0);
  });

  after(async () => {
    await closeAll();
    for (const file of [linking, archived]) await remove(file);
    await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(original));
    if (plan !== undefined) await vscode.workspace.fs.writeFile(uriOf(planPath), new TextEncoder().encode(plan));
    await vscode.workspace.fs
      .delete(uriOf('.casewright/reviews'), { recursive: true })
      .then(undefined, () => undefined);
  });

  it('moves the document, leaves a note, and links follow', async () => {
    await run('archiveDocument', path);
    assert.ok((await textOf(archived))?.includes('订单超时关闭案例'));
    assert.match((await textOf(path)) ?? '', /casewright: archived: archive\/cases\/order-timeout\.md/);
    assert.match((await textOf(linking)) ?? '', /\(\.\.\/archive\/cases\/order-timeout\.md\)/);
    assert.match((await textOf(`.casewright/reviews/archive/cases/order-timeout.yaml`)) ?? '', /outdated/);
  });

  it('restores every byte onto the place of the note', async () => {
    await run('restoreDocument', archived);
    assert.equal(await textOf(path), original);
    assert.equal(await textOf(linking), link);
    assert.equal(await textOf(planPath), plan);
    assert.equal(await textOf(archived), undefined);
  });
});
