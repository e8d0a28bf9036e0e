// The request of protocol/regions.ts: texts of closed documents are read here, the engine makes the edits.
import { ask } from './asking.ts';
import type { ServerContext } from './context.ts';
import type { Call, RequestHandler } from './dispatch.ts';
import * as read from './parameters.ts';
import { textsOf, type FileInLibrary } from './placesInFiles.ts';
import { requests, type RegionsResult } from './protocol.ts';
import { keyOf, uriBelow } from './uris.ts';

export function regionRequests(context: ServerContext): Readonly<Record<string, RequestHandler>> {
  return {
    [requests.regions]: { onFault: 'error', empty: null, run: (params, call) => regions(context, params, call) },
  };
}

async function regions(context: ServerContext, params: unknown, call: Call): Promise<RegionsResult> {
  const uri = read.optionalText(read.record(params)['uri'], 'uri');
  const { engine } = context.session.snapshot;
  if (uri !== undefined) {
    const document = engine.documents.get(keyOf(uri));
    if (document === undefined || document.root === '') return { changes: [], isReady: true };
    return { changes: await changesOf(context, call, [document]), isReady: true };
  }
  const { documents, isReady } = await ask(context, call, 'staleRegions', undefined);
  return { changes: await changesOf(context, call, documents), isReady };
}

/** Against the text and the version of the same moment. */
async function changesOf(
  context: ServerContext,
  call: Call,
  wanted: readonly FileInLibrary[],
): Promise<RegionsResult['changes']> {
  if (wanted.length === 0) return [];
  const texts = await textsOf(context, wanted);
  const { documents } = context.session.snapshot;
  const versions = new Map(
    wanted.map(({ root, path }) => [uriBelow(root, path), documents.get(uriBelow(root, path))] as const),
  );
  const files = wanted.flatMap(({ root, path }) => {
    const uri = uriBelow(root, path);
    const text = versions.get(uri)?.text ?? texts.get(uri);
    return text === undefined ? [] : [{ root, path, text }];
  });
  const found = await ask(context, call, 'regionEdits', { files });
  return found.map(({ root, path, count, edits }) => {
    const uri = uriBelow(root, path);
    const version = versions.get(uri)?.version;
    return { uri, edits, regions: count, ...(version !== undefined && { version }) };
  });
}
