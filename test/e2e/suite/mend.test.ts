// The main job in the editor: a missing section is reported, one quick fix inserts it, the report goes away.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, ask, closeAll, codeOf, openDocument, waitForFindings } from '../support.ts';

const path = 'cases/order-timeout.md';
const isMissing = (finding: vscode.Diagnostic): boolean => codeOf(finding) === 'section-missing';

async function quickFixes(uri: vscode.Uri, range: vscode.Range): Promise<readonly vscode.CodeAction[]> {
  type Answer = readonly (vscode.CodeAction | vscode.Command)[];
  const parameters = [uri, range, vscode.CodeActionKind.QuickFix.value, 10];
  const actions = await ask<Answer>('vscode.executeCodeActionProvider', parameters, (all) => all.length > 0);
  return (actions ?? []).filter((action): action is vscode.CodeAction => action instanceof vscode.CodeAction);
}

describe('mending a case', () => {
  before(activeExtension);
  afterEach(closeAll);

  it('inserts a missing section at its place with one quick fix', async () => {
    const { document } = await openDocument(path);
    const before = document.getText();
    const missing = (await waitForFindings(document.uri, (all) => all.some(isMissing))).filter(isMissing);
    assert.equal(missing.length, 1);
    const [finding] = missing;
    assert.ok(finding);
    assert.match(finding.message, /性能对比/);
    assert.ok(document.validateRange(finding.range).isEqual(finding.range), 'the range lies in the document');

    const fixes = await quickFixes(document.uri, finding.range);
    const fix = fixes.find((action) => action.title.includes('性能对比'));
    assert.ok(fix?.edit, `no quick fix with an edit among [${fixes.map((action) => action.title).join(' | ')}]`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));

    const headings = [...document.getText().matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    assert.deepEqual(headings, ['业务背景', '解决方案', '性能对比', '经验总结']);
    await waitForFindings(document.uri, (all) => !all.some(isMissing));

    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before, 'one undo takes it back');
  });

  it('inserts all missing sections by command', async () => {
    const { document } = await openDocument(path);
    await waitForFindings(document.uri, (all) => all.some(isMissing));
    await vscode.commands.executeCommand('casewright.insertMissingSections');
    await waitForFindings(document.uri, (all) => !all.some(isMissing));
    assert.match(document.getText(), /^## 性能对比$/m);
  });

  it('follows typing', async () => {
    const editor = await openDocument(path);
    const { document } = editor;
    await waitForFindings(document.uri, (all) => all.some(isMissing));
    const line = document.getText().split('\n').indexOf('## 经验总结');
    const text = '## 性能对比\n\n关闭一万笔订单，单条更新用时 1.2 秒，先查后改用时 9.8 秒。\n\n';
    await editor.edit((builder) => {
      builder.insert(new vscode.Position(line, 0), text);
    });
    await waitForFindings(document.uri, (all) => !all.some(isMissing));
  });

  it('says nothing about documents of no kind', async () => {
    const { document } = await openDocument('README.md');
    const other = await openDocument(path);
    await waitForFindings(other.document.uri, (all) => all.some(isMissing));
    await waitForFindings(document.uri, (all) => all.length === 0);
  });
});
