// What dialects look at: the plan document as lines with what each line is, and as a tree of sections. Types only; built by
// buildPlanText.ts from the document model. Lines, because authors think in lines where CommonMark sees one paragraph.
import type { DocumentModel, Section } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';

export type PlanLine = HeadingLine | ListLine | RowLine | FenceLine | TextLine;

interface LineBase {
  /** Zero-based. */
  readonly line: number;
  /** From the first mark to the end of the line. */
  readonly span: Span;
  /** The words, without marks of headings, lists, quotes, bars and fences; inline Markdown stays. */
  readonly raw: string;
  /** Where `raw` begins. */
  readonly rawStart: number;
  /** `raw` with emphasis, code and links flattened. */
  readonly text: string;
  /** The innermost section; absent before the first heading. */
  readonly section?: Section;
  /** Where the line begins with bold words: `**总计**: 31周`, `- **预计工作量**: 2周`, `**CAP场景案例（3个）**：`. */
  readonly label?: LineLabel;
}

/** The bold words at the head of a line, and what follows. */
export interface LineLabel {
  /** Flattened, without a colon at the end. */
  readonly text: string;
  /** Without emphasis marks and colon. */
  readonly span: Span;
  /** What follows the colon (or the bold words), flattened and trimmed; '' where nothing does. */
  readonly value: string;
  /** As `value`, as written. */
  readonly rawValue: string;
  readonly valueSpan: Span;
  /** One of the four colon forms stands between (`**k**:`, `**k:**`, full width or not). */
  readonly hasColon: boolean;
}

export interface HeadingLine extends LineBase {
  readonly kind: 'heading';
  readonly level: number;
}

/** A list item for a reader, even where CommonMark sees a paragraph (`4. …` right below a bold line). */
export interface ListLine extends LineBase {
  readonly kind: 'list';
  /** Columns of blank space before the mark. */
  readonly indent: number;
  /** 0 for the outermost. */
  readonly depth: number;
  readonly number?: number;
  readonly isChecked?: boolean;
  /** The `[ ]`. */
  readonly box?: Span;
  /** Index in `PlanText.lines` of the line it is nested in. */
  readonly parent?: number;
}

export interface RowLine extends LineBase {
  readonly kind: 'row';
  readonly cells: readonly { readonly text: string; readonly raw: string; readonly span: Span }[];
  /** Plain texts of the header cells of its table. */
  readonly header: readonly string[];
  readonly isHeader: boolean;
}

export interface FenceLine extends LineBase {
  readonly kind: 'fence';
  /** Lower case; '' where there is none. Only text-like fences become lines: code of sql, python … does not. */
  readonly language: string;
  /** Index of the first line of its block, which groups them. */
  readonly block: number;
  /** The list line that the fence stands in. */
  readonly parent?: number;
}

/** A line of a paragraph or quote; with `label`, a bold pseudo heading or a label line. */
export interface TextLine extends LineBase {
  readonly kind: 'text';
  /** Inside a block quote. */
  readonly isQuoted: boolean;
  /** Columns of blank space before the first mark. */
  readonly indent: number;
  /** The list line that it is indented under. */
  readonly parent?: number;
}

export interface PlanText {
  readonly path: string;
  readonly model: DocumentModel;
  /** Every line that carries words, in order; lines of the table of contents and of code are left out. */
  readonly lines: readonly PlanLine[];
  /** Lines from the section's heading (excluded) to its end, child sections included. */
  linesOf(section: Section): readonly PlanLine[];
}
