// What lies in the folder of a library: its documents, and every path that links and plans may lead to. It reads no file
// but .gitignore and the configurations of libraries inside.
import type { Configuration } from '../../core/library/configuration.ts';
import { configurationPath } from '../../core/library/narrowConfiguration.ts';
import { listFiles, relativePath, walkDocuments } from '../nodeFiles.ts';

export interface LibraryFolder {
  readonly root: string;
  /** Documents of the library, relative, sorted by code units; those of a library inside it belong to that one. */
  readonly documents: readonly string[];
  /** Every file below the root that is not hidden, relative; documents are among them. */
  readonly paths: ReadonlySet<string>;
}

export async function readLibraryFolder(
  root: string,
  { exclude }: Pick<Configuration, 'exclude'>,
): Promise<LibraryFolder> {
  const [walked, listed] = await Promise.all([walkDocuments({ root, folder: root, exclude }), listFiles(root)]);
  const documents = withoutInner(
    walked.map((path) => relativePath(root, path)),
    listed,
  );
  return { root, documents, paths: new Set([...listed, ...documents]) };
}

/** Paths without those of libraries inside this one; `all` holds their configurations. */
export function withoutInner(paths: readonly string[], all: readonly string[] = paths): readonly string[] {
  const inner = all.flatMap((path) =>
    path.endsWith(`/${configurationPath}`) ? [path.slice(0, -configurationPath.length)] : [],
  );
  return inner.length === 0 ? paths : paths.filter((path) => !inner.some((prefix) => path.startsWith(prefix)));
}
