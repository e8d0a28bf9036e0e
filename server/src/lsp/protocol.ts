// Custom requests between client and server: names and plain types. The only server file that the client imports, so it
// must import nothing.

export interface Position {
  readonly line: number;
  readonly character: number;
}
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** `casewright/status`: what the server thinks of one document; for the status item and context keys. @public */
export interface StatusParams {
  readonly uri: string;
}
export interface StatusResult {
  readonly kind: string;
  /** Why it is of that kind, in the display language. */
  readonly reason: string;
  readonly template?: { readonly name: string; readonly path: string; readonly uri?: string; readonly line: number };
  readonly standard?: { readonly name: string; readonly path: string; readonly uri?: string };
  readonly stage: 'draft' | 'normal' | 'ready';
  readonly counts: {
    readonly error: number;
    readonly warning: number;
    readonly information: number;
    readonly hint: number;
  };
  readonly suppressed: number;
  /** Required sections that are there, of how many. */
  readonly completeness: { readonly met: number; readonly of: number };
  readonly missingSections: number;
  /** Template or standard are broken; the last good schema is in force. */
  readonly isOutdated: boolean;
  /** Something was not checked, and why. */
  readonly limited?: string;
}

/** `casewright/schema`: the derived schema of a kind (or of the document's kind) as formatted JSON text. */
export interface SchemaParams {
  readonly uri?: string;
  readonly kind?: string;
}
export interface SchemaResult {
  readonly kind: string;
  readonly text: string;
}

/** `casewright/explain`: Markdown about the findings at a place (or the whole document without a range). */
export interface ExplainParams {
  readonly uri: string;
  readonly range?: Range;
}
export interface ExplainResult {
  readonly markdown: string;
}

/** `casewright/kinds`: kinds and templates to choose from. @public */
export interface KindsParams {
  readonly uri: string;
}
export interface KindsResult {
  readonly kinds: readonly {
    readonly kind: string;
    readonly label: string;
    readonly template?: string;
    readonly isCurrent: boolean;
  }[];
  readonly templates: readonly {
    readonly id: string;
    readonly name: string;
    readonly path: string;
    readonly isCurrent: boolean;
  }[];
  /** `.casewright/config.json` of the library, which need not exist. */
  readonly configurationUri: string;
}

/** `casewright/configure`: edits to the configuration that give a document another kind or its kind another template. */
export interface ConfigureParams {
  readonly uri: string;
  readonly kind?: string;
  readonly template?: string;
}

/** A change of files: applied by the client as one undoable workspace edit. */
export interface FileChange {
  readonly uri: string;
  /** Create the file with this text where it does not exist. */
  readonly create?: string;
  readonly version?: number | null;
  readonly edits?: readonly { readonly range: Range; readonly newText: string }[];
}
export interface ChangeResult {
  readonly changes: readonly FileChange[];
  /** Why there is nothing to change, or what the change could not reach; in the display language. */
  readonly message?: string;
}

/** `casewright/newDocument/propose`: what is known and what has to be asked for a new document. */
export interface ProposeParams {
  readonly kind: string;
  /** Folder that the user pointed at, or the active document. */
  readonly near?: string;
  readonly title?: string;
}
export interface ProposeResult {
  readonly libraryUri: string;
  /** Relative to the library, free, with the title's placeholder filled where it is known. */
  readonly path: string;
  readonly id?: string;
  /** The ids to choose from, the proposed one first, each with what is known of its series; absent where there is no choice. */
  readonly ids?: readonly { readonly id: string; readonly note: string }[];
  readonly template: string;
  /** Metadata fields without a default, with their allowed values. */
  readonly questions: readonly {
    readonly key: string;
    readonly description?: string;
    readonly values?: readonly string[];
    readonly required: boolean;
  }[];
}

/** `casewright/newDocument/create`: the document as a snippet, and where it goes. */
export interface CreateParams {
  readonly kind: string;
  readonly near?: string;
  readonly title: string;
  readonly path: string;
  readonly id?: string;
  readonly answers: Readonly<Record<string, string>>;
  /** ISO date of the author's today. */
  readonly today: string;
}
export interface CreateResult {
  readonly uri: string;
  /** VS Code snippet syntax; placeholders are stops. */
  readonly snippet: string;
  /** The same without stops, for clients without snippets. */
  readonly text: string;
  readonly message?: string;
}

/** `casewright/checkLibrary`: every document of every library. @public */
export interface CheckLibraryParams {
  readonly workDoneToken?: string | number;
}
export interface CheckLibraryResult {
  readonly files: readonly CheckedFile[];
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
}
export interface CheckedFile {
  readonly uri: string;
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  readonly counts: StatusResult['counts'];
  readonly completeness: StatusResult['completeness'];
  readonly findings: readonly {
    readonly code: string;
    readonly severity: 'error' | 'warning' | 'information' | 'hint';
    readonly message: string;
    readonly range: Range;
  }[];
}

/** `casewright/fixes`: edits of one family for a document. */
export interface FixesParams {
  readonly uri: string;
  readonly family: 'missingSections' | 'all' | 'toc';
}

/** `casewright/initLibrary`: a configuration, and the built-in templates copied to be the team's own. */
export interface InitLibraryParams {
  readonly folderUri: string;
  readonly language: 'zh' | 'en';
}

// ---- roadmap

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

export const requests = {
  status: 'casewright/status',
  schema: 'casewright/schema',
  explain: 'casewright/explain',
  kinds: 'casewright/kinds',
  configure: 'casewright/configure',
  propose: 'casewright/newDocument/propose',
  create: 'casewright/newDocument/create',
  checkLibrary: 'casewright/checkLibrary',
  fixes: 'casewright/fixes',
  initLibrary: 'casewright/initLibrary',
  roadmap: 'casewright/roadmap',
  roadmapChange: 'casewright/roadmap/change',
  roadmapChoices: 'casewright/roadmap/choices',
  roadmapNewDocument: 'casewright/roadmap/newDocument',
  roadmapBoard: 'casewright/roadmap/board',
} as const;

/** Server to client: the status of a document may have changed (no parameters: of all documents). */
export interface StatusChangedParams {
  readonly uri?: string;
}
export const notifications = {
  statusChanged: 'casewright/statusChanged',
  /** Server to client: plans, or files that they name, may have changed: ask again. */
  roadmapChanged: 'casewright/roadmapChanged',
  /** Test builds only: everything up to this revision has been processed. */
  settled: 'casewright/settled',
} as const;

/** Initialization options that the client sends. */
export interface InitializationOptions {
  /** VS Code's display language, e.g. zh-cn. */
  readonly locale: string;
  readonly isTrusted: boolean;
}
