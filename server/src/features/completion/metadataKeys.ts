// Metadata keys that the template names and the document does not have, in the document's own way of writing them.
import { renderMessage } from '../../core/messages/render.ts';
import type { MetadataBlock } from '../../core/model/documentModel.ts';
import type { FieldSpec } from '../../core/template/template.ts';
import { fieldMarkdown } from '../hover.ts';
import { escapeSnippet } from '../plainMarkdown.ts';
import { rangeOnLine, sortKey, type Place, type Suggestion } from './suggestion.ts';

/** A line that may become a field: nothing yet, or the marks of one and the beginning of a key. */
const beginning = /^\uFEFF?(\s*(?:>\s?)?(?:[-*]\s)?)(\*{0,2})([^\s:：*|#`][^:：*|#`]{0,40})?$/;

export function metadataKeys(place: Place): readonly Suggestion[] | undefined {
  const { analysis } = place;
  const match = beginning.exec(place.before);
  if (match === null || analysis.bound === undefined || !isInHeader(place)) return undefined;
  const block = nearestBlock(place);
  const isBlank = place.before.trim() === '';
  // On a line of its own below the header anything may follow; only inside a block a blank line means a field.
  if (isBlank && !isInsideBlock(place, block)) return undefined;
  const absent = [...analysis.bound.fields].filter(
    ([spec, fields]) => fields.length === 0 && spec.place === (block?.place === 'tail' ? 'tail' : 'header'),
  );
  return absent.map(([spec], index) => suggest(place, spec, block, index));
}

function suggest(place: Place, spec: FieldSpec, block: MetadataBlock | undefined, index: number): Suggestion {
  const { found } = place;
  const insertText = fieldSnippet(spec, block);
  return {
    label: spec.key,
    kind: 'field',
    detail: renderMessage({ key: spec.required ? 'hover.required' : 'hover.optional' }, found.view.locale),
    documentation: fieldMarkdown(spec, found, found.view.locale),
    insertText,
    isSnippet: true,
    range: rangeOnLine(place, place.before.startsWith('\uFEFF') ? 1 : 0, place.after.startsWith('**') ? 2 : 0),
    filterText: `${place.before}${spec.key}`,
    sortText: sortKey(spec.required ? index : index + 500),
  };
}

function fieldSnippet(spec: FieldSpec, block: MetadataBlock | undefined): string {
  const key = escapeSnippet(spec.key);
  const value = valueSnippet(spec);
  switch (block?.dialect) {
    case 'yaml':
      return `${key}: ${value}`;
    case 'bold-lines':
      return `**${key}${separatorOf(block)}${value}  `;
    case 'table':
      return `| ${key} | ${value} |`;
    case 'list':
    case 'section':
      return `- ${key}: ${value}`;
    case 'plain-lines':
      return `${key}: ${value}`;
    case 'quote-list':
      return `> - **${key}**: ${value}`;
    case 'quote':
    case undefined:
      return `> **${key}${block === undefined ? '**: ' : separatorOf(block)}${value}`;
  }
}

/** As the fields beside it are written: `**: `, `:** `, `**：`. */
function separatorOf(block: MetadataBlock): string {
  const separator = block.fields.find((field) => field.separator.includes('**'))?.separator ?? '**: ';
  return escapeSnippet(separator);
}

function valueSnippet(spec: FieldSpec): string {
  if (spec.values !== undefined && spec.values.length > 0) {
    const choices = spec.values.map(({ value }) => value.replace(/[\\,|$}]/g, '\\$&'));
    return `\${1|${choices.join(',')}|}`;
  }
  if (spec.format === 'date') return '${1:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}';
  return `\${1:${escapeSnippet(spec.placeholder ?? '')}}`;
}

/** Before the first H2, or in a tail block. */
function isInHeader({ analysis, offset }: Place): boolean {
  const { sections, metadata } = analysis.model;
  const first = sections.find((section) => section.level >= 2);
  const isBefore = first === undefined || offset <= first.span.start;
  return (
    isBefore ||
    metadata.some((block) => block.place === 'tail' && block.span.start <= offset && offset <= block.span.end + 2)
  );
}

function nearestBlock({ analysis, offset }: Place): MetadataBlock | undefined {
  const { metadata } = analysis.model;
  const holding = metadata.find((block) => block.span.start <= offset && offset <= block.span.end + 2);
  return holding ?? metadata.find((block) => block.place === 'header') ?? metadata[0];
}

function isInsideBlock({ offset }: Place, block: MetadataBlock | undefined): boolean {
  return block !== undefined && block.span.start <= offset && offset <= block.span.end + 2;
}
