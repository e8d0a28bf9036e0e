// What a document can be classified by, and what it was classified as. Types, and the one word of folder patterns.
import type { Message, Origin } from '../finding.ts';
import type { Kind } from '../library/configuration.ts';
import type { Span } from '../sourceText.ts';

/** Facets that every library has. `kind`, `stage`, `status` and `version` follow from the document, not from a vocabulary. */
export type BuiltInFacet =
  'scenario' | 'technology' | 'difficulty' | 'domain' | 'kind' | 'stage' | 'status' | 'version';

/** One value that a facet may have. */
export interface FacetTerm {
  /** The normal form: as the vocabulary writes it. */
  readonly name: string;
  /** The English name, where the vocabulary gives one. */
  readonly label?: string;
  readonly synonyms: readonly string[];
  /** Where the vocabulary says so. */
  readonly origin?: TermOrigin;
}

export interface TermOrigin extends Origin {
  readonly span: Span;
}

/** What a vocabulary document says of one facet. */
export interface VocabularyFacet {
  /** As written, or the name of a built-in facet. */
  readonly name: string;
  readonly label?: string;
  readonly keys: readonly string[];
  /** Keys whose values count only where they hold a known word. */
  readonly mentions: readonly string[];
  readonly terms: readonly FacetTerm[];
}

/**
 * Which folder of a path names the value: 1 is the outermost, -1 the one that the document is in; or the beginning of a
 * path with `{value}` for the folder and `*` for any other.
 */
/** The part of a folder pattern that stands for the value. */
export const FOLDER_SLOT = '{value}';

export type FolderPlace = number | readonly string[];

/** What the configuration says of one facet. */
export interface FacetConfiguration {
  readonly name: string;
  readonly labels?: { readonly zh?: string; readonly en?: string };
  readonly keys: readonly string[];
  readonly terms: readonly FacetTerm[];
  readonly isRequired: boolean;
  /** Kinds that need it where it is required; none: cases and topics. */
  readonly kinds: readonly Kind[];
  readonly folder?: FolderPlace;
  /** Which part of the id names the value, from 1. */
  readonly idPart?: number;
}

/** `facets` of the configuration, with the vocabulary document once it has been read. */
export interface FacetsConfiguration {
  readonly vocabulary?: string;
  readonly facets: readonly FacetConfiguration[];
  readonly document?: readonly VocabularyFacet[];
}

/** One facet as it holds for a library. */
export interface Facet {
  readonly name: string;
  readonly labels: { readonly zh: string; readonly en: string };
  /** Stems of metadata keys (see keyStem). */
  readonly keys: ReadonlySet<string>;
  readonly mentions: ReadonlySet<string>;
  /** In the order of the vocabulary; of a scale from low to high. */
  readonly terms: readonly FacetTerm[];
  /** The team says which values there are; any other is unknown. */
  readonly isClosed: boolean;
  readonly isRequired: boolean;
  readonly kinds: readonly Kind[];
  readonly folder?: FolderPlace;
  readonly idPart?: number;
}

export type FacetSource = 'metadata' | 'id' | 'folder' | 'title' | 'plan' | 'document';

/** One value of a document. */
export interface FacetValue {
  /** Normal form: the word of the vocabulary, else the words as written without ornaments. */
  readonly value: string;
  readonly source: FacetSource;
  /** Index in `DocumentFacts.fields`, for values from metadata. */
  readonly field?: number;
  /** As written where it is not the normal form. */
  readonly written?: string;
  /** False where a vocabulary lists the values of the facet and this is none of them. */
  readonly isKnown: boolean;
  /** Why, for people. */
  readonly reason: Message;
}
