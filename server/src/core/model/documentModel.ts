// The document model: what a Markdown file says, as plain values, each with its exact span. Types only.
import type { SlugProfile } from '../links/linkSettings.ts';
import type { Root } from 'mdast';
import type { SourceText, Span } from '../sourceText.ts';

export interface DocumentModel {
  readonly source: SourceText;
  readonly tree: Root;
  /** The first H1, if any. */
  readonly title?: Section;
  /** Whose rule made the anchors; absent: GitHub's. */
  readonly slug?: SlugProfile;
  /** Every heading's section in document order (flat); nesting through `children` / `parent`. */
  readonly sections: readonly Section[];
  /** Sections without a parent (usually the H1, or the H2s of a document without one). */
  readonly topSections: readonly Section[];
  readonly metadata: readonly MetadataBlock[];
  readonly toc?: TableOfContents;
  readonly blocks: Blocks;
  /** HTML comments, for annotations and suppressions. */
  readonly comments: readonly Comment[];
  /** What the parser had to recover from. */
  readonly problems: readonly ModelProblem[];
}

export interface ModelProblem {
  readonly kind: 'fence-unclosed' | 'front-matter-invalid' | 'merge-conflict' | 'depth-cut' | 'parser-failed';
  readonly span: Span;
  readonly detail?: string;
}

// ---- sections

/** A heading with its subtree. */
export interface Section {
  readonly heading: Heading;
  /** Heading level 1-6. */
  readonly level: number;
  /** From the start of the heading's line to the start of the next section at the same or a higher level. */
  readonly span: Span;
  /** From after the heading's line to the first child section, or to the end. */
  readonly bodySpan: Span;
  readonly parent?: Section;
  readonly children: readonly Section[];
  /** GitHub anchor of the heading, with `-1` … for repeats. */
  readonly anchor: string;
}

export interface Heading {
  /** From the first `#` to the end of the heading's line (setext: both lines). */
  readonly span: Span;
  /** The heading's inline content in the source. */
  readonly textSpan: Span;
  /** Plain text of the inline content (code, emphasis and links flattened, escapes resolved). */
  readonly text: string;
  readonly identity: HeadingIdentity;
}

/**
 * A heading taken apart: `## 🔍 第一部分：业务场景分析 ✅` has emoji 🔍, ordinal 第一部分, name 业务场景分析, mark ✅.
 * Two headings mean the same section when their `key`s are equal.
 */
export interface HeadingIdentity {
  readonly emoji?: string;
  readonly ordinal?: Ordinal;
  /** The words, as written, without emoji, ordinal, trailing marks, size ranges and (可选). */
  readonly name: string;
  /** `name` normalised: NFKC, lower case, no blanks or punctuation, full width folded. */
  readonly key: string;
  /** Trailing status mark such as ✅ or ⏸️ 暂缓. */
  readonly mark?: string;
  /** What stood in brackets at the end, e.g. 可选 or 5,000-8,000字; not part of `name` only where it is optionality or a size. */
  readonly qualifiers: readonly string[];
  /** Offsets of `name` inside the heading's plain text. */
  readonly nameStart: number;
}

/** How a heading is numbered. */
export interface Ordinal {
  readonly style:
    | 'decimal' // 1.  1、 1)
    | 'dotted' // 1.1  1.2.3
    | 'chinese' // 一、
    | 'chinese-bracket' // （一）
    | 'part' // 第一部分：
    | 'chapter' // 第X章 第一节
    | 'keycap' // 1️⃣
    | 'labelled'; // 方案1：案例2: 步骤 3 Phase 1 Step 2 P0
  /** As written, with its separator. */
  readonly raw: string;
  /** Numbers from left to right; `[]` where it is a placeholder such as 第X章. */
  readonly numbers: readonly number[];
  /** The word of a labelled ordinal: 方案, 案例, Phase. It is also part of the section's `name`'s family. */
  readonly label?: string;
  /** Offsets inside the heading's plain text. */
  readonly start: number;
  readonly end: number;
}

// ---- metadata

export type MetadataDialect =
  'quote' | 'quote-list' | 'bold-lines' | 'yaml' | 'table' | 'list' | 'plain-lines' | 'section';

/** One run of metadata fields in one dialect. */
export interface MetadataBlock {
  readonly dialect: MetadataDialect;
  readonly place: 'before-title' | 'header' | 'tail';
  readonly span: Span;
  readonly fields: readonly MetadataField[];
}

export interface MetadataField {
  /** The key as written without emoji and marks, e.g. 文档编号. */
  readonly key: string;
  readonly keyEmoji?: string;
  /** Normalised key (as HeadingIdentity.key). */
  readonly normalKey: string;
  /** The value as plain text, trimmed; lists joined with `, `. */
  readonly value: string;
  /** YAML lists and the like; undefined for plain values. */
  readonly items?: readonly string[];
  /** Whole field: from its first mark (`>`, `**`, `|`, `-`) to the end of its value, without the line ending. */
  readonly span: Span;
  readonly keySpan: Span;
  /** Empty span right after the separator when there is no value. */
  readonly valueSpan: Span;
  /** As written between key and value, e.g. `**: ` or `：**` or ` | `. */
  readonly separator: string;
}

// ---- blocks

export interface Blocks {
  readonly code: readonly CodeBlock[];
  readonly tables: readonly Table[];
  readonly lists: readonly ListBlock[];
  readonly tasks: readonly Task[];
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  /** Paragraphs, for placeholder checks; flat, document order. */
  readonly paragraphs: readonly { readonly span: Span; readonly text: string }[];
}

export interface CodeBlock {
  /** First word of the info string as written; absent where there is none (or for indented code). */
  readonly language?: string;
  readonly meta?: string;
  readonly value: string;
  /** Whole block with its fences. */
  readonly span: Span;
  /** The info word; empty span right after the opening fence where there is none. */
  readonly languageSpan: Span;
  /** Whole lines between the fences, without the last line ending; marks of quotes and lists around it included. */
  readonly contentSpan: Span;
  readonly isFenced: boolean;
  readonly isClosed: boolean;
  readonly isDiagram: boolean;
}

export interface Table {
  readonly span: Span;
  readonly header: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}
export interface TableCell {
  readonly text: string;
  /** The content without blanks; an empty span inside the bars of an empty cell. */
  readonly span: Span;
}

export interface ListBlock {
  readonly span: Span;
  readonly isOrdered: boolean;
  readonly items: readonly { readonly span: Span; readonly text: string }[];
  /** 0 for a list that is not inside another list. */
  readonly depth: number;
}

export interface Task {
  /** From the item's mark to the end of its first paragraph. */
  readonly span: Span;
  readonly text: string;
  readonly isChecked: boolean;
  /** The `[ ]`. */
  readonly boxSpan: Span;
}

export interface Link {
  readonly span: Span;
  readonly text: string;
  readonly url: string;
  /** The address as written; the whole link for the form `reference`, whose address stands in its definition. */
  readonly urlSpan: Span;
  readonly form: 'inline' | 'reference' | 'definition' | 'autolink';
}

export interface Image {
  readonly span: Span;
  readonly alt: string;
  readonly url: string;
  readonly urlSpan: Span;
}

export interface Comment {
  readonly span: Span;
  /** Between `<!--` and `-->`. */
  readonly text: string;
  readonly textSpan: Span;
}

// ---- table of contents

export interface TableOfContents {
  /** The section under whose heading the list stands (目录 / Contents). */
  readonly section: Section;
  /** The list itself; empty span after the heading where there is none. */
  readonly listSpan: Span;
  readonly entries: readonly TocEntry[];
}

export interface TocEntry {
  readonly text: string;
  /** Without the `#`, decoded. */
  readonly anchor: string;
  /** The link. */
  readonly span: Span;
  /** Nesting, 0 for the outermost. */
  readonly depth: number;
}
