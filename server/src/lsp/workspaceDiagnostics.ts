// `workspace/diagnostic`: findings of documents that are not open, for clients that ask. A request is kept open and told of
// every change (partial results), so that nobody has to ask twice; a client without partial results gets one answer at
// a time. Open documents are published.ts's matter and are reported here without findings.
import { DocumentDiagnosticReportKind, type WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import type { StoredFacts } from '../core/facts/packedFacts.ts';
import type { ClosedAnswer } from '../features/closedFindings.ts';
import type { EngineIndex, EngineState } from '../features/engineState.ts';
import type { FeatureName, FeatureParams, FeatureResult } from '../features/featureTable.ts';
import type { Outcome } from './analysisPort.ts';
import { at } from './clientProfile.ts';
import { ChangeSignal } from './changeSignal.ts';
import type { ServerContext } from './context.ts';
import { toLspDiagnostic } from './convert.ts';
import type { Call, RequestHandler } from './dispatch.ts';
import { inParallel } from './inParallel.ts';
import { notAnalyzedDiagnostic } from './notAnalyzed.ts';
import { contentHash } from '../core/schema/contentHash.ts';
import { identityNumber } from '../features/identityNumber.ts';
import { withRelatedPlaces } from './relatedPlaces.ts';
import { keyOf, uriBelow } from './uris.ts';

type Context = Pick<
  ServerContext,
  'session' | 'analysis' | 'files' | 'libraries' | 'client' | 'clock' | 'work' | 'log' | 'readiness'
>;
type Report = WorkspaceDocumentDiagnosticReport;

/** Changes of the state are looked at together. */
const DELAY = 400;
/** Documents in one question to the engine. */
const BATCH = 50;
/** Files read at the same time. */
const AT_ONCE = 4;
/** Milliseconds after which the version control is asked again; a commit changes no document. */
const CHANGED_FILES_AGE = 10_000;
/** Findings of one closed document that are listed one by one. */
const MOST_PER_DOCUMENT = 20;

/** What one request has reported so far. */
interface Listener {
  readonly call: Call;
  /** Result ids that the client has, by URI. */
  readonly reported: Map<string, string>;
  readonly send: (reports: readonly Report[]) => void;
  /** What each library was like at the last report: nothing is asked while it is the same. */
  readonly seen: Map<string, string>;
}

interface ChangedFiles {
  readonly documents: ReadonlyMap<string, StoredFacts>;
  readonly at: number;
  readonly paths: ReadonlySet<string> | undefined;
}

export class WorkspaceDiagnostics {
  readonly #context: Context;
  readonly #changed: ChangeSignal;
  /** Documents that could not be analysed, with the facts that they had. */
  readonly #failed = new Map<string, { readonly facts: StoredFacts; readonly report: Report & { kind: 'full' } }>();
  readonly #changedFiles = new Map<string, ChangedFiles>();
  #isEnded = false;

  constructor(context: Context) {
    this.#context = context;
    this.#changed = new ChangeSignal(context.clock, DELAY);
    context.session.onChanged(() => {
      this.#changed.raise();
    });
  }

  /** Lets every open request end. */
  end(): void {
    this.#isEnded = true;
    this.#changed.raise();
  }

  get handler(): RequestHandler {
    return { onFault: 'error', empty: { items: [] }, run: (params, call) => this.#run(params, call) };
  }

  async #run(params: unknown, call: Call): Promise<unknown> {
    const token = at(params, ['partialResultToken']);
    const isStreaming = typeof token === 'string' || typeof token === 'number';
    const collected: Report[] = [];
    const listener: Listener = {
      call,
      reported: previousResultIds(params),
      seen: new Map(),
      send: (items) => {
        if (isStreaming) this.#context.client.notify('$/progress', { token, value: { items } });
        else collected.push(...items);
      },
    };
    const stop = call.token.onCancellationRequested(() => {
      this.#changed.raise();
    });
    try {
      for (let round = 0; !this.#isOver(call); round++) {
        const seen = this.#changed.count;
        await this.#context.work.during(this.#report(listener));
        if (!isStreaming && (collected.length > 0 || round === 0)) break;
        await this.#changed.after(seen);
      }
    } finally {
      stop.dispose();
    }
    return { items: collected };
  }

  #isOver(call: Call): boolean {
    return this.#isEnded || call.token.isCancellationRequested;
  }

  /** Sends what is different from what the client has. */
  async #report(listener: Listener): Promise<void> {
    const { session, libraries, readiness } = this.#context;
    await readiness.whenReady();
    const { settings } = session.snapshot;
    const wanted = new Set<string>();
    let left = settings.findingsLimit;
    const isOn = settings.enable && settings.findingsScope !== 'openFiles';
    for (const root of isOn ? libraries.roots : []) {
      const paths = await this.#pathsOf(root);
      if (this.#isOver(listener.call)) return;
      for (const path of paths) wanted.add(uriBelow(root, path));
      const stamp = await this.#stampOf(root, paths, { left, call: listener.call });
      if (stamp !== '' && listener.seen.get(root) === stamp) continue;
      listener.seen.set(root, stamp);
      left = await this.#reportPaths({ root, paths, left }, listener);
      if (this.#isOver(listener.call)) return;
    }
    const gone = [...listener.reported.keys()].filter((uri) => !wanted.has(uri));
    for (const uri of gone) listener.reported.delete(uri);
    if (gone.length > 0) listener.send(gone.map((uri) => full(uri, [])));
  }

  /** Closed documents of a library in the scope that the user chose, sorted. */
  async #pathsOf(root: string): Promise<readonly string[]> {
    const { engine, settings } = this.#context.session.snapshot;
    const index = engine.index.get(root);
    if (index?.isReady !== true) return [];
    const changed = settings.findingsScope === 'changedFiles' ? await this.#changedIn(root, index) : undefined;
    const open = new Set(
      [...engine.documents.values()].filter((document) => document.root === root).map(({ path }) => path),
    );
    return [...index.documents.keys()]
      .filter((path) => !open.has(path) && changed?.has(path) !== false)
      .sort((a, b) => (a < b ? -1 : 1));
  }

  /** Undefined where nothing is known of changes: then every document counts. */
  async #changedIn(root: string, { documents }: EngineIndex): Promise<ReadonlySet<string> | undefined> {
    const { files, clock, session } = this.#context;
    // Comparing files may run filters that the folder's own configuration names.
    if (!session.snapshot.client.isTrusted) return undefined;
    const known = this.#changedFiles.get(root);
    const now = clock.now();
    if (known?.documents === documents && now - known.at < CHANGED_FILES_AGE) return known.paths;
    const paths = await files.changedFiles(root);
    this.#changedFiles.set(root, { documents, at: now, paths });
    return paths;
  }

  /** Equal while nothing that the findings of these documents depend on has changed. */
  async #stampOf(
    root: string,
    paths: readonly string[],
    { left, call }: { readonly left: number; readonly call: Call },
  ): Promise<string> {
    const ground = await this.#ask('closedStamp', { root }, call);
    if (ground === undefined || ground === '') return '';
    const documents = this.#context.session.snapshot.engine.index.get(root)?.documents;
    return [ground, identityNumber(documents), contentHash(paths.join('\n')), left].join(' ');
  }

  async #reportPaths(
    { root, paths, left }: { readonly root: string; readonly paths: readonly string[]; readonly left: number },
    listener: Listener,
  ): Promise<number> {
    let rest = left;
    for (let start = 0; start < paths.length && !this.#isOver(listener.call); start += BATCH) {
      const batch = paths.slice(start, start + BATCH);
      const answers = await this.#placed(root, await this.#answers(root, batch, { rest, call: listener.call }));
      rest -= answers.reduce((sum, answer) => sum + (answer.isUnread ? 0 : answer.diagnostics.length), 0);
      const reports = answers.flatMap((answer) => this.#reportOf(root, answer, listener) ?? []);
      if (reports.length > 0) listener.send(reports);
    }
    return rest;
  }

  async #placed(root: string, answers: readonly ClosedAnswer[]): Promise<readonly ClosedAnswer[]> {
    return Promise.all(
      answers.map(async (answer) => {
        if (answer.isUnread) return answer;
        return { ...answer, diagnostics: await withRelatedPlaces(this.#context, root, answer.diagnostics) };
      }),
    );
  }

  /** What the engine says of a batch; texts that it has not seen are read and handed to it. */
  async #answers(
    root: string,
    paths: readonly string[],
    { rest, call }: { readonly rest: number; readonly call: Call },
  ): Promise<readonly ClosedAnswer[]> {
    // Beyond the limit every document still has one line: nothing passes silently.
    const mostPerDocument = rest > 0 ? MOST_PER_DOCUMENT : 0;
    const question = { root, paths, mostPerDocument };
    const first = (await this.#ask('closedFindings', question, call)) ?? [];
    const unread = first.filter(({ isUnread }) => isUnread).map(({ path }) => path);
    if (unread.length === 0) return first;
    await this.#examine(root, unread, call);
    return (await this.#ask('closedFindings', question, call)) ?? [];
  }

  async #examine(root: string, paths: readonly string[], call: Call): Promise<void> {
    const { files, session } = this.#context;
    const isWanted = (): boolean => !this.#isOver(call);
    await inParallel(paths, { atOnce: AT_ONCE, isWanted }, async (path) => {
      const uri = uriBelow(root, path);
      const facts = session.snapshot.engine.index.get(root)?.documents.get(path);
      if (facts === undefined || this.#failed.get(uri)?.facts === facts) return;
      const file = await files.readDocument(root, path);
      if (!file.isText) return;
      const documents = [{ path, text: file.text }];
      const outcome = await this.#request('examineClosed', { root, documents }, call);
      if (outcome.kind === 'done') this.#failed.delete(uri);
      if (outcome.kind === 'done' || outcome.kind === 'dropped') return;
      const { client } = session.snapshot;
      const diagnostic = notAnalyzedDiagnostic(outcome, client.locale);
      this.#failed.set(uri, {
        facts,
        report: full(uri, [toLspDiagnostic(diagnostic, { uri, root, client })], 'failed'),
      });
    });
  }

  /** Undefined where the client has it already, and for documents whose text could not be looked at yet. */
  #reportOf(root: string, answer: ClosedAnswer, { reported }: Listener): Report | undefined {
    const uri = uriBelow(root, answer.path);
    const failed = this.#failed.get(uri)?.report;
    if (answer.isUnread && failed === undefined) return undefined;
    const resultId = answer.isUnread ? (failed?.resultId ?? '') : answer.resultId;
    if (reported.get(uri) === resultId) return undefined;
    const isEmpty = !answer.isUnread && answer.diagnostics.length === 0;
    const isNew = !reported.has(uri);
    reported.set(uri, resultId);
    // Documents that never had findings need not be mentioned.
    if (isEmpty && isNew) return undefined;
    if (answer.isUnread) return failed;
    const { client } = this.#context.session.snapshot;
    const items = answer.diagnostics.map((plain) => toLspDiagnostic(plain, { uri, root, client }));
    return full(uri, items, resultId);
  }

  async #ask<N extends FeatureName>(
    name: N,
    params: FeatureParams<N>,
    call: Call,
  ): Promise<FeatureResult<N> | undefined> {
    const outcome = await this.#request(name, params, call);
    return outcome.kind === 'done' ? outcome.value : undefined;
  }

  #request<N extends FeatureName>(name: N, params: FeatureParams<N>, call: Call): Promise<Outcome<FeatureResult<N>>> {
    const { analysis, session } = this.#context;
    const state: EngineState = session.snapshot.engine;
    return analysis.request({ name, params, state, priority: 'background', isWanted: () => !this.#isOver(call) });
  }
}

function full(
  uri: string,
  items: Extract<Report, { kind: 'full' }>['items'],
  resultId = '',
): Report & { kind: 'full' } {
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items };
}

function previousResultIds(params: unknown): Map<string, string> {
  const list = at(params, ['previousResultIds']);
  const known = new Map<string, string>();
  for (const entry of Array.isArray(list) ? (list as readonly unknown[]) : []) {
    const uri = at(entry, ['uri']);
    const value = at(entry, ['value']);
    if (typeof uri === 'string' && typeof value === 'string') known.set(keyOf(uri), value);
  }
  return known;
}
