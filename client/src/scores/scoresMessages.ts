// What the page of scores and the extension say to each other. Types only: both sides import it.
import type { ScoresResult } from '../../../server/src/lsp/protocol.ts';

export interface ScoresData {
  readonly result: ScoresResult;
  readonly texts: ScoresTexts;
  /** BCP 47 tag of the display language. */
  readonly language: string;
}

export type ScoresToPage =
  | { readonly type: 'scores'; readonly data: ScoresData }
  /** There is nothing to show, and why. */
  | { readonly type: 'nothing'; readonly text: string; readonly texts: ScoresTexts }
  /** Documents changed after the scores were computed. */
  | { readonly type: 'outdated' };

export type ScoresFormat = 'markdown' | 'csv';

export type ScoresToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'refresh' }
  /** A document of the scores that were last sent; with the dimension that was pointed at. */
  | { readonly type: 'open'; readonly uri: string; readonly dimension?: string }
  /** The line of a standard that demands a dimension. */
  | { readonly type: 'standard'; readonly library: number; readonly table: number; readonly dimension: number }
  | { readonly type: 'save'; readonly format: ScoresFormat; readonly content: string };

/** Texts of the page in the display language; `{0}` stands for a value. */
export interface ScoresTexts {
  readonly title: string;
  readonly library: string;
  readonly standard: string;
  readonly filter: string;
  readonly refresh: string;
  readonly saveMarkdown: string;
  readonly saveCsv: string;
  readonly byDimension: string;
  readonly dimension: string;
  readonly weight: string;
  readonly criterion: string;
  readonly average: string;
  readonly averageOf: string;
  readonly note: string;
  readonly total: string;
  readonly reviewed: string;
  readonly byDocument: string;
  readonly document: string;
  readonly path: string;
  readonly score: string;
  readonly scoreBasis: string;
  readonly grade: string;
  readonly questions: string;
  readonly best: string;
  readonly given: string;
  readonly outdated: string;
  readonly none: string;
  readonly shown: string;
  readonly showAll: string;
  readonly skipped: string;
  readonly reason: string;
  readonly sortHelp: string;
  readonly openLine: string;
  readonly changed: string;
}
