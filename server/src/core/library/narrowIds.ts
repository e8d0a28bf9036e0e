// The key `ids` of the configuration to values; whatever is wrong is left out and reported at its place.
import type { Node } from 'jsonc-parser';
import { faultOfPattern } from '../ids/idForm.ts';
import type { IdsConfiguration, IdScheme, RetiredId } from '../ids/idScheme.ts';
import type { Origin } from '../finding.ts';
import type { Span } from '../sourceText.ts';
import { spanOf, type JsonNarrowing } from './jsonNarrowing.ts';
import { scopePath } from './pathScope.ts';

export interface NarrowedIds {
  readonly ids: IdsConfiguration;
  /** Where documents are named. */
  readonly references: readonly {
    readonly path: string;
    readonly role: 'idStandard' | 'retiredIds';
    readonly span: Span;
  }[];
}

/** What is read, and the lines of its text: findings name them. */
export interface IdsSource {
  readonly json: JsonNarrowing;
  readonly originOf: (node: Node) => Origin;
}

/** Keys of `ids` and of one scheme; schemas/config.schema.json describes each (a test compares). */
export const idsKeys = ['standard', 'schemes', 'retired', 'retiredFile'] as const;
export const schemeKeys = ['pattern', 'name', 'folders', 'kind', 'range'] as const;
const MAX_SCHEMES = 500;
const MAX_IDS = 5_000;
const MAX_TEXT = 100;
const MAX_NUMBER = 99_999_999;

export function narrowIds(node: Node, source: IdsSource): NarrowedIds {
  const { json } = source;
  const values = known(node, 'ids', idsKeys, json);
  const references: NarrowedIds['references'][number][] = [];
  const path = (key: 'standard' | 'retiredFile', role: 'idStandard' | 'retiredIds'): string | undefined => {
    const value = values.get(key);
    const scoped = value && scopedPath(value, key, json);
    if (value !== undefined && scoped !== undefined) references.push({ path: scoped, role, span: spanOf(value) });
    return scoped;
  };
  const standard = path('standard', 'idStandard');
  const retiredFile = path('retiredFile', 'retiredIds');
  const ids = {
    ...(standard !== undefined && { standard }),
    ...(retiredFile !== undefined && { retiredFile }),
    schemes: schemesOf(values.get('schemes'), source),
    retired: retiredOf(values.get('retired'), source),
    allocations: [],
  };
  return { ids, references };
}

function schemesOf(node: Node | undefined, source: IdsSource): readonly IdScheme[] {
  if (node === undefined) return [];
  if (node.type !== 'array') {
    source.json.invalid(node, 'schemes', { key: 'config-value-invalid.schemes' });
    return [];
  }
  return (node.children ?? []).slice(0, MAX_SCHEMES).flatMap((item) => schemeOf(item, source));
}

function schemeOf(node: Node, source: IdsSource): readonly IdScheme[] {
  const { json } = source;
  const values = known(node, 'schemes', schemeKeys, json);
  const patternNode = values.get('pattern');
  if (patternNode === undefined) {
    if (node.type === 'object') json.invalid(node, 'schemes', { key: 'config-value-invalid.schemes' });
    return [];
  }
  const pattern = json.string(patternNode, 'pattern');
  if (pattern === undefined) return [];
  if (faultOfPattern(pattern) !== undefined) {
    json.invalid(patternNode, 'pattern', { key: 'config-value-invalid.id-pattern' });
    return [];
  }
  const text = (key: 'name' | 'kind'): string | undefined => {
    const value = values.get(key);
    return value && json.string(value, key)?.trim().slice(0, MAX_TEXT);
  };
  const folders = values.get('folders');
  const [name, kind] = [text('name'), text('kind')];
  const range = rangeOf(values.get('range'), source);
  return [
    {
      pattern,
      folders: folders === undefined ? [] : foldersOf(folders, json),
      origin: source.originOf(patternNode),
      ...(name !== undefined && { name }),
      ...(kind !== undefined && { kind }),
      ...(range && { range }),
    },
  ];
}

function foldersOf(node: Node, json: JsonNarrowing): readonly string[] {
  return json.strings(node, 'folders').flatMap(({ value, node: item }) => {
    const path = scoped(value, item, json);
    return path === undefined || path === '' ? [] : [path.replace(/\/+$/, '')];
  });
}

/** `[1, 199]` */
function rangeOf(node: Node | undefined, { json, originOf }: IdsSource): IdScheme['range'] {
  if (node === undefined) return undefined;
  const [from, to] = (node.type === 'array' ? (node.children ?? []) : []).map((item): unknown => item.value);
  const isNumber = (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_NUMBER;
  if (isNumber(from) && isNumber(to) && from <= to && node.children?.length === 2)
    return { from, to, origin: originOf(node) };
  json.invalid(node, 'range', { key: 'config-value-invalid.range' });
  return undefined;
}

function retiredOf(node: Node | undefined, { json, originOf }: IdsSource): readonly RetiredId[] {
  if (node === undefined) return [];
  return json
    .strings(node, 'retired')
    .slice(0, MAX_IDS)
    .map(({ value, node: item }) => ({ id: value.trim(), origin: originOf(item) }))
    .filter(({ id }) => id !== '' && id.length <= MAX_TEXT);
}

function scopedPath(node: Node, name: string, json: JsonNarrowing): string | undefined {
  const text = json.string(node, name);
  return text === undefined ? undefined : scoped(text, node, json);
}

function scoped(text: string, node: Node, json: JsonNarrowing): string | undefined {
  const found = scopePath(text);
  if (found.isInside) return found.path;
  const args = { path: text.slice(0, MAX_TEXT) };
  json.report('config-path-outside', spanOf(node), { key: 'config-path-outside', args });
  return undefined;
}

function known(node: Node, name: string, keys: readonly string[], json: JsonNarrowing): ReadonlyMap<string, Node> {
  const values = new Map<string, Node>();
  for (const property of json.properties(node, name)) {
    if (keys.includes(property.key)) values.set(property.key, property.value);
    else json.unknownKey(property, keys);
  }
  return values;
}
