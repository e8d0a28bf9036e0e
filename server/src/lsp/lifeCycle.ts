// initialize, initialized, shutdown, exit.
import { TextDocumentSyncKind, WatchKind, type InitializeResult } from 'vscode-languageserver';
import { clientProcess, clientProfile, initialFolders, type ClientProfile } from './clientProfile.ts';
import { serverCommands } from './commands.ts';
import { loadSettings } from './configuration.ts';
import type { ServerContext } from './context.ts';
import type { RequestHandler } from './dispatch.ts';
import { causeOf } from './log.ts';
import { record } from './parameters.ts';
import { featureCapabilities } from './featureRequests.ts';
import { willRenameFilters } from './willRenameFiles.ts';

export interface HostPorts {
  /** Ends the server soon after the client's process is gone. */
  watchClientProcess(id: number): void;
}

export function initialize(context: ServerContext, host: HostPorts): RequestHandler {
  return {
    onFault: 'error',
    empty: null,
    run: (params) => {
      record(params);
      const client = clientProfile(params);
      context.session.setClient(client);
      const processId = clientProcess(params);
      if (processId !== undefined) host.watchClientProcess(processId);
      context.libraries.setFolders(initialFolders(params));
      return Promise.resolve(capabilities(client));
    },
  };
}

function capabilities(client: ClientProfile): InitializeResult {
  return {
    capabilities: {
      ...featureCapabilities,
      executeCommandProvider: { commands: [...serverCommands] },
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      workspace: {
        ...featureCapabilities.workspace,
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { willRename: willRenameFilters, didRename: willRenameFilters },
      },
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true },
      }),
    },
    serverInfo: { name: 'casewright' },
  };
}

/** Everything that needs a client that listens. */
export function initialized(context: ServerContext): void {
  const { session, client, log } = context;
  loadSettings(context, undefined);
  if (!session.snapshot.client.canWatchFiles) return;
  const watchers = [
    // Links lead to files of any kind; of those only their being there matters.
    { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
    { globPattern: '**/*.{md,markdown}', kind: WatchKind.Change },
    { globPattern: '**/.casewright/**', kind: WatchKind.Change },
    { globPattern: '**/.gitignore', kind: WatchKind.Change },
  ];
  const registration = { id: 'files', method: 'workspace/didChangeWatchedFiles', registerOptions: { watchers } };
  client.request('client/registerCapability', { registrations: [registration] }).catch((error: unknown) => {
    log('warn', `files are not watched: ${causeOf(error)}`);
  });
}
