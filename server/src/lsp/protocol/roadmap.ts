// Requests about the roadmap between client and server: plain types.
import type { Range } from './place.ts';

/** How the roadmap tree is grouped. */
export type RoadmapGrouping = 'plan' | 'phase' | 'priority' | 'milestone' | 'state' | 'folder' | 'schedule';

/** What the file of an item says, whatever the plan says. `none`: the plan names no file; its boxes decide. */
export type TrueState =
  | 'missing'
  | 'scaffolded'
  | 'drafting'
  | 'ready'
  | 'approved'
  | 'stale'
  | 'archived'
  | 'moved'
  | 'open'
  | 'in-progress'
  | 'done'
  | 'unknown';

/** `casewright/roadmap`: every plan of every library as one tree. */
export interface RoadmapParams {
  readonly groupBy: RoadmapGrouping;
  /** Words and facets: `P0 state:missing 物流`; '' for everything. */
  readonly filter: string;
}
export interface RoadmapResult {
  readonly nodes: readonly RoadmapNode[];
  readonly summary: RoadmapRollUp;
  readonly plans: readonly { readonly uri: string; readonly path: string; readonly title: string }[];
  /** Plans that could not be read, and why, in the display language. */
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
  /** Items that the filter hides. */
  readonly hidden: number;
}

export interface RoadmapNode {
  /** Stable while the plan's words are; for expansion state and reveal. */
  readonly id: string;
  readonly type: 'plan' | 'group' | 'item' | 'task';
  readonly label: string;
  /** Beside the label, dimmed: counts, effort, states that differ. */
  readonly description: string;
  /** Markdown: everything known and why. */
  readonly tooltip: string;
  readonly rollUp: RoadmapRollUp;
  readonly item?: RoadmapItem;
  readonly task?: RoadmapTask;
  /** Where the group's heading (or the plan) stands. */
  readonly place?: RoadmapPlace;
  /** Key of the group, priority, milestone that items may be dragged to; absent: no drop. */
  readonly dropKey?: string;
  readonly children: readonly RoadmapNode[];
}

/** Counts and efforts of everything below a node, each item once. */
export interface RoadmapRollUp {
  readonly items: number;
  readonly byState: Readonly<Partial<Record<TrueState, number>>>;
  /** Items whose file (or boxes) say they are done: ready, approved, done. */
  readonly complete: number;
  /** Working days. */
  readonly effort: {
    readonly min: number;
    readonly max: number;
    readonly complete: number;
    readonly unestimated: number;
  };
  /** Items whose stated and true state differ. */
  readonly drift: number;
}

export interface RoadmapPlace {
  readonly uri: string;
  readonly range: Range;
}

export interface RoadmapItem {
  /** `<plan uri>#<key>` of the first plan that names it. */
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly statedId?: string;
  readonly kind: string;
  readonly place: RoadmapPlace;
  readonly mentions: readonly (RoadmapPlace & { readonly via: string; readonly title: string })[];
  /** First planned path as stated, and the file it leads to where there is one (moved files included). */
  readonly path?: string;
  readonly fileUri?: string;
  /** Where it would be created; absent for paths that leave the library. */
  readonly plannedUri?: string;
  readonly priority?: string;
  readonly effort?: string;
  readonly expectedSize?: string;
  readonly actualLines?: number;
  readonly stated?: { readonly status: string; readonly text: string; readonly place: RoadmapPlace };
  readonly state: TrueState;
  /** Why, in the display language. */
  readonly reason: string;
  readonly hasDrift: boolean;
  readonly group?: string;
  readonly phase?: string;
  readonly milestone?: string;
  readonly schedule?: string;
  readonly dependsOn: readonly string[];
  readonly completeness?: { readonly met: number; readonly of: number };
}

export interface RoadmapTask extends RoadmapPlace {
  readonly text: string;
  readonly isDone: boolean;
}

/** `casewright/roadmap/change`: edits that write a change back to the plan; null where the plan has no place for it. */
export interface RoadmapChangeParams {
  readonly itemId: string;
  readonly change:
    | { readonly kind: 'status'; readonly status: string }
    | { readonly kind: 'priority'; readonly priority: string }
    | { readonly kind: 'milestone'; readonly milestone: string }
    | { readonly kind: 'move'; readonly dropKey: string }
    | { readonly kind: 'task'; readonly task: RoadmapPlace; readonly isDone: boolean };
}

/** `casewright/roadmap/choices`: what a change of an item may choose from, in the plan's own words. */
export interface RoadmapChoicesParams {
  readonly itemId: string;
}
export interface RoadmapChoicesResult {
  readonly statuses: readonly { readonly status: string; readonly label: string; readonly isCurrent: boolean }[];
  readonly priorities: readonly { readonly priority: string; readonly label: string; readonly isCurrent: boolean }[];
  readonly milestones: readonly { readonly key: string; readonly label: string; readonly isCurrent: boolean }[];
}

/** `casewright/roadmap/newDocument`: the document of a planned item, as `CreateResult`; it never overwrites. */
export interface RoadmapNewDocumentParams {
  readonly itemId: string;
  readonly today: string;
}

/** `casewright/roadmap/board`: what the board draws, one entry per plan or all plans together. */
export interface RoadmapBoardParams {
  /** Plan to draw; absent: all. */
  readonly uri?: string;
}
export interface RoadmapBoardResult {
  readonly title: string;
  readonly locale: 'zh' | 'en';
  /** Unit of `from` and `to` below. */
  readonly unit: 'week' | 'day';
  readonly rows: readonly BoardRow[];
  readonly milestones: readonly {
    readonly label: string;
    readonly at?: number;
    readonly complete: number;
    readonly of: number;
  }[];
  readonly priorities: readonly {
    readonly priority: string;
    readonly byState: RoadmapRollUp['byState'];
    readonly complete: number;
    readonly of: number;
  }[];
  /** State labels in the display language, in order. */
  readonly states: readonly { readonly state: TrueState; readonly label: string }[];
  /** Effort done by true state over time, from git history; empty where there is none. */
  readonly burnUp: readonly { readonly date: string; readonly days: number }[];
  readonly effortTotal: number;
  readonly mermaid: string;
}
export interface BoardRow {
  readonly itemId: string;
  readonly label: string;
  readonly group: string;
  /** One-based, both ends included; absent: no line schedules it. */
  readonly from?: number;
  readonly to?: number;
  readonly state: TrueState;
  readonly priority?: string;
  readonly dependsOn: readonly string[];
  readonly isCritical: boolean;
  readonly place: RoadmapPlace;
}
