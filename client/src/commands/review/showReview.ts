// Show Review: the review view of the active document, brought up to date.
import { commands } from 'vscode';
import type { DocumentReview } from '../../review/reviewNodes.ts';
import type { CommandContext } from '../index.ts';

/** What the view shows. */
export async function showReview({ review }: CommandContext): Promise<DocumentReview | undefined> {
  await review.source.refresh();
  await commands.executeCommand('casewright.review.focus');
  return review.source.current;
}
