// The Markdown document that a command speaks of.
import { l10n, window, type TextEditor } from 'vscode';

/** The active Markdown editor; says to the user what to do where there is none. */
export function activeMarkdown(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'markdown') return editor;
  void window.showInformationMessage(l10n.t('Open a Markdown document first.'));
  return undefined;
}
