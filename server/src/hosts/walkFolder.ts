// One walk over the folder of a library: its files, its documents, and what is left out and why. Never follows a link into
// a folder, never opens a file but .gitignore, and ends on every tree.
import { realpathSync, statSync, type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { matcherOf } from '../core/library/globs.ts';
import { GitIgnore } from './gitIgnore.ts';
import { isInside, isSystemError, realPathInside } from './nodeFiles.ts';

/** Deeper folders are not looked into. */
const MAX_DEPTH = 32;
/** More paths than this are not worth knowing. */
const MAX_FILES = 300_000;
/** Folders that are listed at the same time. */
const AT_ONCE = 16;
const isMarkdown = /\.(?:md|markdown)$/i;

export type SkipReason =
  /** Named by a .gitignore file, or by `exclude` of the configuration. */
  | 'ignored'
  | 'excluded'
  /** Dot folders and node_modules. */
  | 'hidden'
  | 'dependencies'
  /** A link to something inside, which is found where it really is; one that leads outside; one that leads nowhere. */
  | 'link'
  | 'link-outside'
  | 'link-broken'
  /** Pipes, sockets, devices. */
  | 'special'
  /** A folder that has the name of a document. */
  | 'folder'
  | 'unreadable'
  | 'too-deep'
  | 'too-many';

export interface SkippedPath {
  /** Relative, forward slashes; a folder ends in a slash. */
  readonly path: string;
  readonly reason: SkipReason;
  /** Code of the operating system. */
  readonly detail?: string;
}

export interface FolderListing {
  /** Every file, and every link to a file inside; relative, forward slashes, sorted by code units. */
  readonly files: readonly string[];
  /** Markdown files that are not left out. */
  readonly documents: readonly string[];
  /** Documents and folders that are left out, sorted; nothing below a folder that is named here is. */
  readonly skipped: readonly SkippedPath[];
}

interface Folder {
  /** Relative to the root with a slash at the end; empty for the root. */
  readonly path: string;
  readonly depth: number;
  /** Its files count as files, but none of them is a document. */
  readonly hasDocuments: boolean;
}

/** `exclude`: globs relative to the root. A root that can not be listed has no files. */
export async function walkFolder(root: string, exclude: readonly string[]): Promise<FolderListing> {
  return new Walk(root, exclude).run();
}

/** Whether `walkFolder` would list the path, relative to the root, among the documents. */
export function isDocumentPath(root: string, exclude: readonly string[], path: string): boolean {
  if (!isMarkdown.test(path) || path.split('/').length > MAX_DEPTH) return false;
  if (leftOutAt(root, exclude, path) !== undefined) return false;
  const realRoot = realpathSync(root);
  const full = join(realRoot, path);
  return realPathInside(realRoot, full) === full;
}

/** The path itself or the folder above it that `walkFolder` leaves out; undefined where none is. Nothing has to be there yet. */
export function leftOutAt(root: string, exclude: readonly string[], path: string): string | undefined {
  const parts = path.split('/');
  const isExcluded = matcherOf(exclude);
  const ignored = new GitIgnore(realpathSync(root));
  for (let length = 1; length < parts.length; length++) {
    const folder = parts.slice(0, length).join('/');
    const name = parts[length - 1] ?? '';
    if (name.startsWith('.') || name === 'node_modules') return folder;
    if (ignored.covers(`${folder}/`) || isExcluded(folder)) return folder;
  }
  return ignored.covers(path) || isExcluded(path) ? path : undefined;
}

class Walk {
  readonly #root: string;
  readonly #realRoot: string;
  readonly #isExcluded: (path: string) => boolean;
  readonly #ignored: GitIgnore;
  readonly #files: string[] = [];
  readonly #documents: string[] = [];
  readonly #skipped: SkippedPath[] = [];
  readonly #waiting: Folder[] = [];
  #isCut = false;

  constructor(root: string, exclude: readonly string[]) {
    this.#root = root;
    this.#realRoot = realpathSync(root);
    this.#isExcluded = matcherOf(exclude);
    this.#ignored = new GitIgnore(this.#realRoot);
  }

  async run(): Promise<FolderListing> {
    this.#waiting.push({ path: '', depth: 0, hasDocuments: !this.#ignored.coversFolder });
    while (this.#waiting.length > 0 && !this.#isCut) {
      // Depth first: the list of waiting folders stays short.
      await Promise.all(this.#waiting.splice(-AT_ONCE).map((folder) => this.#list(folder)));
    }
    if (this.#isCut) this.#skipped.push({ path: '', reason: 'too-many', detail: String(MAX_FILES) });
    const byPath = (a: SkippedPath, b: SkippedPath): number => (a.path === b.path ? 0 : a.path < b.path ? -1 : 1);
    return { files: this.#files.sort(), documents: this.#documents.sort(), skipped: this.#skipped.sort(byPath) };
  }

  async #list(folder: Folder): Promise<void> {
    let entries: Dirent[];
    try {
      entries = await readdir(join(this.#root, folder.path), { withFileTypes: true });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      // What is gone by now was never there.
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') this.#skip(folder.path, 'unreadable', error.code);
      return;
    }
    for (const entry of entries) this.#look(entry, folder);
  }

  #look(entry: Dirent, folder: Folder): void {
    const path = folder.path + entry.name;
    if (entry.isDirectory()) this.#enter(entry.name, `${path}/`, folder);
    else if (entry.isFile()) this.#addFile(path, folder);
    else if (entry.isSymbolicLink()) this.#addLink(path, folder);
    else if (isMarkdown.test(path)) this.#skip(path, 'special');
  }

  #enter(name: string, path: string, { depth, hasDocuments }: Folder): void {
    if (name === 'node_modules') {
      this.#skip(path, 'dependencies');
      return;
    }
    const isOurs = name === '.casewright';
    if (name.startsWith('.')) {
      if (name !== '.git' && !isOurs) this.#skip(path, 'hidden');
      if (!isOurs) return;
    }
    if (depth >= MAX_DEPTH) {
      this.#skip(path, 'too-deep');
      return;
    }
    const reason = hasDocuments && !isOurs ? this.#reasonToSkip(path, path.slice(0, -1)) : undefined;
    if (reason !== undefined) this.#skip(path, reason);
    else if (hasDocuments && isMarkdown.test(name)) this.#skip(path, 'folder');
    this.#waiting.push({ path, depth: depth + 1, hasDocuments: hasDocuments && !isOurs && reason === undefined });
  }

  #addFile(path: string, { hasDocuments }: Folder): void {
    if (this.#files.length >= MAX_FILES) {
      this.#isCut = true;
      return;
    }
    this.#files.push(path);
    if (!hasDocuments || !isMarkdown.test(path)) return;
    const reason = this.#reasonToSkip(path, path);
    if (reason === undefined) this.#documents.push(path);
    else this.#skip(path, reason);
  }

  /** `ignoredAs` has a slash at the end for a folder, as git wants it. */
  #reasonToSkip(ignoredAs: string, path: string): SkipReason | undefined {
    if (this.#ignored.covers(ignoredAs)) return 'ignored';
    return this.#isExcluded(path) ? 'excluded' : undefined;
  }

  #addLink(path: string, { hasDocuments }: Folder): void {
    const target = this.#targetOf(path);
    if (target === 'file') this.#files.push(path);
    const isSeen = hasDocuments && (isMarkdown.test(path) || target === 'folder' || target === 'outside');
    if (!isSeen) return;
    if (target === 'file' || target === 'folder') this.#skip(path, 'link');
    else this.#skip(path, target === 'outside' ? 'link-outside' : 'link-broken');
  }

  #targetOf(path: string): 'file' | 'folder' | 'outside' | 'nothing' {
    try {
      const real = realpathSync(join(this.#root, path));
      if (!isInside(this.#realRoot, real)) return 'outside';
      const stats = statSync(real);
      if (stats.isFile()) return 'file';
      return stats.isDirectory() ? 'folder' : 'nothing';
    } catch (error) {
      if (isSystemError(error)) return 'nothing';
      throw error;
    }
  }

  #skip(path: string, reason: SkipReason, detail?: string): void {
    this.#skipped.push({ path, reason, ...(detail !== undefined && { detail }) });
  }
}
