// Scores of documents that are not open, from texts that come with the question in small batches; then the tables of a
// library. Nothing of a text is kept.
import { recordOf } from '../../core/review/recordOf.ts';
import { scoreExamination } from '../../core/score/scoreExamination.ts';
import { scoreRow, type ScoreRow } from '../../core/score/scoreRow.ts';
import type { EngineView } from '../engineView.ts';
import { uriOfPath } from '../resourceUri.ts';
import { plainTable, scoreTables, type PlainTable } from './plainTable.ts';

export interface ScoreTexts {
  readonly root: string;
  readonly documents: readonly { readonly path: string; readonly text: string }[];
}

export interface ScoreTables {
  readonly root: string;
  readonly rows: readonly ScoreRow[];
}

/** Rows of those that a standard judges. */
export function scoreRows(view: EngineView, { root, documents }: ScoreTexts): readonly ScoreRow[] {
  const ground = view.ground(root);
  const life = view.life(root);
  const index = view.index(root);
  if (ground === undefined) return [];
  return documents.flatMap(({ path, text }) => {
    const examination = view.examine(root, path, text);
    if (examination === undefined) return [];
    const record = index === undefined ? life?.records.get(path) : recordOf(examination.facts, index, life);
    const scored = scoreExamination(examination, ground, record);
    return scored === undefined ? [] : [scoreRow(examination, scored.score)];
  });
}

/** One table for each standard, the one with most documents first. */
export function scores(view: EngineView, { root, rows }: ScoreTables): readonly PlainTable[] {
  const library = view.library(root);
  if (library === undefined) return [];
  const rendering = { locale: view.locale, uriOf: (path: string) => uriOfPath(root, path) };
  return scoreTables(library, rows).map((table) => plainTable(table, rendering));
}
