// `relations` of the configuration: the team's own types of relations, and more words for the built-in ones.
import type { Node } from 'jsonc-parser';
import type { OwnText, RelationType } from '../relations/relation.ts';
import { builtInTypes, isBuiltIn, normalKeys } from '../relations/relationTypes.ts';
import type { Kind } from './configuration.ts';
import { shown, spanOf, type JsonNarrowing, type JsonProperty } from './jsonNarrowing.ts';

const relationKeys = [
  'label', 'inverse', 'keys', 'headings', 'inverseKeys', 'acyclic', 'statusOrder', 'to', 'from',
] as const; // prettier-ignore

const MOST_TYPES = 50;
const LONGEST_TEXT = 100;

/** The built-in types with what the team adds to them, then its own; undefined where nothing is configured. */
export function narrowRelations(
  node: Node | undefined,
  json: JsonNarrowing,
  kinds: readonly Kind[],
): readonly RelationType[] | undefined {
  if (node === undefined) return undefined;
  const types = new Map(builtInTypes.map((type) => [type.name, type]));
  for (const property of json.properties(node, 'relations').slice(0, MOST_TYPES)) {
    if (/^[a-z][a-z0-9-]{0,40}$/.test(property.key) && property.key !== 'links') {
      types.set(property.key, relationType(property, types.get(property.key), { json, kinds }));
    } else {
      const args = { key: shown(property.key) };
      json.report('config-value-invalid', property.keySpan, { key: 'config-value-invalid.relation-name', args });
    }
  }
  return [...types.values()];
}

interface Ground {
  readonly json: JsonNarrowing;
  readonly kinds: readonly Kind[];
}

function relationType(
  { key: name, value }: JsonProperty,
  builtIn: RelationType | undefined,
  { json, kinds }: Ground,
): RelationType {
  const values = new Map<string, Node>();
  for (const property of json.properties(value, name)) {
    if (relationKeys.some((known) => known === property.key)) values.set(property.key, property.value);
    else json.unknownKey(property, relationKeys);
  }
  const words = (key: string): readonly string[] => normalKeys(textsOf(values.get(key), key, json));
  const flag = (key: string): boolean | undefined => booleanOf(values.get(key), key, json);
  const label = ownTextOf(values.get('label'), 'label', json);
  const inverseLabel = ownTextOf(values.get('inverse'), 'inverse', json);
  const to = kindsOf(values.get('to'), 'to', { json, kinds });
  const from = kindsOf(values.get('from'), 'from', { json, kinds });
  const keys = words('keys');
  return {
    name,
    ...(label && { label }),
    ...(inverseLabel && { inverseLabel }),
    // A type of the team's own is found under its name without further words.
    keys: isBuiltIn(name) ? keys : [...normalKeys([name]), ...keys],
    headings: words('headings'),
    inverseKeys: words('inverseKeys'),
    isAcyclic: flag('acyclic') ?? builtIn?.isAcyclic ?? false,
    followsState: flag('statusOrder') ?? builtIn?.followsState ?? false,
    ...(to && { to }),
    ...(from && { from }),
  };
}

function textsOf(node: Node | undefined, name: string, json: JsonNarrowing): readonly string[] {
  if (node === undefined) return [];
  return json
    .strings(node, name)
    .map(({ value }) => value.trim())
    .filter((text) => text !== '' && text.length <= LONGEST_TEXT);
}

function booleanOf(node: Node | undefined, name: string, json: JsonNarrowing): boolean | undefined {
  const value: unknown = node?.value;
  if (node === undefined || typeof value === 'boolean') return value as boolean | undefined;
  json.invalid(node, name, { key: 'config-value-invalid.boolean' });
  return undefined;
}

/** A text, or one in Chinese and one in English. */
export function ownTextOf(node: Node | undefined, name: string, json: JsonNarrowing): OwnText | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'string' && typeof node.value === 'string') return { zh: node.value, en: node.value };
  const values = new Map<string, string>();
  for (const property of json.properties(node, name)) {
    if (property.key !== 'zh' && property.key !== 'en') {
      json.unknownKey(property, ['zh', 'en']);
      continue;
    }
    const text = json.string(property.value, property.key);
    if (text !== undefined) values.set(property.key, text);
  }
  const zh = values.get('zh') ?? values.get('en');
  const en = values.get('en') ?? values.get('zh');
  return zh === undefined || en === undefined ? undefined : { zh, en };
}

function kindsOf(node: Node | undefined, name: string, { json, kinds }: Ground): readonly Kind[] | undefined {
  if (node === undefined) return undefined;
  const found = json.strings(node, name);
  for (const { value, node: item } of found.filter((entry) => !kinds.includes(entry.value))) {
    const message = { key: 'config-value-invalid.kind', args: { kind: shown(value) } } as const;
    json.report('config-value-invalid', spanOf(item), message);
  }
  const named = found.map(({ value }) => value).filter((kind) => kinds.includes(kind));
  return named.length === 0 ? undefined : named;
}
