// `textDocument/rename`: asks the engine, brings it the texts of closed documents that have to follow, and asks again.
import { LSPErrorCodes, type WorkspaceEdit } from 'vscode-languageserver';
import type { FeatureParams, FeatureResult } from '../features/featureTable.ts';
import { ask, rootOf } from './asking.ts';
import type { ServerContext } from './context.ts';
import { toWorkspaceEdit, type Conversion } from './convert.ts';
import { RequestFailure, type Call, type RequestHandler } from './dispatch.ts';
import { documentFeature } from './documentFeature.ts';
import * as read from './parameters.ts';
import { textsOf } from './placesInFiles.ts';
import { isSameGround } from './publish.ts';
import { toLibraryEdit, type EditReason } from './renameEdits.ts';
import { uriBelow } from './uris.ts';
import { whenIndexed } from './whenIndexed.ts';

// Not to be confirmed one by one: what is to be confirmed begins unticked in editors, and would break when it is left so.
const inThis: EditReason = { id: 'casewright.this', label: 'rename.in-this', needsConfirmation: false };
const inOthers: EditReason = { id: 'casewright.others', label: 'rename.in-others', needsConfirmation: false };

type Params = FeatureParams<'rename'>;

export function renameRequest(context: ServerContext): RequestHandler {
  return {
    onFault: 'error',
    empty: null,
    run: async (params, call) => {
      await whenIndexed(context, rootOf(context, read.documentUri(params)));
      return documentFeature(context, {
        name: 'rename',
        read: renameParams,
        convert: (result, to) => finished(context, call, { result, to, params: renameParams(params) }),
        empty: null,
        onFault: 'error',
      }).run(params, call);
    },
  };
}

function renameParams(params: unknown): Params {
  const json = read.record(params);
  return {
    uri: read.documentUri(params),
    position: read.position(json['position']),
    newName: read.text(json['newName'], 'newName'),
  };
}

interface FirstAnswer {
  readonly result: NonNullable<FeatureResult<'rename'>>;
  readonly to: Conversion;
  readonly params: Params;
}

async function finished(
  context: ServerContext,
  call: Call,
  { result, to, params }: FirstAnswer,
): Promise<WorkspaceEdit | null> {
  const before = context.session.snapshot;
  const complete =
    'missing' in result ? await withTexts(context, call, { to, params, missing: result.missing }) : result;
  if (!isSameGround(before, context.session.snapshot, params.uri))
    throw new RequestFailure(LSPErrorCodes.ContentModified, 'Outdated');
  if (complete === undefined || 'missing' in complete) return null;
  if ('refusal' in complete) throw new RequestFailure(LSPErrorCodes.RequestFailed, complete.refusal);
  const { version, edits, others } = complete;
  if (others.length === 0) return toWorkspaceEdit(to, version, edits);
  const documents = others.map((file) => ({ uri: uriBelow(to.root, file.path), edits: file.edits, reason: inOthers }));
  return toLibraryEdit([{ uri: to.uri, edits, reason: inThis }, ...documents], before);
}

async function withTexts(
  context: ServerContext,
  call: Call,
  { to, params, missing }: Omit<FirstAnswer, 'result'> & { readonly missing: readonly string[] },
): Promise<FeatureResult<'rename'>> {
  const texts = await textsOf(
    context,
    missing.map((path) => ({ root: to.root, path })),
  );
  const given = missing.flatMap((path) => {
    const text = texts.get(uriBelow(to.root, path));
    return text === undefined ? [] : [[path, text] as const];
  });
  return ask(context, call, 'rename', { ...params, texts: given });
}
