// Real documents that lie beside the repository where it is developed; they are not part of it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const sharedFolder = join(import.meta.dirname, '..', '..', '..', 'shared');

export interface SharedDocument {
  /** Path below the shared folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** True where the shared folder is there; tests that need it skip otherwise. */
export const hasSharedDocuments = existsSync(join(sharedFolder, 'corpus'));

/** Reads one document, e.g. `corpus/topics/state_management.md`. */
export function sharedDocument(path: string): SharedDocument {
  return { path, text: readFileSync(join(sharedFolder, path), 'utf8') };
}

/** Paths of the Markdown documents (and seeds) below a folder of the shared folder, sorted. */
export function sharedPaths(folder: string): string[] {
  const entries = readdirSync(join(sharedFolder, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:md|txt)$/.test(entry.name) && !entry.name.endsWith('.files.txt'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(sharedFolder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
