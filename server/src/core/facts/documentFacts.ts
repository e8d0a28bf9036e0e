// What the rest of the library has to know of one document: plain data, small, the same for equal texts. It is read once
// per text, kept on disk and in memory for every document of the library, and never holds the text or its tree. Types only.
import type { Stage } from '../analysis.ts';
import type { Tombstone } from '../archive/tombstone.ts';
import type { Message } from '../finding.ts';
import type { Kind } from '../library/configuration.ts';
import type { ReadMark } from '../regions/regionMark.ts';
import type { Span } from '../sourceText.ts';

/** Raised whenever facts mean something else or hold more; facts of another version are read anew. */
export const FACTS_VERSION = 6;

/** All spans are UTF-16 offsets of the whole file, byte order mark included. */
export interface DocumentFacts {
  /** Relative to the library root, forward slashes. */
  readonly path: string;
  readonly kind: Kind;
  readonly kindReason: Message;
  readonly stage: Stage;
  readonly language: 'zh' | 'en';
  /** First heading of level 1. */
  readonly title?: FactTitle;
  /** Everything the metadata says, in document order. */
  readonly fields: readonly FactField[];
  readonly headings: readonly FactHeading[];
  /**
   * Fingerprints of what is said above the first heading, then under each of `headings` by itself: they change with the
   * words and the code, not with blanks, numbering, contents, metadata or generated regions.
   */
  readonly prints: readonly string[];
  /** Names that HTML gives to places: `<a id="x">`, `<a name="x">`. */
  readonly namedAnchors: readonly string[];
  /** Links, images and definitions in document order; entries of a table of contents are marked. */
  readonly links: readonly FactLink[];
  /** Text that was meant for a link and is none; absent where there is none. */
  readonly missedLinks?: readonly FactMissedLink[];
  /** Code spans that look like paths of files. */
  readonly codePaths: readonly FactCodePath[];
  /** Regions that this tool writes: `<!-- casewright: region … -->` … `<!-- casewright: end -->`. */
  readonly regions: readonly FactRegion[];
  /** Whatever looks like an id of a document, its own and those of others. */
  readonly ids: readonly FactId[];
  readonly suppressions: readonly SuppressionDirective[];
  readonly sizes: FactSizes;
  /** Only says where an archived document went. */
  readonly tombstone?: Tombstone;
  /** Nothing can be said of links and ids: between conflict markers everything stands twice; a file too large is not read. */
  readonly limit?: 'merge-conflict' | 'too-large';
}

export interface FactTitle {
  readonly text: string;
  /** The heading's words. */
  readonly span: Span;
}

export interface FactField {
  /** As written, without emoji and marks. */
  readonly key: string;
  readonly normalKey: string;
  readonly value: string;
  readonly items?: readonly string[];
  readonly keySpan: Span;
  readonly valueSpan: Span;
  readonly place: 'before-title' | 'header' | 'tail';
}

export interface FactHeading {
  readonly text: string;
  /** Name without emoji, number and marks, normalised: equal keys mean the same section. */
  readonly key: string;
  readonly level: number;
  /** By GitHub's rules, with `-1` … for repeats. */
  readonly anchor: string;
  readonly span: Span;
}

export interface FactLink {
  readonly form: 'inline' | 'reference' | 'definition' | 'autolink' | 'image';
  /** As written, not decoded. Empty for a reference without definition. */
  readonly url: string;
  readonly text: string;
  /** The whole link. */
  readonly span: Span;
  readonly urlSpan: Span;
  readonly isInToc?: boolean;
  /** The line, with its line ending, of a list item that is about this link alone. */
  readonly itemSpan?: Span;
}

export interface FactMissedLink {
  /** blank: the address holds blanks. label: no definition has the label. */
  readonly reason: 'blank' | 'label';
  /** The address, or the label, as written. */
  readonly text: string;
  readonly span: Span;
}

export interface FactCodePath {
  readonly path: string;
  /** Without the backticks. */
  readonly span: Span;
}

export interface FactId {
  readonly id: string;
  /** The id alone. */
  readonly span: Span;
  /** Index of the metadata field in whose value it stands. */
  readonly field?: number;
  readonly isInLink?: boolean;
}

export interface FactRegion extends ReadMark {
  /** What is written into it; empty where the mark names nothing that exists. */
  readonly generator: string;
  /** Whole lines between the marks; empty where nothing can be written. */
  readonly span: Span;
  readonly text: string;
  /** The opening mark. */
  readonly markSpan: Span;
  readonly isClosed: boolean;
  /**
   * Why nothing is written: no end; an end without a mark; in another region or around one; a mark beside other text, in a
   * list or in a quote.
   */
  readonly fault?: 'unclosed' | 'stray-end' | 'nested' | 'misplaced';
  /** Of labels: as the mark says, else as what stands outside of regions is written. */
  readonly language: 'zh' | 'en';
  readonly lineEnding: '\n' | '\r\n';
  /** Level of the heading above. */
  readonly headingLevel: number;
  /** How the document writes addresses that are not ASCII. */
  readonly linkStyle: 'raw' | 'encoded';
}

export interface SuppressionDirective {
  /** The whole comment. */
  readonly span: Span;
  /** What goes when the comment goes: its line, where nothing else stands there. */
  readonly removalSpan: Span;
  readonly codes: readonly { readonly code: string; readonly span: Span }[];
  readonly reason?: string;
  /** Last day, YYYY-MM-DD. */
  readonly until?: string;
  /** Findings that begin here are meant; absent: those of the whole document. */
  readonly covered?: Span;
}

export interface FactSizes {
  /** UTF-16 units. */
  readonly length: number;
  readonly lines: number;
  /** End of the first line, for findings that have no better place. */
  readonly firstLineEnd: number;
  /** Chinese characters and words. */
  readonly text: number;
  readonly codeBlocks: number;
  readonly tables: number;
  readonly images: number;
}
