// Choose Document Kind: writes the choice into the library's configuration.
import { l10n, window } from 'vscode';
import {
  requests,
  type ChangeResult,
  type ConfigureParams,
  type KindsResult,
} from '../../../server/src/lsp/protocol.ts';
import { kindLabel } from '../kindLabel.ts';
import { activeMarkdown } from './activeDocument.ts';
import { applyChange, notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

export async function chooseKind({ connection, status }: CommandContext): Promise<boolean> {
  const editor = activeMarkdown();
  if (editor === undefined) return false;
  const uri = editor.document.uri.toString();
  const answer = await connection.ask<KindsResult>(requests.kinds, { uri });
  if (answer === undefined) return notReady();
  const items = answer.kinds.map(({ kind, template, isCurrent }) => ({
    id: kind,
    label: `${isCurrent ? '$(check) ' : ''}${kindLabel(kind)}`,
    description: template ?? l10n.t('no template'),
    ...(isCurrent ? { detail: status.current()?.reason ?? '' } : {}),
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('What kind of document is this?'),
    matchOnDescription: true,
  });
  if (picked === undefined) return false;
  const params: ConfigureParams = { uri, kind: picked.id };
  return applyChange(await connection.ask<ChangeResult>(requests.configure, params));
}
