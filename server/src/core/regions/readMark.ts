// Comment to mark of a region. The form is that of annotations, whose parser reports what is wrong with it; here it becomes
// values, and the words that only the library can resolve are noted with their places.
import { isMap, isNode, isScalar, isSeq, parseDocument, type Node, type YAMLMap } from 'yaml';
import { nearest } from '../library/jsonNarrowing.ts';
import type { Comment } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import { parseAnnotation } from '../template/annotations.ts';
import { generatorNames, optionsOf, regionKeys, type GeneratorName } from './markKeys.ts';
import type { ReadMark, RegionMark, RegionName, RegionProblem } from './regionMark.ts';

const prefix = /^\s*casewright\s*[:：]/i;
/** The key may stand anywhere in the mark, and a mark that is no right YAML still opens its region. */
const regionKey = /(?:^|[{,\n])[ \t]*["']?region["']?[ \t]*:/;

/** Whether a comment opens a region, right or wrong. */
export function isRegionMark({ text }: Comment): boolean {
  const start = text.length <= LONGEST_MARK ? prefix.exec(text)?.[0].length : undefined;
  return start !== undefined && regionKey.test(text.slice(start));
}

/** As long as an annotation may be. */
const LONGEST_MARK = 8_000;

interface Source {
  readonly map: YAMLMap;
  readonly spanOf: (node: unknown) => Span;
}

/** `comment` is a region's mark. */
export function readMark(comment: Comment): ReadMark {
  const annotation = parseAnnotation(comment);
  const problems = (annotation?.problems ?? []).map(({ message, span }): RegionProblem => ({ message, span }));
  const source = sourceOf(comment);
  if (source === undefined) return { mark: emptyMark, names: [], problems };
  const entry = entryOf(source.map, 'region');
  const { generator, problem } = generatorOf(entry, source);
  const others =
    problem === undefined ? problems : [problem, ...problems.filter((each) => !isAt(each.span, problem.span))];
  const mark = { ...markOf(source), ...(generator && { generator }) };
  return { mark, names: namesOf(source), problems: [...others, ...unheeded(source, generator)] };
}

const emptyMark: RegionMark = {
  where: {},
  columns: [],
  groupBy: [],
  sort: [],
  facets: [],
  steps: [],
  hasHeadings: false,
};

function sourceOf(comment: Comment): Source | undefined {
  const start = prefix.exec(comment.text)?.[0].length ?? 0;
  const document = parseDocument(comment.text.slice(start), { uniqueKeys: true, schema: 'core', logLevel: 'silent' });
  const map: unknown = document.contents;
  if (document.errors.length > 0 || !isMap(map)) return undefined;
  const offset = comment.textSpan.start + start;
  const spanOf = (node: unknown): Span => {
    if (!isNode(node) || !node.range) return comment.span;
    const end = Math.min(node.range[1] + offset, comment.span.end);
    return { start: Math.min(node.range[0] + offset, end), end };
  };
  return { map, spanOf };
}

function isAt(a: Span, b: Span): boolean {
  return a.start === b.start;
}

function generatorOf(
  node: unknown,
  { spanOf }: Source,
): { readonly generator?: GeneratorName; readonly problem?: RegionProblem } {
  const word = textOf(node) ?? '';
  const generator = generatorNames.find((known) => known === word);
  if (generator !== undefined) return { generator };
  const near = nearest(word, generatorNames);
  const span = spanOf(node);
  if (near !== undefined) {
    return { problem: { message: { key: 'region-unknown.generator.near', args: { word, near } }, span, near } };
  }
  const known = generatorNames.join(', ');
  return { problem: { message: { key: 'region-unknown.generator', args: { word, known } }, span } };
}

/** Keys of the form that this generator does nothing with. */
function unheeded({ map, spanOf }: Source, generator: GeneratorName | undefined): readonly RegionProblem[] {
  if (generator === undefined) return [];
  const heeded: readonly string[] = optionsOf[generator];
  return map.items.flatMap(({ key }): RegionProblem[] => {
    const name = textOf(key);
    if (name === undefined || name === 'region' || heeded.includes(name)) return [];
    if (!Object.hasOwn(regionKeys, name) && !foreignKeys.has(name)) return [];
    const args = { name, generator, known: heeded.join(', ') };
    return [{ message: { key: 'region-unknown.option', args }, span: spanOf(key) }];
  });
}

/** Keys of other annotations: the schema lets them pass, a region does nothing with them. */
const foreignKeys = new Set([
  'template', 'version', 'closed', 'unordered', 'title', 'id', 'required', 'aliases', 'repeat', 'oneOf', 'level', 'bounds',
  'languages', 'severity', 'dimension', 'placeholder', 'guidance', 'field', 'fields', 'ignore', 'reason', 'until', 'scope',
]); // prettier-ignore

// ---- values

function markOf(source: Source): RegionMark {
  const at = (name: string): unknown => entryOf(source.map, name);
  const layout = textOf(at('layout'));
  const language = textOf(at('language'));
  const empty = textOf(at('empty'));
  return {
    where: Object.fromEntries(pairsOf(at('where')).map(({ name, value }) => [name, textsOf(value)])),
    columns: columnsOf(at('columns')),
    groupBy: textsOf(at('groupBy')).slice(0, 2),
    sort: textsOf(at('sort')),
    facets: textsOf(at('facets')),
    steps: pairsOf(at('steps')).map(({ name, value }) => ({ label: name, words: textsOf(value) })),
    hasHeadings: textOf(at('headings')) === 'true',
    ...((layout === 'table' || layout === 'list') && { layout }),
    ...((language === 'zh' || language === 'en') && { language }),
    ...(empty !== undefined && empty !== '' && { empty }),
  };
}

function columnsOf(node: unknown): RegionMark['columns'] {
  if (!isMap(node)) return textsOf(node).map((name) => ({ name }));
  return pairsOf(node).map(({ name, value }) => {
    const label = textOf(value);
    return { name, ...(label !== undefined && label !== '' && { label }) };
  });
}

function namesOf({ map, spanOf }: Source): readonly RegionName[] {
  const found: RegionName[] = [];
  const take = (role: RegionName['role'], node: unknown, shift = 0): void => {
    const name = textOf(node)?.slice(shift);
    if (name !== undefined && name !== '') found.push({ role, name, span: wordSpan(spanOf(node), name) });
  };
  const columns = entryOf(map, 'columns');
  for (const node of isMap(columns) ? columns.items.map(({ key }) => key) : itemsOf(columns)) take('field', node);
  for (const node of itemsOf(entryOf(map, 'groupBy'))) take('field', node);
  for (const node of itemsOf(entryOf(map, 'sort'))) take('field', node, textOf(node)?.startsWith('-') === true ? 1 : 0);
  for (const node of itemsOf(entryOf(map, 'facets'))) take('facet', node);
  for (const { name, key, value } of pairsOf(entryOf(map, 'where'))) {
    if (name !== 'kind') take('field', key);
    else for (const node of itemsOf(value)) take('kind', node, textOf(node)?.startsWith('!') === true ? 1 : 0);
  }
  return found;
}

/** The word at the end of its node: quotes and signs before it left out. */
function wordSpan({ start, end }: Span, name: string): Span {
  const quotes = end - start - name.length;
  if (quotes === 1) return { start: start + 1, end };
  return quotes >= 2 ? { start: end - 1 - name.length, end: end - 1 } : { start, end };
}

// ---- nodes

function entryOf(map: YAMLMap, name: string): unknown {
  return map.items.find(({ key }) => textOf(key) === name)?.value;
}

function pairsOf(node: unknown): { readonly name: string; readonly key: unknown; readonly value: unknown }[] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const name = textOf(key);
    return name === undefined || name === '' ? [] : [{ name, key, value }];
  });
}

function itemsOf(node: unknown): readonly unknown[] {
  if (isSeq(node)) return node.items;
  return node === undefined || isMap(node as Node) ? [] : [node];
}

function textsOf(node: unknown): readonly string[] {
  return itemsOf(node).flatMap((item) => {
    const text = textOf(item);
    return text === undefined || text === '' ? [] : [text];
  });
}

/** As it was written where it is a number: `1.0` stays 1.0. */
function textOf(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  const { value } = node;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? (node.source ?? String(value)) : undefined;
}
