// In a folder that is not trusted the extension does what its manifest promises: it checks documents.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, codeOf, openDocument, waitForFindings } from '../support.ts';

describe('a folder that is not trusted', () => {
  it('is checked too', async () => {
    await activeExtension();
    assert.equal(vscode.workspace.isTrusted, false);
    const { document } = await openDocument('cases/order-timeout.md');
    await waitForFindings(document.uri, (all) => all.some((one) => codeOf(one) === 'section-missing'));
  });
});
