// The language server, put together: one line per handler. It parses nothing and always answers.
import type { MessageConnection } from 'vscode-languageserver';
import type { AnalysisPort } from './analysisPort.ts';
import type { Clock } from './clock.ts';
import type { Client, ServerContext } from './context.ts';
import { customRequests } from './customRequests.ts';
import { executeCommand } from './commands.ts';
import { DiagnosticRegistration } from './diagnosticRegistration.ts';
import { Dispatcher, type NotificationHandler, type RequestHandler } from './dispatch.ts';
import { stateNotifications } from './documentSync.ts';
import { featureRequests } from './featureRequests.ts';
import { noFactsStore, type FactsStore } from './factsStore.ts';
import type { FileSource } from './files.ts';
import { Libraries, type LibrariesPorts } from './libraries.ts';
import { LibraryIndexes } from './libraryIndex.ts';
import { LibraryPublisher } from './libraryPublisher.ts';
import { initialize, initialized } from './lifeCycle.ts';
import { Debouncer } from './debouncer.ts';
import { Lives } from './lives.ts';
import { causeOf, type Log } from './log.ts';
import { notifications as names } from './protocol.ts';
import { PlannedFileWatches } from './plannedFileWatches.ts';
import { Publisher } from './publish.ts';
import { Readiness, whenReady } from './readiness.ts';
import { Roadmaps, type RoadmapsPorts } from './roadmaps.ts';
import { Session } from './session.ts';
import { willRenameFiles } from './willRenameFiles.ts';
import { WorkCounter } from './workCounter.ts';
import { WorkspaceDiagnostics } from './workspaceDiagnostics.ts';

export interface ServerPorts {
  readonly connection: MessageConnection;
  readonly analysis: AnalysisPort;
  readonly files: FileSource;
  /** Absent: nothing outlives the server. */
  readonly store?: FactsStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Lets messages that already arrived be seen before a request runs. */
  readonly yieldTurn: () => Promise<void>;
  /** Ends the process (or, in tests, this server) with an exit code. */
  readonly exit: (code: number) => void;
  readonly watchClientProcess: (id: number) => void;
}

/** Serves the connection until `exit`. */
export function startServer(ports: ServerPorts): void {
  const { connection, clock, log, yieldTurn } = ports;
  const context = assemble(ports);
  const { session, work, readiness } = context;
  const workspaceDiagnostics = new WorkspaceDiagnostics(context);

  const requests: Readonly<Record<string, RequestHandler>> = {
    initialize: initialize(context, ports),
    shutdown: { onFault: 'empty', empty: null, run: () => { workspaceDiagnostics.end(); return context.index.close().then(() => null); } }, // prettier-ignore
    'workspace/diagnostic': workspaceDiagnostics.handler,
    ...whenReady(
      {
        ...featureRequests(context),
        ...customRequests(context),
        'workspace/executeCommand': executeCommand(context),
        'workspace/willRenameFiles': willRenameFiles(context),
      },
      readiness,
      session,
    ),
  };
  const notifications: Readonly<Record<string, NotificationHandler>> = {
    initialized: { run: () => { initialized(context); } }, // prettier-ignore
    exit: { run: () => { ports.exit(dispatcher.hasShutDown ? 0 : 1); } }, // prettier-ignore
    '$/setTrace': { run: () => undefined },
    ...stateNotifications(context),
  };
  const dispatcher = new Dispatcher({
    clock,
    log,
    requests,
    notifications,
    yieldTurn,
    revision: () => session.snapshot.revision,
  });

  connection.onRequest((method, params, token) => {
    const answer = dispatcher.request(method, params, token);
    // It stays open for as long as the client likes; it counts its own work.
    return method === 'workspace/diagnostic' ? answer : work.during(answer);
  });
  connection.onNotification((method, params) => {
    dispatcher.notification(method, params);
  });
  connection.listen();
}

function assemble({ connection, analysis, files, store = noFactsStore, clock, log }: ServerPorts): ServerContext {
  const session = new Session();
  const client = clientOf(connection, log);
  const send = (params: unknown): void => {
    client.notify('textDocument/publishDiagnostics', params);
  };
  const work = new WorkCounter(() => {
    const { revision, client: profile } = session.snapshot;
    if (profile.reportsSettled) client.notify(names.settled, { revision });
  });
  const statusChanged = (uri?: string): void => {
    if (session.snapshot.client.hasStatus) client.notify(names.statusChanged, uri === undefined ? {} : { uri });
  };
  const publisher = new Publisher({ session, analysis, files, clock, work, send, onPublished: statusChanged });
  const libraryPublisher = new LibraryPublisher({ session, analysis, work, send });
  const readiness = new Readiness(clock);
  const checkAll = (): void => {
    publisher.scheduleAll('soon');
  };
  const onIndexed = indexListener(checkAll, { client, session, clock, log });
  const onChanged = (root: string): void => {
    libraryPublisher.update(root);
    onIndexed();
  };
  const index = new LibraryIndexes({ session, analysis, files, store, clock, work, log, onChanged });
  const onLife = (root: string, hasOtherRecords: boolean): void => {
    if (hasOtherRecords) libraryPublisher.update(root);
    onIndexed();
  };
  const lives = new Lives({ session, files, work, log, clock, onChanged: onLife });
  const roadmaps = roadmapsOf({ session, analysis, files, work, log, clock }, client, checkAll);
  const libraries = librariesOf(
    { session, analysis, files, work, log, clock },
    { publisher, libraryPublisher, readiness, index, lives, roadmaps },
  );
  const diagnosticRegistration = new DiagnosticRegistration({ session, client, log });
  return {
    ...{ session, analysis, files, libraries, index, lives, roadmaps, publisher },
    ...{ diagnosticRegistration, work, readiness, client, clock, log },
  };
}

type LibraryFollowers = Pick<ServerContext, 'publisher' | 'readiness' | 'index' | 'lives' | 'roadmaps'> & {
  readonly libraryPublisher: LibraryPublisher;
};

/** The libraries, and who is told of their changes. */
function librariesOf(
  ports: Omit<LibrariesPorts, 'onChanged' | 'onListed' | 'onLoading'>,
  { publisher, libraryPublisher, readiness, index, lives, roadmaps }: LibraryFollowers,
): Libraries {
  let endLoading: (() => void) | undefined;
  return new Libraries({
    ...ports,
    onChanged: (root) => {
      libraryPublisher.update(root);
      publisher.scheduleAll('soon');
      index.libraryChanged(root);
      lives.libraryChanged(root);
      roadmaps.libraryChanged(root);
    },
    onListed: (root) => {
      index.listed(root);
      lives.libraryChanged(root);
      roadmaps.libraryChanged(root);
    },
    onLoading: (isLoading) => {
      publisher.hold(isLoading);
      if (isLoading) {
        endLoading ??= readiness.begin();
      } else {
        endLoading?.();
        endLoading = undefined;
      }
    },
  });
}

/** An index changed: at once what must be, and whoever shows documents is told, once for many changes in a row. */
function indexListener(
  atOnce: () => void,
  { client, session, clock, log }: Pick<ServerContext, 'client' | 'session' | 'clock' | 'log'>,
): () => void {
  const debouncer = new Debouncer(clock);
  return () => {
    atOnce();
    const { hasStatus, refreshesCodeLenses } = session.snapshot.client;
    if (!hasStatus && !refreshesCodeLenses) return;
    debouncer.schedule('index', 'soon', () => {
      if (hasStatus) client.notify(names.libraryChanged, {});
      if (!refreshesCodeLenses) return;
      client.request('workspace/codeLens/refresh', undefined).catch((error: unknown) => {
        log('warn', `code lenses not refreshed: ${causeOf(error)}`);
      });
    });
  };
}

/** Plans and their files; whoever shows them is told of changes. */
function roadmapsOf(
  ports: Omit<RoadmapsPorts, 'onChanged' | 'onPlannedFiles'>,
  client: Client,
  onChanged: () => void,
): Roadmaps {
  const { session, log } = ports;
  const watches = new PlannedFileWatches({ session, client, log });
  return new Roadmaps({
    ...ports,
    onChanged: () => {
      onChanged();
      if (session.snapshot.client.hasStatus) client.notify(names.roadmapChanged, {});
    },
    onPlannedFiles: (root, paths) => {
      watches.set(root, paths);
    },
  });
}

function clientOf(connection: MessageConnection, log: Log): Client {
  return {
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => {
      connection.sendNotification(method, params).catch((error: unknown) => {
        log('error', `${method} not sent: ${causeOf(error)}`);
      });
    },
  };
}
