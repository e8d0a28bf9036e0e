// Standard requests that the client asks by itself: their plain types.
import type { Position, Range } from './place.ts';

/** `textDocument/references`. */
export interface ReferencesParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
  readonly context: { readonly includeDeclaration: boolean };
}

/** An LSP Location. */
export interface PlacedRange {
  readonly uri: string;
  readonly range: Range;
}
