// The requests of protocol/score.ts: parameters narrowed, the engine asked, texts of closed documents read in small batches.
import { messageText } from '../features/diagnostics.ts';
import type { FeatureResult } from '../features/featureTable.ts';
import { ask } from './asking.ts';
import { withClientUris } from './clientUris.ts';
import type { ServerContext } from './context.ts';
import type { Call, RequestHandler } from './dispatch.ts';
import { documentFeature } from './documentFeature.ts';
import { inParallel } from './inParallel.ts';
import { reasonOf } from './notAnalyzed.ts';
import * as read from './parameters.ts';
import { requests, type ScoredLibrary, type ScoresResult } from './protocol.ts';
import { keyOf, placeOf, uriBelow } from './uris.ts';
import { whenIndexed } from './whenIndexed.ts';

const started = { onFault: 'error', empty: null } as const;
/** Files that are read at the same time. */
const AT_ONCE = 4;
/** Documents in one question: enough to be quick, few enough that others need not wait long. */
const BATCH = 8;

export function scoreRequests(context: ServerContext): Readonly<Record<string, RequestHandler>> {
  return {
    [requests.score]: documentFeature(context, {
      name: 'score',
      read: (params) => ({ uri: read.uriOf(params) }),
      convert: withClientUris,
      ...started,
    }),
    [requests.scores]: { ...started, run: (params, call) => scores(context, params, call) },
  };
}

async function scores(context: ServerContext, params: unknown, call: Call): Promise<ScoresResult> {
  const json = read.record(params);
  const uri = read.optionalText(json['uri'], 'uri');
  const { roots } = context.libraries;
  const wanted = uri === undefined ? roots : [placeOf(keyOf(uri), roots).root].filter((root) => root !== '');
  const progress = progressOf(context, json['workDoneToken']);
  const libraries: ScoredLibrary[] = [];
  progress.begin();
  try {
    for (const root of wanted) libraries.push(await scoredLibrary(root, { context, call, progress }));
  } finally {
    progress.end();
  }
  return withClientUris({ libraries });
}

interface Progress {
  begin(): void;
  report(message: string, percentage: number): void;
  end(): void;
}

function progressOf({ client }: ServerContext, token: unknown): Progress {
  const tell = (value: object): void => {
    if (typeof token === 'string' || typeof token === 'number') client.notify('$/progress', { token, value });
  };
  return {
    begin: () => { tell({ kind: 'begin', title: 'Casewright', percentage: 0, cancellable: true }); }, // prettier-ignore
    report: (message, percentage) => { tell({ kind: 'report', message, percentage }); }, // prettier-ignore
    end: () => { tell({ kind: 'end' }); }, // prettier-ignore
  };
}

interface Scoring {
  readonly context: ServerContext;
  readonly call: Call;
  readonly progress: Progress;
}

type Rows = FeatureResult<'scoreRows'>;
type Skipped = ScoredLibrary['skipped'];

async function scoredLibrary(root: string, scoring: Scoring): Promise<ScoredLibrary> {
  const { context, call, progress } = scoring;
  await whenIndexed(context, root);
  const paths = await documentsOf(root, scoring);
  const batches = Array.from({ length: Math.ceil(paths.length / BATCH) }, (_none, index) =>
    paths.slice(index * BATCH, (index + 1) * BATCH),
  );
  const rows: Rows[number][] = [];
  const skipped: Skipped[number][] = [];
  for (const [index, batch] of batches.entries()) {
    if (call.token.isCancellationRequested) break;
    progress.report(batch[0] ?? '', Math.floor((index / batches.length) * 100));
    const scored = await scoreBatch(root, batch, scoring);
    rows.push(...scored.rows);
    skipped.push(...scored.skipped);
  }
  const tables = await ask(context, call, 'scores', { root, rows });
  return { rootUri: root, name: decoded(root.slice(root.lastIndexOf('/') + 1)), tables, skipped };
}

/** Those of the library itself, and of no library inside it. */
async function documentsOf(root: string, { context, call }: Scoring): Promise<readonly string[]> {
  const { libraries, files } = context;
  const exclude = await ask(context, call, 'libraryExclude', { root });
  const listed = await files.listDocuments(root, exclude);
  return listed.filter((path) => placeOf(uriBelow(root, path), libraries.roots).root === root);
}

async function scoreBatch(
  root: string,
  paths: readonly string[],
  { context, call }: Scoring,
): Promise<{ readonly rows: Rows; readonly skipped: Skipped }> {
  const { session, files, analysis } = context;
  const { locale } = session.snapshot.client;
  const isWanted = (): boolean => !call.token.isCancellationRequested;
  const texts = await inParallel(paths, { atOnce: AT_ONCE, isWanted }, async (path) => {
    const uri = uriBelow(root, path);
    const open = session.snapshot.documents.get(uri);
    if (open !== undefined) return { isText: true as const, document: { path, text: open.text } };
    const file = await files.readDocument(root, path);
    if (file.isText) return { isText: true as const, document: { path, text: file.text } };
    const skipped = { uri, path, reason: messageText(file.finding.message, locale) };
    return { isText: false as const, skipped };
  });
  const unread = texts.flatMap((text) => (text.isText ? [] : [text.skipped]));
  const documents = texts.flatMap((text) => (text.isText ? [text.document] : []));
  const question = { root, documents };
  const state = session.snapshot.engine;
  const outcome = await analysis.request({
    name: 'scoreRows',
    params: question,
    state,
    priority: 'background',
    isWanted,
  });
  if (outcome.kind === 'done') return { rows: outcome.value, skipped: unread };
  if (outcome.kind === 'dropped') return { rows: [], skipped: unread };
  if (paths.length === 1) {
    const reason = messageText(reasonOf(outcome), locale);
    return { rows: [], skipped: [...unread, ...paths.map((path) => ({ uri: uriBelow(root, path), path, reason }))] };
  }
  // One of them is too much for the engine: each by itself, so that the others are not lost.
  const each: { rows: Rows; skipped: Skipped }[] = [];
  for (const { path } of documents) each.push(await scoreBatch(root, [path], { context, call, progress: silent }));
  return { rows: each.flatMap(({ rows }) => rows), skipped: [...unread, ...each.flatMap(({ skipped }) => skipped)] };
}

const silent: Progress = { begin: () => undefined, report: () => undefined, end: () => undefined };

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // percent signs that encode nothing
  }
}
