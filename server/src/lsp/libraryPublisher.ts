// Findings of templates, standards and configurations, published in their own files. Open ones are left to publish.ts,
// whose findings of a document include these.
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { AnalysisPort } from './analysisPort.ts';
import { fileUri, toPublishParams } from './convert.ts';
import type { Session } from './session.ts';
import type { WorkCounter } from './workCounter.ts';

export interface LibraryPublishPorts {
  readonly session: Session;
  readonly analysis: AnalysisPort;
  readonly work: WorkCounter;
  readonly send: (params: PublishDiagnosticsParams) => void;
}

export class LibraryPublisher {
  readonly #ports: LibraryPublishPorts;
  /** Closed files with findings in the editor, by root. */
  readonly #published = new Map<string, ReadonlySet<string>>();

  constructor(ports: LibraryPublishPorts) {
    this.#ports = ports;
  }

  /** Brings the findings of a library's own files up to date. */
  update(root: string): void {
    void this.#ports.work.during(this.#update(root));
  }

  async #update(root: string): Promise<void> {
    const { session, analysis } = this.#ports;
    const before = session.snapshot;
    const library = before.engine.libraries.get(root);
    if (!library || !before.settings.enable) {
      this.#replace(root, new Map());
      return;
    }
    const isCurrent = (): boolean => {
      const now = session.snapshot;
      return now.engine.libraries.get(root) === library && now.settings === before.settings;
    };
    const outcome = await analysis.request({
      name: 'libraryDiagnostics',
      params: { root },
      state: before.engine,
      priority: 'check',
      isWanted: isCurrent,
    });
    if (!isCurrent() || outcome.kind !== 'done') return;
    const { client } = before;
    const found = new Map<string, PublishDiagnosticsParams>();
    for (const { path, diagnostics } of outcome.value) {
      const uri = fileUri({ root, client }, path);
      if (uri === undefined || diagnostics.length === 0) continue;
      found.set(uri, toPublishParams(diagnostics, { uri, root, client }));
    }
    this.#replace(root, found);
  }

  /** Publishes what is found in closed files and takes away what is found no more. */
  #replace(root: string, found: ReadonlyMap<string, PublishDiagnosticsParams>): void {
    const { session, send } = this.#ports;
    const isOpen = (uri: string): boolean => session.snapshot.documents.has(uri);
    for (const uri of this.#published.get(root) ?? []) {
      if (!found.has(uri) && !isOpen(uri)) send({ uri, diagnostics: [] });
    }
    const closed = [...found].filter(([uri]) => !isOpen(uri));
    for (const [, params] of closed) send(params);
    this.#published.set(root, new Set(closed.map(([uri]) => uri)));
  }
}
