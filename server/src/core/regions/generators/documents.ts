// `documents`: a table or a list of documents, in groups where the mark asks for them.
import type { DocumentFacts } from '../../facts/documentFacts.ts';
import { columnsOf, documentList, documentTable, usedColumns } from '../documentCells.ts';
import { fieldNamed, type Field } from '../fields.ts';
import { groupTitle, joinBlocks, say, shownValue, type Generator, type GeneratorInput } from '../generator.ts';
import { groupBy, selectDocuments } from '../selectDocuments.ts';

/** Where the mark names no columns: what the documents say of themselves. */
const defaultColumns = ['id', 'title', 'difficulty', 'status', 'updated'];

export const documents: Generator = (input) => {
  const { region, facts, ground } = input;
  const found = selectDocuments({ mark: region.mark, path: facts.path, ground });
  if (found.length === 0) return [];
  const written = region.mark.columns.length > 0 ? region.mark.columns : usedColumns(defaultColumns, found, ground);
  const columns = columnsOf(written, input);
  const isList = region.mark.layout === 'list';
  const fields = region.mark.groupBy.flatMap((name) => fieldNamed(name, ground) ?? []);
  if (isList && !region.mark.hasHeadings) return nestedList(found, fields, { ...input, columns });
  return joinBlocks(
    groupsOf(found, fields, input).flatMap(({ titles, members }) => [
      ...titles.map((title) => [title]),
      isList ? documentList(members, columns, input) : documentTable(members, columns, input),
    ]),
  );
};

interface TitledGroup {
  readonly titles: readonly string[];
  readonly members: readonly DocumentFacts[];
}

/** With headings each level has its own; in bold one line names both. */
function groupsOf(
  found: readonly DocumentFacts[],
  fields: readonly Field[],
  input: GeneratorInput,
): readonly TitledGroup[] {
  const [first, second] = fields;
  const { region } = input;
  if (first === undefined) return [{ titles: [], members: found }];
  return groupBy(found, first).flatMap(({ value, documents: members }) => {
    const name = nameOf(value, first, input);
    const titled = (title: string, depth: number, count: number): string =>
      groupTitle(say(region, 'region.group', { name: title, count }), depth, region);
    if (second === undefined) return [{ titles: [titled(name, 1, members.length)], members }];
    return groupBy(members, second).map((inner, index) => {
      const innerName = nameOf(inner.value, second, input);
      const own = inner.documents;
      if (!region.mark.hasHeadings) return { titles: [titled(`${name} / ${innerName}`, 1, own.length)], members: own };
      const outer = index === 0 ? [titled(name, 1, members.length)] : [];
      return { titles: [...outer, titled(innerName, 2, own.length)], members: own };
    });
  });
}

function nestedList(
  found: readonly DocumentFacts[],
  [first, ...rest]: readonly Field[],
  input: GeneratorInput & { readonly columns: ReturnType<typeof columnsOf>; readonly indent?: string },
): readonly string[] {
  const { columns, indent = '', region } = input;
  if (first === undefined) return documentList(found, columns, { ...input, indent });
  return groupBy(found, first).flatMap(({ value, documents: members }) => [
    `${indent}- **${say(region, 'region.group', { name: nameOf(value, first, input), count: members.length })}**`,
    ...nestedList(members, rest, { ...input, indent: `${indent}  ` }),
  ]);
}

/** Markdown already. */
function nameOf(value: string | undefined, field: Field, { region }: GeneratorInput): string {
  return value === undefined ? say(region, 'region.none') : shownValue(value, field, region);
}
