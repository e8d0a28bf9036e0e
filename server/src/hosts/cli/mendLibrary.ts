// Mends the documents of a library round by round, with what they say by themselves and of each other. It writes no file.
import { applyEdits, chooseFixes, MAX_FIX_ROUNDS } from '../../core/applyEdits.ts';
import type { Finding } from '../../core/finding.ts';
import { SourceText } from '../../core/sourceText.ts';
import { inTurns } from './inTurns.ts';
import type { LibraryCheck } from './libraryCheck.ts';

export interface Mended {
  readonly text: string;
  readonly fixedCount: number;
}

interface Mending {
  text: string;
  fixedCount: number;
  /** Texts that were there already: fixes that undo each other must end. */
  readonly seen: Set<string>;
}

/** Documents mended at the same time. */
const AT_ONCE = 8;

/**
 * Applies preferred fixes of the wanted findings to the documents of `texts` until none is left, at most MAX_FIX_ROUNDS times. A change that other
 * documents can see has all of them looked at again. The documents that changed, by path.
 */
export async function mendLibrary(
  check: LibraryCheck,
  texts: ReadonlyMap<string, string>,
  isWanted: (finding: Finding) => boolean = () => true,
): Promise<ReadonlyMap<string, Mended>> {
  const mendings = new Map(
    [...texts].map(([path, text]): [string, Mending] => [path, { text, fixedCount: 0, seen: new Set([text]) }]),
  );
  let waiting = [...mendings.keys()];
  for (let round = 0; round < MAX_FIX_ROUNDS && waiting.length > 0; round++) {
    const before = check.aspects;
    const changed: string[] = [];
    // All of a round are judged against the same state, so that the outcome does not depend on who is first.
    const chosen = waiting.map((path) => [path, check.judge(path).findings.filter(isWanted)] as const);
    await inTurns(chosen, AT_ONCE, async ([path, findings]) => {
      const mending = mendings.get(path);
      if (mending !== undefined && (await mendOnce(check, mending, { path, findings }))) changed.push(path);
    });
    const isSeenByOthers = check.aspects.some((aspect, index) => aspect !== before[index]);
    waiting = isSeenByOthers ? [...mendings.keys()] : changed.sort();
  }
  return new Map([...mendings].filter(([, { fixedCount }]) => fixedCount > 0));
}

async function mendOnce(
  check: LibraryCheck,
  mending: Mending,
  { path, findings }: { readonly path: string; readonly findings: readonly Finding[] },
): Promise<boolean> {
  const { edits, fixed } = chooseFixes(findings);
  if (fixed.length === 0) return false;
  const { lineEnding } = new SourceText(mending.text);
  const next = applyEdits(
    mending.text,
    edits.map((edit) => ({ ...edit, newText: edit.newText.replace(/\r\n|\r|\n/g, lineEnding) })),
  );
  // A fix that leads to a document that can not be analysed is no fix.
  if (mending.seen.has(next) || !(await check.replace(path, next))) return false;
  mending.seen.add(next);
  mending.text = next;
  mending.fixedCount += fixed.length;
  return true;
}
