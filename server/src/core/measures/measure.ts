// What a measure is: one thing that review standards ask for and a machine can look for in a document. One measure, one
// file, one page in test/measures/, one id. Types only.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { Finding, Message } from '../finding.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';

/** How much of what is asked for is there. `some` is what “有注释” asks for, `most` “多数代码块有注释”, `all` “全部”. */
export const amounts = ['none', 'some', 'most', 'all'] as const;
export type Amount = (typeof amounts)[number];

export interface MeasureContext {
  readonly model: DocumentModel;
  readonly facts: DocumentFacts;
  /** Raw findings of the document's own rules, for measures that stand on a rule (contents, numbering, placeholders). */
  readonly findings: readonly Finding[];
  /** Language that the document is written in. */
  readonly language: 'zh' | 'en';
}

/** A place of the document. Without a message the place speaks for itself. */
export interface Evidence {
  readonly span: Span;
  readonly message?: Message;
}

export interface MeasureResult {
  readonly amount: Amount;
  /** What bounds such as “10条以上” and “20+ 个实例” are held against; absent where nothing is counted. */
  readonly count?: number;
  /** One sentence with the figures: 30 个代码块中 12 个有注释. */
  readonly summary: Message;
  /** Places that earn the amount, the strongest first; empty where the amount is none. */
  readonly evidence: readonly Evidence[];
  /** Places where something is missing: blocks without comment, elisions. Empty where nothing is there at all. */
  readonly missing: readonly Evidence[];
}

/** The document holds nothing that could be measured: neither met nor unmet (comments where there is no code). */
export interface NotApplicable {
  readonly notApplicable: Message;
}

export interface Measure {
  /** Stable kebab-case name: `code-comments`. */
  readonly id: string;
  /** How standards name it, in their own words: 注释, 代码注释; comments, commented. Matched as parts of phrases, the longest first. */
  readonly names: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** What its name alone asks for, without words of amount; absent: some. “准确的目录” is met by all alone. */
  readonly asks?: Amount;
  measure(context: MeasureContext): MeasureResult | NotApplicable;
}

/** True where `amount` is at least `least`. */
export function isAtLeast(amount: Amount, least: Amount): boolean {
  return amounts.indexOf(amount) >= amounts.indexOf(least);
}

/** Amount of a share: all, at least half, at least one, none. */
export function amountOf(share: { readonly met: number; readonly of: number }): Amount {
  if (share.met === 0) return 'none';
  if (share.met >= share.of) return 'all';
  return share.met * 2 >= share.of ? 'most' : 'some';
}

/** Amount of what is counted and has no upper end: some from one, most from five, all from ten. */
export function amountOfCount(count: number): Amount {
  if (count >= 10) return 'all';
  if (count >= 5) return 'most';
  return count >= 1 ? 'some' : 'none';
}
