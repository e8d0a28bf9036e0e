// Diagnostics out: debounced, at most one check running and one waiting per document, and only for what is still
// current when the result arrives. Where a document changed in a way that others see, they are checked again.
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { contentHash } from '../core/schema/contentHash.ts';
import type { PlainDiagnostic } from '../features/diagnostics.ts';
import type { DocumentDiagnostics } from '../features/documentDiagnostics.ts';
import type { AnalysisPort } from './analysisPort.ts';
import type { Clock } from './clock.ts';
import { toPublishParams } from './convert.ts';
import { Debouncer } from './debouncer.ts';
import type { FileSource } from './files.ts';
import { notAnalyzedDiagnostic } from './notAnalyzed.ts';
import { withRelatedPlaces } from './relatedPlaces.ts';
import type { Session, Snapshot } from './session.ts';
import type { WorkCounter } from './workCounter.ts';

export interface PublishPorts {
  readonly files: FileSource;
  readonly session: Session;
  readonly analysis: AnalysisPort;
  readonly clock: Clock;
  readonly work: WorkCounter;
  readonly send: (params: PublishDiagnosticsParams) => void;
  /** New findings of a document went out. */
  readonly onPublished: (uri: string) => void;
}

interface Check {
  isRunning: boolean;
  /** Due while another was running. */
  isWaiting: boolean;
  endWork: () => void;
}

export class Publisher {
  readonly #ports: PublishPorts;
  readonly #checks = new Map<string, Check>();
  /** What others see of each open document, as of its last check. */
  readonly #shared = new Map<string, string>();
  /** What was sent last for each document; the same is not sent again. */
  readonly #sent = new Map<string, string>();
  #isHeld = false;

  readonly #debouncer: Debouncer;

  constructor(ports: PublishPorts) {
    this.#ports = ports;
    this.#debouncer = new Debouncer(ports.clock);
  }

  /** Checks a document after the debounce, or at once. */
  schedule(uri: string, when: 'soon' | 'now'): void {
    const known = this.#checks.get(uri);
    const check = known ?? { isRunning: false, isWaiting: false, endWork: this.#ports.work.begin() };
    this.#checks.set(uri, check);
    this.#debouncer.schedule(uri, when, () => {
      this.#due(uri, check);
    });
  }

  /** All open documents, after a change of what they are checked against. */
  scheduleAll(when: 'soon' | 'now'): void {
    for (const uri of this.#ports.session.snapshot.documents.keys()) this.schedule(uri, when);
  }

  /** While held (libraries are being read) no check starts; what is due waits. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    if (isHeld) return;
    for (const [uri, check] of this.#checks) if (check.isWaiting && !check.isRunning) this.#due(uri, check);
  }

  /** Takes the findings of a closed document away; nothing is published for it afterwards. */
  close(uri: string): void {
    const check = this.#checks.get(uri);
    this.#debouncer.callOff(uri);
    this.#checks.delete(uri);
    this.#shared.delete(uri);
    this.#sent.delete(uri);
    check?.endWork();
    this.#ports.send({ uri, diagnostics: [] });
  }

  #due(uri: string, check: Check): void {
    check.isWaiting = true;
    if (check.isRunning || this.#isHeld) return;
    check.isWaiting = false;
    check.isRunning = true;
    void this.#check(uri).finally(() => {
      check.isRunning = false;
      if (check.isWaiting && this.#checks.get(uri) === check) this.#due(uri, check);
      else if (this.#checks.get(uri) !== check || !this.#debouncer.isWaiting(uri)) this.#end(uri, check);
    });
  }

  #end(uri: string, check: Check): void {
    if (this.#checks.get(uri) === check) this.#checks.delete(uri);
    check.endWork();
  }

  async #check(uri: string): Promise<void> {
    const { session, analysis } = this.#ports;
    const before = session.snapshot;
    const document = before.documents.get(uri);
    if (!document) return;
    if (!document.isSynced || !before.settings.enable) {
      const outOfSync = notAnalyzedDiagnostic('out-of-sync', before.client.locale);
      this.#publish(before, uri, before.settings.enable ? [outOfSync] : []);
      return;
    }
    const isCurrent = (): boolean => isSameGround(before, session.snapshot, uri);
    const outcome = await analysis.request({
      name: 'diagnostics',
      params: { uri },
      state: before.engine,
      priority: 'check',
      uri,
      isWanted: isCurrent,
    });
    if (!isCurrent() || outcome.kind === 'dropped') return;
    if (outcome.kind !== 'done') this.#publish(before, uri, [notAnalyzedDiagnostic(outcome, before.client.locale)]);
    else if (outcome.value) {
      const root = before.engine.documents.get(uri)?.root ?? '';
      const diagnostics = await withRelatedPlaces(this.#ports, root, outcome.value.diagnostics);
      if (!isCurrent()) return;
      this.#publish(before, uri, diagnostics);
      this.#tellOthers(before, uri, outcome.value);
    }
  }

  /** Links to headings that were renamed, ids that two documents have: the others are held against this one anew. */
  #tellOthers({ engine }: Snapshot, uri: string, { shared, sharedOnDisk }: DocumentDiagnostics): void {
    if (shared === undefined) return;
    const before = this.#shared.get(uri) ?? sharedOnDisk ?? shared;
    this.#shared.set(uri, shared);
    if (before === shared) return;
    const root = engine.documents.get(uri)?.root;
    for (const other of engine.documents.values())
      if (other.root === root && other.uri !== uri) this.schedule(other.uri, 'soon');
  }

  #publish(snapshot: Snapshot, uri: string, diagnostics: readonly PlainDiagnostic[]): void {
    const document = snapshot.documents.get(uri);
    if (!document) return;
    const root = snapshot.engine.documents.get(uri)?.root ?? '';
    const version = document.isSynced ? document.version : undefined;
    const params = toPublishParams(diagnostics, { uri, root, client: snapshot.client }, version);
    const sent = contentHash(JSON.stringify(params));
    if (this.#sent.get(uri) === sent) return;
    this.#sent.set(uri, sent);
    this.#ports.send(params);
    this.#ports.onPublished(uri);
  }
}

/** Whether a result for one snapshot still holds in another: same text, same library, same settings. */
export function isSameGround(before: Snapshot, now: Snapshot, uri: string): boolean {
  const document = before.engine.documents.get(uri);
  const root = document?.root ?? '';
  return (
    document === now.engine.documents.get(uri) &&
    before.documents.get(uri)?.isSynced === now.documents.get(uri)?.isSynced &&
    before.engine.libraries.get(root) === now.engine.libraries.get(root) &&
    before.engine.roadmaps.get(root) === now.engine.roadmaps.get(root) &&
    before.engine.settings === now.engine.settings &&
    before.settings === now.settings
  );
}
