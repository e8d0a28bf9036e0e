// What folds: sections, fenced code, tables, comments, the metadata header and the table of contents.
import type { Span } from '../core/sourceText.ts';
import type { EngineView } from './engineView.ts';

export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment' | 'region';
}

export function foldingRanges(view: EngineView, { uri }: { readonly uri: string }): readonly Fold[] {
  const model = view.document(uri)?.analysis.model;
  if (model === undefined) return [];
  const { source } = model;
  const foldOf = (span: Span, kind?: Fold['kind']): Fold => {
    const end = span.start + source.slice(span).trimEnd().length;
    const lines = { startLine: source.lineAt(span.start), endLine: source.lineAt(Math.max(span.start, end - 1)) };
    return kind === undefined ? lines : { ...lines, kind };
  };
  const folds = [
    ...model.sections.map((section) => foldOf(section.span)),
    ...model.blocks.code.filter((block) => block.isFenced).map((block) => foldOf(block.span)),
    ...model.blocks.tables.map((table) => foldOf(table.span)),
    ...model.metadata.map((block) => foldOf(block.span, 'region')),
    ...model.comments.map((comment) => foldOf(comment.span, 'comment')),
  ];
  return folds.filter((fold) => fold.endLine > fold.startLine);
}
