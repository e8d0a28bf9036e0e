// What becomes of the texts when an archived document goes back: its own links and those of others, plans, lines that were
// kept, generated regions.
import { putBack, type KeptLines } from '../../core/archive/keptLines.ts';
import type { Move } from '../../core/roadmap/edits/movedPaths.ts';
import { textsAfterMove } from './followMove.ts';
import { textsWithRegions } from './followRegions.ts';
import type { LibraryTexts, NewTexts } from './libraryTexts.ts';

export interface BroughtBack {
  /** By the paths of afterwards; undefined for what goes. */
  readonly texts: NewTexts;
  /** Kept lines whose place is not there any more. */
  readonly lost: readonly KeptLines[];
}

/** Kept lines of documents without regions come first: regions show what these say. */
export function broughtBack(texts: LibraryTexts, move: Move, kept: readonly KeptLines[]): BroughtBack {
  const hasStone = texts.index.documents.get(move.to)?.tombstone?.to === move.from;
  const cleared = hasStone ? texts.with(new Map([[move.to, undefined]])) : texts;
  const followed = textsAfterMove(cleared, [move], () => []);
  const after = new Map<string, string | undefined>([...followed].filter(([name]) => name !== move.from));
  after.set(move.from, undefined);
  const own = followed.get(move.from) ?? texts.textOf(move.from);
  if (own !== undefined) after.set(move.to, own);
  const lost: KeptLines[] = [];
  const hasRegions = ({ path }: KeptLines): boolean =>
    (texts.index.documents.get(path === move.to ? move.from : path)?.regions.length ?? 0) > 0;
  const take = (into: Map<string, string | undefined>, pieces: readonly KeptLines[]): void => {
    for (const name of new Set(pieces.map(({ path }) => path))) {
      const own = pieces.filter(({ path }) => path === name);
      const text = into.has(name) ? into.get(name) : texts.textOf(name);
      const returned = text === undefined ? undefined : putBack(text, own);
      lost.push(...(returned?.lost ?? own));
      if (returned !== undefined) into.set(name, returned.text);
    }
  };
  take(
    after,
    kept.filter((piece) => !hasRegions(piece)),
  );
  const regions = textsWithRegions(texts, cleared.with(after), (name) => (name === move.from ? move.to : name));
  const whole = new Map([...after, ...regions]);
  take(whole, kept.filter(hasRegions));
  return { texts: whole, lost };
}
