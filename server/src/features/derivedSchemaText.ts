// The derived schema of a document's kind, or of a kind of its library, as formatted JSON.
import { exportedSchema } from '../core/constraints/exportedSchema.ts';
import type { EngineView } from './engineView.ts';

export interface SchemaQuestion {
  readonly uri?: string;
  /** Used where there is no such document. */
  readonly kind?: string;
  readonly root?: string;
}

export interface SchemaText {
  readonly kind: string;
  readonly text: string;
}

/** Undefined where nothing is derived for the kind. */
export function derivedSchemaText(view: EngineView, { uri, kind, root = '' }: SchemaQuestion): SchemaText | undefined {
  const found = uri === undefined ? undefined : view.document(uri);
  const library = view.library(found?.document.root ?? root);
  const context = found?.analysis.context ?? library?.kinds.get(kind ?? 'case');
  if (context?.schema === undefined) return undefined;
  const { json } = context.schema;
  const whole = library === undefined ? json : exportedSchema(json, library.configuration, context.kind);
  return { kind: context.kind, text: `${JSON.stringify(whole, undefined, 2)}\n` };
}
