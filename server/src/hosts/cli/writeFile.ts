// Writes files so that a reader never sees half of one: a temporary file beside it, then a rename. Keeps the mode.
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isSystemError } from '../nodeFiles.ts';
import { CommandFailure } from './failure.ts';

const MODE_BITS = 0o7777;
const ANY_WRITE = 0o222;

/**
 * Replaces a document by its mended text. Throws CommandFailure for a read-only file, for one that no longer holds
 * `before`, and where the file system refuses. `shown` is the path for messages.
 */
export async function replaceDocument(
  path: string,
  change: { before: string; after: string; shown: string },
): Promise<void> {
  const { before, after, shown } = change;
  await translated(shown, async () => {
    const real = await realpath(path);
    const { mode } = await stat(real);
    if ((mode & ANY_WRITE) === 0) throw new CommandFailure({ key: 'cli.read-only', args: { path: shown } });
    // Bytes, because decoding could hide a difference.
    if (!Buffer.from(before, 'utf8').equals(await readFile(real))) {
      throw new CommandFailure({ key: 'cli.changed-meanwhile', args: { path: shown } });
    }
    await writeAtomically(real, after, mode);
  });
}

/** Writes a report, a schema or a new document; folders are made. Throws CommandFailure where it can not. */
export async function writeOutput(path: string, text: string, shown: string): Promise<void> {
  await translated(shown, async () => {
    await mkdir(dirname(path), { recursive: true });
    const existing = await stat(path).catch((error: unknown) => {
      if (isSystemError(error) && error.code === 'ENOENT') return undefined;
      throw error;
    });
    // A pipe or a device (/dev/stdout) is written to, not replaced.
    if (existing !== undefined && !existing.isFile()) await writeFile(path, text);
    else await writeAtomically(path, text, existing?.mode);
  });
}

/** Throws system errors. With `mode` the new file has exactly it; without, what the process gives new files. */
export async function writeAtomically(path: string, text: string, mode?: number): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    if (mode !== undefined) await chmod(temporary, mode & MODE_BITS);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function translated(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new CommandFailure({ key: 'cli.write-failed', args: { path, detail: error.code } });
  }
}
