// What other documents and plans say of a file that moves, and what it says itself, so that every link leads where it led.
import { applyEdits } from '../../core/applyEdits.ts';
import type { TextEdit } from '../../core/finding.ts';
import { movedPaths, type Move } from '../../core/roadmap/edits/movedPaths.ts';
import { linksTo, surroundingsIn } from '../navigation/surroundings.ts';
import { codePathMentions } from '../navigation/uses.ts';
import { movedIndex, movedTo } from '../rename/movedIndex.ts';
import { followingLinks } from '../rename/movedLinks.ts';
import type { LibraryTexts } from './libraryTexts.ts';

/** Texts of the documents that change, under the paths from before the move. */
export function textsAfterMove(
  texts: LibraryTexts,
  moves: readonly Move[],
  more: (path: string) => readonly TextEdit[],
): ReadonlyMap<string, string> {
  const before = texts.surroundings;
  const after = surroundingsIn(movedIndex(before.index, moves), before.root, before.settings);
  const changed = new Map<string, string>();
  for (const path of concernedBy(texts, moves, more)) {
    const document = texts.read(path);
    if (document === undefined) continue;
    const edits = [
      ...planEdits(texts, path, moves),
      ...more(path),
      ...followingLinks(document, { moves, before, after }),
    ];
    const { text } = document.model.source;
    const next = applyEdits(text, edits);
    if (next !== text) changed.set(path, next);
  }
  return changed;
}

/** Documents that move, and those that name something that moves, sorted. */
function concernedBy(
  texts: LibraryTexts,
  moves: readonly Move[],
  more: (path: string) => readonly TextEdit[],
): readonly string[] {
  const { surroundings, index, plans } = texts;
  const isChanged = (path: string): boolean => planEdits(texts, path, moves).length > 0 || more(path).length > 0;
  const found = new Set(
    plans.map(({ plan }) => plan.path).filter((path) => index.documents.has(path) && isChanged(path)),
  );
  const codePaths = codePathMentions(index);
  for (const { from } of moves) {
    if (index.documents.has(from)) found.add(from);
    for (const use of linksTo(from, surroundings)) found.add(use.from);
    for (const use of codePaths.get(from) ?? []) found.add(use.from);
  }
  return [...found].sort();
}

/** A plan that moves itself keeps what it states: its paths mean another folder then. */
function planEdits({ plans, index }: LibraryTexts, path: string, moves: readonly Move[]): readonly TextEdit[] {
  const read = plans.find(({ plan }) => plan.path === path);
  if (read === undefined || movedTo(path, moves) !== undefined) return [];
  return movedPaths(read.plan, read.model, index.paths, moves);
}
