// Archiving and restoring for editors and the command line: the change as plain data, or why there is none, or which texts the
// question has to bring along.
import { renderMessage } from '../../core/messages/render.ts';
import type { EngineView } from '../engineView.ts';
import { archiveDocument } from './archiveDocument.ts';
import type { ArchiveAct, ArchiveOutcome, ChangedFile, MovedFile } from './archiveChange.ts';
import type { LibraryTexts } from './libraryTexts.ts';
import { restoreDocument } from './restoreDocument.ts';
import { libraryTexts, type BroughtTexts } from './textSource.ts';

export interface ArchiveQuestion {
  readonly root: string;
  /** Relative to the root. */
  readonly path: string;
  readonly act: ArchiveAct;
  /** Texts that an earlier answer asked for. */
  readonly texts: BroughtTexts;
}

export type ArchiveAnswer =
  | {
      readonly moves: readonly MovedFile[];
      readonly files: readonly ChangedFile[];
      /** Sentences. */
      readonly notices: readonly string[];
    }
  | { readonly refusal: string }
  | { readonly missing: readonly string[] };

export function archiveFiles(view: EngineView, question: ArchiveQuestion): ArchiveAnswer {
  return answered(view, question, archiveDocument);
}

export function restoreFiles(view: EngineView, question: ArchiveQuestion): ArchiveAnswer {
  return answered(view, question, restoreDocument);
}

function answered(
  view: EngineView,
  { root, path, act, texts: given }: ArchiveQuestion,
  change: (texts: LibraryTexts, path: string, act: ArchiveAct) => ArchiveOutcome,
): ArchiveAnswer {
  const texts = libraryTexts(view, root, given);
  if (texts === undefined) return { refusal: renderMessage({ key: 'rename.not-read' }, view.locale) };
  const outcome = change(texts, path, act);
  if (texts.source.missing.size > 0) return { missing: [...texts.source.missing].sort() };
  if ('refusal' in outcome) return { refusal: renderMessage(outcome.refusal, view.locale) };
  return { ...outcome, notices: outcome.notices.map((message) => renderMessage(message, view.locale)) };
}
