// `folder`: the documents of the folder that the document stands in, and its subfolders with their counts.
import type { DocumentFacts } from '../../facts/documentFacts.ts';
import { folderOf } from '../../library/pathScope.ts';
import { columnsOf, documentList, documentTable, usedColumns } from '../documentCells.ts';
import { titleOf } from '../fields.ts';
import { joinBlocks, say, type Generator, type GeneratorInput } from '../generator.ts';
import { addressOf, linkTo, tableLines } from '../markdownText.ts';
import { compareNatural } from '../naturalOrder.ts';
import { selectDocuments } from '../selectDocuments.ts';

const defaultColumns = ['title', 'id', 'status', 'updated'];
const readme = /^(?:readme|index)\.(?:md|markdown)$/i;

export const folder: Generator = (input) => {
  const { region, facts, ground } = input;
  const own = folderOf(facts.path);
  const where = { folder: ['.'], ...region.mark.where };
  const found = selectDocuments({ mark: { ...region.mark, where }, path: facts.path, ground, anyKind: true });
  const direct = found.filter(({ path }) => folderOf(path) === own);
  const written = region.mark.columns.length > 0 ? region.mark.columns : usedColumns(defaultColumns, direct, ground);
  const columns = columnsOf(written, input);
  const documents = region.mark.layout === 'list' ? documentList : documentTable;
  return joinBlocks([
    direct.length === 0 ? [] : documents(direct, columns, input),
    subfolderTable(subfoldersOf(found, own), input),
  ]);
};

interface Subfolder {
  readonly name: string;
  readonly path: string;
  readonly count: number;
  readonly readme?: DocumentFacts;
}

/** Of the first level below, each with all that lies below it. */
function subfoldersOf(found: readonly DocumentFacts[], own: string): readonly Subfolder[] {
  const prefix = own === '' ? '' : `${own}/`;
  const counts = new Map<string, { count: number; readme?: DocumentFacts }>();
  for (const facts of found) {
    const rest = facts.path.slice(prefix.length).split('/');
    const [name = '', file = ''] = rest;
    if (rest.length < 2) continue;
    const known = counts.get(name) ?? { count: 0 };
    known.count += 1;
    if (rest.length === 2 && readme.test(file)) known.readme ??= facts;
    counts.set(name, known);
  }
  return [...counts]
    .sort(([a], [b]) => compareNatural(a, b))
    .map(([name, rest]) => ({ name, path: `${prefix}${name}/`, ...rest }));
}

function subfolderTable(subfolders: readonly Subfolder[], { region, facts }: GeneratorInput): readonly string[] {
  if (subfolders.length === 0) return [];
  const hasTitles = subfolders.some((each) => each.readme !== undefined);
  const columns = [
    { label: say(region, 'region.field.folder') },
    ...(hasTitles ? [{ label: say(region, 'region.about') }] : []),
    { label: say(region, 'region.count'), isNumeric: true },
  ];
  const rows = subfolders.map(({ name, path, count, readme: about }) => {
    const address = (to: string): string => addressOf(to, facts.path, region.linkStyle);
    const title = about === undefined ? '' : linkTo(titleOf(about), address(about.path));
    return [linkTo(`${name}/`, address(path)), ...(hasTitles ? [title] : []), String(count)];
  });
  return tableLines(columns, rows);
}
