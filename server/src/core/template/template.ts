// A parsed template: what a document of one kind must hold, and which line of the template says so. Types only.
import type { Message, Origin, Severity } from '../finding.ts';
import type { Ordinal } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import type { Measure } from './measure.ts';

/** `measure` of the element must lie between min and max. */
export interface Bound {
  readonly measure: Measure;
  readonly min?: number;
  readonly max?: number;
  /** Counts only code blocks in these languages. */
  readonly languages?: readonly string[];
  readonly severity?: Severity;
  readonly dimension?: string;
  readonly origin: Origin;
  /** The words that demand it, at most 80 characters. */
  readonly text: string;
}

export interface FieldSpec {
  /** Stable id: the canonical key's normal form. */
  readonly id: string;
  readonly key: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
  /** Allowed values in display order. */
  readonly values?: readonly { readonly value: string; readonly description?: string }[];
  readonly format?: 'date' | 'version' | 'id' | 'number' | 'url' | 'path' | 'list';
  /** Linear-time pattern (RE2 syntax), from an annotation. */
  readonly pattern?: string;
  readonly description?: string;
  /** The template's own placeholder value; a document that still has it is unfinished. */
  readonly placeholder?: string;
  readonly place: 'header' | 'tail';
  readonly severity?: Severity;
  readonly origin: Origin;
}

export interface SectionSpec {
  /** Stable and unique within the template: annotation id, else the path of normal names. */
  readonly id: string;
  /** Canonical name (words only). */
  readonly name: string;
  /** Other names that mean this section, from annotation, `A / B` headings and the synonym table. */
  readonly aliases: readonly string[];
  /** Matches any name: the heading is a placeholder such as `[主题章节]` or 第N部分：标题. */
  readonly isPlaceholder: boolean;
  /** The word that its copies are counted by, where it stands behind another number: 方案 of `3.1 方案N：[名称]`. */
  readonly label?: string;
  readonly level: number;
  readonly emoji?: string;
  readonly ordinal?: Ordinal;
  readonly required: boolean;
  /** How many times it may stand; `{min: 1, max: 1}` unless repeatable. Optional sections have min 0. */
  readonly repeat: { readonly min: number; readonly max?: number };
  /** Sections with the same group are alternatives: at least one of them must be there. */
  readonly alternativeGroup?: string;
  /** Prose of the template under the heading, for hover: plain Markdown, at most 4,000 characters. */
  readonly guidance: string;
  /** Markdown to insert under the heading (template body with placeholders, annotations removed). */
  readonly body: string;
  readonly bounds: readonly Bound[];
  /** Languages of which at least one block each must be there. */
  readonly languages: readonly string[];
  readonly children: readonly SectionSpec[];
  readonly severity?: Severity;
  readonly dimension?: string;
  readonly origin: Origin;
  /** The heading in the template document. */
  readonly span: Span;
}

export interface Template {
  /** Path, plus `#skeleton name` where the document holds several. */
  readonly id: string;
  readonly path: string;
  readonly name: string;
  /** Zero-based line where the skeleton begins (0: the document itself). */
  readonly line: number;
  /** The version that the template states, if any. */
  readonly version?: string;
  readonly language: 'zh' | 'en';
  /** The H1 of the skeleton, e.g. 案例X：系统名称. */
  readonly title?: string;
  readonly fields: readonly FieldSpec[];
  /** Outer sections (H2), in order. */
  readonly sections: readonly SectionSpec[];
  /** Bounds for the whole document. */
  readonly bounds: readonly Bound[];
  readonly languages: readonly string[];
  /** No sections but those of the template. */
  readonly isClosed: boolean;
  /** The order of sections is free. */
  readonly isUnordered: boolean;
  /** Metadata header exactly as the template writes it, for new documents. */
  readonly header: string;
  readonly hasToc: boolean;
  /** Metadata tail exactly as the template writes it; empty where there is none. */
  readonly tail?: string;
  /** Kind of documents that an annotation names (`template: case`). */
  readonly kind?: string;
  /** Linear-time pattern (RE2 syntax) for the title, from an annotation. */
  readonly titlePattern?: string;
  /** The heading, fence or annotation that the skeleton begins with, for findings about the whole. */
  readonly span?: Span;
}

export interface TemplateProblem {
  /** Code of a finding in the template, e.g. template-section-duplicate. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
  readonly related?: readonly { readonly message: Message; readonly span: Span }[];
}

/** A template file: one or more skeletons, and what its prose demands besides. */
export interface TemplateDocument {
  readonly path: string;
  readonly templates: readonly Template[];
  readonly checks: readonly CheckItem[];
  readonly problems: readonly TemplateProblem[];
  /** Fields defined outside the skeletons: metadata examples and field tables. They are in `templates` too. */
  readonly fields?: readonly FieldSpec[];
  /** Every bound that stands outside the skeletons, also those that bind none of them. */
  readonly bounds?: readonly Bound[];
}

/** One demand in words: a machine check where its words can be measured, else a question to the reviewer. */
export interface CheckItem {
  readonly text: string;
  /** The heading above it. */
  readonly group: string;
  readonly dimension?: string;
  readonly bound?: Bound;
  /** Section names that must exist (是否包含…章节). */
  readonly requiresSection?: string;
  /** Metadata key that must exist (文档头部包含文档编号). */
  readonly requiresField?: string;
  /** Code of the rule that checks it (目录链接正确: toc-stale). */
  readonly rule?: string;
  readonly origin: Origin;
  readonly span: Span;
}
