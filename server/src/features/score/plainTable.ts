// The table of a library's scores as plain data for clients and for the command line.
import type { LibraryContext } from '../../core/library/libraryContext.ts';
import type { Locale } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { rubricOf } from '../../core/score/scoreExamination.ts';
import type { ScoreRow } from '../../core/score/scoreRow.ts';
import { scoreTable, type ScoreTable } from '../../core/score/scoreTable.ts';
import { averageText, dimensionsMarkdown, noteOf } from '../../core/score/scoreTableMarkdown.ts';
import type { Standard } from '../../core/standard/standard.ts';
import type { Range } from '../../core/sourceText.ts';
import { plainOrigin, plainStandard, type PlainOrigin, type PlainStandard, type ScoreRendering } from './plainScore.ts';
import { gainText, totalText, type TotalText } from './scoreText.ts';

export interface PlainTable {
  readonly standard: PlainStandard;
  readonly dimensions: readonly PlainColumn[];
  readonly documents: readonly PlainRow[];
  readonly average?: TotalText;
  readonly markdown: string;
}

export interface PlainColumn {
  readonly name: string;
  readonly weight: number;
  readonly max: number;
  readonly origin: PlainOrigin;
  readonly criterion: string;
  readonly average?: number;
  readonly averageText?: string;
  readonly count: number;
  readonly note: string;
}

export interface PlainRow extends Pick<ScoreRow, 'path' | 'title' | 'kind' | 'stage' | 'open'> {
  readonly uri: string;
  readonly measured?: TotalText;
  readonly reviewed?: TotalText;
  readonly levels: readonly Omit<ScoreRow['levels'][number], 'lacking'>[];
  readonly best?: { readonly text: string; readonly gainText: string; readonly range?: Range };
}

/** One table for each standard of the library, the one with most documents first. */
export function scoreTables(library: LibraryContext, rows: readonly ScoreRow[]): readonly ScoreTable[] {
  return [...standardsOf(library).values()]
    .map((standard) =>
      scoreTable(
        rubricOf(standard),
        rows.filter((row) => row.standard === standard.path),
      ),
    )
    .filter((table) => table.rows.length > 0)
    .sort((a, b) => b.rows.length - a.rows.length);
}

function standardsOf({ kinds, englishKinds }: LibraryContext): ReadonlyMap<string, Standard> {
  const contexts = [...kinds.values(), ...(englishKinds?.values() ?? [])];
  return new Map(contexts.flatMap(({ standard }) => (standard === undefined ? [] : [[standard.path, standard]])));
}

export function plainTable(table: ScoreTable, rendering: Pick<ScoreRendering, 'locale' | 'uriOf'>): PlainTable {
  const { rubric, average } = table;
  const { locale } = rendering;
  return {
    standard: plainStandard(rubric, rendering),
    dimensions: table.dimensions.map((column) => ({
      name: column.dimension.name,
      weight: column.weight,
      max: column.max,
      origin: plainOrigin(column.dimension.origin, rendering),
      criterion: column.criterion,
      ...(column.average !== undefined && { average: column.average, averageText: averageText(column) }),
      count: column.count,
      note: noteOf(column, table, locale),
    })),
    documents: table.rows.map((row) => plainRow(row, table, rendering)),
    ...(average && { average: totalText(average, rubric) }),
    markdown: dimensionsMarkdown(table, locale),
  };
}

function plainRow(
  { path, title, kind, stage, measured, reviewed, levels, open, best }: ScoreRow,
  { rubric }: ScoreTable,
  { locale, uriOf }: { readonly locale: Locale; readonly uriOf: (path: string) => string },
): PlainRow {
  return {
    uri: uriOf(path),
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
  };
}
