// The metadata field whose value the cursor is in, and what a value that is taken there replaces.
import type { MetadataField } from '../../core/model/documentModel.ts';
import type { Range } from '../../core/sourceText.ts';
import type { Place } from './suggestion.ts';

/** The field whose value the cursor is in, or right behind it on the same line. */
export function fieldWithValueAt({ analysis, offset }: Place): MetadataField | undefined {
  const { source, metadata } = analysis.model;
  const line = source.lineAt(offset);
  return metadata
    .flatMap((block) => block.fields)
    .filter((field) => field.keySpan.end < offset && source.lineAt(field.keySpan.start) === line)
    .findLast((field) => source.slice({ start: field.valueSpan.end, end: offset }).trim() === '');
}

export interface ValueRange {
  readonly range: Range;
  /** The value as it stands. */
  readonly typed: string;
  /** A blank belongs between the colon and the value. */
  readonly needsBlank: boolean;
}

/** The whole value. */
export function valueRange({ analysis, offset, before }: Place, { valueSpan }: MetadataField): ValueRange {
  const { source } = analysis.model;
  const isEmpty = valueSpan.start === valueSpan.end;
  return {
    range: source.rangeOf({ start: isEmpty ? offset : valueSpan.start, end: Math.max(valueSpan.end, offset) }),
    typed: source.slice(valueSpan),
    needsBlank: isEmpty && !/\s$/.test(before),
  };
}
