// Where a link of a document leads inside the library. Types only; found by resolveLink.ts.
import type { PathRefusal } from '../library/pathScope.ts';

export type LinkResolution =
  /** Another scheme or host: never looked up here. */
  | { readonly kind: 'external'; readonly url: string }
  /** Leaves the library, or is no path at all; judged by its text, never looked up. */
  | { readonly kind: 'refused'; readonly refusal: PathRefusal | 'backslash' }
  /** A reference whose definition is nowhere. */
  | { readonly kind: 'undefined-reference' }
  | { readonly kind: 'document'; readonly path: string }
  /** `heading`: position in the target's `headings`; absent for a place that HTML names. */
  | { readonly kind: 'anchor'; readonly path: string; readonly anchor: string; readonly heading?: number }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  /** Nothing is there. `candidates`: paths that are probably meant, best first. */
  | { readonly kind: 'no-target'; readonly path: string; readonly candidates: readonly string[] }
  /** The document is there, the place in it is not. `candidates`: positions in its `headings`, best first. */
  | {
      readonly kind: 'no-anchor';
      readonly path: string;
      readonly anchor: string;
      readonly candidates: readonly number[];
    };

/** One use of a document: which link of which document. */
export interface LinkUse {
  readonly from: string;
  /** Position in the `links` of the facts of `from`. */
  readonly link: number;
}
