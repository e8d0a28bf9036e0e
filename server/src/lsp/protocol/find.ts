// Requests about finding documents: the tree of documents, Find Case, the selection guide. Plain types.

/** One document as lists of documents show it. */
export interface ListedDocument {
  readonly uri: string;
  /** Relative to its library. */
  readonly path: string;
  readonly title: string;
  readonly kind: string;
  readonly id?: string;
  readonly facets: readonly ListedFacet[];
}

/** A value with its facet, in the display language, and where it comes from. */
export interface ListedFacet {
  /** Stable name of the facet. */
  readonly facet: string;
  readonly label: string;
  readonly value: string;
  readonly reason: string;
}

/** `casewright/find`: documents that fit what was typed, best first. */
export interface FindParams {
  readonly text: string;
  readonly limit?: number;
}
export interface FindResult {
  readonly hits: readonly FindHit[];
  readonly total: number;
  /** False while a library is being read: there may be more. */
  readonly isReady: boolean;
}
export interface FindHit extends ListedDocument {
  readonly reasons: readonly string[];
  /** Where to open it. `offset`: UTF-16 units from the start of the file. */
  readonly heading?: { readonly text: string; readonly anchor: string; readonly offset: number };
}

/** `casewright/libraryTree`: all documents, grouped by one facet or two. */
export interface LibraryTreeParams {
  readonly by: readonly string[];
  readonly filter?: string;
}
export interface LibraryTreeResult {
  readonly isReady: boolean;
  /** What can be grouped by. */
  readonly facets: readonly { readonly name: string; readonly label: string }[];
  readonly documents: readonly ListedDocument[];
  readonly groups: readonly LibraryGroup[];
}
export interface LibraryGroup {
  readonly key: string;
  readonly label: string;
  readonly facet: string;
  readonly state: 'value' | 'unknown' | 'missing';
  readonly count: number;
  readonly groups: readonly LibraryGroup[];
  /** Indexes in `documents`, for groups without inner ones. */
  readonly documents: readonly number[];
}

/** `casewright/selectionGuide`: what can be chosen next, and the documents that fit what is chosen. */
export interface SelectionGuideParams {
  readonly need: string;
  readonly technology?: string;
  readonly difficulty?: string;
}
export interface SelectionGuideResult {
  readonly isReady: boolean;
  readonly scenarios: readonly SelectionOption[];
  readonly technologies: readonly SelectionOption[];
  readonly difficulties: readonly SelectionOption[];
  readonly hits: readonly GuidedHit[];
  readonly markdown: string;
}
export interface SelectionOption {
  readonly value: string;
  readonly count: number;
}
export interface GuidedHit extends FindHit {
  /** What was asked for and is not so. */
  readonly differences: readonly string[];
}
