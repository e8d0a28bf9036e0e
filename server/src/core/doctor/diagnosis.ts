// What the doctor says of a library: how each document is seen, and what is wrong between documents. Plain data, JSON safe.
// Types only; made by diagnose.ts.
import type { Stage } from '../analysis.ts';
import type { Message } from '../finding.ts';
import type { Kind } from '../library/configuration.ts';

export interface Diagnosis {
  /** Every document of which facts are known, in order of the index. */
  readonly documents: readonly SeenDocument[];
  readonly kinds: readonly { readonly kind: Kind; readonly count: number }[];
  readonly troubles: Troubles;
}

export interface Troubles {
  /** Documents with the same content. */
  readonly identical: readonly (readonly string[])[];
  /** Documents with the same title and headings, and other words below them. */
  readonly similar: readonly (readonly string[])[];
  /** Cases, topics and the like that no document and no plan leads to. */
  readonly orphans: readonly string[];
  /** What links lead to and is not there, the most wanted first. */
  readonly placeholders: readonly Placeholder[];
  readonly idClashes: readonly IdClash[];
  readonly nameClashes: readonly NameClash[];
}

export interface SeenDocument {
  readonly path: string;
  readonly kind: Kind;
  readonly reason: Message;
  /** What it is checked against: a path, or `builtin:` and a name; absent: nothing is demanded of its kind. */
  readonly template?: string;
  readonly stage: Stage;
  readonly title?: string;
  readonly id?: string;
  readonly facets: readonly { readonly facet: string; readonly values: readonly string[]; readonly reason: Message }[];
  /** Items of plans that name the document. */
  readonly planned: readonly { readonly plan: string; readonly item: string; readonly line: number }[];
  /** Other documents that link to it. */
  readonly linkedFrom: number;
  /** Nothing is said of its links and ids. */
  readonly limit?: 'merge-conflict' | 'too-large';
}

export interface Placeholder {
  /** Where it would be, relative to the root. */
  readonly path: string;
  /** Links that lead to it, and the documents that they stand in. */
  readonly links: number;
  readonly from: readonly string[];
  /** What may be meant, best first. */
  readonly candidates: readonly string[];
}

export interface IdClash {
  readonly id: string;
  readonly paths: readonly string[];
  /** All of them have the same content or headings: one document that was copied, not two with one id. */
  readonly isCopy: boolean;
}

export interface NameClash {
  /** Spellings of one name that other file systems take for the same. */
  readonly paths: readonly string[];
  readonly differsBy: 'case' | 'normal-form';
}
