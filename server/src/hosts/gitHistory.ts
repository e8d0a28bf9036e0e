// What git knows of files, when they were committed first and which differ from the last commit: no shell, no network, bounded in time and output. Without git, or
// outside a repository, nothing is known.
import type { LibraryHistory } from '../core/review/libraryLife.ts';
import { blamedLines, commitFormat, createLogReader } from './gitLog.ts';
import { git, streamGit } from './gitProcess.ts';

/** Newer commits than these are looked at. */
const MAX_COMMITS = 20_000;
/** Arguments of one process; more files are found by walking all additions. */
const MAX_ARGUMENTS = 200;

/** Day (YYYY-MM-DD) of the commit that added each file; paths relative to `folder`. */
export async function firstCommits(folder: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (paths.length === 0) return new Map();
  const wanted = new Set(paths);
  const format = `--format=%x01%cs`;
  const words = ['log', '--diff-filter=A', '--name-only', '--relative', '--no-ext-diff', '-z', format, `--max-count=${String(MAX_COMMITS)}`, '--']; // prettier-ignore
  const output = await git(folder, paths.length > MAX_ARGUMENTS ? [...words, '.'] : [...words, ...paths]);
  const found = new Map<string, string>();
  // Newest first: the oldest addition is the one that stays.
  for (const commit of output.split('\u0001')) {
    const [day = '', ...names] = commit.split(/[\0\n]+/).filter((part) => part !== '');
    for (const name of names) if (wanted.has(name)) found.set(name, day);
  }
  return found;
}

/** Paths below the folder that differ from the last commit, or are not tracked; undefined where git knows nothing. */
export async function filesSinceCommit(folder: string): Promise<ReadonlySet<string> | undefined> {
  const inside = await git(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  if (inside.trim() === '') return undefined;
  const words = ['diff', '--name-only', '--relative', '--no-ext-diff', '--no-textconv', '-z', 'HEAD', '--'];
  const changed = await git(folder, words);
  const added = await git(folder, ['ls-files', '--others', '--exclude-standard', '-z']);
  return new Set(`${changed}\0${added}`.split('\0').filter((path) => path !== ''));
}

/**
 * Days and number of the commits of each document that is committed, by its path of today; `paths`: of these only. A document that was
 * never committed has no entry. undefined where git knows nothing. Merges count for nothing: what they bring in has commits of its own.
 */
export async function documentHistories(
  folder: string,
  paths?: readonly string[],
): Promise<LibraryHistory | undefined> {
  const isShallow = (await git(folder, ['rev-parse', '--is-shallow-repository'])).trim();
  if (isShallow === '') return undefined;
  const changed = await filesSinceCommit(folder);
  if (changed === undefined) return undefined;
  const tracked = new Set((await git(folder, ['ls-files', '-z'])).split('\0'));
  const wanted = paths === undefined ? undefined : new Set(paths);
  const isWanted = (path: string): boolean =>
    tracked.has(path) && (wanted?.has(path) ?? /\.(?:md|markdown)$/i.test(path));
  const reader = createLogReader(isWanted);
  // Renames are looked for among few files only: more at once are a move of folders, which keeps the contents and is found by them.
  const words = ['log', '--name-status', '-M', '-l200', '--relative', '--no-ext-diff', '--no-textconv', '--no-show-signature', '--no-diff-merges', '-z', `--format=${commitFormat}`, `--max-count=${String(MAX_COMMITS)}`, '--', '.']; // prettier-ignore
  const isWhole = await streamGit(folder, words, reader.take);
  const { commits, documents, months } = reader.end();
  return {
    documents: new Map(
      [...documents].map(([path, known]) => [path, changed.has(path) ? { ...known, isChanged: true } : known]),
    ),
    isCut: !isWhole || isShallow === 'true' || commits >= MAX_COMMITS,
    months,
  };
}

/** Lines of one document that are looked up at once. */
const MAX_LINES = 20;

/**
 * Day of the commit that changed each line last; `not-committed` where that is not committed. Lines are zero-based, those of the file on
 * disk. White space counts for nothing. A line about which git proves nothing (cut history, no git, no such line) has no entry.
 */
export async function statedSince(
  folder: string,
  path: string,
  lines: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const asked = [...new Set(lines)].sort((one, other) => one - other).slice(0, MAX_LINES);
  if (asked.length === 0) return new Map();
  const isShallow = (await git(folder, ['rev-parse', '--is-shallow-repository'])).trim() !== 'false';
  const ranges = asked.flatMap((line) => ['-L', `${String(line + 1)},${String(line + 1)}`]);
  const output = await git(folder, ['blame', '--line-porcelain', '-w', '--no-textconv', ...ranges, '--', path]);
  return blamedLines(output, isShallow);
}
