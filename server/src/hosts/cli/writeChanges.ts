// Puts a change of several files into effect: everything is looked at before anything is written, each file is replaced as a
// whole, and what was done is undone where a later step fails.
import { access, constants, mkdir, readFile, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSystemError } from '../nodeFiles.ts';
import { CommandFailure } from './failure.ts';
import { writeAtomically } from './writeFile.ts';

/** Paths are relative to the root. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
  readonly before: string;
  readonly after: string;
}

/** `before` absent: a new file; `after` absent: it goes. */
export interface FileChange {
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

export interface LibraryChange {
  readonly moves: readonly FileMove[];
  readonly files: readonly FileChange[];
}

interface Step {
  readonly path: string;
  run(): Promise<void>;
  undo(): Promise<void>;
}

/** Throws CommandFailure: with nothing changed, or, where even undoing failed, with the paths that are changed. */
export async function writeChanges(root: string, change: LibraryChange): Promise<void> {
  const moved = new Set(change.moves.map(({ from }) => from));
  for (const { path, before } of change.files) {
    if (before !== undefined) await mustHold(root, path, before);
    else if (!moved.has(path)) await mustBeFree(root, path);
  }
  const gone = new Set(change.files.filter(({ after }) => after === undefined).map(({ path }) => path));
  for (const { from, to, before } of change.moves) {
    await mustHold(root, from, before);
    if (!gone.has(to)) await mustBeFree(root, to);
  }
  const done: Step[] = [];
  for (const step of stepsOf(root, change)) {
    try {
      await step.run();
      done.push(step);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await undo(done, step.path, error.code);
    }
  }
  for (const { from } of change.moves) await removeEmptyFolders(root, dirname(from));
}

async function undo(done: readonly Step[], path: string, detail: string | undefined): Promise<never> {
  const left: string[] = [];
  for (const step of done.toReversed()) {
    try {
      await step.undo();
    } catch (error) {
      if (!isSystemError(error)) throw error;
      left.push(step.path);
    }
  }
  const args = { path, detail: detail ?? '', files: left.join(', ') };
  throw new CommandFailure({ key: left.length === 0 ? 'cli.archive.undone' : 'cli.archive.half-done', args });
}

/** What goes first makes room; the rest is moved, then written. */
function stepsOf(root: string, { moves, files }: LibraryChange): readonly Step[] {
  return [
    ...files.filter(({ after }) => after === undefined).map((file) => fileStep(root, file)),
    ...moves.map((move) => moveStep(root, move)),
    ...files.filter(({ after }) => after !== undefined).map((file) => fileStep(root, file)),
  ];
}

function moveStep(root: string, { from, to, before, after }: FileMove): Step {
  const [source, target] = [join(root, from), join(root, to)];
  return {
    path: from,
    run: async () => {
      await mkdir(dirname(target), { recursive: true });
      await rename(source, target);
      try {
        if (after !== before) await writeAtomically(target, after, (await stat(target)).mode);
      } catch (error) {
        await rename(target, source);
        throw error;
      }
    },
    undo: async () => {
      if (after !== before) await writeAtomically(target, before, (await stat(target)).mode);
      await rename(target, source);
      await removeEmptyFolders(root, dirname(to));
    },
  };
}

function fileStep(root: string, { path, before, after }: FileChange): Step {
  const file = join(root, path);
  const write = async (text: string | undefined): Promise<void> => {
    if (text === undefined) {
      await rm(file);
      return;
    }
    await mkdir(dirname(file), { recursive: true });
    const known = await stat(file).catch(() => undefined);
    await writeAtomically(known === undefined ? file : await realpath(file), text, known?.mode);
  };
  return { path, run: () => write(after), undo: () => write(before) };
}

async function mustHold(root: string, path: string, before: string): Promise<void> {
  const file = join(root, path);
  try {
    const bytes = await readFile(file);
    if (!Buffer.from(before, 'utf8').equals(bytes)) {
      throw new CommandFailure({ key: 'cli.changed-meanwhile', args: { path } });
    }
    const { mode } = await stat(file);
    if ((mode & 0o222) === 0) throw new CommandFailure({ key: 'cli.read-only', args: { path } });
    await access(file, constants.W_OK);
    await access(dirname(file), constants.W_OK);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const isReadOnly = error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM';
    throw new CommandFailure(
      isReadOnly
        ? { key: 'cli.read-only', args: { path } }
        : { key: 'cli.write-failed', args: { path, detail: error.code } },
    );
  }
}

async function mustBeFree(root: string, path: string): Promise<void> {
  const found = await stat(join(root, path)).catch((error: unknown) => {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
    throw error;
  });
  if (found !== undefined) throw new CommandFailure({ key: 'new.exists', args: { path } });
}

/** Folders that nothing is left in, up to the root. */
async function removeEmptyFolders(root: string, folder: string): Promise<void> {
  for (let path = folder; path !== '.' && path !== '' && path !== '/'; path = dirname(path)) {
    try {
      await rmdir(join(root, path));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return;
    }
  }
}
