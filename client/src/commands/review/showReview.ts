// Show Review: the review view of the active document, brought up to date.
import { commands, type TreeItem } from 'vscode';
import type { DocumentReview } from '../../review/reviewNodes.ts';
import type { CommandContext } from '../index.ts';

interface ShownReview {
  readonly document: DocumentReview | undefined;
  /** Every row, the outer one before its inner ones, as it is drawn. */
  readonly rows: readonly TreeItem[];
}

/** What the view shows. */
export async function showReview({ review }: CommandContext): Promise<ShownReview> {
  await review.source.refresh();
  await commands.executeCommand('casewright.review.focus');
  return { document: review.source.current, rows: review.rows().map(review.draw) };
}
