// Values of a metadata field: the template's set, with descriptions, and formats that are known.
import type { FieldSpec } from '../../core/template/template.ts';
import { fieldMarkdown } from '../hover.ts';
import { fieldSpecOf } from '../sectionAt.ts';
import { fieldWithValueAt, valueRange } from './fieldValue.ts';
import { sortKey, type Place, type Suggestion } from './suggestion.ts';

export function metadataValues(place: Place): readonly Suggestion[] | undefined {
  const field = fieldWithValueAt(place);
  const spec = field && fieldSpecOf(place.analysis, field);
  if (field === undefined || spec === undefined) return undefined;
  const { range, typed, needsBlank } = valueRange(place, field);
  return valuesOf(spec).map(({ value, description, isSnippet }, index) => ({
    label: isSnippet ? (description ?? value) : value,
    kind: 'value',
    detail: isSnippet ? '' : (description ?? ''),
    documentation: fieldMarkdown(spec, place.found, place.found.view.locale),
    insertText: needsBlank ? ` ${value}` : value,
    isSnippet,
    range,
    filterText: `${typed} ${value}`.trim(),
    sortText: sortKey(index),
  }));
}

interface Value {
  readonly value: string;
  readonly description?: string;
  readonly isSnippet: boolean;
}

function valuesOf(spec: FieldSpec): readonly Value[] {
  const set = (spec.values ?? []).map((entry) => ({ ...entry, isSnippet: false }));
  if (set.length > 0) return set;
  if (spec.format === 'date') {
    return [
      { value: '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE', description: 'YYYY-MM-DD', isSnippet: true },
      { value: '$CURRENT_YEAR年$CURRENT_MONTH月$CURRENT_DATE日', description: 'YYYY年MM月DD日', isSnippet: true },
    ];
  }
  return [];
}
