// Choose Template: which template the documents of this kind are written against, kept in the configuration.
import { l10n, window } from 'vscode';
import {
  requests,
  type ChangeResult,
  type ConfigureParams,
  type KindsResult,
} from '../../../server/src/lsp/protocol.ts';
import { activeMarkdown } from './activeDocument.ts';
import { applyChange, notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

export async function chooseTemplate({ connection }: CommandContext): Promise<boolean> {
  const editor = activeMarkdown();
  if (editor === undefined) return false;
  const uri = editor.document.uri.toString();
  const answer = await connection.ask<KindsResult>(requests.kinds, { uri });
  if (answer === undefined) return notReady();
  const items = answer.templates.map(({ id, name, path, isCurrent }) => ({
    id,
    label: `${isCurrent ? '$(check) ' : ''}${name}`,
    description: path,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Which template is this kind of document written against?'),
    matchOnDescription: true,
  });
  if (picked === undefined) return false;
  const params: ConfigureParams = { uri, template: picked.id };
  return applyChange(await connection.ask<ChangeResult>(requests.configure, params));
}
