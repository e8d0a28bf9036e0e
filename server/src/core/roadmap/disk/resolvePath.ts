// Where a path that a plan states leads: from the plan's folder, the folders above it, the root, then by what it ends in.
// It works on the list of paths alone; a path that leaves the library is refused by its text and never looked up.
import { kindOfFolder } from '../../library/decideKind.ts';
import { baseNameOf, folderOf, scopePath, type PathRefusal } from '../../library/pathScope.ts';
import { pathIndexOf, type PathIndex } from '../../library/pathIndex.ts';

export type StatedPathRefusal = PathRefusal | 'encoded' | 'backslash';

export type PathResolution =
  | { readonly kind: 'refused'; readonly refusal: StatedPathRefusal }
  /** `base`: the folder that it was relative to; absent where only its end was found. */
  | { readonly kind: 'file'; readonly path: string; readonly base?: string }
  | { readonly kind: 'folder'; readonly path: string }
  /** `dir/*`: every file that it names. */
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  /** Only the name is found, once, in another folder. */
  | { readonly kind: 'moved'; readonly path: string; readonly planned: string }
  | { readonly kind: 'missing'; readonly planned: string };

/** Names that many folders have: finding one elsewhere says nothing. */
const COMMON_NAME =
  /^(?:readme|index|mod|main|lib|summary|changelog|__init__|cargo|package|makefile|dockerfile|config)\./i;
/** Shorter names are not telling: `01_概述.md`. */
const MIN_TELLING_LETTERS = 4;

/** `stated` as the plan writes it; `planPath` relative to the root. */
export function resolveStatedPath(stated: string, planPath: string, paths: ReadonlySet<string>): PathResolution {
  const refusal = refusalOf(stated);
  if (refusal !== undefined) return { kind: 'refused', refusal };
  const path = withoutLines(stated.trim());
  const inOwn = scopePath(path.replace(/[*?]/g, '_'), folderOf(planPath));
  if (!inOwn.isInside) return { kind: 'refused', refusal: inOwn.refusal };
  const index = pathIndexOf(paths);
  if (/[*?]/.test(path)) return byWildcard(path, planPath, index);
  // A path with `..` or a leading `./` means the plan's own folder and nothing else.
  const isRelative = /^\.{1,2}\//.test(path);
  const bases = isRelative ? [folderOf(planPath)] : basesOf(planPath);
  for (const base of bases) {
    const scoped = scopePath(path, base);
    if (!scoped.isInside) continue;
    const file = index.file(scoped.path);
    if (file !== undefined) return { kind: 'file', path: file, base };
    if (index.hasFolder(scoped.path)) return { kind: 'folder', path: scoped.path };
  }
  const planned = isRelative ? inOwn.path : plannedPath(path, bases, index);
  return byEnd(path, planned, index);
}

/** Undefined for a path that may be looked up. */
function refusalOf(stated: string): StatedPathRefusal | undefined {
  if (stated.includes('\\')) return 'backslash';
  if (/%[0-9a-f]{2}/i.test(stated)) return 'encoded';
  const scoped = scopePath(stated.replace(/[*?]/g, '_'), 'a/a/a/a/a/a/a/a');
  return scoped.isInside ? undefined : scoped.refusal;
}

/** `src/a.cpp:266-271`, `a.md#L10`, `a.md#部分`. */
function withoutLines(path: string): string {
  return path.replace(/(?::\d+(?:-\d+)?|#.*)$/, '');
}

/** The plan's folder, every folder above it, the root. */
function basesOf(planPath: string): readonly string[] {
  const bases: string[] = [];
  for (let folder = folderOf(planPath); folder !== ''; folder = folderOf(folder)) bases.push(folder);
  return [...bases, ''];
}

/**
 * Where it would be created: the base in which most of its folders exist already; the nearest among equals. A folder that
 * is for plans holds nothing else, unless the plan names a file without a folder.
 */
function plannedPath(path: string, bases: readonly string[], index: PathIndex): string {
  const segments = path.split('/').slice(0, -1);
  const [own = ''] = bases;
  let best = { path: '', depth: -1 };
  for (const base of bases) {
    const scoped = scopePath(path, base);
    if (!scoped.isInside) continue;
    let depth = 0;
    for (let count = segments.length; count > 0 && depth === 0; count--) {
      const folder = scopePath(segments.slice(0, count).join('/'), base);
      if (folder.isInside && index.hasFolder(folder.path)) depth = count;
    }
    const isForPlans = base === own && segments.length > 0 && kindOfFolder(baseNameOf(base)) === 'plan';
    if (isForPlans && depth === 0) depth = -0.5;
    if (depth > best.depth) best = { path: scoped.path, depth };
  }
  return best.path;
}

function byEnd(path: string, planned: string, index: PathIndex): PathResolution {
  const suffix = path.replace(/^(?:\.{1,2}\/)+/, '').replace(/\/$/, '');
  const ending = index.endingIn(suffix);
  const [only] = ending;
  const isWhole = suffix.includes('/') || isTelling(suffix);
  if (isWhole && ending.length === 1 && only !== undefined) return { kind: 'file', path: only };
  const name = baseNameOf(suffix);
  const named = suffix.includes('/') ? index.endingIn(name) : [];
  const [elsewhere] = named;
  if (named.length === 1 && elsewhere !== undefined && isTelling(name)) {
    return { kind: 'moved', path: elsewhere, planned };
  }
  return { kind: 'missing', planned };
}

function isTelling(name: string): boolean {
  const stem = name.replace(/\.[^.]*$/, '').replace(/[\d\s_.-]/g, '');
  if (COMMON_NAME.test(name) || !name.includes('.')) return false;
  const ideographs = stem.match(/[\u2E80-\uFFFF]/g)?.length ?? 0;
  const letters = ideographs + (stem.length - ideographs) / 2;
  return letters >= MIN_TELLING_LETTERS;
}

/** A star stands for any part of a name, in the last segment only. */
function byWildcard(path: string, planPath: string, index: PathIndex): PathResolution {
  const name = baseNameOf(path);
  const folder = folderOf(path);
  const pieces = name.split(/[*?]+/);
  const isWanted = (candidate: string): boolean => inOrder(pieces, candidate);
  for (const base of basesOf(planPath)) {
    const scoped = folder === '' ? { isInside: true as const, path: base } : scopePath(folder, base);
    if (!scoped.isInside || /[*?]/.test(folder)) continue;
    const paths = index.filesIn(scoped.path, isWanted);
    if (paths.length > 0) return { kind: 'files', paths };
  }
  return { kind: 'missing', planned: path };
}

/** The pieces stand in the name in order; the first begins it and the last ends it. */
function inOrder(pieces: readonly string[], name: string): boolean {
  const last = pieces.length - 1;
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const found = index === last ? name.length - piece.length : name.indexOf(piece, at);
    if (found < at || (index === 0 && found !== 0) || !name.startsWith(piece, found)) return false;
    at = found + piece.length;
  }
  return true;
}
