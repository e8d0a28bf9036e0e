// Applies a derived schema with ajv. Compiled lazily and kept by hash; what ajv throws becomes one violation.
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Instance } from '../binding/boundDocument.ts';
import { compareSeverity, type Origin } from '../finding.ts';
import { constraintOf } from './constraint.ts';
import type { JsonSchema } from './derivedSchema.ts';
import { interpret, type SchemaError } from './interpret.ts';
import { compilePattern } from './pattern.ts';
import { defaultSeverities } from './severities.ts';
import type { Violation } from './violation.ts';

export interface ApplicableSchema {
  readonly json: JsonSchema;
  readonly hash: string;
  /** Where a schema that can not be applied is reported. */
  readonly origin: Origin;
}

/** One violation for each broken constraint. Never throws. */
export function validateInstance(schema: ApplicableSchema, instance: Instance): readonly Violation[] {
  try {
    return violationsOf(compiled(schema)(instance), schema.origin);
  } catch (error) {
    // RangeError: nested too deep. Others: a schema that ajv refuses.
    const detail = error instanceof Error ? error.message : String(error);
    return [notApplicable(schema.origin, detail)];
  }
}

/** What ajv says of a value under a schema of the team's own, kept by hash as all others. Throws for a schema that it refuses. */
export function checkValue(
  schema: { readonly json: JsonSchema; readonly hash: string },
  value: Readonly<Record<string, unknown>>,
): readonly SchemaError[] {
  const known = ownByHash.get(schema.hash) ?? compileOwn(schema.json);
  ownByHash.set(schema.hash, known);
  return known(value);
}

type Check = (value: unknown) => readonly SchemaError[];

/** Constraints of a library are at most some hundred; they are few and stay. */
const mostOwn = 1000;
const ownByHash = new Map<string, Check>();

function compileOwn(json: JsonSchema): Check {
  if (ownByHash.size >= mostOwn) ownByHash.clear();
  try {
    const validate = createAjv({ strictTypes: false }).compile(json);
    return (value) => (validate(value) ? [] : (validate.errors ?? []));
  } catch (error) {
    if (error instanceof EvalError) return (value) => interpret(json, value);
    throw error;
  }
}

// ---- compiling

type Validate = (instance: Instance) => readonly SchemaError[];

/** Schemas of one library are few; more than this means that templates are being edited. */
const mostCompiled = 32;
const compiledByHash = new Map<string, Validate>();

function compiled(schema: ApplicableSchema): Validate {
  const known = compiledByHash.get(schema.hash);
  if (known !== undefined) return known;
  const validate = compile(schema);
  if (compiledByHash.size >= mostCompiled) {
    const [oldest] = compiledByHash.keys();
    if (oldest !== undefined) compiledByHash.delete(oldest);
  }
  compiledByHash.set(schema.hash, validate);
  return validate;
}

function compile({ json }: ApplicableSchema): Validate {
  try {
    const validate = createAjv().compile(json);
    return (instance) => (validate(instance) ? [] : (validate.errors ?? []));
  } catch (error) {
    // The host forbids generated code: the same demands, interpreted (decision 010).
    if (error instanceof EvalError) return (instance) => interpret(json, instance);
    throw error;
  }
}

const linearEngine = Object.assign((pattern: string) => compilePattern(pattern), { code: 'linear' });

/** A new one for each schema: ajv keeps what it compiles. The meta-schema is left to the tests: we wrote the schema. */
function createAjv(options: { readonly strictTypes?: boolean } = {}): Ajv2020 {
  return new Ajv2020({
    strict: true,
    ...options,
    // A required section is described beside, not inside, the constraint that requires it.
    strictRequired: false,
    ownProperties: true,
    allErrors: true,
    verbose: true,
    $data: false,
    validateFormats: false,
    meta: false,
    validateSchema: false,
    logger: false,
    code: { regExp: linearEngine },
  });
}

// ---- errors to violations

function violationsOf(errors: readonly SchemaError[], origin: Origin): readonly Violation[] {
  const broken: Violation[] = [];
  const umbrellas: string[] = [];
  const others: SchemaError[] = [];
  for (const error of errors) {
    const constraint = constraintOf(error.parentSchema);
    if (constraint === undefined) {
      others.push(error);
      continue;
    }
    umbrellas.push(`${error.schemaPath}/`);
    const { keyword, params, instancePath } = error;
    broken.push({ constraint, instanceLocation: instancePath, keyword, params: { ...params } });
  }
  // What is not a branch of a broken constraint speaks of the shape of the instance.
  const foreign = others.find((error) => !umbrellas.some((path) => error.schemaPath.startsWith(path)));
  if (foreign !== undefined) broken.push(notApplicable(origin, `${foreign.instancePath} ${foreign.message ?? ''}`));
  return heaviestOnly(broken);
}

/** Two bounds on one count (template and standard) may both be broken: that is one fault, and the heavier one counts. */
function heaviestOnly(violations: readonly Violation[]): readonly Violation[] {
  const kept = new Map<string, Violation>();
  for (const violation of violations) {
    const { code, subject } = violation.constraint;
    // The property of `required` tells missing siblings apart, the position of `anyOf` groups of alternatives.
    const missing = violation.params['missingProperty'];
    const what = typeof missing === 'string' ? missing : '';
    const key = JSON.stringify([violation.instanceLocation, code, subject ?? '', violation.keyword, what]);
    const known = kept.get(key);
    if (known === undefined || compareSeverity(violation.constraint.severity, known.constraint.severity) < 0) {
      kept.set(key, violation);
    }
  }
  return [...kept.values()];
}

function notApplicable(source: Origin, detail: string): Violation {
  const code = 'schema-not-applicable';
  return {
    constraint: { code, severity: defaultSeverities[code], message: code, source },
    instanceLocation: '',
    keyword: '',
    params: { detail },
  };
}
