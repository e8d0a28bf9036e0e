// The paths of a library, prepared for questions: is it there, which folder is there, what ends in these segments.
// It knows only the list that it was given and touches no disk.
import { baseNameOf } from '../../library/pathScope.ts';

export interface PathIndex {
  /** The path as it is on disk; names may be spelled in another Unicode form than asked for. */
  file(path: string): string | undefined;
  /** True where some file lies below the folder. */
  hasFolder(path: string): boolean;
  /** Files directly below a folder whose name passes. */
  filesIn(folder: string, isWanted: (name: string) => boolean): readonly string[];
  /** Paths that end in these whole segments. */
  endingIn(suffix: string): readonly string[];
}

const indexes = new WeakMap<ReadonlySet<string>, PathIndex>();

/** One index for each set; the set must not change afterwards. */
export function pathIndexOf(paths: ReadonlySet<string>): PathIndex {
  const known = indexes.get(paths);
  if (known !== undefined) return known;
  const index = build(paths);
  indexes.set(paths, index);
  return index;
}

function build(paths: ReadonlySet<string>): PathIndex {
  const byPath = new Map<string, string>();
  const byName = new Map<string, string[]>();
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const normal = path.normalize('NFC');
    byPath.set(normal, path);
    add(byName, baseNameOf(normal), normal);
    addFolders(folders, normal);
  }
  const original = (normal: string): string => byPath.get(normal) ?? normal;
  return {
    file: (path) => byPath.get(path.normalize('NFC')),
    hasFolder: (path) => folders.has(path.normalize('NFC')),
    filesIn: (folder, isWanted) =>
      (folders.get(folder.normalize('NFC')) ?? []).filter((path) => isWanted(baseNameOf(path))).map(original),
    endingIn: (suffix) => {
      const wanted = suffix.normalize('NFC');
      const named = byName.get(baseNameOf(wanted)) ?? [];
      return named.filter((path) => path === wanted || path.endsWith(`/${wanted}`)).map(original);
    },
  };
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** Each folder with the files directly in it; folders above are noted without. */
function addFolders(folders: Map<string, string[]>, path: string): void {
  let slash = path.lastIndexOf('/');
  add(folders, slash < 0 ? '' : path.slice(0, slash), path);
  for (slash = path.lastIndexOf('/', slash - 1); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    const folder = path.slice(0, slash);
    if (folders.has(folder)) return;
    folders.set(folder, []);
  }
}
