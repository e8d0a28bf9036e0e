// Scores of documents that are not open, from texts that come with the question in small batches; then the tables of a
// library. Nothing of a text is kept.
import { recordOf } from '../../core/review/recordOf.ts';
import type { Standard } from '../../core/standard/standard.ts';
import { rubricOf, scoreExamination } from '../../core/score/scoreExamination.ts';
import { scoreRow, type ScoreRow } from '../../core/score/scoreRow.ts';
import { scoreTable, type ScoreTable } from '../../core/score/scoreTable.ts';
import { averageText, dimensionsMarkdown, noteOf } from '../../core/score/scoreTableMarkdown.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { EngineView } from '../engineView.ts';
import { uriOfPath } from '../resourceUri.ts';
import { plainOrigin, plainStandard } from './plainScore.ts';
import { gainText, totalText } from './scoreText.ts';

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
export function scores(view: EngineView, { root, rows }: ScoreTables): ReturnType<typeof plainTable>[] {
  const standards = standardsOf(view, root);
  return [...standards.values()]
    .map((standard) =>
      scoreTable(
        rubricOf(standard),
        rows.filter((row) => row.standard === standard.path),
      ),
    )
    .filter((table) => table.rows.length > 0)
    .sort((a, b) => b.rows.length - a.rows.length)
    .map((table) => plainTable(view, root, table));
}

function standardsOf(view: EngineView, root: string): ReadonlyMap<string, Standard> {
  const library = view.library(root);
  const contexts = [...(library?.kinds.values() ?? []), ...(library?.englishKinds?.values() ?? [])];
  return new Map(contexts.flatMap(({ standard }) => (standard === undefined ? [] : [[standard.path, standard]])));
}

function plainTable({ locale }: EngineView, root: string, table: ScoreTable) {
  const { rubric, average } = table;
  return {
    standard: plainStandard(rubric, root),
    dimensions: table.dimensions.map((column) => ({
      name: column.dimension.name,
      weight: column.weight,
      max: column.max,
      origin: plainOrigin(column.dimension.origin, { root }),
      criterion: column.criterion,
      ...(column.average !== undefined && { average: column.average, averageText: averageText(column) }),
      count: column.count,
      note: noteOf(column, table, locale),
    })),
    documents: table.rows.map(({ path, title, kind, stage, measured, reviewed, levels, open, best }) => ({
      uri: uriOfPath(root, path),
      ...{ path, title, kind, stage, open },
      ...(measured && { measured: totalText(measured, rubric) }),
      ...(reviewed && { reviewed: totalText(reviewed, rubric) }),
      levels: levels.map(({ level, label, given, isOutdated }) => ({
        ...(level !== undefined && { level }),
        ...(label !== undefined && { label }),
        ...(given !== undefined && { given }),
        ...(isOutdated !== undefined && { isOutdated }),
      })),
      ...(best && {
        best: {
          text: renderMessage(best.text, locale),
          gainText: gainText(best.gain),
          ...(best.range && { range: best.range }),
        },
      }),
    })),
    ...(average && { average: totalText(average, rubric) }),
    markdown: dimensionsMarkdown(table, locale),
  };
}
