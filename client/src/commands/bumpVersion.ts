// Bump Version: the proposal with its reasons, asked once; then the words for the changelog; then one edit.
import { l10n, window, type QuickPickItem } from 'vscode';
import { requests, type BumpLevelName, type BumpParams, type BumpProposeParams, type BumpProposeResult, type ChangeResult } from '../../../server/src/lsp/protocol.ts'; // prettier-ignore
import { today } from './newDocument.ts';
import { activeMarkdown } from './activeDocument.ts';
import { applyChange, notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

/** Other extensions and tests may pass the answers: `{level, message}`. */
export async function bumpVersion({ connection }: CommandContext, argument: unknown): Promise<boolean> {
  const editor = activeMarkdown();
  if (editor === undefined) return false;
  const question: BumpProposeParams = { uri: editor.document.uri.toString(), today: today() };
  const proposal = await connection.ask<BumpProposeResult | null>(requests.bumpPropose, question);
  if (proposal === undefined) return notReady();
  if (proposal === null) {
    void window.showInformationMessage(
      l10n.t('The document does not state its own version. Add a line “Version” to its metadata first.'),
    );
    return false;
  }
  const given = answersIn(argument);
  const level = given?.level ?? (await chooseLevel(proposal));
  if (level === undefined) return false;
  const message = given?.message ?? (await askMessage(proposal));
  if (message === undefined) return false;
  const addsChangelog = proposal.changelog === 'none' && message !== '';
  const params: BumpParams = { ...question, level, message, addsChangelog };
  return applyChange(await connection.ask<ChangeResult>(requests.bump, params));
}

async function chooseLevel({
  choices,
  level,
  current,
  reasons,
}: BumpProposeResult): Promise<BumpLevelName | undefined> {
  const names = { major: l10n.t('Major'), minor: l10n.t('Minor'), patch: l10n.t('Patch') };
  const items = choices.map((choice): QuickPickItem & { readonly level: BumpLevelName } => ({
    label: choice.version,
    description: choice.level === level ? l10n.t('{0}, proposed', names[choice.level]) : names[choice.level],
    ...(choice.level === level && { detail: reasons.join(l10n.t('; ')) }),
    level: choice.level,
  }));
  // What is proposed comes first, so that Enter takes it.
  items.sort((one, other) => Number(other.level === level) - Number(one.level === level));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Bump Version'),
    placeHolder: l10n.t('Next version after {0}', current),
  });
  return picked?.level;
}

async function askMessage({ message, changelog }: BumpProposeResult): Promise<string | undefined> {
  const prompt = {
    entry: l10n.t('What changed, for the changelog; leave it empty to add no entry'),
    section: l10n.t('What changed; a changelog is inserted as the template has it'),
    none: l10n.t('The document has no changelog; leave this empty, or say what changed to begin one'),
  }[changelog];
  const value = changelog === 'none' ? '' : message;
  return window.showInputBox({ title: l10n.t('Bump Version'), prompt, value, ignoreFocusOut: true });
}

function answersIn(argument: unknown): { readonly level: BumpLevelName; readonly message: string } | undefined {
  if (typeof argument !== 'object' || argument === null || !('level' in argument) || !('message' in argument))
    return undefined;
  const { level, message } = argument;
  const isLevel = level === 'major' || level === 'minor' || level === 'patch';
  return isLevel && typeof message === 'string' ? { level, message } : undefined;
}
