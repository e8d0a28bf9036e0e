// What the command line and its workers say to each other. Plain data only.
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import type { Finding, Message } from '../../core/finding.ts';
import type { Bound } from '../../core/template/template.ts';
import type { Configuration, Kind } from '../../core/library/configuration.ts';
import type { DocumentIds } from '../../features/usedIds.ts';
import type { Rubric } from '../../core/rubric/rubric.ts';
import type { Score } from '../../core/score/score.ts';
import type { Plan } from '../../core/roadmap/plan.ts';
import type { RoadmapOutput, RoadmapOutputQuestion } from '../../features/roadmap/roadmapOutput.ts';
import type { BumpOrder, StatedVersion } from '../../core/versions/bumpDocument.ts';
import type { BumpedText, BumpProposal } from '../../core/versions/bumpVersion.ts';
import type { Migration } from '../../core/migration/migrateDocument.ts';
import type { ScoreAnswer, ScoreRequest } from './scoreEngine.ts';
import type { LibraryTexts } from '../libraryFiles.ts';
import type { ArchiveAnswer, ArchiveRequest } from './archiveEngine.ts';

/** Handed to a worker when it starts. */
export interface WorkerInitial {
  readonly library: LibraryTexts;
  /** YYYY-MM-DD, for suppressions that expire. */
  readonly today: string;
}

export type CheckRequest =
  /** One document by itself: facts, and the findings that need no other document. */
  | { readonly kind: 'examine'; readonly path: string; readonly text: string }
  /** What a document says as a plan, held against the files and plans that the worker was started with. */
  | { readonly kind: 'plan-findings'; readonly path: string; readonly text: string }
  | { readonly kind: 'library' }
  /** Reads a plan; nothing is held against anything yet. */
  | { readonly kind: 'plan'; readonly path: string; readonly text: string }
  /** Looks at some planned documents ahead of the roadmap; asked again until it is done. */
  | { readonly kind: 'roadmap-step' }
  | { readonly kind: 'roadmap'; readonly question: RoadmapOutputQuestion }
  /** A document under the present template; `before`: text of the template that it was written against. */
  | { readonly kind: 'migrate'; readonly path: string; readonly text: string; readonly before?: string }
  /** What archiving or restoring a document would change. */
  | { readonly kind: 'archive'; readonly request: ArchiveRequest }
  | { readonly kind: 'explain'; readonly path: string; readonly text: string }
  | { readonly kind: 'score'; readonly request: ScoreRequest }
  | { readonly kind: 'schema'; readonly documentKind: Kind; readonly language: 'zh' | 'en' }
  /** What a review goes by: questions, score, status values. `record`: path and text of the record. */
  | {
      readonly kind: 'review-ground';
      readonly path: string;
      readonly text: string;
      readonly record?: readonly [path: string, text: string];
    }
  | { readonly kind: 'new'; readonly wanted: WantedDocument }
  | {
      readonly kind: 'bump';
      readonly path: string;
      readonly text: string;
      readonly known: BumpKnown;
      readonly order: BumpOrder;
    };

/** What is known of a document whose version is raised, besides its text. */
export interface BumpKnown {
  /** YYYY-MM-DD */
  readonly today: string;
  /** Path and text of its review record. */
  readonly record?: readonly [path: string, text: string];
  /** Its text when the version was written. */
  readonly before?: { readonly text: string; readonly day: string };
}

/** All members are absent for a document without a version. */
export interface BumpAnswer {
  readonly stated?: StatedVersion;
  readonly proposal?: BumpProposal;
  readonly bumped?: BumpedText;
}

/** A document that is to be written from the template of its kind. */
export interface WantedDocument {
  readonly documentKind: Kind;
  readonly title: string;
  /** Absent: the next free one of the configured or most frequent form. */
  readonly id?: string;
  /** Ids and paths that are taken; paths relative to the root. */
  readonly documents: readonly DocumentIds[];
  readonly paths: readonly string[];
  readonly language: 'zh' | 'en';
}

/** What one document says by itself; the same for the same path, text and library texts, so that it can be kept. */
export interface ExaminedDocument {
  readonly facts: DocumentFacts;
  /** Raw: neither weighed nor suppressed. */
  readonly ownFindings: readonly Finding[];
  /** Template.id; absent where the kind has none. */
  readonly template?: string;
  readonly standard?: string;
}

export interface CheckedDocument {
  readonly path: string;
  readonly kind: Kind;
  readonly reason: Message;
  /** Template.id; absent where the kind has none. */
  readonly template?: string;
  readonly standard?: string;
  readonly stage: 'draft' | 'normal' | 'ready';
  /** In report order. */
  readonly findings: readonly Finding[];
  readonly suppressedCount: number;
}

/** Findings in configuration, templates and standards, by path relative to the root. */
export type LibraryProblems = readonly (readonly [path: string, findings: readonly Finding[]])[];

/** What the texts of a library come to, besides templates and schemas. */
export interface LibraryState {
  readonly problems: LibraryProblems;
  /** With the overrides of the run and what the vocabulary document says. */
  readonly configuration: Configuration;
}

/** What a template or standard says of size or content. */
export interface ExplainedDemand {
  readonly bound: Bound;
  readonly path: string;
  readonly line: number;
}

/** One section that the template demands, as the document has it. */
export interface ExplainedSection {
  readonly name: string;
  readonly depth: number;
  readonly isRequired: boolean;
  readonly state: 'present' | 'misplaced' | 'wrong-level' | 'missing' | 'absent';
  /** Zero-based line of the heading in the document. */
  readonly line?: number;
  readonly source: { readonly path: string; readonly line: number };
  readonly demands: readonly ExplainedDemand[];
}

export interface ExplainedField {
  readonly key: string;
  readonly isRequired: boolean;
  readonly value?: string;
  readonly line?: number;
  readonly source: { readonly path: string; readonly line: number };
}

export interface Explanation {
  readonly document: CheckedDocument;
  readonly fields: readonly ExplainedField[];
  readonly sections: readonly ExplainedSection[];
  /** Titles of sections that the template does not know. */
  readonly extras: readonly { readonly title: string; readonly line: number }[];
  /** Of the document as a whole. */
  readonly demands: readonly ExplainedDemand[];
}

/** What a review goes by, besides facts and record. */
export interface ReviewGroundAnswer {
  readonly rubric?: Rubric;
  readonly score?: Score;
  readonly statusValues?: readonly string[];
}

export type CheckResult =
  | { readonly kind: 'review-ground'; readonly answer: ReviewGroundAnswer }
  | { readonly kind: 'bump'; readonly answer: BumpAnswer }
  /** JSON texts of an ExaminedDocument and, for a plan, of the Plan: cheap to hand over and to keep. */
  | { readonly kind: 'examined'; readonly packed: { readonly examined: string; readonly plan?: string } }
  | { readonly kind: 'plan-findings'; readonly findings: readonly Finding[] }
  | ({ readonly kind: 'library' } & LibraryState)
  /** Absent where the document holds no roadmap. */
  | { readonly kind: 'plan'; readonly plan?: Plan }
  | { readonly kind: 'roadmap-step'; readonly isDone: boolean }
  | { readonly kind: 'roadmap'; readonly output: RoadmapOutput }
  | { readonly kind: 'archive'; readonly answer: ArchiveAnswer }
  /** `migration` is absent for a document without a template. */
  | { readonly kind: 'migrate'; readonly documentKind: Kind; readonly migration?: Migration }
  | { readonly kind: 'explanation'; readonly explanation: Explanation }
  | { readonly kind: 'score'; readonly answer: ScoreAnswer }
  /** `path` is relative to the root and free. `document` is absent where the kind has no template. */
  | { readonly kind: 'new'; readonly document?: { readonly path: string; readonly text: string } }
  /** Absent where the kind has no template. */
  | { readonly kind: 'schema'; readonly schema?: Readonly<Record<string, unknown>> };
