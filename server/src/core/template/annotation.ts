// What one annotation says, as plain values. Types only; parsed in annotations.ts.
import type { Severity } from '../finding.ts';
import type { Span } from '../sourceText.ts';
import type { Bound, FieldSpec, TemplateProblem } from './template.ts';

export interface AnnotatedField {
  readonly key: string;
  readonly required?: boolean;
  readonly values?: readonly { readonly value: string; readonly description?: string }[];
  readonly format?: NonNullable<FieldSpec['format']>;
  readonly pattern?: string;
  readonly aliases: readonly string[];
  readonly place?: FieldSpec['place'];
  readonly description?: string;
  readonly severity?: Severity;
}

export interface Suppression {
  readonly codes: readonly string[];
  readonly reason?: string;
  /** Last day, YYYY-MM-DD. */
  readonly until?: string;
  readonly scope: 'next-line' | 'section' | 'file';
}

export interface AnnotationData {
  readonly template?: string;
  readonly version?: string;
  readonly closed?: boolean;
  readonly unordered?: boolean;
  readonly title?: string;
  readonly id?: string;
  readonly required?: boolean;
  readonly aliases: readonly string[];
  readonly repeat?: { readonly min: number; readonly max?: number };
  readonly oneOf?: string;
  readonly level?: number;
  readonly bounds: readonly Omit<Bound, 'origin' | 'text'>[];
  readonly languages: readonly string[];
  readonly severity?: Severity;
  readonly dimension?: string;
  readonly placeholder?: boolean;
  readonly guidance?: string;
  readonly fields: readonly AnnotatedField[];
  /** In a template: not part of the skeleton. */
  readonly isIgnored: boolean;
  /** In a document: findings that are not to be shown. */
  readonly suppression?: Suppression;
}

export interface Annotation {
  /** The whole comment. */
  readonly span: Span;
  readonly data: AnnotationData;
  /** Keys as written, outermost only, with their spans. */
  readonly keys: ReadonlyMap<string, Span>;
  readonly problems: readonly TemplateProblem[];
}
