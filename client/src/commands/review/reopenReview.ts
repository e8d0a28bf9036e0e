// Reopen Review: approved or published, but it needs work again.
import { l10n, window } from 'vscode';
import type { CommandContext } from '../index.ts';
import { recordAct } from './recordAct.ts';
import { documentOf, knownOf } from './reviewTarget.ts';

export async function reopenReview(context: CommandContext, argument: unknown): Promise<boolean> {
  const uri = documentOf(argument);
  if (uri === undefined) return false;
  const note = knownOf(argument).note ?? (await askNote());
  if (note === undefined) return false;
  return recordAct(context, uri, { action: 'reopen', ...(note !== '' && { note }) });
}

async function askNote(): Promise<string | undefined> {
  const title = l10n.t('Reopen the review');
  const prompt = l10n.t('Why? May be left empty.');
  return (await window.showInputBox({ title, prompt, ignoreFocusOut: true }))?.trim();
}
