// The one-click fix of a next best action: the quick fix of the rule that it names, or the section that is missing.
import { commands, l10n, languages, Range, Uri, window, workspace, type CodeAction, type Diagnostic } from 'vscode';
import type { ScoreAction } from '../../../../server/src/lsp/protocol.ts';
import { rangeOf } from '../../review/act.ts';
import { applyFixes } from '../applyFixes.ts';
import type { CommandContext } from '../index.ts';
import { isReviewNode } from './reviewTarget.ts';

const SECTION = 'section-missing';

export async function applyScoreFix(context: CommandContext, argument: unknown): Promise<boolean> {
  if (!isReviewNode(argument) || argument.content.type !== 'action') return false;
  const { action } = argument.content;
  if (action.fix === undefined) return false;
  const uri = Uri.parse(argument.uri);
  const found = await quickFix(uri, action);
  if (found?.edit !== undefined) {
    await window.showTextDocument(uri);
    return workspace.applyEdit(found.edit);
  }
  if (action.fix.kind === 'section') {
    await window.showTextDocument(uri);
    return applyFixes(context, 'missingSections');
  }
  void window.showInformationMessage(l10n.t('The finding of this fix is gone; nothing was changed.'));
  return false;
}

async function quickFix(uri: Uri, { fix, range }: ScoreAction): Promise<CodeAction | undefined> {
  const code = fix?.kind === 'rule' ? fix.code : SECTION;
  const near = range && rangeOf(range);
  const findings = languages
    .getDiagnostics(uri)
    .filter((each) => codeOf(each) === code && (fix?.kind !== 'section' || each.message.includes(fix.name)))
    .toSorted((one, other) => distance(one.range, near) - distance(other.range, near));
  for (const finding of findings) {
    const actions = await commands.executeCommand<readonly CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      finding.range,
      'quickfix',
    );
    const mending = actions.filter(({ diagnostics }) => diagnostics?.some((each) => isSame(each, finding)) === true);
    const best = mending.find(({ isPreferred }) => isPreferred === true) ?? mending[0];
    if (best !== undefined) return best;
  }
  return undefined;
}

function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function isSame(one: Diagnostic, other: Diagnostic): boolean {
  return codeOf(one) === codeOf(other) && one.range.isEqual(other.range) && one.message === other.message;
}

function distance(range: Range, near: Range | undefined): number {
  return near === undefined ? range.start.line : Math.abs(range.start.line - near.start.line);
}
