// New Case writes a document that the template has nothing against but what only a person can fill in.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, closeAll, codeOf, openDocument, waitForFindings } from '../support.ts';

describe('creating a case', () => {
  before(activeExtension);
  afterEach(closeAll);

  it('writes it from the template, at the asked place', async () => {
    const { document: known } = await openDocument('cases/order-timeout.md');
    await waitForFindings(known.uri, (all) => all.length > 0);
    const answers = { title: '支付回调幂等案例', path: 'cases/payment-callback.md', answers: {} };
    const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>('casewright.newCase', answers);
    assert.ok(uri, 'nothing was created');
    assert.match(uri.path, /\/cases\/payment-callback\.md$/);

    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    const headings = [...document.getText().matchAll(/^#+ (.+)$/gm)].map((match) => match[1]);
    assert.deepEqual(headings, ['支付回调幂等案例', '业务背景', '解决方案', '性能对比', '经验总结']);
    assert.match(document.getText(), /文档编号/);
    // What is left is what only a person can write: placeholders, texts, code.
    const left = /^(placeholder-left|section-unwritten|section-empty|content-too-few|.+-too-short)$/;
    await waitForFindings(uri, (all) => all.length > 0 && all.every((one) => left.test(codeOf(one))));

    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), '', 'one undo takes the whole text back');
  });

  it('does not overwrite a document', async () => {
    const { document } = await openDocument('cases/order-timeout.md');
    await waitForFindings(document.uri, (all) => all.length > 0);
    const before = document.getText();
    const answers = { title: '订单', path: 'cases/order-timeout.md', answers: {} };
    const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>('casewright.newCase', answers);
    assert.equal(uri, undefined);
    assert.equal(document.getText(), before);
  });
});
