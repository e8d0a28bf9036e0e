// Saves what the board's page drew, where the user says.
import { env, l10n, Uri, window, workspace } from 'vscode';
import type { FileFormat } from './boardMessages.ts';

const kinds: Readonly<Record<FileFormat, { readonly name: string; readonly extension: string }>> = {
  svg: { name: 'SVG', extension: 'svg' },
  png: { name: 'PNG', extension: 'png' },
  html: { name: 'HTML', extension: 'html' },
  mermaid: { name: 'Mermaid', extension: 'mmd' },
};

/** @param content Base64 for png, text otherwise */
export async function saveBoard(format: FileFormat, content: string, title: string): Promise<Uri | undefined> {
  const { name, extension } = kinds[format];
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const file = `${title.replace(/[\\/:*?"<>|\s]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'roadmap'}.${extension}`;
  const target = await window.showSaveDialog({
    title: l10n.t('Save the board'),
    filters: { [name]: [extension] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, file) }),
  });
  if (target === undefined) return undefined;
  const bytes = format === 'png' ? Buffer.from(content, 'base64') : new TextEncoder().encode(content);
  await workspace.fs.writeFile(target, bytes);
  void offerToOpen(target, format);
  return target;
}

async function offerToOpen(target: Uri, format: FileFormat): Promise<void> {
  const open = format === 'html' ? l10n.t('Open to Print') : l10n.t('Open');
  const text = l10n.t('Saved {0}', workspace.asRelativePath(target));
  if ((await window.showInformationMessage(text, open)) !== open) return;
  if (format === 'mermaid') await window.showTextDocument(target);
  else await env.openExternal(target);
}
