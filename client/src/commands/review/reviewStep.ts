// Approve Review, Publish Document, Mark as Looked At, Mend Review Record: nothing is asked, the server says whether it may be.
import { l10n, window } from 'vscode';
import type { CommandContext } from '../index.ts';
import { recordAct } from './recordAct.ts';
import { documentOf } from './reviewTarget.ts';

type Step = 'approve' | 'publish' | 'look' | 'mend';

export async function reviewStep(context: CommandContext, action: Step, argument: unknown): Promise<boolean> {
  const uri = documentOf(argument);
  if (uri === undefined) return false;
  const isDone = await recordAct(context, uri, { action });
  if (isDone) window.setStatusBarMessage(doneText(action), 4000);
  return isDone;
}

function doneText(action: Step): string {
  switch (action) {
    case 'approve':
      return l10n.t('The approval is in the review record');
    case 'publish':
      return l10n.t('The publication is in the review record');
    case 'look':
      return l10n.t('It is recorded that you looked');
    case 'mend':
      return l10n.t('The review record is mended');
  }
}
