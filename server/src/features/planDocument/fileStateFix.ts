// "Take the file's state": where a plan says of an item what its file contradicts, the state that the file has.
import type { Finding, Fix } from '../../core/finding.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { provenChange } from '../../core/roadmap/edits/provenChange.ts';
import type { Status } from '../../core/roadmap/plan.ts';
import type { TrueState } from '../../core/roadmap/trueState.ts';
import type { DocumentView } from '../engineView.ts';
import { stateLabel } from '../roadmap/labels.ts';
import { rowsOf } from '../roadmap/rows.ts';
import { planGround } from './planGround.ts';

/** How a plan says what a file is; other states are no stage of writing. */
const STATUS_OF: Partial<Record<TrueState, Status>> = {
  missing: 'pending',
  scaffolded: 'in-progress',
  drafting: 'in-progress',
  ready: 'done',
  approved: 'done',
};

/** Undefined for other findings, and where the plan has no place that could say so. */
export function fileStateFix(found: DocumentView, finding: Finding): Fix | undefined {
  const ground = finding.code === 'plan-file-status' ? planGround(found) : undefined;
  if (ground?.roadmap === undefined) return undefined;
  const { plan, model } = ground;
  const item = plan.items.find(({ statuses }) => statuses.some(({ span }) => span.start === finding.span.start));
  const row = rowsOf(ground.roadmap, found.view).find((candidate) =>
    [candidate, ...candidate.others].some(
      ({ read, item: named }) => read.plan.path === found.document.path && named.key === item?.key,
    ),
  );
  const status = row && STATUS_OF[row.state.state];
  if (item === undefined || row === undefined || status === undefined) return undefined;
  const outcome = provenChange({ plan, model, item }, { kind: 'status', status }, found.library.parser);
  if (!('edits' in outcome) || outcome.edits.length === 0) return undefined;
  const state = stateLabel(row.state.state, found.view.locale);
  const why = renderMessage(row.state.reason, found.view.locale);
  return { title: { key: 'action.take-file-state', args: { state, why } }, edits: outcome.edits };
}
