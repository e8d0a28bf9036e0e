// A review standard compiled into what a machine can measure and what a reviewer is asked. Types only; made by
// compileRubric.ts.
import type { Origin } from '../finding.ts';
import type { Grade } from '../standard/standard.ts';
import type { Amount } from '../measures/measure.ts';
import type { Measure as Counted } from '../template/measure.ts';

export interface Rubric {
  /** Path of the standard. */
  readonly path: string;
  readonly name: string;
  readonly version?: string;
  readonly dimensions: readonly RubricDimension[];
  /** As the standard gives them; empty where it gives none. */
  readonly grades: readonly Grade[];
}

export interface RubricDimension {
  readonly name: string;
  readonly parent?: string;
  /** Percent; absent where the standard weighs nothing: then all dimensions weigh the same. */
  readonly weight?: number;
  /** Highest first; empty where the standard has no level table: then the share of met checks gives the level. */
  readonly levels: readonly RubricLevel[];
  readonly checks: readonly RubricCheck[];
  readonly origin: Origin;
}

export interface RubricLevel {
  readonly score: number;
  /** 优秀, 良好 … */
  readonly label: string;
  /** The words of the table. */
  readonly text: string;
  /** All of them have to hold; empty: nothing in the words can be measured. */
  readonly conditions: readonly Condition[];
  /** What the words ask for and no machine can see. */
  readonly questions: readonly Question[];
  readonly origin: Origin;
}

export type Condition =
  | { readonly kind: 'measure'; readonly measure: string; readonly least: Amount; readonly text: string }
  /** “10条以上”, “20+ 个实例”: held against the count of the measure. */
  | {
      readonly kind: 'count';
      readonly measure: string;
      readonly min?: number;
      readonly max?: number;
      readonly text: string;
    }
  /** “A、B、C中至少两项”. */
  | {
      readonly kind: 'some-of';
      readonly least: number;
      readonly conditions: readonly Condition[];
      readonly text: string;
    }
  /** A rule of the checker: met where it found nothing. */
  | { readonly kind: 'rule'; readonly rule: string; readonly text: string }
  /** What templates count, in the whole document: 800+ 行, 至少 5 个代码示例. */
  | {
      readonly kind: 'bound';
      readonly counts: Counted;
      /** Only code blocks in these languages. */
      readonly languages?: readonly string[];
      readonly min?: number;
      readonly max?: number;
      readonly text: string;
    }
  /** A section of this name, or one that the template knows by it. */
  | { readonly kind: 'section'; readonly name: string; readonly text: string }
  /** A metadata field with a value. */
  | { readonly kind: 'field'; readonly key: string; readonly text: string };

export interface Question {
  /** Stable while the words stay the same, whatever their place: answers of review records name it. */
  readonly key: string;
  readonly text: string;
  readonly origin: Origin;
}

/** One check item of the standard: measured, or asked. */
export interface RubricCheck extends Question {
  /** Absent: a question to the reviewer. */
  readonly condition?: Condition;
}
