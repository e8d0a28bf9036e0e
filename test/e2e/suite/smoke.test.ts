// The workbench opens and the extension is there. What the extension does is the business of the other suites.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in the editor', () => {
  it('is installed and opens a folder', () => {
    assert.ok(vscode.extensions.getExtension('casewright.casewright'), 'casewright.casewright is not there');
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });
});
