// What a document earns by a rubric, and why. What the machine measured and what people said are kept apart. Types only;
// made by scoreDocument.ts.
import type { Message, Origin } from '../finding.ts';
import type { Evidence } from '../measures/measure.ts';
import type { Condition } from '../rubric/rubric.ts';
import type { Span } from '../sourceText.ts';

export interface Score {
  /** Path and version of the standard. */
  readonly standard: string;
  readonly standardVersion?: string;
  readonly dimensions: readonly DimensionScore[];
  /** From measured levels alone; absent where nothing could be measured. */
  readonly measured?: Total;
  /** With the levels of the reviewers in place of measured ones; absent where nobody gave any. */
  readonly reviewed?: Total;
  /** Weightiest first. */
  readonly actions: readonly NextAction[];
}

export interface Total {
  /** Weighted mean of the levels, of the dimensions that have one, rounded as grades are. */
  readonly value: number;
  readonly max: number;
  /** Name of the grade; absent where the standard has none for the value. */
  readonly grade?: string;
  /** Percent of the weights that the value stands on. */
  readonly weight: number;
}

export interface DimensionScore {
  readonly name: string;
  readonly parent?: string;
  /** Percent; where the standard weighs nothing, an equal share. */
  readonly weight: number;
  readonly origin: Origin;
  readonly max: number;
  /** Absent where nothing in its words can be measured, or nothing of it applies to the document. */
  readonly level?: number;
  /** Why there is no level. */
  readonly reason?: Message;
  readonly label?: string;
  /** What the level stands on: conditions of its row that hold. */
  readonly held: readonly JudgedCondition[];
  /** The next level up, and what it lacks. */
  readonly next?: NextLevel;
  readonly checks: readonly JudgedCheck[];
  /** What the words of this level and of the next ask for and no machine can see. */
  readonly questions: readonly JudgedCheck[];
  /** Of people; the last one counts. */
  readonly given?: GivenLevel;
}

export interface NextLevel {
  readonly level: number;
  readonly label: string;
  /** The words of the standard. */
  readonly text: string;
  readonly origin: Origin;
  readonly lacking: readonly JudgedCondition[];
}

export interface JudgedCondition {
  readonly condition: Condition;
  readonly outcome: 'met' | 'unmet' | 'not-applicable';
  readonly summary?: Message;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Evidence[];
  /** Of “at least two of”: each of them. */
  readonly parts?: readonly JudgedCondition[];
}

export interface JudgedCheck {
  readonly key: string;
  readonly text: string;
  readonly origin: Origin;
  /** asked: nobody has answered. */
  readonly outcome: 'met' | 'unmet' | 'not-applicable' | 'asked';
  /** measured: by machine; answered: by a person. */
  readonly by: 'measured' | 'answered';
  readonly judged?: JudgedCondition;
}

export interface GivenLevel {
  readonly level: number;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly reason?: string;
  /** The document's content has changed since. */
  readonly isOutdated: boolean;
}

/** What would bring most. */
export interface NextAction {
  readonly dimension: string;
  readonly condition: Condition;
  /** What has to be met as well for the gain. */
  readonly together: readonly Condition[];
  readonly from: number;
  readonly to: number;
  readonly text: Message;
  /** How much the total grows. */
  readonly gain: number;
  /** Where to begin; absent: anywhere. */
  readonly span?: Span;
  /** What can be done with one click. */
  readonly fix?:
    | { readonly kind: 'rule'; readonly code: string }
    /** Name of a section of the template that is not there yet. */
    | { readonly kind: 'section'; readonly name: string };
}
