// Asks git which files have changed. The only process that the command line starts, and only for --changed.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CommandFailure } from './failure.ts';

const run = promisify(execFile);
const MAX_OUTPUT = 64 * 1024 * 1024;

/** Paths below a folder, relative to it with forward slashes: changed since the revision, or not tracked yet. */
export async function changedFiles(folder: string, revision: string): Promise<string[]> {
  if (revision.startsWith('-')) throw failure(revision);
  const changed = await git(folder, ['diff', '--name-only', '--relative', '--no-ext-diff', '-z', revision, '--']);
  const added = await git(folder, ['ls-files', '--others', '--exclude-standard', '-z']);
  return [...changed, ...added];
}

async function git(folder: string, words: readonly string[]): Promise<string[]> {
  try {
    const { stdout } = await run('git', ['-C', folder, ...words], { maxBuffer: MAX_OUTPUT, windowsHide: true });
    return stdout.split('\0').filter((path) => path !== '');
  } catch (error) {
    throw failure(error instanceof Error ? reasonOf(error) : String(error));
  }
}

/** Git's own words where it has any; the first line of Node's message is only the command. */
function reasonOf(error: Error): string {
  const text =
    'stderr' in error && typeof error.stderr === 'string' && error.stderr !== '' ? error.stderr : error.message;
  return text.split('\n', 1)[0] ?? text;
}

function failure(detail: string): CommandFailure {
  return new CommandFailure({ key: 'cli.git-failed', args: { detail } });
}
