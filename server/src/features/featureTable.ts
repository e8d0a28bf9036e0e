// Every feature that the engine computes, one line each. To add one: write features/<feature>.ts, add its line here.
import { archiveFiles, restoreFiles } from './archive/archive.ts';
import { bumpEdits, bumpPlan, bumpStated } from './bump.ts';
import { builtInDocument } from './builtInDocument.ts';
import { checkDocument } from './checkDocument.ts';
import { closedFindings, closedStamp, examineClosed } from './closedFindings.ts';
import { codeActions } from './codeActions.ts';
import { codeLens } from './codeLens.ts';
import { completion } from './completion/completion.ts';
import { configure } from './configure.ts';
import { definition } from './definition.ts';
import { derivedSchemaText } from './derivedSchemaText.ts';
import { documentDiagnostics } from './documentDiagnostics.ts';
import { documentFacts, indexGround } from './documentFacts.ts';
import { documentLinks } from './documentLinks.ts';
import { documentSymbols } from './documentSymbols.ts';
import { doctor } from './doctor.ts';
import { explain } from './explain.ts';
import { fixes } from './fixes.ts';
import { foldingRanges } from './foldingRanges.ts';
import { hover } from './hover.ts';
import { initLibrary } from './initLibrary.ts';
import { kinds } from './kinds.ts';
import { findDocuments } from './library/findDocuments.ts';
import { libraryTree } from './library/libraryTree.ts';
import { selectionGuide } from './library/selectionGuide.ts';
import { libraryDiagnostics } from './libraryDiagnostics.ts';
import { libraryExclude } from './libraryExclude.ts';
import { libraryFiles } from './libraryFiles.ts';
import { createDocument, proposeDocument } from './newDocument/newDocument.ts';
import { references } from './references.ts';
import { prepareReferencedBy, referencedBy, refersTo } from './referencedBy.ts';
import { relationGraph } from './relations/relationGraph.ts';
import { relations } from './relations/relationTree.ts';
import { maintenance } from './maintenance.ts';
import { roadmapBoard } from './roadmap/board.ts';
import { roadmapChange } from './roadmap/change.ts';
import { roadmapChoices } from './roadmap/choices.ts';
import { concernedByMove, movedFiles } from './rename/movedFiles.ts';
import { roadmapCandidates, roadmapFiles, roadmapWarm } from './roadmap/ground.ts';
import { movedRecords } from './review/movedRecords.ts';
import { inlayHints } from './planDocument/inlayHints.ts';
import { regionEdits, staleRegions } from './regions.ts';
import { migrationEdits, outdatedDocuments } from './migration.ts';
import { prepareRename, rename } from './rename.ts';
import { review } from './review/reviewDocument.ts';
import { reviewAct } from './review/reviewAct.ts';
import { reviews } from './review/reviews.ts';
import { roadmapNewDocument } from './roadmap/plannedDocument.ts';
import { roadmapOutput } from './roadmap/roadmapOutput.ts';
import { roadmap } from './roadmap/tree.ts';
import { score } from './score/score.ts';
import { scoreRows, scores } from './score/scores.ts';
import { selectionRanges } from './selectionRanges.ts';
import { status } from './status.ts';
import { workspaceSymbols } from './workspaceSymbols.ts';

export const featureTable = {
  diagnostics: documentDiagnostics,
  libraryDiagnostics,
  libraryFiles,
  codeActions,
  fixes,
  completion,
  hover,
  definition,
  references,
  prepareReferencedBy,
  referencedBy,
  refersTo,
  workspaceSymbols,
  documentSymbols,
  foldingRanges,
  selectionRanges,
  documentLinks,
  codeLens,
  inlayHints,
  archiveFiles,
  restoreFiles,
  concernedByMove,
  movedFiles,
  movedRecords,
  staleRegions,
  regionEdits,
  bumpStated,
  bumpPlan,
  bumpEdits,
  maintenance,
  outdatedDocuments,
  migrationEdits,
  prepareRename,
  rename,
  status,
  explain,
  derivedSchemaText,
  kinds,
  configure,
  proposeDocument,
  createDocument,
  checkDocument,
  examineClosed,
  closedFindings,
  closedStamp,
  initLibrary,
  libraryExclude,
  builtInDocument,
  documentFacts,
  indexGround,
  findDocuments,
  libraryTree,
  selectionGuide,
  relations,
  relationGraph,
  doctor,
  score,
  scoreRows,
  scores,
  review,
  reviewAct,
  reviews,
  roadmapCandidates,
  roadmapFiles,
  roadmapWarm,
  roadmap,
  roadmapChange,
  roadmapChoices,
  roadmapNewDocument,
  roadmapBoard,
  roadmapOutput,
} as const;

export type FeatureName = keyof typeof featureTable;
export type FeatureParams<N extends FeatureName> = Parameters<(typeof featureTable)[N]>[1];
export type FeatureResult<N extends FeatureName> = ReturnType<(typeof featureTable)[N]>;
