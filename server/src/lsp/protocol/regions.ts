// The request about generated regions. Plain types.
import type { Range } from './place.ts';

/** `casewright/regions`: edits that bring the regions of one open document, or of all libraries, up to date. */
export interface RegionsParams {
  readonly uri?: string;
}
export interface RegionsResult {
  readonly changes: readonly {
    readonly uri: string;
    /** Absent for a document that is not open. */
    readonly version?: number;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
    /** Regions that differ. */
    readonly regions: number;
  }[];
  /** False while a library is being read: there may be more. */
  readonly isReady: boolean;
}
