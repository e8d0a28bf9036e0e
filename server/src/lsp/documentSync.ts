// Notifications that change the state: documents, files, folders, settings. They run in order and never wait.
import { configurationPath } from '../core/library/narrowConfiguration.ts';
import { changeDocument, type OpenDocument } from './documents.ts';
import type { NotificationHandler } from './dispatch.ts';
import type { ServerContext } from './context.ts';
import { at, foldersOf } from './clientProfile.ts';
import { documentUri, list, record, text, textChanges } from './parameters.ts';
import { loadSettings } from './configuration.ts';
import { keyOf, pathBelow, uriBelow } from './uris.ts';

const [configurationFolder] = configurationPath.split('/');

export function stateNotifications(context: ServerContext): Readonly<Record<string, NotificationHandler>> {
  const changing = (run: (context: ServerContext, params: unknown) => void): NotificationHandler => ({
    run: (params) => {
      context.session.countRevision();
      const end = context.work.begin(); // so that "settled" is said for changes that cause no work, too
      try {
        run(context, params);
      } finally {
        end();
      }
    },
  });
  return {
    'textDocument/didOpen': changing(didOpen),
    'textDocument/didChange': changing(didChange),
    'textDocument/didSave': changing(didSave),
    'textDocument/didClose': changing(didClose),
    'workspace/didChangeWatchedFiles': changing(didChangeWatchedFiles),
    'workspace/didRenameFiles': changing(didRenameFiles),
    'workspace/didChangeWorkspaceFolders': changing(didChangeWorkspaceFolders),
    'workspace/didChangeConfiguration': changing(didChangeConfiguration),
  };
}

/** A second open replaces the first. */
function didOpen({ session, libraries, roadmaps, publisher }: ServerContext, params: unknown): void {
  const item = record(record(params)['textDocument'], 'textDocument');
  const version = item['version'];
  const document: OpenDocument = {
    uri: keyOf(text(item['uri'], 'textDocument.uri')),
    version: typeof version === 'number' && Number.isInteger(version) ? version : 0,
    text: text(item['text'], 'textDocument.text'),
    languageId: typeof item['languageId'] === 'string' ? item['languageId'] : 'markdown',
    isSynced: true,
  };
  session.setDocument(document);
  libraries.documentChanged(document.uri, 'now');
  roadmaps.documentChanged(document.uri, 'now');
  publisher.schedule(document.uri, 'now');
}

function didChange({ session, libraries, roadmaps, publisher, log }: ServerContext, params: unknown): void {
  const uri = documentUri(params);
  const document = session.snapshot.documents.get(uri);
  if (!document) {
    log('warn', `change of ${uri} ignored: it is not open`);
    return;
  }
  const version = at(params, ['textDocument', 'version']);
  const { document: next, problem } = changeDocument(
    document,
    typeof version === 'number' && Number.isInteger(version) ? version : undefined,
    textChanges(at(params, ['contentChanges'])),
  );
  if (problem !== undefined) log('warn', `change of ${uri} not applied: ${problem}`);
  session.setDocument(next);
  libraries.documentChanged(uri, 'soon');
  roadmaps.documentChanged(uri, 'soon');
  if (session.snapshot.settings.run === 'onType' || !next.isSynced) publisher.schedule(uri, 'soon');
}

function didSave({ session, publisher }: ServerContext, params: unknown): void {
  const uri = documentUri(params);
  if (session.snapshot.documents.has(uri)) publisher.schedule(uri, 'now');
}

function didClose({ session, libraries, index, roadmaps, publisher }: ServerContext, params: unknown): void {
  const uri = documentUri(params);
  if (!session.snapshot.documents.has(uri)) return;
  session.removeDocument(uri);
  publisher.close(uri);
  libraries.documentChanged(uri, 'now');
  roadmaps.documentChanged(uri, 'now');
  index.filesChanged([uri]); // what was saved meanwhile
  publisher.scheduleAll('soon'); // others were held against what was not saved
}

function didChangeWatchedFiles(context: ServerContext, params: unknown): void {
  const changes = list(record(params)['changes'], 'changes');
  const uris = changes.map((change) => at(change, ['uri'])).filter((uri) => typeof uri === 'string');
  filesChanged(context, uris.map(keyOf));
}

/** Told at once, where watching tells later: whoever moves a file twice in a row wants its links to follow both times. */
function didRenameFiles(context: ServerContext, params: unknown): void {
  const { index } = context.session.snapshot.engine;
  const moves = list(record(params)['files'], 'files').flatMap((file): [string, string][] => {
    const from = at(file, ['oldUri']);
    const to = at(file, ['newUri']);
    return typeof from === 'string' && typeof to === 'string' ? [[keyOf(from), keyOf(to)]] : [];
  });
  const uris = moves.flatMap(([from, to]) => {
    const inside = [...index.values()].flatMap(({ root, documents }) =>
      [...documents.keys()].flatMap((path) => pathBelow(from, uriBelow(root, path)) ?? []),
    );
    return [from, to, ...inside.flatMap((path) => [uriBelow(from, path), uriBelow(to, path)])];
  });
  filesChanged(context, uris);
}

function filesChanged({ session, libraries, roadmaps, index, lives }: ServerContext, uris: readonly string[]): void {
  const { folders } = session.snapshot;
  const keys = uris.filter((uri) => isLookedAt(uri, folders));
  roadmaps.filesChanged(keys);
  libraries.filesChanged(keys);
  index.filesChanged(keys);
  lives.filesChanged(keys);
}

/** No listing looks into such folders; version control and builds change files in them all the time. */
function isLookedAt(uri: string, folders: readonly string[]): boolean {
  const path = folders.map((folder) => pathBelow(folder, uri)).find((inside) => inside !== undefined) ?? '';
  const above = path.split('/').slice(0, -1);
  return !above.some((name) => name === 'node_modules' || (name.startsWith('.') && name !== configurationFolder));
}

function didChangeWorkspaceFolders({ session, libraries }: ServerContext, params: unknown): void {
  const removed = foldersOf(at(params, ['event', 'removed']));
  const added = foldersOf(at(params, ['event', 'added']));
  const kept = session.snapshot.folders.filter((folder) => !removed.includes(folder));
  libraries.setFolders([...new Set([...kept, ...added])]);
}

function didChangeConfiguration(context: ServerContext, params: unknown): void {
  loadSettings(context, at(params, ['settings', 'casewright']));
}
