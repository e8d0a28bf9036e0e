// What the graph's page and the extension say to each other. Types only: both sides import it.
import type { RelationGraphResult } from '../../../server/src/lsp/protocol.ts';

/** What is shown of the graph. */
export interface GraphChoice {
  /** Steps around the document; absent: the whole library. */
  readonly depth?: number;
  readonly type?: string;
  readonly kind?: string;
  readonly facet?: { readonly name: string; readonly value: string };
}

export interface GraphData {
  readonly graph: RelationGraphResult;
  readonly choice: GraphChoice;
  /** There is a document to be in the middle. */
  readonly hasDocument: boolean;
  readonly texts: GraphTexts;
}

export interface GraphMessage {
  readonly type: 'graph';
  readonly data: GraphData;
}

export type GraphFileFormat = 'svg' | 'mermaid' | 'dot';

export type GraphRequest =
  | { readonly type: 'ready' }
  | { readonly type: 'choose'; readonly choice: GraphChoice }
  /** Position of a node of the graph that was last sent. */
  | { readonly type: 'open'; readonly node: number }
  | { readonly type: 'save'; readonly format: GraphFileFormat; readonly content: string };

/** Texts of the page in the display language; `{0}` stands for a value. */
export interface GraphTexts {
  readonly title: string;
  readonly scope: string;
  readonly whole: string;
  readonly around: string;
  readonly type: string;
  readonly kind: string;
  readonly facet: string;
  readonly all: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly saveSvg: string;
  readonly saveMermaid: string;
  readonly saveDot: string;
  readonly export: string;
  readonly help: string;
  readonly table: string;
  readonly from: string;
  readonly relation: string;
  readonly to: string;
  readonly reason: string;
  readonly counts: string;
}
