// Ticks or unticks one task box: one character.
import type { Span } from '../../sourceText.ts';
import type { ChangeOutcome, ChangeTarget } from './planChange.ts';

/** `box` is the `[ ]` as it stood when the person looked; a box that is no longer there is not touched. */
export function tickTask({ model }: ChangeTarget, box: Span, isDone: boolean): ChangeOutcome {
  return boxEdit(model.source.slice(box), box, isDone) ?? { refusal: { key: 'roadmap.change.box-gone' } };
}

/** Undefined where the text is no box. */
export function boxEdit(written: string, { start }: Span, isDone: boolean): ChangeOutcome | undefined {
  const mark = /^\[([ xX])\]/.exec(written)?.[1];
  if (mark === undefined) return undefined;
  if ((mark !== ' ') === isDone) return { edits: [] };
  return { edits: [{ span: { start: start + 1, end: start + 2 }, newText: isDone ? 'x' : ' ' }] };
}
