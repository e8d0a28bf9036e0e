// `selection`: needs down, the last facet across, and in each cell the documents that fit: 选型指南.
import type { DocumentFacts } from '../../facts/documentFacts.ts';
import { documentLink } from '../documentCells.ts';
import { facetsFor, type NamedField } from '../facetFields.ts';
import { labelOf, say, shownValue, type Generator, type GeneratorInput } from '../generator.ts';
import { tableLines } from '../markdownText.ts';
import { groupBy, selectDocuments } from '../selectDocuments.ts';

/** Rows by at most two facets: more would be read by nobody. */
const MOST_FACETS = 3;

export const selection: Generator = (input) => {
  const { region, facts, ground } = input;
  const found = selectDocuments({ mark: region.mark, path: facts.path, ground });
  const facets = facetsFor(region.mark.facets, found, ground).slice(0, MOST_FACETS);
  const across = facets.length > 1 ? facets.at(-1) : undefined;
  const down = across === undefined ? facets : facets.slice(0, -1);
  if (down.length === 0 || found.length === 0) return [];
  const values = across === undefined ? [] : groupBy(found, across.field);
  const heads = [
    ...down.map(({ name, field }) => ({ label: labelOf(field, name, region) })),
    ...(across === undefined
      ? [{ label: say(region, 'region.fitting') }]
      : values.map(({ value }) => ({ label: wordsOf(value, across, input) }))),
  ];
  const rows = rowsOf(found, down, input).map(({ names, documents }) => {
    if (across === undefined) return [...names, linksOf(documents, input)];
    const groups = new Map(groupBy(documents, across.field).map((group) => [group.key, group.documents]));
    return [...names, ...values.map(({ key }) => linksOf(groups.get(key) ?? [], input))];
  });
  return tableLines(heads, rows);
};

interface Row {
  readonly names: readonly string[];
  readonly documents: readonly DocumentFacts[];
}

function rowsOf(
  documents: readonly DocumentFacts[],
  [first, ...rest]: readonly NamedField[],
  input: GeneratorInput,
): readonly Row[] {
  if (first === undefined) return [{ names: [], documents }];
  return groupBy(documents, first.field).flatMap(({ value, documents: members }) => {
    const name = value === undefined ? say(input.region, 'region.none') : shownValue(value, first.field, input.region);
    return rowsOf(members, rest, input).map((row) => ({ ...row, names: [name, ...row.names] }));
  });
}

/** Plain: table heads are escaped where they are written. */
function wordsOf(value: string | undefined, { field }: NamedField, { region }: GeneratorInput): string {
  return value === undefined ? say(region, 'region.none') : (field.shown?.(value, region.language) ?? value);
}

function linksOf(documents: readonly DocumentFacts[], input: GeneratorInput): string {
  return documents.map((facts) => documentLink(facts, input)).join('<br>');
}
