// The list of commands: one file each. Arguments are checked where they come in.
import { commands, l10n, window, type ExtensionContext } from 'vscode';
import type { BoardPanel } from '../board/boardPanel.ts';
import type { DocumentsView } from '../documentsView.ts';
import type { GraphPanel } from '../graph/graphPanel.ts';
import type { RelationsView } from '../relations/relationsView.ts';
import type { ReviewView } from '../review/reviewView.ts';
import type { ReviewsView } from '../review/reviewsView.ts';
import type { RoadmapView } from '../roadmap/roadmapView.ts';
import type { ScoresPanel } from '../scores/scoresPanel.ts';
import type { ServerConnection } from '../serverConnection.ts';
import type { StatusOfActive } from '../statusItem.ts';
import { archiveDocument, restoreDocument } from './archiveDocument.ts';
import { applyFixes } from './applyFixes.ts';
import { clearDocumentsFilter, filterDocuments, groupDocuments } from './arrangeDocuments.ts';
import { bumpVersion } from './bumpVersion.ts';
import { checkLibrary } from './checkLibrary.ts';
import { chooseKind } from './chooseKind.ts';
import { chooseTemplate } from './chooseTemplate.ts';
import { doctor } from './doctor.ts';
import { explainFindings } from './explainFindings.ts';
import { exportSchema } from './exportSchema.ts';
import { findCase } from './findCase.ts';
import { initLibrary } from './initLibrary.ts';
import { migrateDocuments } from './migrateDocuments.ts';
import { newDocument } from './newDocument.ts';
import { openTemplate } from './openTemplate.ts';
import { answerQuestion } from './review/answerQuestion.ts';
import { applyScoreFix } from './review/applyScoreFix.ts';
import { clearReviewsFilter, filterReviews, showReviews } from './review/arrangeReviews.ts';
import { openReviewRecord } from './review/openReviewRecord.ts';
import { rejectReview } from './review/rejectReview.ts';
import { reopenReview } from './review/reopenReview.ts';
import { reviewStep } from './review/reviewStep.ts';
import { setLevel } from './review/setLevel.ts';
import { showReview } from './review/showReview.ts';
import { startReview } from './review/startReview.ts';
import { clearRoadmapFilter, filterRoadmap, groupRoadmap } from './roadmap/arrangeRoadmap.ts';
import { changeField } from './roadmap/changePlan.ts';
import { copyRoadmapReference } from './roadmap/copyRoadmapReference.ts';
import { newFromRoadmapItem } from './roadmap/newFromRoadmapItem.ts';
import {
  nextRoadmapMention,
  openPlanLine,
  openPlannedFile,
  openRoadmapItem,
  revealPlannedFile,
} from './roadmap/openRoadmap.ts';
import { showMaintenance } from './showMaintenance.ts';
import { showReferences } from './showReferences.ts';
import { selectionGuide } from './selectionGuide.ts';
import { updateRegions } from './updateRegions.ts';
import { showSchema } from './showSchema.ts';

export interface CommandContext {
  readonly connection: ServerConnection;
  readonly documents: DocumentsView;
  readonly status: StatusOfActive;
  readonly roadmap: RoadmapView;
  readonly board: BoardPanel;
  readonly graph: GraphPanel;
  readonly relations: RelationsView;
  readonly review: ReviewView;
  readonly reviews: ReviewsView;
  readonly scores: ScoresPanel;
}

/** Views pass the row and then all selected rows. */
type Command = (context: CommandContext, argument: unknown, more: unknown) => Promise<unknown>;

const table: Readonly<Record<string, Command>> = {
  newCase: (context, argument) => newDocument(context, 'case', argument),
  newTopic: (context, argument) => newDocument(context, 'topic', argument),
  newDocument: (context, argument) => newDocument(context, undefined, argument),
  insertMissingSections: (context) => applyFixes(context, 'missingSections'),
  fixAll: (context) => applyFixes(context, 'all'),
  updateRegions,
  bumpVersion,
  updateToc: (context) => applyFixes(context, 'toc'),
  chooseKind,
  chooseTemplate,
  showSchema,
  exportSchema,
  explainFindings,
  showReferences,
  archiveDocument,
  restoreDocument,
  migrateDocuments,
  checkLibrary,
  doctor,
  groupDocuments,
  filterDocuments,
  clearDocumentsFilter,
  findCase,
  selectionGuide,
  openTemplate,
  initLibrary,
  refreshRoadmap: async ({ roadmap }) => {
    await roadmap.source.refresh();
    return roadmap.source.all;
  },
  groupRoadmap,
  filterRoadmap,
  clearRoadmapFilter,
  openGraph: ({ graph }) => graph.open(),
  openDocumentGraph: ({ graph }) => graph.open({ depth: 1 }),
  showRelations: async ({ relations }) => {
    await commands.executeCommand('casewright.relations.focus');
    return relations.shown();
  },
  openBoard: ({ board }, argument) => board.open(argument),
  openRoadmapItem,
  openPlanLine,
  openPlannedFile,
  newFromRoadmapItem,
  revealPlannedFile,
  copyRoadmapReference,
  nextRoadmapMention,
  changeRoadmapStatus: (context, argument, more) => changeField(context, 'status', argument, more),
  changeRoadmapPriority: (context, argument, more) => changeField(context, 'priority', argument, more),
  changeRoadmapMilestone: (context, argument, more) => changeField(context, 'milestone', argument, more),
  showReview,
  showReviews,
  filterReviews,
  clearReviewsFilter,
  showMaintenance,
  showScores: ({ scores }) => scores.open(),
  startReview,
  approveReview: (context, argument) => reviewStep(context, 'approve', argument),
  rejectReview,
  publishDocument: (context, argument) => reviewStep(context, 'publish', argument),
  reopenReview,
  lookedAt: (context, argument) => reviewStep(context, 'look', argument),
  mendReviewRecord: (context, argument) => reviewStep(context, 'mend', argument),
  answerQuestion: (context, argument) => answerQuestion(context, argument),
  answerYes: (context, argument) => answerQuestion(context, argument, 'yes'),
  answerNo: (context, argument) => answerQuestion(context, argument, 'no'),
  answerNotApplicable: (context, argument) => answerQuestion(context, argument, 'not-applicable'),
  setLevel,
  applyScoreFix,
  openReviewRecord,
  restartServer: ({ connection }) => connection.restart(),
  showLog: ({ connection }) => {
    connection.log.show();
    return Promise.resolve();
  },
};

export function registerCommands(extension: ExtensionContext, context: CommandContext): void {
  for (const [name, run] of Object.entries(table)) {
    extension.subscriptions.push(
      commands.registerCommand(`casewright.${name}`, (argument: unknown, more: unknown) =>
        runSafely(context, name, () => run(context, argument, more)),
      ),
    );
  }
}

/** A command that fails says so once, with the way to the log. */
async function runSafely(context: CommandContext, name: string, run: () => Promise<unknown>): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    context.connection.log.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const showLog = l10n.t('Show Log');
    const text = l10n.t('Casewright: the command failed: {0}', error instanceof Error ? error.message : String(error));
    void window.showErrorMessage(text, showLog).then((answer) => {
      if (answer === showLog) context.connection.log.show();
    });
    return undefined;
  }
}
