// What the server last said about the documents of the library, and when to ask it again. Knows nothing of views.
import { EventEmitter, type Disposable, type Memento } from 'vscode';
import {
  requests,
  type CheckedFile,
  type CheckLibraryResult,
  type LibraryTreeParams,
  type LibraryTreeResult,
} from '../../../server/src/lsp/protocol.ts';
import { LatestAnswer } from '../latestAnswer.ts';
import type { ServerConnection } from '../serverConnection.ts';

const GROUPING_KEY = 'casewright.documents.groupBy';
/** Changes in a row, such as those of a checkout or of typing, are asked about once. */
const PAUSE = 400;

export class DocumentsSource implements Disposable {
  readonly #connection: ServerConnection;
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<undefined>();
  readonly #listeners: readonly Disposable[];
  readonly onChanged = this.#changed.event;
  #tree: LibraryTreeResult | undefined;
  #checked: ReadonlyMap<string, CheckedFile> = new Map();
  #skipped: CheckLibraryResult['skipped'] = [];
  #filter = '';
  #timer: NodeJS.Timeout | undefined;
  readonly #latest = new LatestAnswer(() => this.#ask());

  constructor(connection: ServerConnection, memory: Memento) {
    this.#connection = connection;
    this.#memory = memory;
    const later = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.refresh(), PAUSE);
    };
    this.#listeners = [
      connection.onStateChanged(() => void this.refresh()),
      connection.onLibraryChanged(later),
      connection.onStatusChanged(later),
    ];
  }

  /** Undefined until the server has answered. */
  get tree(): LibraryTreeResult | undefined {
    return this.#tree;
  }

  /** What the last check of the library said, by URI; empty before it. */
  get checked(): ReadonlyMap<string, CheckedFile> {
    return this.#checked;
  }

  get skipped(): CheckLibraryResult['skipped'] {
    return this.#skipped;
  }

  get filter(): string {
    return this.#filter;
  }

  /** Facets, the outer one first. */
  get grouping(): readonly string[] {
    const remembered = this.#memory.get<unknown>(GROUPING_KEY);
    const names = Array.isArray(remembered) ? remembered.filter((name) => typeof name === 'string') : [];
    return names.length > 0 ? names : ['kind'];
  }

  async setGrouping(names: readonly string[]): Promise<void> {
    await this.#memory.update(GROUPING_KEY, names);
    await this.refresh();
  }

  async setFilter(filter: string): Promise<void> {
    if (filter === this.#filter) return;
    this.#filter = filter;
    await this.refresh();
  }

  setChecked({ files, skipped }: CheckLibraryResult): Promise<void> {
    this.#checked = new Map(files.map((file) => [file.uri, file]));
    this.#skipped = skipped;
    return this.refresh();
  }

  /** Asks again; while a question is under way one more follows it, however often this is called. */
  refresh(): Promise<void> {
    return this.#latest.refresh();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.forEach((listener) => void listener.dispose());
    this.#changed.dispose();
  }

  async #ask(): Promise<void> {
    try {
      const params: LibraryTreeParams = { by: this.grouping, filter: this.#filter };
      // Without a server the last answer stays: better an old tree than none.
      this.#tree = (await this.#connection.ask<LibraryTreeResult>(requests.libraryTree, params)) ?? this.#tree;
    } catch (error) {
      this.#connection.log.warn(`documents: ${String(error)}`);
    }
    this.#changed.fire(undefined);
  }
}
