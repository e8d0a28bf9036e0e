// Export Derived Schema: writes it where the user says.
import { l10n, Uri, window, workspace } from 'vscode';
import type { CommandContext } from './index.ts';
import { askSchema } from './showSchema.ts';

export async function exportSchema(context: CommandContext): Promise<Uri | undefined> {
  const schema = await askSchema(context);
  if (schema === undefined) return undefined;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title: l10n.t('Export the derived schema'),
    filters: { 'JSON Schema': ['json'] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, `${schema.kind}.schema.json`) }),
  });
  if (target === undefined) return undefined;
  await workspace.fs.writeFile(target, new TextEncoder().encode(schema.text));
  await window.showTextDocument(target);
  return target;
}
