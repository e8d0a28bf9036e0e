// A parsed review standard: dimensions, levels, checks, weights, grades. Types only.
import type { Origin } from '../finding.ts';
import type { CheckItem, TemplateProblem } from '../template/template.ts';

export interface Dimension {
  readonly name: string;
  /** Percent, where the standard gives one. */
  readonly weight?: number;
  readonly levels: readonly Level[];
  readonly checks: readonly CheckItem[];
  /** Name of the dimension above, e.g. 内容完整性 for 技术原理完整性. */
  readonly parent?: string;
  readonly origin: Origin;
}

export interface Level {
  readonly score: number;
  /** 优秀, 良好 … */
  readonly label: string;
  readonly standard: string;
  readonly description: string;
  readonly origin: Origin;
}

export interface Grade {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly description: string;
  readonly origin: Origin;
}

export interface Standard {
  readonly path: string;
  readonly name: string;
  readonly version?: string;
  readonly dimensions: readonly Dimension[];
  readonly grades: readonly Grade[];
  /** All checks, also those outside a dimension. */
  readonly checks: readonly CheckItem[];
  readonly problems: readonly TemplateProblem[];
}
