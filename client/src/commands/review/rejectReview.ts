// Reject Review: not approved, and why.
import { l10n, window } from 'vscode';
import type { CommandContext } from '../index.ts';
import { recordAct } from './recordAct.ts';
import { documentOf, knownOf } from './reviewTarget.ts';

export async function rejectReview(context: CommandContext, argument: unknown): Promise<boolean> {
  const uri = documentOf(argument);
  if (uri === undefined) return false;
  const note = knownOf(argument).note ?? (await askNote());
  if (note === undefined) return false;
  return recordAct(context, uri, { action: 'reject', note });
}

async function askNote(): Promise<string | undefined> {
  const text = await window.showInputBox({
    title: l10n.t('Reject: changes are needed'),
    prompt: l10n.t('What has to change? The author reads it in the review record.'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? l10n.t('Say what has to change.') : undefined),
  });
  return text?.trim();
}
