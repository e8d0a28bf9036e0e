// Files and folders that are about to move: what links, paths in code spans and plans have to say afterwards, so that each
// leads where it led. Asked first for the documents that may be concerned, then, some at a time, with their texts.
import type { TextEdit } from '../../core/finding.ts';
import { movedPaths, type Move } from '../../core/roadmap/edits/movedPaths.ts';
import type { EngineView } from '../engineView.ts';
import { linksTo, surroundingsIn, surroundingsOf } from '../navigation/surroundings.ts';
import { codePathMentions } from '../navigation/uses.ts';
import { movedIndex, movedTo } from './movedIndex.ts';
import { followingLinks } from './movedLinks.ts';
import {
  factsOfModel,
  fileEdits,
  readDocuments,
  type FileEdits,
  type GivenTexts,
  type ReadDocument,
} from './otherDocuments.ts';

export interface MovesQuestion {
  readonly root: string;
  /** Relative to the root. */
  readonly moves: readonly Move[];
}

export interface MovedFilesQuestion extends MovesQuestion {
  /** Documents that `concernedByMove` named, or some of them. */
  readonly paths: readonly string[];
  /** Texts of those that are not open. */
  readonly texts: GivenTexts;
}

/** Documents that move, and those that name something that moves, sorted. */
export function concernedByMove(view: EngineView, { root, moves }: MovesQuestion): readonly string[] {
  const surroundings = surroundingsOf(view, root);
  if (surroundings === undefined) return planPaths(view, { root, moves });
  const { index } = surroundings;
  const moving = [...index.paths].filter((path) => movedTo(path, moves) !== undefined);
  const found = new Set([...moving.filter((path) => index.documents.has(path)), ...planPaths(view, { root, moves })]);
  const codePaths = codePathMentions(index);
  for (const target of [...moving, ...foldersMoving(moving, moves)]) {
    for (const { from } of linksTo(target, surroundings)) found.add(from);
    for (const { from } of codePaths.get(target) ?? []) found.add(from);
  }
  return [...found].sort();
}

/** Folders that move with their files. */
function foldersMoving(files: readonly string[], moves: readonly Move[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of files) {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash);
      if (folders.has(folder)) break;
      if (movedTo(folder, moves) !== undefined) folders.add(folder);
    }
  }
  return folders;
}

/** Edits under the paths from before the move; documents without a change are left out. */
export function movedFiles(view: EngineView, { root, moves, paths, texts }: MovedFilesQuestion): readonly FileEdits[] {
  const before = surroundingsOf(view, root);
  const plans = new Map(planEdits(view, { root, moves }).map((plan) => [plan.document.path, plan]));
  const read =
    before &&
    readDocuments(
      view,
      root,
      paths.filter((path) => !plans.has(path)),
      texts,
    );
  const after = before && surroundingsIn(movedIndex(before.index, moves), root, before.settings);
  const follow = (document: ReadDocument): readonly TextEdit[] =>
    before === undefined || after === undefined ? [] : followingLinks(document, { moves, before, after });
  return [
    ...[...plans.values()]
      .filter(({ document }) => paths.includes(document.path))
      .flatMap(({ document, edits }) => fileEdits(document, [...edits, ...follow(document)])),
    ...(read !== undefined && 'documents' in read ? read.documents : []).flatMap((document) =>
      fileEdits(document, follow(document)),
    ),
  ];
}

// ---- plans

interface PlanEdits {
  readonly document: ReadDocument;
  readonly edits: readonly TextEdit[];
}

/** Plans that move themselves keep what they state: their own paths mean another folder then. Their links follow. */
function planEdits(view: EngineView, { root, moves }: MovesQuestion): readonly PlanEdits[] {
  const roadmap = view.roadmap(root);
  if (roadmap === undefined) return [];
  return roadmap.plans.flatMap(({ plan, model }) => {
    if (movedTo(plan.path, moves) !== undefined) return [];
    const edits = movedPaths(plan, model, roadmap.paths, moves);
    return [{ document: { path: plan.path, model, facts: factsOfModel(view, root, plan.path, model) }, edits }];
  });
}

function planPaths(view: EngineView, question: MovesQuestion): readonly string[] {
  return planEdits(view, question).flatMap(({ document, edits }) => (edits.length === 0 ? [] : [document.path]));
}
