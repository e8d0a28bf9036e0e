// The extension is there, starts, and offers its commands; the same suite runs against the installed package.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, codeOf, openDocument, waitForFindings } from '../support.ts';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('the extension in the editor', () => {
  it('starts in an opened library', async () => {
    const extension = await activeExtension();
    assert.equal(extension.isActive, true);
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });

  it('registers every command of its manifest', async () => {
    const { packageJSON } = await activeExtension();
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = (packageJSON as Manifest).contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  it('has a language server that answers', async () => {
    const { document } = await openDocument('cases/order-timeout.md');
    const findings = await waitForFindings(document.uri, (all) => all.some((one) => codeOf(one) === 'section-missing'));
    assert.ok(findings.length > 0);
  });
});
