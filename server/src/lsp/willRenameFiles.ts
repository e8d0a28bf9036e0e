// `workspace/willRenameFiles`: before files move, the edits that keep plans true. The editor shows them and asks.
import type { FileOperationRegistrationOptions, WorkspaceEdit } from 'vscode-languageserver';
import type { Move } from '../core/roadmap/edits/movedPaths.ts';
import { ask } from './asking.ts';
import type { ServerContext } from './context.ts';
import type { Call, RequestHandler } from './dispatch.ts';
import * as read from './parameters.ts';
import { keyOf, pathBelow, uriBelow } from './uris.ts';

export const willRenameFilters: FileOperationRegistrationOptions = {
  filters: [{ scheme: 'file', pattern: { glob: '**/*' } }],
};

export function willRenameFiles(context: ServerContext): RequestHandler {
  return {
    onFault: 'empty',
    empty: null,
    run: (params, call) => editsFor(context, params, call),
  };
}

async function editsFor(context: ServerContext, params: unknown, call: Call): Promise<WorkspaceEdit | null> {
  const files = read.list(read.record(params)['files'], 'files').map((file) => ({
    from: keyOf(read.text(read.record(file)['oldUri'], 'oldUri')),
    to: keyOf(read.text(read.record(file)['newUri'], 'newUri')),
  }));
  await context.roadmaps.ready();
  const { snapshot } = context.session;
  const documentChanges: WorkspaceEdit['documentChanges'] = [];
  for (const root of snapshot.engine.libraries.keys()) {
    const moves = root === '' ? [] : files.flatMap((file) => moveBelow(root, file) ?? []);
    if (moves.length === 0) continue;
    for (const { path, edits } of await ask(context, call, 'movedFiles', { root, moves })) {
      const uri = uriBelow(root, path);
      const version = snapshot.documents.get(uri)?.version ?? null;
      documentChanges.push({ textDocument: { uri, version }, edits: [...edits] });
    }
  }
  return documentChanges.length === 0 ? null : { documentChanges };
}

/** Undefined for files of other folders, and for those that leave this one. */
function moveBelow(root: string, uris: { readonly from: string; readonly to: string }): Move | undefined {
  const from = pathBelow(root, uris.from);
  const to = pathBelow(root, uris.to);
  return from === undefined || to === undefined ? undefined : { from, to };
}
