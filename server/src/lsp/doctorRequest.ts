// The request of protocol/doctor.ts: what of each library's folder is not in its index, and why, is looked up here; the engine
// makes the page.
import type { LeftOut } from './files.ts';
import { ask } from './asking.ts';
import type { ServerContext } from './context.ts';
import type { Call, RequestHandler } from './dispatch.ts';
import { inParallel } from './inParallel.ts';
import { requests, type DoctorResult } from './protocol.ts';
import { placeOf, uriBelow } from './uris.ts';
import { whenIndexed } from './whenIndexed.ts';

/** Files that are read at the same time. */
const AT_ONCE = 8;

export function doctorRequests(context: ServerContext): Readonly<Record<string, RequestHandler>> {
  return {
    [requests.doctor]: { onFault: 'error', empty: null, run: (_params, call) => doctor(context, call) },
  };
}

async function doctor(context: ServerContext, call: Call): Promise<DoctorResult> {
  const { libraries, files, roadmaps } = context;
  await roadmaps.ready();
  const { roots } = libraries;
  const notSeen = await Promise.all(
    roots.map(async (root) => {
      await whenIndexed(context, root);
      const exclude = await ask(context, call, 'libraryExclude', { root });
      const [skipped, unread] = await Promise.all([
        files.listLeftOut(root, exclude),
        unreadIn(root, exclude, { context, call }),
      ]);
      return { root, skipped, unread };
    }),
  );
  const [folder = ''] = context.session.snapshot.folders;
  return ask(context, call, 'doctor', { folder, libraries: notSeen });
}

interface Asking {
  readonly context: ServerContext;
  readonly call: Call;
}

/** Documents that the index does not know though they are the library's own: those that could not be read or analysed. */
async function unreadIn(
  root: string,
  exclude: readonly string[],
  { context, call }: Asking,
): Promise<readonly LeftOut[]> {
  const { session, files, libraries } = context;
  const { index } = session.snapshot.engine;
  const known = index.get(root)?.documents;
  if (known === undefined) return [];
  const listed = await files.listDocuments(root, exclude);
  const unknown = listed.filter(
    (path) => !known.has(path) && placeOf(uriBelow(root, path), libraries.roots).root === root,
  );
  const isWanted = (): boolean => !call.token.isCancellationRequested;
  const found = await inParallel(unknown, { atOnce: AT_ONCE, isWanted }, async (path): Promise<LeftOut> => {
    const file = await files.readDocument(root, path);
    return { path, reason: file.isText ? { key: 'doctor.not-analysed' } : file.finding.message };
  });
  return found;
}
