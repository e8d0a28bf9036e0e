// Checks every document of every library, some at a time and behind whatever a person waits for. Open documents
// are checked as they stand in the editor.
import { messageText } from '../features/diagnostics.ts';
import type { CheckedDocument } from '../features/checkDocument.ts';
import type { Outcome } from './analysisPort.ts';
import { at } from './clientProfile.ts';
import type { ServerContext } from './context.ts';
import type { Call } from './dispatch.ts';
import { inParallel } from './inParallel.ts';
import { reasonOf } from './notAnalyzed.ts';
import type { CheckedFile, CheckLibraryResult } from './protocol.ts';
import { placeOf, uriBelow } from './uris.ts';

/** Progress is told once per so many documents. */
const PROGRESS_STEP = 25;
/** Reading goes on while the engine works. */
const AT_ONCE = 8;

interface Place {
  readonly root: string;
  readonly path: string;
  readonly uri: string;
}

export async function checkLibrary(context: ServerContext, params: unknown, call: Call): Promise<CheckLibraryResult> {
  const token = at(params, ['workDoneToken']);
  const tell = (value: object): void => {
    if (typeof token === 'string' || typeof token === 'number') context.client.notify('$/progress', { token, value });
  };
  const places = await placesOf(context, call);
  const isWanted = (): boolean => !call.token.isCancellationRequested;
  tell({ kind: 'begin', title: 'Casewright', percentage: 0, cancellable: true });
  try {
    const results = await inParallel(places, { atOnce: AT_ONCE, isWanted }, async (place, index) => {
      if (index % PROGRESS_STEP === 0) {
        tell({ kind: 'report', message: place.path, percentage: Math.floor((index / places.length) * 100) });
      }
      const checked = await check(context, call, place);
      return typeof checked === 'string' ? { uri: place.uri, reason: checked } : checked;
    });
    return {
      files: results.filter((result) => result !== undefined && 'findings' in result),
      skipped: results.filter((result) => result !== undefined && 'reason' in result),
    };
  } finally {
    tell({ kind: 'end' });
  }
}

/** Documents on disk, each in its deepest library, once. */
async function placesOf(context: ServerContext, call: Call): Promise<readonly Place[]> {
  const { session, analysis, files, libraries } = context;
  const places: Place[] = [];
  for (const root of libraries.roots) {
    const outcome = await analysis.request({
      name: 'libraryExclude',
      params: { root },
      state: session.snapshot.engine,
      priority: 'background',
      isWanted: () => !call.token.isCancellationRequested,
    });
    const paths = await files.listDocuments(root, outcome.kind === 'done' ? outcome.value : []);
    for (const path of paths) {
      const uri = uriBelow(root, path);
      if (placeOf(uri, libraries.roots).root === root) places.push({ root, path, uri });
    }
  }
  return places;
}

/** Undefined for documents that nothing is demanded of; a text says why one was skipped. */
async function check(context: ServerContext, call: Call, place: Place): Promise<CheckedFile | string | undefined> {
  const { session, analysis, files } = context;
  const { root, path, uri } = place;
  const { locale } = session.snapshot.client;
  const open = session.snapshot.documents.get(uri);
  const file = open ? ({ isText: true, text: open.text } as const) : await files.readDocument(root, path);
  if (!file.isText) return messageText(file.finding.message, locale);
  const outcome: Outcome<CheckedDocument | undefined> = await analysis.request({
    name: 'checkDocument',
    params: { root, path, text: file.text },
    state: session.snapshot.engine,
    priority: 'background',
    isWanted: () => !call.token.isCancellationRequested,
  });
  if (outcome.kind === 'done') return outcome.value && { uri, ...outcome.value };
  return outcome.kind === 'dropped' ? undefined : messageText(reasonOf(outcome), locale);
}
