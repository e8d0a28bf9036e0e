// `select` of one constraint: which documents, gaps or items it is about. Words that nothing can have are reported.
import { getNodeValue, type Node } from 'jsonc-parser';
import type { Select, Subject } from '../constraints/constraint.ts';
import { completed, faultOf } from '../constraints/constraintSchema.ts';
import type { JsonSchema } from '../schema/derivedSchema.ts';
import type { Kind } from './configuration.ts';
import { refusalOfGlob } from './globs.ts';
import { nearest, shown, spanOf, type JsonNarrowing } from './jsonNarrowing.ts';

const subjects = ['document', 'gap', 'item'] as const;
const stages = ['draft', 'normal', 'ready'] as const;
const priorities = ['P0', 'P1', 'P2', 'P3', 'P4'] as const;
const itemKinds = ['new-case', 'existing-case', 'case', 'topic', 'task', 'document'] as const;

/** Which members each subject has. */
const selectKeys: Readonly<Record<Subject, readonly string[]>> = {
  document: ['of', 'kind', 'stage', 'path', 'status', 'facets', 'fields', 'where'],
  gap: ['of', 'path', 'priority', 'where'],
  item: ['of', 'kind', 'path', 'priority', 'status', 'where'],
};

export interface SelectGround {
  readonly json: JsonNarrowing;
  readonly kinds: readonly Kind[];
}

/** Everything for no `select`: all documents. */
export function narrowSelect(node: Node | undefined, { json, kinds }: SelectGround): Select | undefined {
  if (node === undefined) return { of: 'document' };
  const properties = json.properties(node, 'select');
  const ofNode = properties.find(({ key }) => key === 'of')?.value;
  const of = ofNode === undefined ? 'document' : json.choice<Subject>(ofNode, 'of', subjects);
  if (of === undefined) return undefined;
  const values = new Map<string, Node>();
  for (const property of properties) {
    if (selectKeys[of].includes(property.key)) values.set(property.key, property.value);
    else json.unknownKey(property, selectKeys[of]);
  }
  const words = (name: string, known?: readonly string[]): readonly string[] | undefined =>
    wordsOf(values.get(name), { name, json, ...(known && { known }) });
  return {
    of,
    ...member('kind', words('kind', of === 'document' ? kinds : itemKinds)),
    ...member('stage', words('stage', stages)),
    ...member('priority', words('priority', priorities)),
    ...member('status', words('status')),
    ...member('path', globsOf(values.get('path'), json)),
    ...member('facets', membersOf(values.get('facets'), 'facets', json)),
    ...member('fields', membersOf(values.get('fields'), 'fields', json)),
    ...member('where', whereOf(values.get('where'), of, json)),
  };
}

/** A member that is there only with a value. */
function member<Name extends keyof Select>(name: Name, value: Select[Name] | undefined): Partial<Pick<Select, Name>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Pick<Select, Name>>); // the name of the value
}

interface Words {
  readonly name: string;
  readonly json: JsonNarrowing;
  /** The only words that mean anything. */
  readonly known?: readonly string[];
}

/** One word or a list of them. */
function wordsOf(node: Node | undefined, { name, json, known }: Words): readonly string[] | undefined {
  if (node === undefined) return undefined;
  const found = node.type === 'array' ? json.strings(node, name) : [{ value: json.string(node, name), node }];
  return found.flatMap(({ value, node: at }) => {
    if (value === undefined) return [];
    if (known === undefined || known.includes(value)) return [value];
    const near = nearest(value, known);
    json.invalid(at, name, { key: 'config-value-invalid.choice', args: { values: known.join(', ') } }, near);
    return [];
  });
}

function globsOf(node: Node | undefined, json: JsonNarrowing): readonly string[] | undefined {
  const globs = wordsOf(node, { name: 'path', json });
  if (node === undefined || globs === undefined) return undefined;
  for (const glob of globs) {
    const refusal = refusalOfGlob(glob);
    if (refusal === undefined) continue;
    const message = { key: `config-glob-unsafe.${refusal}`, args: { glob: shown(glob) } } as const;
    json.report('config-glob-unsafe', spanOf(node), message);
  }
  return globs;
}

function membersOf(node: Node | undefined, name: string, json: JsonNarrowing): Select['facets'] {
  if (node === undefined) return undefined;
  const entries = json
    .properties(node, name)
    .map(({ key, value }) => [key, wordsOf(value, { name: key, json }) ?? []] as const);
  return Object.fromEntries(entries);
}

function whereOf(node: Node | undefined, of: Subject, json: JsonNarrowing): Select['where'] {
  if (node === undefined) return undefined;
  const value: unknown = getNodeValue(node);
  const fault = faultOf(value, of);
  if (fault === undefined) return completed(value as JsonSchema, of); // checked: an object of known keywords
  const message = { key: 'config-constraint.where', args: { word: shown(fault.word) } } as const;
  json.report('config-constraint', spanOf(node), message);
  return undefined;
}
