// What the suites share: opening documents of the library, and waiting for the editor without sleeping.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const extensionId = 'casewright.casewright';

export async function activeExtension(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension(extensionId);
  assert.ok(extension, `${extensionId} is not there`);
  await extension.activate();
  return extension;
}

/** Opens a document of the opened library and shows it. */
export async function openDocument(path: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, ...path.split('/')));
  return vscode.window.showTextDocument(document);
}

/** The extension's own diagnostics of a document; other extensions may have theirs. */
function findingsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'casewright');
}

export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** Resolves as soon as the document's findings fulfil the condition; says what they were where they never do. */
export async function waitForFindings(
  uri: vscode.Uri,
  condition: (findings: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const limitMs = 20_000;
  return new Promise((resolve, reject) => {
    const check = (): boolean => {
      const findings = findingsOf(uri);
      if (!condition(findings)) return false;
      listener.dispose();
      clearTimeout(timer);
      resolve(findings);
      return true;
    };
    const listener = vscode.languages.onDidChangeDiagnostics(() => check());
    const timer = setTimeout(() => {
      listener.dispose();
      const shown = findingsOf(uri).map((finding) => `${codeOf(finding)}: ${finding.message}`);
      reject(new Error(`after ${limitMs / 1000} s the findings are [${shown.join(' | ')}]`));
    }, limitMs);
    check();
  });
}

/**
 * Asks the editor for something that providers answer, again while there is nothing in it: the editor cancels a
 * question when the document's state moves on beneath it, and asks again by itself when a person waits.
 */
export async function ask<Answer>(
  command: string,
  parameters: readonly unknown[],
  hasContent: (answer: Answer) => boolean,
): Promise<Answer | undefined> {
  const end = Date.now() + 15_000;
  let answer: Answer | undefined;
  do {
    try {
      answer = await vscode.commands.executeCommand<Answer>(command, ...parameters);
      if (hasContent(answer)) return answer;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'Canceled') throw error;
    }
  } while (Date.now() < end);
  return answer;
}

/** Closes everything without saving, so that the next test starts from the files. */
export async function closeAll(): Promise<void> {
  for (const editor of vscode.window.visibleTextEditors) {
    if (!editor.document.isDirty) continue;
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
