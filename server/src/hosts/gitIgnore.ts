// What git ignores below a folder, by the .gitignore files from the top of its repository down; each is read once.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isSystemError } from './nodeFiles.ts';

export class GitIgnore {
  readonly #folder: string;
  /** Path of the folder inside its repository, with a slash at the end, or nothing. */
  readonly #prefix: string;
  readonly #top: string;
  readonly #rules = new Map<string, Ignore | undefined>();

  constructor(folder: string) {
    this.#folder = folder;
    this.#top = repositoryOf(folder) ?? folder;
    this.#prefix = this.#top === folder ? '' : `${folder.slice(this.#top.length + 1).replaceAll('\\', '/')}/`;
  }

  /** `local`: relative to the folder, with a slash at the end for a folder. */
  covers(local: string): boolean {
    if (local === '' || local.startsWith('..')) return false;
    const path = this.#prefix + local;
    for (let folder = dirname(path.replace(/\/$/, '')); ; folder = dirname(folder)) {
      const rules = this.#rulesOf(folder);
      const result = rules?.test(folder === '.' ? path : path.slice(folder.length + 1));
      if (result?.ignored === true) return true;
      if (result?.unignored === true || folder === '.') return false;
    }
  }

  /** True where the folder itself lies in something that its repository ignores. */
  get coversFolder(): boolean {
    return this.#folder !== this.#top && new GitIgnore(this.#top).covers(this.#prefix);
  }

  #rulesOf(folder: string): Ignore | undefined {
    if (!this.#rules.has(folder)) this.#rules.set(folder, readRules(join(this.#top, folder, '.gitignore')));
    return this.#rules.get(folder);
  }
}

function repositoryOf(folder: string): string | undefined {
  for (let top = folder; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return top;
    if (dirname(top) === top) return undefined;
  }
}

function readRules(path: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(path, 'utf8'));
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}
