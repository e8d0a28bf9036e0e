// What the engine of the command line says of scores: one document with its row, and the tables of many rows.
import type { DocumentInput } from '../../core/analysis.ts';
import { examineDocument } from '../../core/examineDocument.ts';
import type { LibraryContext } from '../../core/library/libraryContext.ts';
import type { Locale } from '../../core/messages/catalog.ts';
import type { ReviewRecord } from '../../core/review/reviewRecord.ts';
import type { Grade } from '../../core/standard/standard.ts';
import { scoreExamination } from '../../core/score/scoreExamination.ts';
import { scoreRow, type ScoreRow } from '../../core/score/scoreRow.ts';
import { documentsMarkdown } from '../../core/score/scoreTableMarkdown.ts';
import { plainScore, type PlainScore } from '../../features/score/plainScore.ts';
import { plainTable, scoreTables, type PlainTable } from '../../features/score/plainTable.ts';

export interface ScoredText {
  readonly row: ScoreRow;
  /** `uri` members are paths. */
  readonly score: PlainScore;
  /** Of the standard, for `--min`. */
  readonly grades: readonly Grade[];
}

export interface ScoreTableText {
  readonly table: PlainTable;
  /** Of the documents, as Markdown. */
  readonly documents: string;
}

export interface ScoreQuestion extends DocumentInput {
  readonly locale: Locale;
  readonly review?: Pick<ReviewRecord, 'events'>;
}

export type ScoreRequest =
  | { readonly kind: 'document'; readonly question: ScoreQuestion }
  | { readonly kind: 'tables'; readonly rows: readonly ScoreRow[]; readonly locale: Locale };
export type ScoreAnswer =
  /** Absent where no standard judges the document. */
  | { readonly kind: 'document'; readonly scored?: ScoredText }
  | { readonly kind: 'tables'; readonly tables: readonly ScoreTableText[] };

export function scoreAnswer(library: LibraryContext, request: ScoreRequest): ScoreAnswer {
  if (request.kind === 'tables') {
    return { kind: 'tables', tables: tablesOf(library, request.rows, request.locale) };
  }
  const scored = scoredText(library, request.question);
  return { kind: 'document', ...(scored && { scored }) };
}

/** Undefined for documents that no standard judges. */
function scoredText(library: LibraryContext, { path, text, locale, review }: ScoreQuestion): ScoredText | undefined {
  const examination = examineDocument({ path, text }, library);
  const scored = scoreExamination(examination, library, review);
  if (scored === undefined) return undefined;
  const rendering = { locale, source: examination.model.source, uriOf: (name: string) => name };
  return {
    row: scoreRow(examination, scored.score),
    score: plainScore(scored.score, scored.rubric, rendering),
    grades: scored.rubric.grades,
  };
}

function tablesOf(library: LibraryContext, rows: readonly ScoreRow[], locale: Locale): readonly ScoreTableText[] {
  return scoreTables(library, rows).map((table) => ({
    table: plainTable(table, { locale, uriOf: (name) => name }),
    documents: documentsMarkdown(table, locale),
  }));
}
