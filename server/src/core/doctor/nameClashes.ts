// Names that differ only in case or in Unicode normal form: two files here, one on other file systems.
import { compareText } from '../finding.ts';
import type { NameClash } from './diagnosis.ts';

/** Files and folders; of a folder that clashes only the folder itself. */
export function findNameClashes(paths: ReadonlySet<string>): readonly NameClash[] {
  const spellings = new Map<string, Set<string>>();
  for (const path of paths) {
    for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
      const name = end < 0 ? path : path.slice(0, end);
      const key = name.normalize('NFC').toLowerCase();
      const known = spellings.get(key);
      if (known === undefined) spellings.set(key, new Set([name]));
      else known.add(name);
      if (end < 0) break;
    }
  }
  return [...spellings.values()]
    .filter((names) => names.size > 1)
    .flatMap((names) => clashesIn([...names].sort(compareText)))
    .sort((a, b) => compareText(a.paths[0] ?? '', b.paths[0] ?? ''));
}

/** Spellings in the same folder: those in folders that clash themselves follow from them. */
function clashesIn(names: readonly string[]): readonly NameClash[] {
  const byFolder = new Map<string, string[]>();
  for (const name of names) {
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), name]);
  }
  return [...byFolder.values()].flatMap((paths) => {
    if (paths.length < 2) return [];
    const normal = new Set(paths.map((path) => path.normalize('NFC')));
    return [{ paths, differsBy: normal.size < paths.length ? 'normal-form' : 'case' } as const];
  });
}
