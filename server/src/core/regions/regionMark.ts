// What the mark of a region says, as plain values. Types only; read by readMark.ts, kept in the facts of its document.
import type { Message } from '../finding.ts';
import type { Span } from '../sourceText.ts';
import type { GeneratorName } from './markKeys.ts';

export interface RegionMark {
  /** Undefined where the mark names none that exists. */
  readonly generator?: GeneratorName;
  /** Name of a field or facet to the values that fit; a leading `!` excludes. */
  readonly where: Readonly<Record<string, readonly string[]>>;
  readonly columns: readonly RegionColumn[];
  readonly groupBy: readonly string[];
  /** Names, with `-` before those that are turned round. */
  readonly sort: readonly string[];
  readonly layout?: 'table' | 'list';
  readonly facets: readonly string[];
  readonly steps: readonly { readonly label: string; readonly words: readonly string[] }[];
  readonly hasHeadings: boolean;
  readonly empty?: string;
  readonly language?: 'zh' | 'en';
}

export interface RegionColumn {
  readonly name: string;
  readonly label?: string;
}

/** A word of the mark that only the library can resolve. */
export interface RegionName {
  readonly role: 'field' | 'facet' | 'kind';
  readonly name: string;
  readonly span: Span;
}

/** Something wrong with the mark itself. */
export interface RegionProblem {
  readonly message: Message;
  readonly span: Span;
  /** What was probably meant, to be put in at `span`. */
  readonly near?: string;
}

export interface ReadMark {
  readonly mark: RegionMark;
  readonly names: readonly RegionName[];
  readonly problems: readonly RegionProblem[];
}
