// What git knows of files, when they were committed first and which differ from the last commit: no shell, no network, bounded in time and output. Without git, or
// outside a repository, nothing is known.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MAX_OUTPUT = 32 * 1024 * 1024;
const DEADLINE = 10_000;
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

/** Empty where git is not there, refuses, or takes too long. */
async function git(folder: string, words: readonly string[]): Promise<string> {
  const options = { maxBuffer: MAX_OUTPUT, timeout: DEADLINE, windowsHide: true, env: quietEnvironment() };
  try {
    // Literal pathspecs: a file name is a name, whatever signs it holds.
    const { stdout } = await run(
      'git',
      ['--literal-pathspecs', '--no-optional-locks', '-c', 'core.fsmonitor=false', '-C', folder, ...words],
      options,
    );
    return stdout;
  } catch (error) {
    if (error instanceof Error) return '';
    throw error;
  }
}

/** No pager, no prompt, no helper that could reach a network. */
function quietEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_PAGER: 'cat', GIT_NO_LAZY_FETCH: '1' };
}
