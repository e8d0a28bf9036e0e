// What client and server say about versions of documents. Plain types.

/** `casewright/bump/propose`: the next version of an open document, and why; null where it states none. */
export interface BumpProposeParams {
  readonly uri: string;
  /** ISO date of the author's today. */
  readonly today: string;
}
export interface BumpProposeResult {
  /** As the document writes it. */
  readonly current: string;
  /** Proposed; one of `choices`. */
  readonly level: BumpLevelName;
  /** Major first; levels that give the same version are there once. */
  readonly choices: readonly { readonly level: BumpLevelName; readonly version: string }[];
  /** In the display language. */
  readonly reasons: readonly string[];
  /** Text for the changelog, in the language of the document. */
  readonly message: string;
  /** entry: one is added; section: the template has a section for it, which is inserted; none: only where it is asked for. */
  readonly changelog: 'entry' | 'section' | 'none';
}
export type BumpLevelName = 'major' | 'minor' | 'patch';

/** `casewright/bump`: the edits (ChangeResult). */
export interface BumpParams extends BumpProposeParams {
  readonly level: BumpLevelName;
  /** Empty: no entry in the changelog. */
  readonly message: string;
  readonly addsChangelog?: boolean;
}
