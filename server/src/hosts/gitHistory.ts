// What git knows of files, when they were committed first and which differ from the last commit: no shell, no network, bounded in time and output. Without git, or
// outside a repository, nothing is known.
import type { StatedVersion } from '../core/versions/bumpDocument.ts';
import type { LibraryHistory } from '../core/review/libraryLife.ts';
import { blamedLines, commitFormat, createLogReader, type ChangedIn } from './gitLog.ts';
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
  const isWanted = (path: string): boolean => tracked.has(path) && (wanted?.has(path) ?? isDocument(path));
  const versioned = isShallow === 'true' ? undefined : await versionChanges(folder);
  const reader = createLogReader({ isWanted, ...(versioned && { versioned }) });
  const isWhole = await streamGit(folder, logWords(['--', '.']), { take: reader.take });
  const { commits, documents, months } = reader.end();
  return {
    documents: new Map(
      [...documents].map(([path, known]) => [path, changed.has(path) ? { ...known, isChanged: true } : known]),
    ),
    isCut: !isWhole || isShallow === 'true' || commits >= MAX_COMMITS,
    months,
  };
}

function isDocument(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/** Renames are looked for among few files only: more at once are a move of folders, which keeps the contents and is found by them. */
function logWords(more: readonly string[]): readonly string[] {
  return ['log', '--name-status', '-M', '-l200', '--relative', '--no-ext-diff', '--no-textconv', '--no-show-signature', '--no-diff-merges', '-z', `--format=${commitFormat}`, `--max-count=${String(MAX_COMMITS)}`, ...more]; // prettier-ignore
}

/** Lines that state a version, in the extended regular expressions of git: `**版本**: `, `version: `, `| 文档版本 |`. */
const VERSION_LINE = '(版本|版本号|[Vv]ersion)(\\*| )*(:|：|\\|)';
/** Milliseconds; git reads every change for it. */
const VERSION_DEADLINE = 5_000;
/** By folder; what commits say stays the same. */
const versionChangesOf = new Map<string, { readonly head: string; readonly changes: ReadonlySet<ChangedIn> }>();

/** Commits with files in which a line with a version changed. Of what git did not look at in time nothing is known: the oldest. */
async function versionChanges(folder: string): Promise<ReadonlySet<ChangedIn>> {
  const head = (await git(folder, ['rev-parse', 'HEAD'])).trim();
  const before = versionChangesOf.get(folder);
  if (before?.head === head) return before.changes;
  const changes = new Set<ChangedIn>();
  const reader = createLogReader({ isWanted: () => false, onChange: (change) => changes.add(change) });
  await streamGit(folder, logWords([`-G${VERSION_LINE}`, '--', '.']), {
    take: reader.take,
    deadline: VERSION_DEADLINE,
  });
  reader.end();
  versionChangesOf.set(folder, { head, changes });
  return changes;
}

/**
 * The committed text of a document as it was when its version was written, with that day. Where the version is not committed yet, the last
 * committed text. undefined where git proves nothing: no git, cut history, a new document.
 */
export async function textWhenStated(
  folder: string,
  path: string,
  { key, version }: StatedVersion,
): Promise<{ readonly text: string; readonly day: string } | undefined> {
  if ((await git(folder, ['rev-parse', '--is-shallow-repository'])).trim() !== 'false') return undefined;
  const committed = await git(folder, ['show', '--no-textconv', `HEAD:./${path}`]);
  if (committed === '') return undefined;
  const line = committed.split('\n').findIndex((text) => text.includes(key) && text.includes(version));
  if (line < 0) {
    const day = await git(folder, ['log', '-1', '--format=%as', '--no-show-signature', 'HEAD', '--', path]);
    return { text: committed, day: day.trim() };
  }
  const range = `${String(line + 1)},${String(line + 1)}`;
  const output = await git(folder, ['-c', 'core.quotePath=false', 'blame', '--porcelain', '-w', '--no-textconv', '-L', range, 'HEAD', '--', path]); // prettier-ignore
  const commit = /^[0-9a-f]{40,64}/.exec(output)?.[0];
  const name = /^filename (?!")(.+)$/m.exec(output)?.[1];
  const day = [...blamedLines(output, false).values()][0];
  if (commit === undefined || name === undefined || day === undefined) return undefined;
  const text = await git(folder, ['show', '--no-textconv', `${commit}:${name}`]);
  return text === '' ? undefined : { text, day };
}

/** Name that commits of this person bear; undefined where none is set. */
export async function personName(folder: string): Promise<string | undefined> {
  const name = (await git(folder, ['config', 'user.name'])).trim();
  return name === '' ? undefined : name;
}
