// A change that a person made in the roadmap, and what comes of it. Types only.
import type { Message, TextEdit } from '../../finding.ts';
import type { DocumentModel } from '../../model/documentModel.ts';
import type { Span } from '../../sourceText.ts';
import type { Plan, PlanItem, Priority, Status } from '../plan.ts';

export type PlanChange =
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'priority'; readonly priority: Priority }
  /** Key of a milestone of the plan. */
  | { readonly kind: 'milestone'; readonly milestone: string }
  /** Key of a group of the plan. */
  | { readonly kind: 'move'; readonly group: string }
  | { readonly kind: 'task'; readonly box: Span; readonly isDone: boolean };

/** Edits to the plan document; a refusal says why there is no place for the change. No edits: it says so already. */
export type ChangeOutcome =
  /** `notice`: what the edits could not reach. */
  { readonly edits: readonly TextEdit[]; readonly notice?: Message } | { readonly refusal: Message };

/** What a change is made to. `model` is that of the plan's document. */
export interface ChangeTarget {
  readonly plan: Plan;
  readonly model: DocumentModel;
  readonly item: PlanItem;
}
