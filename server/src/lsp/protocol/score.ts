// Requests about scores: what a document earns by its review standard, and the table of a whole library. Plain types; every
// text is rendered in the display language.
import type { Range } from './place.ts';

/** `casewright/score`: the score of one open document, with its evidence. @public */
export interface ScoreParams {
  readonly uri: string;
}

/** @public */
export interface ScoreResult {
  readonly uri: string;
  /** The version of the text that the ranges belong to. */
  readonly version: number;
  readonly title: string;
  readonly standard: ScoreStandard;
  /** By machine alone; absent where nothing could be measured. */
  readonly measured?: ScoreTotal;
  /** With the levels that reviewers gave in place of measured ones; absent where nobody gave any. */
  readonly reviewed?: ScoreTotal;
  /** In the order of the standard. */
  readonly dimensions: readonly ScoreDimension[];
  /** The one that brings most first. */
  readonly actions: readonly ScoreAction[];
  /** Of the checks and of the levels: questions to the reviewer, and how many nobody has answered. */
  readonly questions: { readonly total: number; readonly open: number };
}

/** @public */
export interface ScoreStandard {
  readonly name: string;
  /** Relative to the library root, or `builtin:…`. */
  readonly path: string;
  readonly uri: string;
  readonly version?: string;
}

/** @public */
export interface ScoreTotal {
  readonly value: number;
  readonly max: number;
  /** `4.2`: with as many decimals as the grades of the standard have. */
  readonly text: string;
  readonly grade?: string;
  /** Percent of the weights that the value stands on. */
  readonly weight: number;
}

/** A line of the standard. @public */
export interface ScoreOrigin {
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
}

/** A place in the document. @public */
export interface ScorePlace {
  readonly range: Range;
  /** The line at the range, trimmed and cut; may be empty. */
  readonly excerpt: string;
  /** What is said of the place; absent where it speaks for itself. */
  readonly message?: string;
}

/** @public */
export interface ScoreDimension {
  readonly name: string;
  /** Name of the dimension above. */
  readonly parent?: string;
  /** Percent. */
  readonly weight: number;
  readonly max: number;
  readonly origin: ScoreOrigin;
  /** Measured; absent where nothing of it could be measured, or nothing of it applies. */
  readonly level?: number;
  /** 优秀, 良好 … of the level. */
  readonly label?: string;
  /** Why there is no level; in the display language. */
  readonly reason?: string;
  /** What the level stands on. */
  readonly held: readonly ScoreCondition[];
  readonly next?: {
    readonly level: number;
    readonly label?: string;
    /** The words of the standard. */
    readonly text: string;
    readonly origin: ScoreOrigin;
    readonly lacking: readonly ScoreCondition[];
  };
  /** Check items of the standard, measured ones and questions. */
  readonly checks: readonly ScoreCheck[];
  /** What the words of this level and of the next ask for and no machine can see. */
  readonly questions: readonly ScoreCheck[];
  /** Of a person; the last one. */
  readonly given?: {
    readonly level: number;
    readonly by: string;
    /** ISO 8601, UTC. */
    readonly at: string;
    readonly reason?: string;
    /** The content has changed since. */
    readonly isOutdated: boolean;
  };
}

/** @public */
export type ScoreOutcome = 'met' | 'unmet' | 'not-applicable';

/** One demand of the standard, held against the document. @public */
export interface ScoreCondition {
  /** The words of the standard. */
  readonly text: string;
  /** What the tool made of the words: 注释：多数, 引用：至少 10. */
  readonly demand: string;
  readonly outcome: ScoreOutcome;
  /** What was found, with its figures. */
  readonly summary?: string;
  readonly evidence: readonly ScorePlace[];
  readonly missing: readonly ScorePlace[];
  /** Id of the measure: names its page in the reference. */
  readonly measure?: string;
  /** Of “at least two of”: each of them. */
  readonly parts?: readonly ScoreCondition[];
}

/** @public */
export interface ScoreCheck {
  /** Names the question in review records. */
  readonly key: string;
  readonly text: string;
  readonly origin: ScoreOrigin;
  /** asked: nobody has answered. */
  readonly outcome: ScoreOutcome | 'asked';
  readonly by: 'measured' | 'answered';
  readonly condition?: ScoreCondition;
}

/** What would bring most. @public */
export interface ScoreAction {
  /** One sentence, without the gain. */
  readonly text: string;
  readonly dimension: string;
  /** From this level to that one. */
  readonly from: number;
  readonly to: number;
  /** How much the total grows. */
  readonly gain: number;
  /** `+0.25`. */
  readonly gainText: string;
  /** Where to begin; absent: anywhere. */
  readonly range?: Range;
  readonly fix?: ScoreFix;
}

/** @public */
export type ScoreFix =
  /** Findings of this rule have a fix. */
  | { readonly kind: 'rule'; readonly code: string; readonly title: string }
  /** A section of the template that is not there; made by “insert missing sections”. */
  | { readonly kind: 'section'; readonly name: string; readonly title: string };

/** `casewright/scores`: every document of the libraries; of one library where `uri` names a file in it. @public */
export interface ScoresParams {
  readonly uri?: string;
  readonly workDoneToken?: string | number;
}

/** @public */
export interface ScoresResult {
  readonly libraries: readonly ScoredLibrary[];
}

/** @public */
export interface ScoredLibrary {
  readonly rootUri: string;
  readonly name: string;
  /** One table for each standard, the one with most documents first. */
  readonly tables: readonly ScoreTable[];
  /** Documents that could not be scored, and why. */
  readonly skipped: readonly { readonly uri: string; readonly path: string; readonly reason: string }[];
}

/** @public */
export interface ScoreTable {
  readonly standard: ScoreStandard;
  /** Columns. */
  readonly dimensions: readonly ScoreTableDimension[];
  /** Rows, by path. */
  readonly documents: readonly ScoredDocument[];
  /** Mean of the totals; absent where no document has one. */
  readonly average?: ScoreTotal;
  /** The table of dimensions with averages, as Markdown. */
  readonly markdown: string;
}

/** One line of `| 维度 | 评估标准 | 平均分 | 备注 |`. @public */
export interface ScoreTableDimension {
  readonly name: string;
  readonly weight: number;
  readonly max: number;
  readonly origin: ScoreOrigin;
  /** What the highest level asks for, in the words of the standard. */
  readonly criterion: string;
  /** Of the documents that have a level; absent where none has. */
  readonly average?: number;
  /** `3.5/5.0`. */
  readonly averageText?: string;
  /** Documents that have a level. */
  readonly count: number;
  /** What is lacking most often, with the number of documents; empty where nothing is. */
  readonly note: string;
}

/** @public */
export interface ScoredDocument {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  readonly kind: string;
  readonly stage: 'draft' | 'normal' | 'ready';
  readonly measured?: ScoreTotal;
  readonly reviewed?: ScoreTotal;
  /** In the order of the table's dimensions. */
  readonly levels: readonly {
    readonly level?: number;
    readonly label?: string;
    /** Of a reviewer. */
    readonly given?: number;
    readonly isOutdated?: boolean;
  }[];
  /** Open questions to the reviewer. */
  readonly open: number;
  /** What would bring most; absent where nothing is left to gain. */
  readonly best?: { readonly text: string; readonly gainText: string; readonly range?: Range };
}
