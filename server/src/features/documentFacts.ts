// Facts of documents that are not open, for the index of their library.
import { factsGround } from '../core/facts/factsGround.ts';
import { packFacts, type PackedFacts } from '../core/facts/packedFacts.ts';
import type { DocumentInput } from '../core/analysis.ts';
import type { EngineView } from './engineView.ts';
import type { RootParams } from './libraryDiagnostics.ts';

export interface FactsQuestion extends RootParams {
  readonly documents: readonly DocumentInput[];
}

export interface IndexGround {
  /** Facts that were read on another ground may be wrong. */
  readonly ground: string;
  /** Globs of documents that are not looked at, relative to the root. */
  readonly exclude: readonly string[];
}

/** Facts of each document, in their order; none for a root that is not known. */
export function documentFacts(view: EngineView, { root, documents }: FactsQuestion): readonly PackedFacts[] {
  return documents.flatMap(({ path, text }) => {
    const facts = view.facts(root, path, text);
    return facts === undefined ? [] : [packFacts(facts)];
  });
}

/** What has to be known before documents are read; undefined for a root that is not known. */
export function indexGround(view: EngineView, { root }: RootParams): IndexGround | undefined {
  const library = view.library(root);
  return library && { ground: factsGround(library), exclude: library.configuration.exclude };
}
