// Watches the files of plans that are no Markdown, by name: the editor tells of Markdown files anyhow, and watching
// everything would tell of every build.
import type { Client } from './context.ts';
import { causeOf, type Log } from './log.ts';
import type { Session } from './session.ts';

const METHOD = 'workspace/didChangeWatchedFiles';

export interface WatchPorts {
  readonly session: Session;
  readonly client: Client;
  readonly log: Log;
}

export class PlannedFileWatches {
  readonly #ports: WatchPorts;
  /** Watched paths by root, in one text. */
  readonly #watched = new Map<string, string>();

  constructor(ports: WatchPorts) {
    this.#ports = ports;
  }

  /** Watches these files of a library and no others. */
  set(root: string, paths: readonly string[]): void {
    const { session } = this.#ports;
    const key = paths.join('\n');
    const before = this.#watched.get(root) ?? '';
    if (!session.snapshot.client.canWatchFiles || before === key) return;
    this.#watched.set(root, key);
    const id = `planned ${root}`;
    if (before !== '') this.#send('client/unregisterCapability', { unregisterations: [{ id, method: METHOD }] });
    if (paths.length === 0) return;
    const watchers = paths.map((path) => ({ globPattern: `**/${path.replace(/[*?[\]{}!]/g, '?')}` }));
    const registration = { id, method: METHOD, registerOptions: { watchers } };
    this.#send('client/registerCapability', { registrations: [registration] });
  }

  #send(method: string, params: unknown): void {
    this.#ports.client.request(method, params).catch((error: unknown) => {
      this.#ports.log('warn', `planned files are not watched: ${causeOf(error)}`);
    });
  }
}
