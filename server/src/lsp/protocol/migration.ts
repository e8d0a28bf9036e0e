// The request about documents that follow an earlier version of their template. Plain types.
import type { Range } from './place.ts';

/** `casewright/migrate`: what brings all documents of a library to the present templates. The client shows it and applies it. */
export interface MigrateParams {
  /** A document of the library; absent: the first library. */
  readonly uri?: string;
}
export interface MigrateResult {
  readonly documents: readonly {
    readonly uri: string;
    /** Absent for a document that is not open. */
    readonly version?: number;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
    /** What the templates differ in, in the display language; may be empty. */
    readonly detail: string;
  }[];
  /** False while the library is being read: there may be more. */
  readonly isReady: boolean;
}
