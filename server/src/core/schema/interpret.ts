// Applies a derived schema without generating code, for hosts that forbid `eval`. Knows the keywords that the derivation
// writes and no others; a property test holds it to ajv.
import type { JsonSchema } from './derivedSchema.ts';
import { compilePattern, type LinearPattern } from './pattern.ts';

/** What ajv says of a broken keyword, as far as it is used here. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON Pointer. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The sub-schema that holds the keyword. */
  readonly parentSchema?: unknown;
  readonly message?: string;
}

/** All errors, those inside of `anyOf` before the `anyOf` itself. Throws for a keyword that it does not know. */
export function interpret(schema: JsonSchema, value: unknown): readonly SchemaError[] {
  return new Interpreter(schema).check({ schema, schemaPath: '#', value, instancePath: '' });
}

interface Place {
  readonly schema: JsonSchema;
  readonly schemaPath: string;
  readonly value: unknown;
  readonly instancePath: string;
}

type Members = Readonly<Record<string, unknown>>;
type Check = (argument: unknown, place: Place) => readonly SchemaError[];

/** Say nothing about the value. */
const silent = new Set(['$schema', '$id', '$comment', '$defs', 'title', 'description']);

class Interpreter {
  readonly #root: JsonSchema;
  readonly #patterns = new Map<string, LinearPattern>();
  readonly #checks: Readonly<Record<string, Check>> = {
    ...simpleChecks,
    pattern: (argument, place) => {
      if (typeof place.value !== 'string' || this.#pattern(String(argument)).test(place.value)) return [];
      return [failure('pattern', place, { pattern: argument })];
    },
    $ref: (argument, place) => {
      const schemaPath = String(argument);
      return this.check({ ...place, schema: this.#resolve(schemaPath), schemaPath });
    },
    properties: (argument, place) => this.#properties(argument, place),
    additionalProperties: (argument, place) => this.#additional(argument, place),
    items: (argument, place) => {
      if (!Array.isArray(place.value)) return [];
      return place.value.flatMap((item: unknown, index) =>
        this.check({
          schema: asSchema(argument),
          schemaPath: `${place.schemaPath}/items`,
          value: item,
          instancePath: `${place.instancePath}/${index}`,
        }),
      );
    },
    contains: (argument, place) => {
      if (!Array.isArray(place.value)) return [];
      const schema = asSchema(argument);
      const isFound = place.value.some(
        (value: unknown) =>
          this.check({ ...place, schema, schemaPath: `${place.schemaPath}/contains`, value }).length === 0,
      );
      return isFound ? [] : [failure('contains', place, { minContains: 1 })];
    },
    allOf: (argument, place) => this.#each(argument, place, 'allOf').flat(),
    anyOf: (argument, place) => {
      const branches = this.#each(argument, place, 'anyOf');
      return branches.some((errors) => errors.length === 0) ? [] : [...branches.flat(), failure('anyOf', place, {})];
    },
    not: (argument, place) => {
      const inner = this.check({ ...place, schema: asSchema(argument), schemaPath: `${place.schemaPath}/not` });
      return inner.length === 0 ? [failure('not', place, {})] : [];
    },
  };

  constructor(root: JsonSchema) {
    this.#root = root;
  }

  check(place: Place): readonly SchemaError[] {
    return Object.entries(place.schema).flatMap(([keyword, argument]) => {
      if (silent.has(keyword)) return [];
      const check = Object.hasOwn(this.#checks, keyword) ? this.#checks[keyword] : undefined;
      if (check === undefined) throw new Error(`unknown keyword ${keyword}`);
      return check(argument, place);
    });
  }

  #each(argument: unknown, place: Place, keyword: string): readonly (readonly SchemaError[])[] {
    const schemas: readonly unknown[] = Array.isArray(argument) ? argument : [];
    return schemas.map((schema, index) =>
      this.check({ ...place, schema: asSchema(schema), schemaPath: `${place.schemaPath}/${keyword}/${index}` }),
    );
  }

  #properties(argument: unknown, place: Place): readonly SchemaError[] {
    const { value } = place;
    if (!isRecord(value) || !isRecord(argument)) return [];
    return Object.entries(argument).flatMap(([name, schema]) =>
      Object.hasOwn(value, name) ? this.#property(name, schema, { ...place, value }, `properties/${escape(name)}`) : [],
    );
  }

  #additional(argument: unknown, place: Place): readonly SchemaError[] {
    const { value, schema } = place;
    if (!isRecord(value)) return [];
    const known = isRecord(schema['properties']) ? schema['properties'] : {};
    return Object.keys(value).flatMap((name) =>
      Object.hasOwn(known, name) ? [] : this.#property(name, argument, { ...place, value }, 'additionalProperties'),
    );
  }

  #property(name: string, schema: unknown, place: Place & { value: Members }, path: string): readonly SchemaError[] {
    return this.check({
      schema: asSchema(schema),
      schemaPath: `${place.schemaPath}/${path}`,
      value: place.value[name],
      instancePath: `${place.instancePath}/${escape(name)}`,
    });
  }

  #pattern(pattern: string): LinearPattern {
    const known = this.#patterns.get(pattern);
    if (known !== undefined) return known;
    const compiled = compilePattern(pattern);
    this.#patterns.set(pattern, compiled);
    return compiled;
  }

  /** Only `#/$defs/<name>` is written by the derivation. */
  #resolve(reference: string): JsonSchema {
    const name = reference.replace('#/$defs/', '');
    const definitions = this.#root['$defs'];
    return asSchema(isRecord(definitions) && Object.hasOwn(definitions, name) ? definitions[name] : undefined);
  }
}

// ---- keywords that look at one value

const simpleChecks: Readonly<Record<string, Check>> = {
  type: (type, place) => (isOfType(place.value, type) ? [] : [failure('type', place, { type })]),
  required: (names, place) => {
    const { value } = place;
    if (!isRecord(value) || !Array.isArray(names)) return [];
    return names
      .filter((name: unknown) => !Object.hasOwn(value, String(name)))
      .map((missingProperty: unknown) => failure('required', place, { missingProperty }));
  },
  enum: (allowedValues, place) =>
    Array.isArray(allowedValues) && allowedValues.includes(place.value)
      ? []
      : [failure('enum', place, { allowedValues })],
  const: (allowedValue, place) => (place.value === allowedValue ? [] : [failure('const', place, { allowedValue })]),
  minimum: (limit, place) =>
    compare(place, typeof place.value === 'number' ? place.value : undefined, { keyword: 'minimum', limit }),
  maximum: (limit, place) =>
    compare(place, typeof place.value === 'number' ? place.value : undefined, { keyword: 'maximum', limit }),
  minItems: (limit, place) =>
    compare(place, Array.isArray(place.value) ? place.value.length : undefined, { keyword: 'minItems', limit }),
  maxItems: (limit, place) =>
    compare(place, Array.isArray(place.value) ? place.value.length : undefined, { keyword: 'maxItems', limit }),
  minLength: (limit, place) =>
    compare(place, typeof place.value === 'string' ? Array.from(place.value).length : undefined, {
      keyword: 'minLength',
      limit,
    }),
  maxLength: (limit, place) =>
    compare(place, typeof place.value === 'string' ? Array.from(place.value).length : undefined, {
      keyword: 'maxLength',
      limit,
    }),
};

function compare(
  place: Place,
  size: number | undefined,
  { keyword, limit }: { readonly keyword: string; readonly limit: unknown },
): readonly SchemaError[] {
  if (size === undefined || typeof limit !== 'number') return [];
  const isMinimum = keyword.startsWith('min');
  if (isMinimum ? size >= limit : size <= limit) return [];
  const comparison = isMinimum ? '>=' : '<=';
  return [failure(keyword, place, keyword.endsWith('imum') ? { comparison, limit } : { limit })];
}

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'object':
      return isRecord(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

function failure(keyword: string, place: Place, params: Members): SchemaError {
  const { instancePath, schemaPath, schema } = place;
  return { keyword, instancePath, schemaPath: `${schemaPath}/${keyword}`, params, parentSchema: schema };
}

function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asSchema(value: unknown): JsonSchema {
  if (!isRecord(value)) throw new Error('not a schema');
  return value;
}

/** RFC 6901, section 3. */
function escape(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}
