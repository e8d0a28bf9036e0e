// New documents: where they go, which id is free, and their text as a snippet. The client creates the file.
import { ErrorCodes } from 'vscode-languageserver';
import { renderMessage } from '../core/messages/render.ts';
import type { ServerContext } from './context.ts';
import { ask, rootOf } from './asking.ts';
import { RequestFailure, type Call } from './dispatch.ts';
import * as read from './parameters.ts';
import type { CreateResult, ProposeResult } from './protocol.ts';
import { parentOf, pathBelow, uriBelow } from './uris.ts';

export async function proposeDocument(context: ServerContext, params: unknown, call: Call): Promise<ProposeResult> {
  const json = read.record(params);
  const near = read.optionalText(json['near'], 'near');
  const { root, folder: libraryUri } = placeFor(context, near);
  const folder = near === undefined || /\.\w+$/.test(near) ? undefined : pathBelow(libraryUri, near);
  await knownIds(context, root);
  const proposal = await ask(context, call, 'proposeDocument', {
    root,
    kind: read.text(json['kind'], 'kind'),
    title: read.optionalText(json['title'], 'title') ?? '',
    language: context.session.snapshot.client.locale,
    ...(folder !== undefined && { folder }),
  });
  if (!proposal) throw noTemplate(context);
  return { libraryUri, ...proposal };
}

export async function createDocument(context: ServerContext, params: unknown, call: Call): Promise<CreateResult> {
  const json = read.record(params);
  const { root, folder } = placeFor(context, read.optionalText(json['near'], 'near'));
  const id = read.optionalText(json['id'], 'id');
  const answers = Object.entries(read.record(json['answers'], 'answers'));
  const created = await ask(context, call, 'createDocument', {
    root,
    kind: read.text(json['kind'], 'kind'),
    title: read.text(json['title'], 'title'),
    path: read.text(json['path'], 'path'),
    answers: Object.fromEntries(answers.map(([key, value]) => [key, read.text(value, `answers.${key}`)])),
    today: read.text(json['today'], 'today'),
    language: context.session.snapshot.client.locale,
    ...(id !== undefined && { id }),
  });
  if (!created) throw noTemplate(context);
  const { path, text, snippet, refusal } = created;
  if (refusal !== undefined) return { uri: '', text, snippet, message: refusal };
  return { uri: uriBelow(folder, path), text, snippet };
}

interface NewPlace {
  /** Root of the library in the engine; '' for none. */
  readonly root: string;
  /** Folder that paths are relative to. */
  readonly folder: string;
}

/** Without a workspace folder a new document goes next to the document that the user is in. */
function placeFor(context: ServerContext, near: string | undefined): NewPlace {
  const root = rootOf(context, near);
  if (root !== '') return { root, folder: root };
  if (near?.startsWith('file:') === true) return { root, folder: parentOf(near) };
  throw failure(context, 'server.no-folder');
}

function noTemplate(context: ServerContext): RequestFailure {
  return failure(context, 'server.no-template');
}

function failure({ session }: ServerContext, key: 'server.no-folder' | 'server.no-template'): RequestFailure {
  return new RequestFailure(ErrorCodes.InvalidParams, renderMessage({ key }, session.snapshot.client.locale));
}

/** Where nobody tells of changed files, they are read anew. */
async function knownIds({ index, session }: ServerContext, root: string): Promise<void> {
  if (root === '') return;
  await (session.snapshot.client.canWatchFiles ? index.settled(root) : index.rescan(root));
}
