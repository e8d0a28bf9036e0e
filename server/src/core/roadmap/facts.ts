// What a dialect finds in a plan: facts with their places, not yet joined. Types only; joined by join/*.ts.
import type { Span } from '../sourceText.ts';
import type {
  DependencyStatement,
  DesignNote,
  Effort,
  FigureUnit,
  ItemKind,
  ItemRule,
  MilestoneClaim,
  Place,
  PlanChecklist,
  PlanGap,
  PlanGoal,
  PlanTask,
  Priority,
  Size,
  Stated,
  StatedPath,
  StatedStatus,
  TimeRange,
  TotalScope,
  Via,
} from './plan.ts';
import type { PlanText } from './planText.ts';

/**
 * An item, or one more place that names it. `via: 'item'` always defines (of a report table and the headings that explain
 * its rows, one says 'item' and the other something else); everything else joins a definition, or a group of that name, or
 * defines where there is neither. What all facts of one item say is put together, whichever of them defines it.
 */
export interface ItemFact extends Place {
  readonly fact: 'item';
  readonly via: Via;
  readonly title: string;
  readonly kind?: ItemKind;
  readonly number?: string;
  readonly id?: string;
  /** Another way the plan names it: `26_Metrics深度实现/01`. */
  readonly reference?: string;
  /** Group named beside it (column Crate, `libraries: …`). */
  readonly groupName?: string;
  readonly extent?: Span;
  readonly paths?: readonly StatedPath[];
  readonly priorities?: readonly Stated<Priority>[];
  readonly efforts?: readonly Stated<Effort>[];
  readonly expectedSize?: Stated<Size>;
  readonly actualSize?: Stated<Size>;
  readonly statuses?: readonly StatedStatus[];
  readonly outline?: readonly Stated<string>[];
  readonly tasks?: readonly PlanTask[];
  readonly acceptance?: readonly Stated<string>[];
  readonly dependencyTexts?: readonly Stated<string>[];
  readonly owner?: Stated<string>;
  readonly due?: Stated<string>;
  /** Id or name of the milestone that it belongs to. */
  readonly milestone?: Stated<string>;
  readonly isOptional?: boolean;
  readonly notes?: readonly Stated<string>[];
  /** May not define an item: it only joins. */
  readonly isMentionOnly?: boolean;
}

export interface GroupFact extends Place {
  readonly fact: 'group';
  readonly title: string;
  readonly id?: string;
  /** What stands in it belongs to it. Empty span: a mention of the group. */
  readonly extent: Span;
  readonly via: Via;
  readonly priorities?: readonly Stated<Priority>[];
  readonly statuses?: readonly StatedStatus[];
  readonly directory?: StatedPath;
}

export interface PhaseFact extends Place {
  readonly fact: 'phase';
  readonly id: string;
  readonly title: string;
  readonly extent: Span;
  readonly via: Via;
  readonly priorities?: readonly Stated<Priority>[];
  readonly efforts?: readonly Stated<Effort>[];
  readonly statuses?: readonly StatedStatus[];
  readonly range?: TimeRange;
  readonly dependencyTexts?: readonly Stated<string>[];
  readonly tests?: readonly PlanTask[];
  /** Holds the items of this priority, wherever they stand: `第一批: P0 主题`. */
  readonly ofPriority?: Priority;
}

export interface SlotFact extends Place {
  readonly fact: 'slot';
  readonly range: TimeRange;
  readonly half?: string;
  readonly text: string;
  readonly isBlock: boolean;
  readonly status?: StatedStatus;
  readonly size?: Stated<Size>;
}

export interface MilestoneFact extends Place {
  readonly fact: 'milestone';
  readonly id?: string;
  readonly title: string;
  readonly due?: TimeRange;
  readonly dueText?: string;
  readonly deliverable?: Stated<string>;
  readonly acceptance?: Stated<string>;
  readonly claims?: readonly MilestoneClaim[];
  readonly statuses?: readonly StatedStatus[];
  /** Name of the phase it ends, as written: `Phase 1`. */
  readonly phaseName?: string;
}

/** A stated figure; the join resolves its scope and recounts. */
export interface TotalFact extends Place {
  readonly fact: 'total';
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly unit: FigureUnit;
  readonly bound?: 'at-least' | 'about' | 'of';
  readonly scope: TotalScope;
  /** Figures that the line itself names as the parts, where the dialect sees them (list below a heading, table column). */
  readonly parts?: readonly { readonly place: Place; readonly min: number; readonly max: number }[];
}

export interface GapFact extends Omit<PlanGap, 'coveredBy'> {
  readonly fact: 'gap';
}
export interface GoalFact extends PlanGoal {
  readonly fact: 'goal';
}
export interface ItemRuleFact extends ItemRule {
  readonly fact: 'item-rule';
}
export interface ChecklistFact extends PlanChecklist {
  readonly fact: 'checklist';
}
/** The join finds the item by the place. */
export interface DesignNoteFact extends Omit<DesignNote, 'item'> {
  readonly fact: 'design-note';
}
/** Names as written; the join resolves them to keys. */
export interface DependencyFact extends Omit<DependencyStatement, 'from' | 'on'> {
  readonly fact: 'dependency';
  readonly from: string;
  readonly on: readonly string[];
}

export type PlanFact =
  | ItemFact
  | GroupFact
  | PhaseFact
  | SlotFact
  | MilestoneFact
  | TotalFact
  | GapFact
  | GoalFact
  | ItemRuleFact
  | ChecklistFact
  | DesignNoteFact
  | DependencyFact;

/** One way of writing plans. It claims only what it is sure of; nothing is an answer. Never throws. */
export interface Dialect {
  /** File name without extension. */
  readonly name: string;
  /** Asked only for plans in which no other dialect finds an item. */
  readonly isFallback?: true;
  read(plan: PlanText): readonly PlanFact[];
}
