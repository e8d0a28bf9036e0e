// Where a link of a document leads inside the library. Types only; found by resolveLink.ts.
import type { PathRefusal } from '../library/pathScope.ts';

export type LinkRefusal = PathRefusal | 'backslash';

/** Found only because case or Unicode normal form was left aside: here it may open, elsewhere it does not. */
export type SpellingDifference = 'case' | 'normal-form';

/** What the path of a link leads to. */
export type PathTarget =
  | { readonly kind: 'document'; readonly path: string; readonly differs?: SpellingDifference }
  | { readonly kind: 'file'; readonly path: string; readonly differs?: SpellingDifference }
  /** `path` is '' for the library's root. */
  | { readonly kind: 'folder'; readonly path: string; readonly differs?: SpellingDifference }
  /** Nothing is there. `candidates`: files and folders that are probably meant, best first. */
  | { readonly kind: 'no-target'; readonly path: string; readonly candidates: readonly string[] };

export type LinkResolution =
  /** Another scheme or host: never looked up here. */
  | { readonly kind: 'external'; readonly url: string }
  /** Leaves the library, or is no path at all; judged by its text, never looked up. */
  | { readonly kind: 'refused'; readonly refusal: LinkRefusal }
  /** A reference whose definition is nowhere. */
  | { readonly kind: 'undefined-reference' }
  | PathTarget
  /** `heading`: position in the target's `headings`; absent for a place that HTML names. */
  | {
      readonly kind: 'anchor';
      readonly path: string;
      readonly anchor: string;
      readonly heading?: number;
      readonly differs?: SpellingDifference;
    }
  /** The document is there, the place in it is not. `candidates`: positions in its `headings`, best first. */
  | {
      readonly kind: 'no-anchor';
      readonly path: string;
      readonly anchor: string;
      readonly candidates: readonly number[];
      readonly differs?: SpellingDifference;
    };

/** One use of a document: which link of which document. */
export interface LinkUse {
  readonly from: string;
  /** Position in the `links` of the facts of `from`. */
  readonly link: number;
}
