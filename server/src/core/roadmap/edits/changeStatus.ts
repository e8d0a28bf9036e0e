// Writes a status to every place of the plan that states the item's own one, so that no two places disagree afterwards.
import type { TextEdit } from '../../finding.ts';
import type { StatedStatus, Status } from '../plan.ts';
import { percentIn, statusOf } from '../words/status.ts';
import { insertStatus } from './insertStatus.ts';
import { isOwnPlace } from './ownPlaces.ts';
import type { ChangeOutcome, ChangeTarget } from './planChange.ts';
import { formOf, statusText } from './statusWords.ts';
import { boxEdit } from './tickTask.ts';

/** One cell, mark or box per place; where the plan states no status of the item, a label line is added to its block. */
export function changeStatus(target: ChangeTarget, status: Status): ChangeOutcome {
  const places = ownStatuses(target);
  if (places.length === 0) return insertStatus(target, status) ?? { refusal: { key: 'roadmap.change.no-status' } };
  const edits = places.flatMap((place) => editOf(target, place, status) ?? []);
  return { edits: edits.flat() };
}

function ownStatuses({ item, model }: ChangeTarget): readonly StatedStatus[] {
  const seen = new Set<number>();
  return item.statuses.filter((status) => {
    const isWritten = status.isDerived !== true && status.span.end > status.span.start;
    const isOwn = isOwnPlace(item, status) || status.via === 'gap';
    if (!isWritten || !isOwn || seen.has(status.span.start)) return false;
    seen.add(status.span.start);
    const written = model.source.slice(status.span);
    // A gap is named in whole by its line, and the name is no status: only a box may be changed.
    if (status.via === 'gap') return written.startsWith('[');
    // A long text says more than a status: only its box or its mark may be changed.
    return written.startsWith('[') || statusOf(written) !== undefined;
  });
}

function editOf({ plan, model }: ChangeTarget, place: StatedStatus, status: Status): readonly TextEdit[] | undefined {
  const { source } = model;
  const written = source.slice(place.span);
  const box = boxEdit(written, place.span, status === 'done');
  if (box !== undefined) return 'edits' in box ? box.edits : undefined;
  const percent = /^\s*\d{1,3}(?:\.\d+)?\s*%\s*$/.test(written);
  if (percent) return percentEdit(place, written, status);
  if (statusOf(written)?.value === status) return undefined;
  const newText = statusText(plan.items, model, status, formOf(written));
  return [{ span: place.span, newText }];
}

/** A share is certain at both ends only; in between nobody but the author can say, and 100% would be untrue. */
function percentEdit({ span }: StatedStatus, written: string, status: Status): readonly TextEdit[] | undefined {
  const share = shareOf(status) ?? (percentIn(written) === 100 ? '-' : undefined);
  if (share === undefined || written.trim() === share) return undefined;
  const start = span.start + (written.length - written.trimStart().length);
  return [{ span: { start, end: start + written.trim().length }, newText: share }];
}

function shareOf(status: Status): string | undefined {
  if (status === 'done') return '100%';
  return status === 'pending' || status === 'planned' || status === 'open' ? '0%' : undefined;
}
