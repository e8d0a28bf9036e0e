// What the server last said about the roadmap, and when to ask it again. Knows nothing of views.
import { EventEmitter, type Disposable, type Memento } from 'vscode';
import {
  requests,
  type RoadmapGrouping,
  type RoadmapParams,
  type RoadmapResult,
} from '../../../server/src/lsp/protocol.ts';
import { LatestAnswer } from '../latestAnswer.ts';
import type { ServerConnection } from '../serverConnection.ts';

const GROUPING_KEY = 'casewright.roadmap.groupBy';
export const groupings: readonly RoadmapGrouping[] = [
  'plan',
  'phase',
  'priority',
  'milestone',
  'state',
  'folder',
  'schedule',
];

export class RoadmapSource implements Disposable {
  readonly #connection: ServerConnection;
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<undefined>();
  readonly #listeners: readonly Disposable[];
  readonly onChanged = this.#changed.event;
  #shown: RoadmapResult | undefined;
  #all: RoadmapResult | undefined;
  #filter = '';
  readonly #latest = new LatestAnswer(() => this.#askAndTell());

  constructor(connection: ServerConnection, memory: Memento) {
    this.#connection = connection;
    this.#memory = memory;
    const refresh = (): void => void this.refresh();
    this.#listeners = [connection.onStateChanged(refresh), connection.onRoadmapChanged(refresh)];
  }

  /** What the filter lets through; undefined until the server has answered. */
  get shown(): RoadmapResult | undefined {
    return this.#shown;
  }

  /** Everything, whatever the filter. */
  get all(): RoadmapResult | undefined {
    return this.#all;
  }

  get filter(): string {
    return this.#filter;
  }

  get grouping(): RoadmapGrouping {
    const remembered = this.#memory.get<string>(GROUPING_KEY);
    return groupings.find((grouping) => grouping === remembered) ?? 'plan';
  }

  async setGrouping(grouping: RoadmapGrouping): Promise<void> {
    await this.#memory.update(GROUPING_KEY, grouping);
    await this.refresh();
  }

  async setFilter(filter: string): Promise<void> {
    if (filter === this.#filter) return;
    this.#filter = filter;
    await this.refresh();
  }

  /** Asks again; while a question is under way one more follows it, however often this is called. */
  refresh(): Promise<void> {
    return this.#latest.refresh();
  }

  dispose(): void {
    this.#listeners.forEach((listener) => void listener.dispose());
    this.#changed.dispose();
  }

  async #askAndTell(): Promise<void> {
    try {
      await this.#ask();
    } catch (error) {
      this.#connection.log.warn(`roadmap: ${String(error)}`);
    }
    this.#changed.fire(undefined);
  }

  async #ask(): Promise<void> {
    const question = (filter: string): Promise<RoadmapResult | undefined> => {
      const params: RoadmapParams = { groupBy: this.grouping, filter };
      return this.#connection.ask<RoadmapResult>(requests.roadmap, params);
    };
    const all = await question('');
    // Without a server the last answer stays: better an old tree, said to be old, than none.
    if (all === undefined) return;
    this.#all = all;
    this.#shown = this.#filter === '' ? all : ((await question(this.#filter)) ?? this.#shown);
  }
}
