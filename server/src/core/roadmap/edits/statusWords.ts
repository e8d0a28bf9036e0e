// How a plan writes a status: in its own words where it has written that status before, else in the usual ones.
import type { DocumentModel } from '../../model/documentModel.ts';
import { documentLanguage } from '../documentLanguage.ts';
import type { PlanItem, StatedStatus, Status } from '../plan.ts';
import { leadingMark, statusOf } from '../words/status.ts';

const usual: Readonly<Record<Status, { readonly mark: string; readonly zh: string; readonly en: string }>> = {
  planned: { mark: '📋', zh: '规划中', en: 'Planned' },
  pending: { mark: '⏳', zh: '待开始', en: 'Pending' },
  open: { mark: '⏳', zh: '待开始', en: 'Open' },
  'in-progress': { mark: '🔄', zh: '进行中', en: 'In progress' },
  partial: { mark: '⚠️', zh: '部分完成', en: 'Partial' },
  paused: { mark: '⏸️', zh: '暂缓', en: 'Paused' },
  review: { mark: '🔍', zh: '评审中', en: 'In review' },
  done: { mark: '✅', zh: '已完成', en: 'Done' },
  missing: { mark: '❌', zh: '缺失', en: 'Missing' },
  cancelled: { mark: '🚫', zh: '已取消', en: 'Cancelled' },
};

/** Longer texts are sentences about a status, which nobody wants copied. */
const LONGEST = 16;

export type StatusForm = 'mark' | 'words' | 'both';

export function formOf(written: string): StatusForm {
  const mark = leadingMark(written);
  if (mark === undefined) return 'words';
  return written.slice(mark.length).trim() === '' ? 'mark' : 'both';
}

/** The text for a status in the form given; `items` are those of the plan. */
export function statusText(items: readonly PlanItem[], model: DocumentModel, status: Status, form: StatusForm): string {
  const own = writtenStatuses(items, model).find((text) => formOf(text) === form && statusOf(text)?.value === status);
  if (own !== undefined) return own;
  const { mark, zh, en } = usual[status];
  const words = documentLanguage(model) === 'zh' ? zh : en;
  if (form === 'mark') return mark;
  return form === 'words' ? words : `${mark} ${words}`;
}

/** Short statuses of the plan as written, without percentages. */
function writtenStatuses(items: readonly PlanItem[], { source }: DocumentModel): readonly string[] {
  return items
    .flatMap(({ statuses }) => statuses)
    .filter((status) => status.isDerived !== true && status.percent === undefined)
    .map((status: StatedStatus) => source.slice(status.span).trim())
    .filter((text) => text.length > 0 && text.length <= LONGEST && !text.startsWith('['));
}
