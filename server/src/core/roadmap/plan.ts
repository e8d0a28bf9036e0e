// The roadmap model of one plan document: what it says will exist or be done, with the place of every statement. Types
// only; built by readPlan.ts. Stated figures are kept apart from computed ones: nothing here is computed but what says so.
import type { Span } from '../sourceText.ts';

/** Zero-based line and the span of the words that say it, both in the plan document. */
export interface Place {
  readonly line: number;
  readonly span: Span;
}

/** Which kind of place states something; also the role of a mention. */
export type Via =
  | 'item' // the item's own block: its heading, numbered line, label lines
  | 'group' // heading or bold line of the group that the item stands under
  | 'phase' // heading, note or table row of the phase
  | 'overview' // priority overview: groups and items named again with counts and efforts
  | 'list' // priority or status list that names the item again
  | 'table' // row of a progress or report table
  | 'schedule' // week or day line
  | 'graph' // dependency picture in a fence
  | 'gap' // box that says what is missing
  | 'progress' // block of figures: `P4.3 P1 主题: ⏳ 0% 完成 (0/4)`
  | 'boxes' // computed from the item's own task boxes
  | 'milestone'
  | 'metadata'
  | 'text';

/** A value as the document states it. */
export interface Stated<T> extends Place {
  readonly value: T;
  /** As written, without list marks and emphasis. */
  readonly text: string;
  readonly via: Via;
}

export type Priority = 'P0' | 'P1' | 'P2' | 'P3' | 'P4';

/** Normal forms of status words (dialects.md 3). `open`: an unchecked box. */
export type Status =
  'planned' | 'pending' | 'open' | 'in-progress' | 'partial' | 'paused' | 'review' | 'done' | 'missing' | 'cancelled';

export interface StatedStatus extends Stated<Status> {
  /** 0-100, where the text gives a percentage. */
  readonly percent?: number;
  /** Computed (from boxes), not written. */
  readonly isDerived?: boolean;
}

export type EffortUnit = 'hour' | 'day' | 'week' | 'month';

/** 3-4 天, 2周, 约 5.5-6.5 小时. `min` equals `max` for a single figure. */
export interface Effort {
  readonly min: number;
  readonly max: number;
  readonly unit: EffortUnit;
  readonly isOptional?: boolean;
}

/** ~800 行, 预计 4,500 行, 8,300+ 行, 3页, 5,000-8,000字. */
export interface Size {
  readonly min: number;
  readonly max?: number;
  readonly unit: 'line' | 'page' | 'character' | 'word';
  readonly isApproximate?: boolean;
}

export interface StatedPath extends Place {
  /** As written (backslashes too), without code marks and remarks; directory of a heading joined with the file name. */
  readonly path: string;
  /** 已创建, 待实现, 修改, 新建目录 … as written. */
  readonly note?: string;
  /** Where the directory part stands on another line. */
  readonly directory?: Place;
}

/** One place where an item is named. The first is its definition. */
export interface Mention extends Place {
  readonly via: Via;
  /** The name used there, without decoration. */
  readonly title: string;
}

export interface PlanTask extends Place {
  readonly text: string;
  readonly isDone: boolean;
  /** The `[ ]`. */
  readonly box: Span;
  /** A status in the words: `- [ ] … （✅ 已实现）`. */
  readonly inlineStatus?: StatedStatus;
}

export type ItemKind = 'new-case' | 'existing-case' | 'case' | 'topic' | 'task' | 'document';

export interface PlanItem extends Place {
  /** Unique in the plan and stable while titles and order stay: id, number path (`1.2`, `任务组 2/1`) or title key. */
  readonly key: string;
  /** Stated id (SCENARIO-ECOMMERCE-001, TASK-001, P0-1.3, a heading number such as 1.1). */
  readonly id?: string;
  /** Number as stated at the definition: 1, 1.1. */
  readonly number?: string;
  readonly kind: ItemKind;
  /** Without number, emoji, marks, brackets; `span` is its place. */
  readonly title: string;
  /** The whole block of the definition. */
  readonly extent: Span;
  readonly mentions: readonly Mention[];
  readonly paths: readonly StatedPath[];
  /** The first of `priorities`; inherited ones say so by `via`. */
  readonly priority?: Priority;
  readonly priorities: readonly Stated<Priority>[];
  /** The first of `efforts` that belongs to the item's own block, else of any mention. */
  readonly effort?: Stated<Effort>;
  readonly efforts: readonly Stated<Effort>[];
  readonly expectedSize?: Stated<Size>;
  /** Size that a report claims. */
  readonly actualSize?: Stated<Size>;
  readonly statuses: readonly StatedStatus[];
  /** `PlanGroup.key`. */
  readonly group?: string;
  /** `PlanPhase.key`. */
  readonly phase?: string;
  readonly outline: readonly Stated<string>[];
  readonly tasks: readonly PlanTask[];
  readonly acceptance: readonly Stated<string>[];
  /** As stated. */
  readonly dependencyTexts: readonly Stated<string>[];
  /** Resolved: keys of items or phases of this plan. */
  readonly dependsOn: readonly string[];
  /** The slots of `PlanSchedule` that name it (or its section); none: no line schedules it. */
  readonly slots: readonly number[];
  /** `PlanMilestone.key`. */
  readonly milestone?: string;
  /** Index in `Plan.gaps` of the gap it covers. */
  readonly gap?: number;
  readonly owner?: Stated<string>;
  /** As written. */
  readonly due?: Stated<string>;
  readonly isOptional?: boolean;
  /** Lines of its block that are no task: 设计说明, 实现细节, decisions. */
  readonly notes: readonly Stated<string>[];
}

/** A heading or bold line that holds items (or groups). */
export interface PlanGroup extends Place {
  readonly key: string;
  /** `任务组 1`, `3.1.1`. */
  readonly id?: string;
  readonly title: string;
  readonly extent: Span;
  readonly parent?: string;
  readonly items: readonly string[];
  readonly priority?: Stated<Priority>;
  /** Every place that gives one; `priority` is the first. */
  readonly priorities?: readonly Stated<Priority>[];
  /** Of the group as a whole: a row of categories, a block of progress. */
  readonly statuses?: readonly StatedStatus[];
  readonly directory?: StatedPath;
  /** Lines that name the group again with figures (overview, priority list). */
  readonly mentions: readonly Mention[];
}

/** A stretch of the plan in time or in steps: Phase 1, 第一批, Day 1. */
export interface PlanPhase extends Place {
  readonly key: string;
  /** `Phase 1`, `Day 2`, `第一批`. */
  readonly id: string;
  readonly title: string;
  readonly extent: Span;
  readonly priority?: Stated<Priority>;
  readonly priorities: readonly Stated<Priority>[];
  readonly effort?: Stated<Effort>;
  readonly efforts: readonly Stated<Effort>[];
  readonly statuses: readonly StatedStatus[];
  readonly range?: TimeRange;
  readonly items: readonly string[];
  readonly dependencyTexts: readonly Stated<string>[];
  readonly dependsOn: readonly string[];
  readonly tests: readonly PlanTask[];
  readonly mentions: readonly Mention[];
}

/** Both ends included, one-based as people count. */
export interface TimeRange {
  readonly unit: 'week' | 'day' | 'month' | 'quarter';
  readonly from: number;
  readonly to: number;
}

/** One line of a schedule: `- Week 26-29: 代码完整性完善`, `- ⏳ 26_Metrics深度实现/01 (4,500 行)`. */
export interface ScheduleSlot extends Place {
  readonly range: TimeRange;
  /** Part of a day, as written. */
  readonly half?: string;
  readonly text: string;
  /** Items that it names; empty for a block title or for something that is no item. */
  readonly items: readonly string[];
  /** A heading or bold line over other slots. */
  readonly isBlock: boolean;
  /** `PlanPhase.key` that it stands under. */
  readonly phase?: string;
  readonly status?: StatedStatus;
  readonly size?: Stated<Size>;
}

export interface PlanMilestone extends Place {
  readonly key: string;
  /** M1; absent where none is stated. */
  readonly id?: string;
  readonly title: string;
  readonly due?: TimeRange;
  readonly dueText?: string;
  readonly deliverable?: Stated<string>;
  readonly acceptance?: Stated<string>;
  /** `PlanPhase.key` that it ends. */
  readonly phase?: string;
  readonly items: readonly string[];
  /** What it promises, line by line, with the mark before it (✅ says done). */
  readonly claims: readonly MilestoneClaim[];
  readonly statuses: readonly StatedStatus[];
}

export interface MilestoneClaim extends Place {
  readonly text: string;
  readonly mark?: string;
}

export interface PlanGap extends Place {
  /** Without mark: 物流系统案例缺失; `area` is it without the word for missing. */
  readonly text: string;
  readonly area: string;
  readonly isDone: boolean;
  /** ⚠️, ❌. */
  readonly mark?: string;
  readonly bullets: readonly Stated<string>[];
  /** Keys of items or groups that cover it. */
  readonly coveredBy: readonly string[];
}

export type FigureUnit =
  | EffortUnit
  | 'line'
  | 'document'
  | 'case'
  | 'topic'
  | 'task'
  | 'gap'
  | 'milestone'
  | 'module'
  | 'phase'
  | 'percent'
  | 'page'
  | 'example'
  | 'api'
  | 'crate'
  | 'item';

/** A stated figure that can be held against what is there. */
export interface StatedTotal extends Place {
  /** As written: `（25个案例，34周）`. */
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly unit: FigureUnit;
  /** 8,300+ or 约: at least, about. of: `5/13`, done of all, is `min` 5 and `max` 13. */
  readonly bound?: 'at-least' | 'about' | 'of';
  /** What it counts or adds up. */
  readonly scope: TotalScope;
  /**
   * The same figure recounted in the unit of the total, where the scope could be resolved; undefined: can not be checked.
   * `parts`: the places of what was added up or counted (the effort lines, the gaps, the subtotals), never empty.
   */
  readonly computed?: { readonly min: number; readonly max: number; readonly parts: readonly Place[] };
}

/** What a total is about. Only `label` is for people. */
export interface TotalScope {
  readonly kind:
    | 'group'
    | 'phase'
    | 'section'
    | 'list'
    | 'column'
    | 'priority'
    | 'milestone'
    | 'all'
    | 'crate'
    | 'stated-sum'
    | 'unknown';
  /** Key of the group or phase, the priority, the title of the section … */
  readonly of?: string;
  readonly label: string;
  /** Counts only what is reported as there: a report speaks of the items that are done. */
  readonly isReported?: boolean;
}

/** `Phase 4 | Phase 1, Phase 2`, `Phase 1 → Phase 2`, arrows of a picture. */
export interface DependencyStatement extends Place {
  readonly text: string;
  readonly via: Via;
  /** Keys of items or phases. */
  readonly from: string;
  readonly on: readonly string[];
  /**
   * needs: `from` needs every `on`. chain: one statement for each arrow, `on[0]` → `from`; it says the order, not each
   * need. parallel: `from` and every `on` may run at the same time.
   */
  readonly form: 'needs' | 'chain' | 'parallel';
}

/** `1. **文档国际化** - 英文版本和多语言支持` under goals, a line of the scope. */
export interface PlanGoal extends Place {
  readonly text: string;
  readonly title: string;
}

/** A rule that every item has to meet: 每个主题 800+ 行. */
export interface ItemRule extends Place {
  readonly text: string;
  readonly min?: number;
  readonly unit?: 'line' | 'example';
}

/** How something is built, or what is given up: a bullet under 设计说明, `简化方案：不进行…`. */
export interface DesignNote extends Place {
  readonly text: string;
  /** Words over it: the label or the heading that it stands under. */
  readonly under: string;
  /** `PlanItem.key` of the item that it stands in. */
  readonly item?: string;
}

/** Boxes that belong to no item. */
export interface PlanChecklist extends Place {
  readonly title: string;
  readonly tasks: readonly PlanTask[];
}

export interface Plan {
  /** Relative to the library root. */
  readonly path: string;
  readonly title: string;
  readonly id?: string;
  readonly statuses: readonly StatedStatus[];
  readonly items: readonly PlanItem[];
  readonly groups: readonly PlanGroup[];
  readonly phases: readonly PlanPhase[];
  readonly slots: readonly ScheduleSlot[];
  readonly milestones: readonly PlanMilestone[];
  readonly gaps: readonly PlanGap[];
  readonly totals: readonly StatedTotal[];
  readonly dependencies: readonly DependencyStatement[];
  /** Keys of phases or items in order, and their length in days; absent without dependencies. */
  readonly criticalPath?: {
    readonly keys: readonly string[];
    readonly days: { readonly min: number; readonly max: number };
  };
  readonly goals: readonly PlanGoal[];
  readonly itemRules: readonly ItemRule[];
  readonly checklists: readonly PlanChecklist[];
  readonly designNotes: readonly DesignNote[];
  /** Dialects that contributed, by file name. */
  readonly dialects: readonly string[];
}
