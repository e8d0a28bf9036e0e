// All fixes of one family for a document, against the version that is open.
import type { PlainEdit } from './diagnostics.ts';
import type { EngineView } from './engineView.ts';
import { fixFamily, type FixFamily } from './fixFamilies.ts';

export interface FixesQuestion {
  readonly uri: string;
  readonly family: FixFamily;
}

export interface DocumentEdits {
  readonly uri: string;
  readonly version: number;
  readonly edits: readonly PlainEdit[];
}

/** Undefined for a document that is not open. */
export function fixes(view: EngineView, { uri, family }: FixesQuestion): DocumentEdits | undefined {
  const found = view.document(uri);
  return found === undefined ? undefined : { uri, version: found.document.version, edits: fixFamily(found, family) };
}
