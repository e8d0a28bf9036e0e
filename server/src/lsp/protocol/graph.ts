// Requests about relations between documents: the tree of one document, the graph. Plain types.
import type { Range } from './place.ts';

/** `casewright/relations`: what one document is related to, by type, and what it is probably related to. @public */
export interface RelationsParams {
  readonly uri: string;
}
export interface RelationsResult {
  readonly title: string;
  readonly groups: readonly RelationGroup[];
  /** Why there is nothing to show, in the display language. */
  readonly message?: string;
}
export interface RelationGroup {
  /** Stable: direction and type. */
  readonly id: string;
  readonly label: string;
  readonly direction: 'out' | 'in' | 'proposal';
  readonly entries: readonly RelationEntry[];
}
export interface RelationEntry {
  readonly label: string;
  /** Beside the label: path, reasons. */
  readonly description: string;
  readonly tooltip: string;
  /** What a click opens; absent for what is not there. */
  readonly uri?: string;
  readonly range?: Range;
  /** What is wrong with the relation. */
  readonly problem?: string;
}

/** `casewright/relationGraph`: the relations of a library, or those around one document. @public */
export interface RelationGraphParams {
  /** Document whose library is shown; in the middle where `depth` is given. */
  readonly uri: string;
  readonly depth?: number;
  readonly type?: string;
  readonly kind?: string;
  readonly facet?: { readonly name: string; readonly value: string };
}
export interface RelationGraphResult {
  readonly title: string;
  readonly nodes: readonly RelationNode[];
  readonly edges: readonly RelationArrow[];
  readonly types: readonly { readonly name: string; readonly label: string }[];
  readonly kinds: readonly string[];
  readonly facets: readonly { readonly name: string; readonly label: string; readonly values: readonly string[] }[];
  /** What is not shown, or why there is nothing. */
  readonly note?: string;
  readonly mermaid: string;
  readonly dot: string;
}
export interface RelationNode {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly kind: string;
  readonly uri?: string;
  readonly isCenter: boolean;
}
export interface RelationArrow {
  /** Positions in `nodes`. */
  readonly from: number;
  readonly to: number;
  readonly type: string;
  readonly label: string;
  /** Who says so. */
  readonly reason: string;
}
