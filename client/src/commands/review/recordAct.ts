// What the commands of a review end with: it is recorded, and the review view says so.
import type { ReviewAct } from '../../../../server/src/lsp/protocol.ts';
import { act } from '../../review/act.ts';
import type { CommandContext } from '../index.ts';

/** True when it is recorded; says to the user why not otherwise. */
export async function recordAct(
  { connection, review, reviews }: CommandContext,
  uri: string,
  what: ReviewAct,
): Promise<boolean> {
  if ((await act(connection, uri, what)) === undefined) return false;
  await Promise.all([review.source.refresh(), reviews.source.result && reviews.source.refresh()]);
  return true;
}
