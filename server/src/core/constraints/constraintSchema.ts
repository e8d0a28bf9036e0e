// The JSON Schemas that teams write into constraints: only keywords that both validators know, only members that the record
// has, and what is named has to be there, so that a constraint is never passed over in silence.
import { checkValue } from '../schema/validator.ts';
import { contentHash } from '../schema/contentHash.ts';
import type { JsonSchema } from '../schema/derivedSchema.ts';
import { patternFault } from '../schema/pattern.ts';
import type { ConstraintSchema, Subject } from './constraint.ts';

/** Members of each record and their types. */
export const recordMembers: Readonly<Record<Subject, Readonly<Record<string, string>>>> = {
  document: {
    kind: 'string', stage: 'string', language: 'string', path: 'string', folder: 'string', title: 'string', id: 'string',
    status: 'string', lines: 'integer', length: 'integer', codeBlocks: 'integer', tables: 'integer', images: 'integer',
    headings: 'integer', links: 'integer', facets: 'object', fields: 'object',
  },
  gap: {
    path: 'string', title: 'string', area: 'string', done: 'boolean', priority: 'string', items: 'integer', files: 'integer',
  },
  item: {
    path: 'string', kind: 'string', title: 'string', id: 'string', priority: 'string', status: 'string', optional: 'boolean',
    tasks: 'integer', openTasks: 'integer', scheduled: 'boolean', files: 'integer',
  },
}; // prettier-ignore

/** What is wrong with a schema: a keyword or member that is not known, or an argument that is none. */
export interface SchemaFault {
  readonly kind: 'keyword' | 'member' | 'argument' | 'size' | 'pattern';
  readonly word: string;
  readonly near: readonly string[];
}

const MOST_NODES = 500;
const MOST_DEPTH = 12;

type Shape = 'schema' | 'schemas' | 'members' | 'number' | 'pattern' | 'texts' | 'values' | 'value' | 'type' | 'text';

const keywords: Readonly<Record<string, Shape>> = {
  type: 'type', const: 'value', enum: 'values', minimum: 'number', maximum: 'number', minLength: 'number',
  maxLength: 'number', pattern: 'pattern', minItems: 'number', maxItems: 'number', items: 'schema', contains: 'schema',
  properties: 'members', required: 'texts', allOf: 'schemas', anyOf: 'schemas', not: 'schema', title: 'text',
  description: 'text',
}; // prettier-ignore

const schemaKeywords: readonly string[] = Object.keys(keywords);
const types = ['object', 'array', 'string', 'integer', 'number', 'boolean'];

export function faultOf(json: unknown, subject: Subject): SchemaFault | undefined {
  const fault = new SchemaCheck().check(json, 0);
  return fault ?? unknownMember(json, subject);
}

function unknownMember(json: unknown, subject: Subject): SchemaFault | undefined {
  const known = Object.keys(recordMembers[subject]);
  const named = [...membersIn(json)];
  const word = named.find((name) => !known.includes(name));
  return word === undefined ? undefined : { kind: 'member', word, near: known };
}

/** Names at the top of a schema, in its branches too. */
function* membersIn(json: unknown): Generator<string> {
  if (!isRecord(json)) return;
  if (isRecord(json['properties'])) yield* Object.keys(json['properties']);
  if (Array.isArray(json['required'])) yield* json['required'].map(String);
  for (const branch of [json['allOf'], json['anyOf'], json['not']].flat()) yield* membersIn(branch);
}

class SchemaCheck {
  #nodes = 0;

  check(json: unknown, depth: number): SchemaFault | undefined {
    this.#nodes += 1;
    if (depth > MOST_DEPTH || this.#nodes > MOST_NODES) return { kind: 'size', word: '', near: [] };
    if (!isRecord(json)) return argument('{ }');
    for (const [keyword, value] of Object.entries(json)) {
      const shape = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined;
      if (shape === undefined) return { kind: 'keyword', word: keyword, near: schemaKeywords };
      const fault = this.#argument(shape, keyword, value, depth);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }

  #argument(shape: Shape, keyword: string, value: unknown, depth: number): SchemaFault | undefined {
    switch (shape) {
      case 'schema':
        return this.check(value, depth + 1);
      case 'schemas':
        return Array.isArray(value) && value.length > 0 ? this.#each(value, depth) : argument(keyword);
      case 'members':
        return isRecord(value) ? this.#each(Object.values(value), depth) : argument(keyword);
      case 'pattern':
        return typeof value === 'string' ? patternFaultOf(value) : argument(keyword);
      default:
        return isArgument(shape, value) ? undefined : argument(keyword);
    }
  }

  #each(values: readonly unknown[], depth: number): SchemaFault | undefined {
    for (const value of values) {
      const fault = this.check(value, depth + 1);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }
}

function isArgument(shape: Shape, value: unknown): boolean {
  switch (shape) {
    case 'number':
      return typeof value === 'number' && value >= 0;
    case 'texts':
      return Array.isArray(value) && value.every((text) => typeof text === 'string');
    case 'values':
      return Array.isArray(value) && value.length > 0 && value.every(isPlain);
    case 'value':
      return isPlain(value);
    case 'type':
      return typeof value === 'string' && types.includes(value);
    default:
      return typeof value === 'string';
  }
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function argument(word: string): SchemaFault {
  return { kind: 'argument', word, near: [] };
}

function patternFaultOf(pattern: string): SchemaFault | undefined {
  return patternFault(pattern) === undefined ? undefined : { kind: 'pattern', word: pattern, near: [] };
}

/** The schema as it is applied: types of the record put in, what is named is required. */
export function completed(json: JsonSchema, subject: Subject): ConstraintSchema {
  const members = recordMembers[subject];
  const typed: Record<string, unknown> = {};
  const properties = isRecord(json['properties']) ? json['properties'] : {};
  for (const [name, schema] of Object.entries(properties)) {
    const inner = isRecord(schema) ? schema : {};
    typed[name] = {
      type: members[name] ?? 'string',
      ...(name === 'facets' || name === 'fields' ? requiring(inner) : inner),
    };
  }
  const whole = {
    type: 'object',
    ...requiring({ ...json, ...(isRecord(json['properties']) && { properties: typed }) }),
  };
  return { json: whole, hash: contentHash(JSON.stringify(whole)) };
}

function requiring(json: JsonSchema): JsonSchema {
  if (!isRecord(json['properties'])) return json;
  const stated: readonly unknown[] = Array.isArray(json['required']) ? json['required'] : [];
  return { ...json, required: [...new Set([...stated, ...Object.keys(json['properties'])])] };
}

/** What a record breaks of a schema: member and keyword, the first fault first; empty where it holds. */
export function brokenIn(schema: ConstraintSchema, record: Readonly<Record<string, unknown>>): readonly BrokenMember[] {
  return checkValue(schema, record).map(({ instancePath, params }) => {
    const missing = params['missingProperty'];
    const path = instancePath.split('/').slice(1).map(unescaped);
    return typeof missing === 'string' ? { path: [...path, missing], isMissing: true } : { path, isMissing: false };
  });
}

export interface BrokenMember {
  readonly path: readonly string[];
  readonly isMissing: boolean;
}

/** RFC 6901, section 4. */
function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
