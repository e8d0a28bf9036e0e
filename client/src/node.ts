// Desktop and server entry of the extension. Wires the parts together; no logic of its own.
import type { ExtensionContext } from 'vscode';
import { registerBoard } from './board/boardPanel.ts';
import { registerGraph } from './graph/graphPanel.ts';
import { registerReviewComments } from './review/reviewComments.ts';
import { registerRelationsView } from './relations/relationsView.ts';
import { registerCommands } from './commands/index.ts';
import { changeAll, tickTask } from './commands/roadmap/changePlan.ts';
import { registerDocumentsView } from './documentsView.ts';
import { registerLibraryContext } from './libraryContext.ts';
import { registerRegionsOnSave } from './regionsOnSave.ts';
import { registerReviewView } from './review/reviewView.ts';
import { registerReviewsView } from './review/reviewsView.ts';
import { registerRoadmapView } from './roadmap/roadmapView.ts';
import { registerScores } from './scores/scoresPanel.ts';
import { ServerConnection } from './serverConnection.ts';
import { registerStatus } from './statusItem.ts';

let connection: ServerConnection | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const started = new ServerConnection(context);
  connection = started;
  context.subscriptions.push(connection);
  const status = registerStatus(context, connection);
  const documents = registerDocumentsView(context, connection);
  const roadmap = registerRoadmapView(context, connection, {
    moveItems: (itemIds, dropKey) => changeAll(started, itemIds, { kind: 'move', dropKey }),
    tick: (entry, isDone) => tickTask(started, entry, isDone),
  });
  const board = registerBoard(context, connection, roadmap.source);
  const graph = registerGraph(context, connection);
  const relations = registerRelationsView(context, connection);
  const review = registerReviewView(context, connection);
  const reviews = registerReviewsView(context, connection);
  const scores = registerScores(context, connection, review);
  registerCommands(context, {
    connection,
    documents,
    status,
    roadmap,
    board,
    graph,
    relations,
    review,
    reviews,
    scores,
  });
  registerReviewComments(context, connection);
  registerRegionsOnSave(context, connection);
  await registerLibraryContext(context);
  await connection.start();
}

export async function deactivate(): Promise<void> {
  await connection?.stop();
}
