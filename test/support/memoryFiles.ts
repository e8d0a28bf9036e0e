// A file port in memory: counts reads and can be changed between them.
import type { LibraryHistory } from '../../server/src/core/review/libraryLife.ts';
import { matcherOf } from '../../server/src/core/library/globs.ts';
import type { DatedText, FileSource, FileText, LeftOut } from '../../server/src/lsp/files.ts';

export class MemoryFiles implements FileSource {
  readonly #texts: Map<string, string>;
  readonly reads: string[] = [];
  /** Texts were set so many times. */
  #changes = 0;
  readonly #stamps = new Map<string, string>();
  /** Days of first commits by path. */
  readonly commits = new Map<string, string>();
  readonly #unreadable = new Set<string>();

  /** Texts by URI. */
  constructor(texts: Readonly<Record<string, string>> = {}) {
    this.#texts = new Map(Object.entries(texts));
  }

  set(uri: string, text: string): void {
    this.#texts.set(uri, text);
    this.#stamps.set(uri, `${(this.#changes += 1)}`);
  }

  /** Reading it fails from now on, though it is listed. */
  unreadable(uri: string): void {
    this.#unreadable.add(uri);
  }

  move(from: string, to: string): void {
    const text = this.#texts.get(from);
    this.#texts.delete(from);
    if (text !== undefined) this.#texts.set(to, text);
  }

  delete(uri: string): void {
    this.#texts.delete(uri);
  }

  readText(root: string, path: string): Promise<string | undefined> {
    const uri = `${root}/${path}`;
    this.reads.push(uri);
    return Promise.resolve(this.#unreadable.has(uri) ? undefined : this.#texts.get(uri));
  }

  async readDocument(root: string, path: string): Promise<FileText> {
    const text = await this.readText(root, path);
    if (text !== undefined) return { isText: true, text };
    const message = { key: 'file-unreadable', args: { detail: 'ENOENT' } } as const;
    return {
      isText: false,
      finding: { code: 'file-unreadable', severity: 'error', message, span: { start: 0, end: 0 } },
    };
  }

  async isDocument(root: string, path: string, exclude: readonly string[]): Promise<boolean> {
    return (await this.listDocuments(root, exclude)).includes(path);
  }

  /** Folders that the library's .gitignore names. */
  readonly ignored: string[] = [];

  /** What `earlierTemplate` answers, by path and version: `templates/case.md@1.0`. */
  readonly earlier = new Map<string, string>();

  earlierTemplate(_root: string, path: string, version: string): Promise<string | undefined> {
    return Promise.resolve(this.earlier.get(`${path}@${version}`));
  }

  leftOutAt(_root: string, path: string): Promise<string | undefined> {
    return Promise.resolve(this.ignored.find((folder) => path.startsWith(`${folder}/`)));
  }

  async listLeftOut(root: string, exclude: readonly string[]): Promise<readonly LeftOut[]> {
    const documents = new Set(await this.listDocuments(root, exclude));
    const all = (await this.listFiles(root)).filter((path) => path.endsWith('.md'));
    return all
      .filter((path) => !documents.has(path))
      .map((path) => ({ path, reason: { key: 'skipped.excluded' } as const }));
  }

  stamp(root: string, path: string): Promise<string | undefined> {
    const uri = `${root}/${path}`;
    return Promise.resolve(this.#texts.has(uri) ? (this.#stamps.get(uri) ?? '0') : undefined);
  }

  leadsOut(): Promise<boolean> {
    return Promise.resolve(false);
  }

  /** What `textWhenStated` answers. */
  dated: DatedText | undefined;

  textWhenStated(): Promise<DatedText | undefined> {
    return Promise.resolve(this.dated);
  }

  personName(): Promise<string | undefined> {
    return Promise.resolve('张三');
  }

  /** What `history` answers; undefined: nothing is known. */
  histories: LibraryHistory | undefined;

  history(): Promise<LibraryHistory | undefined> {
    return Promise.resolve(this.histories);
  }

  /** What `changedFiles` answers; undefined: nothing is known of changes. */
  changed: ReadonlySet<string> | undefined;

  changedFiles(): Promise<ReadonlySet<string> | undefined> {
    return Promise.resolve(this.changed);
  }

  firstCommits(_root: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return Promise.resolve(new Map([...this.commits].filter(([path]) => paths.includes(path))));
  }

  async listDocuments(root: string, exclude: readonly string[]): Promise<readonly string[]> {
    const isExcluded = matcherOf(exclude);
    return (await this.listFiles(root)).filter((path) => path.endsWith('.md') && !isExcluded(path));
  }

  listFiles(root: string): Promise<readonly string[]> {
    const inside = [...this.#texts.keys()].filter((uri) => uri.startsWith(`${root}/`));
    return Promise.resolve(inside.map((uri) => uri.slice(root.length + 1)).toSorted());
  }
}
