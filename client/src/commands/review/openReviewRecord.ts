// Open Review Record: the file that keeps who did what and when.
import { l10n, Uri, window } from 'vscode';
import { requests, type ReviewParams, type ReviewResult } from '../../../../server/src/lsp/protocol.ts';
import { notReady } from '../applyChange.ts';
import type { CommandContext } from '../index.ts';
import { documentOf } from './reviewTarget.ts';

export async function openReviewRecord({ connection }: CommandContext, argument: unknown): Promise<Uri | undefined> {
  const uri = documentOf(argument);
  if (uri === undefined) return undefined;
  const review = await connection.ask<ReviewResult | null>(requests.review, { uri } satisfies ReviewParams);
  if (review === undefined) {
    notReady();
    return undefined;
  }
  if (review?.hasRecord !== true) {
    void window.showInformationMessage(l10n.t('There is no review record yet; starting a review writes one.'));
    return undefined;
  }
  const record = Uri.parse(review.recordUri);
  await window.showTextDocument(record);
  return record;
}
