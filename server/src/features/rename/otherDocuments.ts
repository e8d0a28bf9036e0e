// The documents that a rename or a move has to edit: open ones as they stand, the others by the text that came with the
// question. Edits are made on the very text that they will be applied to, never on remembered places.
import { readFacts } from '../../core/facts/readFacts.ts';
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import type { TextEdit } from '../../core/finding.ts';
import { buildModel } from '../../core/model/buildModel.ts';
import type { DocumentModel } from '../../core/model/documentModel.ts';
import type { PlainEdit } from '../diagnostics.ts';
import type { EngineView } from '../engineView.ts';

/** Texts of closed documents by path, as they were read for this question. */
export type GivenTexts = readonly (readonly [path: string, text: string])[];

export interface FileEdits {
  /** Relative to the library root. */
  readonly path: string;
  readonly edits: readonly PlainEdit[];
}

export interface ReadDocument {
  readonly path: string;
  readonly model: DocumentModel;
  readonly facts: DocumentFacts;
}

/** `missing`: paths whose texts have to come with the question. */
export type ReadDocuments = { readonly documents: readonly ReadDocument[] } | { readonly missing: readonly string[] };

/** In the order of the paths. What the index does not know is left out. */
export function readDocuments(
  view: EngineView,
  root: string,
  paths: Iterable<string>,
  given: GivenTexts | undefined,
): ReadDocuments {
  const texts = new Map(given);
  const open = new Map([...view.state.documents.values()].map((document) => [keyOf(document), document.uri]));
  const documents: ReadDocument[] = [];
  const missing: string[] = [];
  for (const path of new Set(paths)) {
    const uri = open.get(keyOf({ root, path }));
    const found = uri === undefined ? undefined : view.document(uri);
    if (found !== undefined) {
      documents.push({ path, model: found.analysis.model, facts: found.analysis.facts });
      continue;
    }
    const text = texts.get(path);
    const read = text === undefined ? undefined : readDocument(view, root, path, text);
    if (read !== undefined) documents.push(read);
    else if (text === undefined && given === undefined) missing.push(path);
  }
  return missing.length > 0 ? { missing } : { documents };
}

function keyOf({ root, path }: { readonly root: string; readonly path: string }): string {
  return `${root}\n${path}`;
}

function readDocument(view: EngineView, root: string, path: string, text: string): ReadDocument | undefined {
  const library = view.library(root);
  if (library === undefined || view.index(root)?.documents.has(path) !== true) return undefined;
  const model = buildModel(text, library.parser);
  return { path, model, facts: factsOfModel(view, root, path, model) };
}

/** Facts of just this text, without the findings: nobody asks for them here. */
export function factsOfModel(view: EngineView, root: string, path: string, model: DocumentModel): DocumentFacts {
  const known = view.index(root)?.documents.get(path);
  const reason = known?.kindReason ?? ({ key: 'kind.default' } as const);
  const kind = { kind: known?.kind ?? 'other', reason, certainty: 'default' } as const;
  return readFacts({ path, model, kind, stage: known?.stage ?? 'normal' });
}

/** Edits of one document as ranges, first place first; an edit that touches one before it is left out. */
export function fileEdits({ path, model }: ReadDocument, edits: readonly TextEdit[]): readonly FileEdits[] {
  const apart: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const last = apart.at(-1);
    if (last === undefined || edit.span.start >= last.span.end) apart.push(edit);
  }
  if (apart.length === 0) return [];
  return [{ path, edits: apart.map(({ span, newText }) => ({ range: model.source.rangeOf(span), newText })) }];
}
