// What lies in the folder of a library: its documents, and every path that links and plans may lead to. It reads no file
// but .gitignore.
import type { Configuration } from '../../core/library/configuration.ts';
import { configurationPath } from '../../core/library/narrowConfiguration.ts';
import { walkFolder, type SkippedPath } from '../walkFolder.ts';

export interface LibraryFolder {
  readonly root: string;
  /** Documents of the library, relative, sorted by code units; those of a library inside it belong to that one. */
  readonly documents: readonly string[];
  /** Every file below the root that is not hidden, relative; documents are among them. */
  readonly paths: ReadonlySet<string>;
  /** Documents and folders that are left out, and why. */
  readonly skipped: readonly SkippedPath[];
  /** Documents of libraries inside this one. */
  readonly inner: readonly string[];
}

export async function readLibraryFolder(
  root: string,
  { exclude }: Pick<Configuration, 'exclude'>,
): Promise<LibraryFolder> {
  const { files, documents, skipped } = await walkFolder(root, exclude);
  const own = withoutInner(documents, files);
  const isOwn = new Set(own);
  const inner = documents.filter((path) => !isOwn.has(path));
  return { root, documents: own, paths: new Set(files), skipped, inner };
}

/** Paths without those of libraries inside this one; `all` holds their configurations. */
export function withoutInner(paths: readonly string[], all: readonly string[] = paths): readonly string[] {
  const inner = all.flatMap((path) =>
    path.endsWith(`/${configurationPath}`) ? [path.slice(0, -configurationPath.length)] : [],
  );
  return inner.length === 0 ? paths : paths.filter((path) => !inner.some((prefix) => path.startsWith(prefix)));
}
