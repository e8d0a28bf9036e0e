// What the list of reviews leaves out.
import { commands, l10n } from 'vscode';
import type { ReviewsResult } from '../../../../server/src/lsp/protocol.ts';
import { askFilter } from '../askFilter.ts';
import type { CommandContext } from '../index.ts';

/** The tree follows while words are typed; Escape brings the former filter back. */
export async function filterReviews({ reviews: { source } }: CommandContext, argument: unknown): Promise<void> {
  if (typeof argument === 'string') {
    source.setFilter(argument.trim());
    return;
  }
  const former = source.filter;
  const filter = await askFilter({
    title: l10n.t('Filter the reviews'),
    placeholder: l10n.t('Words of a title, a path, a state, or a name'),
    prompt: l10n.t('Documents that fit all of these stay; empty shows everything.'),
    value: former,
    follow: (text) => {
      source.setFilter(text.trim());
    },
  });
  source.setFilter(filter?.trim() ?? former);
}

export function clearReviewsFilter({ reviews: { source } }: CommandContext): Promise<void> {
  source.setFilter('');
  return Promise.resolve();
}

/** The list, brought up to date. */
export async function showReviews({ reviews: { source } }: CommandContext): Promise<ReviewsResult | undefined> {
  await source.refresh();
  await commands.executeCommand('casewright.reviews.focus');
  return source.result;
}
