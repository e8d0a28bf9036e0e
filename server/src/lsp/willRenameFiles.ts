// `workspace/willRenameFiles`: before files move, the edits that keep links and plans true. The editor shows them and asks.
import type { FileOperationRegistrationOptions, WorkspaceEdit } from 'vscode-languageserver';
import type { Move } from '../core/roadmap/edits/movedPaths.ts';
import { ask } from './asking.ts';
import type { ServerContext } from './context.ts';
import type { Call, RequestHandler } from './dispatch.ts';
import * as read from './parameters.ts';
import { takePlannedMove } from './plannedMoves.ts';
import { textsOf } from './placesInFiles.ts';
import { toLibraryEdit, type DocumentEdits, type EditReason } from './renameEdits.ts';
import { keyOf, pathBelow, uriBelow } from './uris.ts';
import { whenIndexed } from './whenIndexed.ts';

export const willRenameFilters: FileOperationRegistrationOptions = {
  filters: [{ scheme: 'file', pattern: { glob: '**/*' } }],
};

/** Texts are brought to the engine so many at a time: moving a large folder must not hold up what is typed meanwhile. */
const DOCUMENTS_AT_ONCE = 50;

/** The editor asks before it applies edits of a move, so that nothing needs to be confirmed twice. */
const reason: EditReason = {
  id: 'casewright.moved',
  label: 'move.links',
  description: 'move.links-why',
  needsConfirmation: false,
};

export function willRenameFiles(context: ServerContext): RequestHandler {
  return {
    onFault: 'empty',
    empty: null,
    run: (params, call) => editsFor(context, params, call),
  };
}

async function editsFor(context: ServerContext, params: unknown, call: Call): Promise<WorkspaceEdit | null> {
  const named = read.list(read.record(params)['files'], 'files').map((file) => ({
    from: keyOf(read.text(read.record(file)['oldUri'], 'oldUri')),
    to: keyOf(read.text(read.record(file)['newUri'], 'newUri')),
  }));
  const files = named.filter(({ from, to }) => !takePlannedMove(context, from, to));
  if (files.length === 0) return null;
  await context.roadmaps.ready();
  const documents: DocumentEdits[] = [];
  for (const root of context.session.snapshot.engine.libraries.keys()) {
    const moves = root === '' ? [] : files.flatMap((file) => moveBelow(root, file) ?? []);
    if (moves.length === 0) continue;
    await whenIndexed(context, root);
    documents.push(...(await editsBelow(context, call, { root, moves })));
    const records = await ask(context, call, 'movedRecords', { root, moves });
    documents.push(...records.map(({ path, edits }) => ({ uri: uriBelow(root, path), edits, reason })));
  }
  return documents.length === 0 ? null : toLibraryEdit(documents, context.session.snapshot);
}

interface Moves {
  readonly root: string;
  readonly moves: readonly Move[];
}

async function editsBelow(
  context: ServerContext,
  call: Call,
  { root, moves }: Moves,
): Promise<readonly DocumentEdits[]> {
  const concerned = await ask(context, call, 'concernedByMove', { root, moves });
  const found: DocumentEdits[] = [];
  for (let at = 0; at < concerned.length; at += DOCUMENTS_AT_ONCE) {
    const paths = concerned.slice(at, at + DOCUMENTS_AT_ONCE);
    const read = await textsOf(
      context,
      paths.map((path) => ({ root, path })),
    );
    const texts = paths.flatMap((path) => {
      const text = read.get(uriBelow(root, path));
      return text === undefined ? [] : [[path, text] as const];
    });
    const edited = await ask(context, call, 'movedFiles', { root, moves, paths, texts });
    found.push(...edited.map(({ path, edits }) => ({ uri: uriBelow(root, path), edits, reason })));
  }
  return found;
}

/** Undefined for files of other folders, and for those that leave this one. */
function moveBelow(root: string, uris: { readonly from: string; readonly to: string }): Move | undefined {
  const from = pathBelow(root, uris.from);
  const to = pathBelow(root, uris.to);
  return from === undefined || to === undefined ? undefined : { from, to };
}
