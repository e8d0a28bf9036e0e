// The paths of a library, prepared for questions: is it there, which folder is there, what ends in these segments.
// It knows only the list that it was given and touches no disk.
import { baseNameOf } from './pathScope.ts';

export interface PathIndex {
  /** The path as it is on disk; names may be spelled in another Unicode form than asked for. */
  file(path: string): string | undefined;
  /** True where some file lies below the folder. */
  hasFolder(path: string): boolean;
  /** Files directly below a folder whose name passes. */
  filesIn(folder: string, isWanted: (name: string) => boolean): readonly string[];
  /** Paths that end in these whole segments. */
  endingIn(suffix: string): readonly string[];
  /** A folder as it is on disk, where it is spelled in another Unicode form than asked for. */
  folder(path: string): string | undefined;
  /** Files and folders that differ from the path in nothing but case and Unicode form. */
  alike(path: string): Alike;
}

export interface Alike {
  readonly files: readonly string[];
  readonly folders: readonly string[];
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
  const folderNames = new Map<string, string>();
  for (const path of paths) {
    const normal = path.normalize('NFC');
    byPath.set(normal, path);
    add(byName, baseNameOf(normal), normal);
    addFolders(folders, normal);
    if (normal !== path) addSpellings(folderNames, path);
  }
  const original = (normal: string): string => byPath.get(normal) ?? normal;
  const folderOnDisk = (normal: string): string => folderNames.get(normal) ?? normal;
  let folded: Folded | undefined;
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
    folder: (path) => {
      const normal = path.normalize('NFC');
      return folders.has(normal) ? folderOnDisk(normal) : undefined;
    },
    alike: (path) => {
      folded ??= { files: foldedNames(byPath.keys()), folders: foldedNames(folders.keys()) };
      const key = foldedName(path);
      return {
        files: (folded.files.get(key) ?? []).map(original),
        folders: (folded.folders.get(key) ?? []).map(folderOnDisk),
      };
    },
  };
}

interface Folded {
  readonly files: ReadonlyMap<string, readonly string[]>;
  readonly folders: ReadonlyMap<string, readonly string[]>;
}

function foldedNames(names: Iterable<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of names) add(found, foldedName(name), name);
  return found;
}

/** What file systems that do not tell case and Unicode form apart compare. */
function foldedName(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Folders of a path that is not in normal form C, by their normal form. */
function addSpellings(spellings: Map<string, string>, path: string): void {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    const folder = path.slice(0, slash);
    spellings.set(folder.normalize('NFC'), folder);
  }
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
