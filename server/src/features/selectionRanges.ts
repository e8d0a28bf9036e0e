// Growing selections: word by the editor, then inline, block, section body, section, parents, document.
import type { Range, Span } from '../core/sourceText.ts';
import type { DocumentModel, Section } from '../core/model/documentModel.ts';
import type { EngineView } from './engineView.ts';
import { touches } from './sectionAt.ts';

export interface SelectionParams {
  readonly uri: string;
  readonly positions: readonly Range['start'][];
}

/** For each position the enclosing ranges, innermost first. */
export function selectionRanges(view: EngineView, { uri, positions }: SelectionParams): readonly (readonly Range[])[] {
  const model = view.document(uri)?.analysis.model;
  if (model === undefined) return positions.map(() => []);
  const { source } = model;
  return positions.map((position) => {
    const spans = enclosing(model, source.offsetAt(position)).map((span) => source.rangeOf(span));
    return spans.length > 0 ? spans : [{ start: position, end: position }];
  });
}

function enclosing(model: DocumentModel, offset: number): readonly Span[] {
  const { blocks, source } = model;
  const spans: Span[] = [
    ...blocks.links.flatMap((link) => [link.urlSpan, link.span]),
    ...blocks.code.flatMap((block) => [block.contentSpan, block.span]),
    ...blocks.tables.flatMap((table) => [...[table.header, ...table.rows].flat().map((cell) => cell.span), table.span]),
    ...blocks.lists.flatMap((list) => [...list.items.map((item) => item.span), list.span]),
    ...blocks.paragraphs.map((paragraph) => paragraph.span),
    ...model.metadata.flatMap((block) => [
      ...block.fields.flatMap((field) => [field.valueSpan, field.span]),
      block.span,
    ]),
    ...model.sections.flatMap((section) => [section.heading.textSpan, section.heading.span, trimmed(model, section)]),
    { start: 0, end: source.text.length },
  ];
  const around = spans.filter((span) => touches(span, offset) && span.end > span.start);
  around.sort((a, b) => a.end - a.start - (b.end - b.start) || b.start - a.start);
  return nested(around);
}

function trimmed(model: DocumentModel, section: Section): Span {
  const text = model.source.slice(section.span);
  return { start: section.span.start, end: section.span.start + text.trimEnd().length };
}

/** Each must hold the one before it, or the editor refuses the chain. */
function nested(spans: readonly Span[]): readonly Span[] {
  const chain: Span[] = [];
  for (const span of spans) {
    const inner = chain.at(-1);
    const isSame = inner?.start === span.start && inner.end === span.end;
    if (!isSame && (inner === undefined || (span.start <= inner.start && inner.end <= span.end))) chain.push(span);
  }
  return chain;
}
