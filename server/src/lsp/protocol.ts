// Custom requests between client and server: names and plain types. With the files of protocol/ it is all that the client
// imports of the server, so they import nothing but each other.

import type { Range } from './protocol/place.ts';

export type { Range } from './protocol/place.ts';
export type * from './protocol/doctor.ts';
export type * from './protocol/navigation.ts';
export type * from './protocol/find.ts';
export type * from './protocol/regions.ts';
export type * from './protocol/versions.ts';
export type * from './protocol/graph.ts';
export type * from './protocol/roadmap.ts';
export type * from './protocol/score.ts';
export type * from './protocol/review.ts';
export type * from './protocol/maintenance.ts';
export type * from './protocol/archive.ts';
export type * from './protocol/migration.ts';

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
  regions: 'casewright/regions',
  bumpPropose: 'casewright/bump/propose',
  bump: 'casewright/bump',
  roadmap: 'casewright/roadmap',
  roadmapChange: 'casewright/roadmap/change',
  roadmapChoices: 'casewright/roadmap/choices',
  roadmapNewDocument: 'casewright/roadmap/newDocument',
  roadmapBoard: 'casewright/roadmap/board',
  review: 'casewright/review',
  reviews: 'casewright/reviews',
  reviewAct: 'casewright/review/act',
  maintenance: 'casewright/maintenance',
  find: 'casewright/find',
  relations: 'casewright/relations',
  relationGraph: 'casewright/relationGraph',
  libraryTree: 'casewright/libraryTree',
  selectionGuide: 'casewright/selectionGuide',
  doctor: 'casewright/doctor',
  score: 'casewright/score',
  scores: 'casewright/scores',
  archive: 'casewright/archive',
  restore: 'casewright/restore',
  migrate: 'casewright/migrate',
} as const;

/** Server to client: the status of a document may have changed (no parameters: of all documents). */
export interface StatusChangedParams {
  readonly uri?: string;
}
export const notifications = {
  statusChanged: 'casewright/statusChanged',
  /** Server to client: plans, or files that they name, may have changed: ask again. */
  roadmapChanged: 'casewright/roadmapChanged',
  /** Server to client: documents of a library, or what is known of them, may have changed: ask again. */
  libraryChanged: 'casewright/libraryChanged',
  /** Test builds only: everything up to this revision has been processed. */
  settled: 'casewright/settled',
} as const;

/** Initialization options that the client sends. */
export interface InitializationOptions {
  /** VS Code's display language, e.g. zh-cn. */
  readonly locale: string;
  readonly isTrusted: boolean;
  /** Folder of the extension's storage, for what is worth keeping between sessions; absolute, need not exist. */
  readonly storagePath?: string;
}
