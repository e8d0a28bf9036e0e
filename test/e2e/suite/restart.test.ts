// A restart of the server loses nothing that a person sees.
import * as vscode from 'vscode';
import { activeExtension, closeAll, codeOf, openDocument, waitForFindings } from '../support.ts';

describe('restarting the server', () => {
  before(activeExtension);
  afterEach(closeAll);

  it('brings the findings back', async () => {
    const { document } = await openDocument('cases/order-timeout.md');
    const isMissing = (finding: vscode.Diagnostic): boolean => codeOf(finding) === 'section-missing';
    await waitForFindings(document.uri, (all) => all.some(isMissing));
    await vscode.commands.executeCommand('casewright.restartServer');
    await waitForFindings(document.uri, (all) => all.some(isMissing));
  });
});
