// What was read from a standard, with the places that its problems point at. Types only.
import type { DocumentModel } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import type { CheckItem } from '../template/template.ts';
import type { ReadGrades } from './grades.ts';
import type { Dimension } from './standard.ts';
import type { Weight, WeightTable } from './weights.ts';

/** A dimension with the places that problems point at. */
export interface ReadDimension extends Dimension {
  readonly span: Span;
}

export interface ReadStandard {
  readonly model: DocumentModel;
  readonly dimensions: readonly ReadDimension[];
  readonly checks: readonly CheckItem[];
  readonly weights: readonly WeightTable[];
  /** Weights without a dimension. */
  readonly unusedWeights: readonly Weight[];
  readonly grades: readonly ReadGrades[];
  readonly isCut: boolean;
}
