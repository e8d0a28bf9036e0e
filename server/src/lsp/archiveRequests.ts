// The requests of protocol/archive.ts: texts of closed files are read here, the engine says what becomes of them.
import { renderMessage } from '../core/messages/render.ts';
import { SourceText } from '../core/sourceText.ts';
import type { ArchiveAnswer } from '../features/archive/archive.ts';
import { minimalEdits } from '../core/fixes/minimalEdits.ts';
import { ask, rootOf } from './asking.ts';
import type { ServerContext } from './context.ts';
import type { Call, RequestHandler } from './dispatch.ts';
import * as read from './parameters.ts';
import { planMove } from './plannedMoves.ts';
import { requests, type ArchiveEdits, type ArchiveResult } from './protocol.ts';
import { keyOf, pathBelow, uriBelow } from './uris.ts';
import { whenIndexed } from './whenIndexed.ts';

type Change = Extract<ArchiveAnswer, { readonly moves: unknown }>;

/** Texts are asked for in a few rounds: what changes shows what else is concerned. */
const MOST_ROUNDS = 12;
const nothing = { removed: [], edits: [], moves: [], created: [], notices: [] };

export function archiveRequests(context: ServerContext): Readonly<Record<string, RequestHandler>> {
  const handler = (name: 'archiveFiles' | 'restoreFiles'): RequestHandler => ({
    onFault: 'error',
    empty: null,
    run: (params, call) => changeFor(context, name, params, call),
  });
  return { [requests.archive]: handler('archiveFiles'), [requests.restore]: handler('restoreFiles') };
}

async function changeFor(
  context: ServerContext,
  name: 'archiveFiles' | 'restoreFiles',
  params: unknown,
  call: Call,
): Promise<ArchiveResult> {
  const json = read.record(params);
  const uri = keyOf(read.text(json['uri'], 'uri'));
  const root = rootOf(context, uri);
  const path = pathBelow(root, uri) ?? '';
  const at = read.text(json['at'], 'at');
  const reason = read.optionalText(json['reason'], 'reason')?.trim();
  const next = read.optionalText(json['successor'], 'successor');
  const successor = next === undefined ? undefined : pathBelow(root, keyOf(next));
  await context.roadmaps.ready();
  await whenIndexed(context, root);
  const { client } = context.session.snapshot;
  const act = {
    by: (await context.files.personName(root)) ?? renderMessage({ key: 'archive.somebody' }, client.locale),
    at,
    day: read.text(json['today'], 'today'),
    // Two people may archive in the same second, but not the same document.
    random: 'a001',
    ...(reason !== undefined && reason !== '' && { reason }),
    ...(successor !== undefined && { successor }),
  };
  let texts: readonly (readonly [path: string, text: string | null])[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const answer = await ask(context, call, name, { root, path, act, texts });
    if ('refusal' in answer) return { ...nothing, refusal: answer.refusal };
    if ('moves' in answer) {
      const refusal = name === 'archiveFiles' ? await ignoredTarget(context, root, answer) : undefined;
      return refusal === undefined ? resultOf(context, root, answer) : { ...nothing, refusal };
    }
    const found = answer.missing.map(async (each) => [each, (await textOf(context, root, each)) ?? null] as const);
    texts = [...texts, ...(await Promise.all(found))];
  }
  throw new Error('texts are asked for without end');
}

/** Why a document can not go where git ignores files: nothing in there would be checked. What `exclude` says the engine knows. */
async function ignoredTarget(
  { files, session }: ServerContext,
  root: string,
  { moves: [move] }: Change,
): Promise<string | undefined> {
  const folder = move && (await files.leftOutAt(root, move.to, []));
  if (folder === undefined) return undefined;
  return renderMessage({ key: 'archive.excluded', args: { folder } }, session.snapshot.client.locale);
}

async function textOf({ files, session }: ServerContext, root: string, path: string): Promise<string | undefined> {
  const open = session.snapshot.documents.get(uriBelow(root, path));
  return open?.text ?? (await files.readText(root, path));
}

function resultOf(context: ServerContext, root: string, { moves, files, notices }: Change): ArchiveResult {
  const editsOf = (path: string, before: string, after: string): ArchiveEdits => {
    const uri = uriBelow(root, path);
    const source = new SourceText(before);
    const edits = minimalEdits(source, after).map(({ span, newText }) => ({ range: source.rangeOf(span), newText }));
    const version = context.session.snapshot.documents.get(uri)?.version;
    return { uri, edits, ...(version !== undefined && { version }) };
  };
  for (const { from, to } of moves) planMove(context, uriBelow(root, from), uriBelow(root, to));
  return {
    removed: files.filter(({ after }) => after === undefined).map(({ path }) => uriBelow(root, path)),
    edits: [
      ...moves.map(({ from, before, after }) => editsOf(from, before, after)),
      ...files.flatMap(({ path, before, after }) =>
        before === undefined || after === undefined ? [] : [editsOf(path, before, after)],
      ),
    ].filter(({ edits }) => edits.length > 0),
    moves: moves.map(({ from, to }) => ({ from: uriBelow(root, from), to: uriBelow(root, to) })),
    created: files.flatMap(({ path, before, after }) =>
      before === undefined && after !== undefined ? [{ uri: uriBelow(root, path), text: after }] : [],
    ),
    notices,
  };
}
