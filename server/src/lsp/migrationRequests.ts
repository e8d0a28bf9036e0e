// The request of protocol/migration.ts: documents and earlier templates are read here, the engine makes the edits.
import type { OutdatedDocument } from '../features/migration.ts';
import { ask, rootOf } from './asking.ts';
import type { ServerContext } from './context.ts';
import type { Call, RequestHandler } from './dispatch.ts';
import { inParallel } from './inParallel.ts';
import * as read from './parameters.ts';
import { textsOf } from './placesInFiles.ts';
import { requests, type MigrateResult } from './protocol.ts';
import { keyOf, uriBelow } from './uris.ts';
import { whenIndexed } from './whenIndexed.ts';

/** Versions are parts of file names: nothing else may be asked for. */
const VERSION = /^[\w.+-]{1,40}$/;
const AT_ONCE = 4;

export function migrationRequests(context: ServerContext): Readonly<Record<string, RequestHandler>> {
  return {
    [requests.migrate]: { onFault: 'error', empty: null, run: (params, call) => migrate(context, params, call) },
  };
}

async function migrate(context: ServerContext, params: unknown, call: Call): Promise<MigrateResult> {
  const uri = read.optionalText(read.record(params)['uri'], 'uri');
  const root = rootOf(context, uri === undefined ? undefined : keyOf(uri));
  await whenIndexed(context, root);
  const outdated = await ask(context, call, 'outdatedDocuments', { root });
  if (outdated === undefined) return { documents: [], isReady: false };
  const earlier = await earlierTexts(context, root, outdated, call);
  const closed = await textsOf(
    context,
    outdated.map(({ path }) => ({ root, path })),
  );
  // Text and version of the same moment.
  const { documents } = context.session.snapshot;
  const files = outdated.flatMap(({ path, keptPath }) => {
    const place = uriBelow(root, path);
    const text = documents.get(place)?.text ?? closed.get(place);
    const before = earlier.get(keptPath);
    return text === undefined ? [] : [{ path, text, ...(before !== undefined && { before }) }];
  });
  const found = await ask(context, call, 'migrationEdits', { root, files });
  return {
    documents: found.map(({ path, edits, detail }) => {
      const place = uriBelow(root, path);
      const version = documents.get(place)?.version;
      return { uri: place, edits, detail, ...(version !== undefined && { version }) };
    }),
    isReady: true,
  };
}

/** By the path at which they may be kept. Git is asked in trusted folders only. */
async function earlierTexts(
  { files, session }: ServerContext,
  root: string,
  outdated: readonly OutdatedDocument[],
  { token }: Call,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Map(outdated.map((each) => [each.keptPath, each] as const)).values()];
  const isWanted = (): boolean => !token.isCancellationRequested;
  const { isTrusted } = session.snapshot.client;
  const found = await inParallel(wanted, { atOnce: AT_ONCE, isWanted }, async (each) => {
    const { keptPath, templatePath, version } = each;
    if (!VERSION.test(version)) return [];
    const kept = await files.readText(root, keptPath);
    const isInHistory = kept === undefined && isTrusted && templatePath !== undefined;
    const text = isInHistory ? await files.earlierTemplate(root, templatePath, version) : kept;
    return text === undefined ? [] : [[keptPath, text] as const];
  });
  return new Map(found.flat());
}
