// Changes of whole libraries behind the command line: the features of the editor, with the library as it was read.
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import type { Locale } from '../../core/messages/catalog.ts';
import type { ArchiveAnswer, ArchiveQuestion } from '../../features/archive/archive.ts';
import type { EngineChange } from '../../features/engineState.ts';

/** What the engine has to know besides templates and plans. */
export interface LibraryContent {
  readonly facts: readonly DocumentFacts[];
  /** Texts of review records by path. */
  readonly records: readonly (readonly [path: string, text: string])[];
}

export interface ArchiveRequest {
  readonly name: 'archiveFiles' | 'restoreFiles';
  readonly locale: Locale;
  readonly question: Omit<ArchiveQuestion, 'root'>;
  /** With the first question. */
  readonly content?: LibraryContent;
}

export type { ArchiveAnswer };

export function contentChanges(root: string, { facts, records }: LibraryContent): readonly EngineChange[] {
  return [
    { kind: 'index', root, changed: facts, removed: [], isReady: true },
    { kind: 'life', life: { root, records } },
  ];
}
