// Through the library in the real editor: who refers to a heading, its rename, the rename of a file.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, ask, closeAll, openDocument } from '../support.ts';

const path = 'cases/order-timeout.md';
const notes = 'notes/links.md';
const heading = '## 业务背景';

function uriOf(file: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, ...file.split('/'));
}

async function textOf(file: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(uriOf(file))).getText();
}

async function placeOf(line: string): Promise<readonly [vscode.Uri, vscode.Position]> {
  const { document } = await openDocument(path);
  const number = document.getText().split('\n').indexOf(line);
  assert.ok(number >= 0, `there is no line ${line}`);
  return [document.uri, new vscode.Position(number, 4)];
}

/** The edit without what the editor would ask about; nobody is there to answer. */
function withoutQuestions(edit: vscode.WorkspaceEdit): vscode.WorkspaceEdit {
  const plain = new vscode.WorkspaceEdit();
  for (const [uri, edits] of edit.entries()) plain.set(uri, edits);
  return plain;
}

async function rename(line: string, newName: string, needed: string): Promise<void> {
  const [uri, position] = await placeOf(line);
  const reaches = (edit: vscode.WorkspaceEdit): boolean => edit.entries().some(([file]) => file.path.endsWith(needed));
  const edit = await ask<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    [uri, position, newName],
    reaches,
  );
  assert.ok(edit && reaches(edit), 'the rename reaches the other document');
  assert.ok(await vscode.workspace.applyEdit(withoutQuestions(edit)));
  await vscode.workspace.saveAll();
}

async function moveFile(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(uriOf(from), uriOf(to));
  assert.ok(await vscode.workspace.applyEdit(edit));
  await vscode.workspace.saveAll();
}

describe('navigating and renaming', () => {
  before(activeExtension);
  afterEach(closeAll);

  it('finds who refers to a heading', async () => {
    const where = await placeOf(heading);
    const isThere = (found: readonly vscode.Location[]): boolean => found.some(({ uri }) => uri.path.endsWith(notes));
    const found = await ask<readonly vscode.Location[]>('vscode.executeReferenceProvider', where, isThere);
    assert.ok(found && isThere(found), (found ?? []).map(({ uri }) => uri.path).join(' '));
  });

  it('shows who refers to a document, as calls', async () => {
    const where = await placeOf((await textOf(path)).split('\n')[0] ?? '');
    type Items = readonly vscode.CallHierarchyItem[];
    const items = await ask<Items>('vscode.prepareCallHierarchy', where, (all) => all.length > 0);
    const [item] = items ?? [];
    assert.ok(item, 'the title is an item');
    type Calls = readonly vscode.CallHierarchyIncomingCall[];
    const calls = await ask<Calls>('vscode.provideIncomingCalls', [item], (all) => all.length > 0);
    assert.ok(calls?.some(({ from }) => from.uri.path.endsWith(notes)));
  });

  it('renames a heading together with the links of other documents', async () => {
    const before = await textOf(notes);
    await rename(heading, '背景与目标', notes);
    assert.match(await textOf(notes), /\[背景与目标\]\(\.\.\/cases\/order-timeout\.md#背景与目标\)/);
    await rename('## 背景与目标', '业务背景', notes);
    assert.equal(await textOf(notes), before);
  });

  it('moves a file, and links follow', async () => {
    const before = await textOf(notes);
    await openDocument(path);
    await moveFile(path, 'archive/timeout.md');
    assert.match(await textOf(notes), /\[案例\]\(\.\.\/archive\/timeout\.md\)/);
    await moveFile('archive/timeout.md', path);
    assert.equal(await textOf(notes), before);
  });
});
