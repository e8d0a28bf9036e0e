// What a relation between documents is, and the graph of all of them. Types only; built by relationsOf.ts.
import type { Kind } from '../library/configuration.ts';
import type { StatedPathRefusal } from '../roadmap/disk/resolvePath.ts';

/** Texts of a team's own in both languages; one text stands for both. */
export interface OwnText {
  readonly zh: string;
  readonly en: string;
}

export interface RelationType {
  /** prerequisite, related, implements, supersedes, part-of, covers-gap, or a team's own. */
  readonly name: string;
  /** Absent for built-in types: their labels stand in the message catalog. */
  readonly label?: OwnText;
  readonly inverseLabel?: OwnText;
  /** Normal keys of metadata that state it, besides the rules of the built-in types. */
  readonly keys: readonly string[];
  /** Normal keys of headings over lists of such documents. */
  readonly headings: readonly string[];
  /** Normal keys of metadata that state it the other way round: 被取代. */
  readonly inverseKeys: readonly string[];
  /** Documents must not reach themselves by it. */
  readonly isAcyclic: boolean;
  /** A finished document must not rest on a draft. */
  readonly followsState: boolean;
  /** Kinds that it may lead to, and start from; absent: any. */
  readonly to?: readonly Kind[];
  readonly from?: readonly Kind[];
}

/** Where a document states a relation: positions in its facts, so that nothing here holds a span. */
export type RelationPlace =
  | { readonly kind: 'link'; readonly link: number }
  | { readonly kind: 'code-path'; readonly codePath: number }
  | { readonly kind: 'field'; readonly field: number };

/** How it is stated: in metadata, under a heading, or by a plan. */
export type RelationVia = 'field' | 'section' | 'plan';

/** One statement of a document, as far as it can be read without the rest of the library. */
export interface DeclaredRelation {
  readonly type: string;
  /** The other document is the one that the relation starts from: 被取代. */
  readonly isInverse: boolean;
  readonly via: 'field' | 'section';
  readonly place: RelationPlace;
  /** `word`: words that are a target only where a document is called so. */
  readonly form: 'link' | 'code-path' | 'id' | 'path' | 'title' | 'word';
  /** As written: address, id, path, title. */
  readonly written: string;
}

/** Where a statement leads. */
export type RelationTarget =
  | { readonly kind: 'document'; readonly path: string }
  /** `gap`: position in the gaps of the plan at `path`. */
  | { readonly kind: 'gap'; readonly path: string; readonly gap: number }
  | { readonly kind: 'missing' }
  /** Several documents are called so. */
  | { readonly kind: 'ambiguous'; readonly paths: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: StatedPathRefusal };

export interface RelationStatement extends DeclaredRelation {
  readonly target: RelationTarget;
}

/** One relation between two documents, or from a document to a gap of a plan. */
export interface RelationEdge {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** Position in the gaps of the plan `to`. */
  readonly gap?: number;
  readonly via: RelationVia;
  /** The document that states it: `from`, `to` for an inverse statement, or a plan. */
  readonly statedIn: string;
  /** Absent for what a plan states. */
  readonly place?: RelationPlace;
  /** `PlanItem.key` of the item that states it. */
  readonly item?: string;
}

export interface RelationGraph {
  readonly edges: readonly RelationEdge[];
  readonly types: readonly RelationType[];
  /** Statements of a document in its order, those without a target too. */
  statements(path: string): readonly RelationStatement[];
  outgoing(path: string): readonly RelationEdge[];
  /** Of a document, or of a gap of the plan at `path`. */
  incoming(path: string, gap?: number): readonly RelationEdge[];
}
