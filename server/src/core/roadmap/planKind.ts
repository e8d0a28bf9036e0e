// Whether a document is a plan: what its kind says, and for reports and loose names what it holds. The editor's findings,
// the command line and the library of plans all ask here, so that they agree.
import type { KindDecision } from '../analysis.ts';
import { baseNameOf } from '../library/pathScope.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import type { Plan, PlanItem } from './plan.ts';
import { readPlan } from './readPlan.ts';

/** Reports about plans, and names that may be plans: only what they hold decides. */
const LOOSE_NAME = /总结|进度|完成报告|推进报告|计划|规划|时间表|待办|summary|progress|roadmap|plan|to-?do|milestone/i;
/** Fewer rows with a status are no report about a plan. */
const MIN_REPORTED_ITEMS = 2;

export interface PlanReading {
  readonly kind: KindDecision;
  /** Undefined: the document holds no roadmap. */
  readonly plan?: Plan;
}

/** `decided` is what decideKind says of the document. A broken document (conflict markers) is not read. */
export function readAsPlan(path: string, model: DocumentModel, decided: KindDecision): PlanReading {
  if (model.problems.some((problem) => problem.kind === 'merge-conflict')) return { kind: decided };
  if (decided.kind === 'plan') {
    const plan = readPlan(path, model);
    return { kind: decided, ...(plan && { plan }) };
  }
  if (!isLoose(path, decided)) return { kind: decided };
  const plan = readPlan(path, model);
  if (plan === undefined || plan.items.filter(isReported).length < MIN_REPORTED_ITEMS) return { kind: decided };
  const kind = {
    kind: 'plan',
    reason: { key: 'kind.roadmap', args: { count: plan.items.length } },
    certainty: 'content',
  } as const;
  return { kind, plan };
}

/** True where the path alone lets the document be a plan. `decided` is what decideKind says of the path without a text. */
export function mayBePlan(path: string, decided: KindDecision): boolean {
  return decided.kind === 'plan' || isLoose(path, decided);
}

function isLoose(path: string, { kind, certainty, reason }: KindDecision): boolean {
  if (kind !== 'other' || certainty === 'configured' || reason.key === 'kind.index-name') return false;
  return LOOSE_NAME.test(baseNameOf(path).normalize('NFC'));
}

/** A row with a status of its own, and something that it can be held against. */
function isReported({ statuses, paths, expectedSize, actualSize, tasks }: PlanItem): boolean {
  const hasStatus = statuses.some((status) => status.isDerived !== true && status.via !== 'metadata');
  return hasStatus && (paths.length > 0 || expectedSize !== undefined || actualSize !== undefined || tasks.length > 0);
}
