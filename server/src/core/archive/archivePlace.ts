// Where a document goes when it is archived, and where it came from. Paths are relative to the library root; no disk here.
import { baseNameOf, folderOf } from '../library/pathScope.ts';
import type { ArchiveSettings } from './archiveSettings.ts';

const MOST_TRIES = 1000;

/** Whether a path lies in the archive folder. */
export function isInArchive(path: string, { folder }: ArchiveSettings): boolean {
  return path.startsWith(`${folder}/`);
}

/** The same path below the archive folder; with a number where `isTaken`. Upper and lower case are one name on many disks. */
export function archivedPath(path: string, settings: ArchiveSettings, taken: Iterable<string>): string {
  const lower = new Set([...taken].map((name) => name.toLowerCase()));
  const wanted = `${settings.folder}/${path}`;
  if (!lower.has(wanted.toLowerCase())) return wanted;
  const name = baseNameOf(wanted);
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 2; number < MOST_TRIES; number++) {
    const path = `${folderOf(wanted)}/${stem}-${String(number)}${extension}`;
    if (!lower.has(path.toLowerCase())) return path;
  }
  return wanted;
}

/** Where an archived document stood, as far as its path tells; a record knows better. */
export function originalPath(path: string, { folder }: ArchiveSettings): string | undefined {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
