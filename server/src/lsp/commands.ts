// Commands for editors without our client: the same fixes, applied through `workspace/applyEdit`.
import { ErrorCodes } from 'vscode-languageserver';
import { renderMessage } from '../core/messages/render.ts';
import type { FixFamily } from '../features/fixFamilies.ts';
import { at } from './clientProfile.ts';
import type { ServerContext } from './context.ts';
import { toWorkspaceEdit } from './convert.ts';
import { RequestFailure, type Call, type RequestHandler } from './dispatch.ts';
import { askAbout, conversionOf } from './documentFeature.ts';
import * as read from './parameters.ts';
import { keyOf } from './uris.ts';

const families: Readonly<Record<string, FixFamily>> = {
  'casewright.server.fixAll': 'all',
  'casewright.server.insertMissingSections': 'missingSections',
  'casewright.server.updateToc': 'toc',
};

export const serverCommands = Object.keys(families);

/** The argument is the URI of an open document. Answers whether the editor applied the edit. */
export function executeCommand(context: ServerContext): RequestHandler {
  return {
    onFault: 'error',
    empty: null,
    run: async (params, call) => {
      const name = read.text(read.record(params)['command'], 'command');
      const family = Object.hasOwn(families, name) ? families[name] : undefined;
      if (family === undefined) throw read.invalid(`there is no command ${name}`);
      const uri = keyOf(read.text(firstOf(params), 'arguments[0]'));
      return applyFamily(context, call, uri, family);
    },
  };
}

function firstOf(params: unknown): unknown {
  const list = at(params, ['arguments']);
  return Array.isArray(list) ? list[0] : undefined;
}

async function applyFamily(context: ServerContext, call: Call, uri: string, family: FixFamily): Promise<boolean> {
  const { session, client, log } = context;
  const profile = session.snapshot.client;
  if (!session.snapshot.documents.get(uri)?.isSynced || !profile.canApplyEdit) return false;
  const outcome = await askAbout(context, call, { name: 'fixes', params: { uri, family }, uri });
  if (outcome.kind !== 'done') throw new RequestFailure(ErrorCodes.InternalError, `Not done: ${outcome.kind}`);
  const { value } = outcome;
  if (!value || value.edits.length === 0) return false;
  const edit = toWorkspaceEdit(conversionOf(context, uri), value.version, value.edits);
  const answer = await client.request('workspace/applyEdit', { edit });
  if (at(answer, ['applied']) === true) return true;
  const failureReason = at(answer, ['failureReason']);
  const reason = typeof failureReason === 'string' ? failureReason : '-';
  const message = renderMessage({ key: 'server.edit-refused', args: { reason } }, profile.locale);
  log('warn', `edit of ${uri} refused: ${reason}`);
  client.notify('window/showMessage', { type: 2, message });
  return false;
}
