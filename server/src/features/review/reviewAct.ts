// What a person does in a review, as edits of two files with their ranges, or every reason why not.
import { actOnReview } from '../../core/review/actOnReview.ts';
import type { ActStamp, ReviewAct } from '../../core/review/reviewAct.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { SourceText } from '../../core/sourceText.ts';
import type { PlainEdit } from '../diagnostics.ts';
import type { EngineView } from '../engineView.ts';
import { reviewSubject, type ReviewTarget } from './reviewSubject.ts';
import { refusalTexts } from './reviewTexts.ts';

export type ReviewActQuestion = ReviewTarget & { readonly act: ReviewAct; readonly stamp: ActStamp };

export interface PlainActResult {
  readonly recordPath: string;
  /** Text of a record that is not there yet. */
  readonly create?: string;
  readonly recordEdits: readonly PlainEdit[];
  readonly documentEdits: readonly PlainEdit[];
  readonly reasons: readonly { readonly text: string; readonly remedy: string }[];
  readonly thread?: string;
}

export function reviewAct(view: EngineView, { act, stamp, ...target }: ReviewActQuestion): PlainActResult {
  const subject = reviewSubject(view, target);
  if (subject === undefined) return refused('', [unknown(view)]);
  const { ground, recordPath } = subject;
  const outcome = actOnReview(act, stamp, ground);
  if (outcome.kind === 'refused') return refused(recordPath, refusalTexts(outcome.refusals, view.locale));
  const { record, document, thread } = outcome;
  const recordSource = new SourceText(ground.recordText ?? '');
  const plain = (source: SourceText) => (edit: (typeof document)[number]) => {
    return { range: source.rangeOf(edit.span), newText: edit.newText };
  };
  return {
    recordPath: outcome.path,
    ...(record.kind === 'create' && { create: record.text }),
    recordEdits: record.kind === 'create' ? [] : record.edits.map(plain(recordSource)),
    documentEdits: document.map(plain(ground.source)),
    reasons: [],
    ...(thread !== undefined && { thread }),
  };
}

function refused(recordPath: string, reasons: PlainActResult['reasons']): PlainActResult {
  return { recordPath, recordEdits: [], documentEdits: [], reasons };
}

function unknown({ locale }: EngineView): PlainActResult['reasons'][number] {
  return {
    text: renderMessage({ key: 'review-act.unknown' }, locale),
    remedy: renderMessage({ key: 'review-act.unknown.remedy' }, locale),
  };
}
