// Parses `<!-- casewright: … -->` (docs/en/annotations.md). Knows nothing about where an annotation stands.
// Never throws: what is wrong becomes a problem with its exact span, what is right is kept.
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { closest, distance } from 'fastest-levenshtein';
import { isMap, isNode, isScalar, parseDocument, visit, type Document, type YAMLMap } from 'yaml';
import type { Message, Severity } from '../finding.ts';
import type { Comment } from '../model/documentModel.ts';
import { isTooDeepYaml } from '../model/metadata/yamlDepth.ts';
import type { Span } from '../sourceText.ts';
import type { Annotation, AnnotatedField, AnnotationData, Suppression } from './annotation.ts';
import { annotationSchema } from './annotationSchema.ts';
import { measures } from './measure.ts';
import type { TemplateProblem } from './template.ts';
import type { Measure } from './measure.ts';

const prefix = /^\s*casewright\s*[:：]/i;
/** An annotation is a few words; more is a mistake or an attack on the YAML parser. */
const longestAnnotation = 8_000;

/** The annotation that a comment holds; undefined for every other comment. */
export function parseAnnotation(comment: Comment): Annotation | undefined {
  const start = prefix.exec(comment.text)?.[0].length;
  if (start === undefined || isEndMark(comment)) return undefined;
  const yaml = comment.text.slice(start);
  const offset = comment.textSpan.start + start;
  if (yaml.length > longestAnnotation || isTooDeepYaml(yaml)) return empty(comment, [syntaxProblem(comment.span, '')]);
  const document = parseDocument(yaml, { uniqueKeys: true, schema: 'core', logLevel: 'silent' });
  const syntax = document.errors.map((error) =>
    syntaxProblem(
      within({ start: error.pos[0] + offset, end: error.pos[1] + offset }, comment),
      firstLine(error.message),
    ),
  );
  if (syntax.length > 0) return empty(comment, syntax);
  if (!isMap(document.contents))
    return empty(comment, [syntaxProblem(spanOfNode(document.contents, offset) ?? comment.span, '')]);
  const alias = aliasIn(document);
  if (alias !== undefined) return empty(comment, [syntaxProblem(spanOfNode(alias, offset) ?? comment.span, 'alias')]);
  return read(comment, document, { map: document.contents, offset });
}

/** Whether a comment is meant as an annotation, right or wrong. */
export function isAnnotation(comment: Comment): boolean {
  return prefix.test(comment.text) && !isEndMark(comment);
}

const endMark = /^\s*casewright\s*[:：]\s*end\s*$/i;
const LONGEST_END_MARK = 200;

/** Whether a comment ends a generated region: it says nothing else. */
export function isEndMark({ text }: Comment): boolean {
  return text.length <= LONGEST_END_MARK && endMark.test(text);
}

/** YAML aliases can blow a few words up to gigabytes, and nobody needs them here. */
function aliasIn(document: Document): unknown {
  let found: unknown;
  visit(document, {
    Alias: (_key, node) => {
      found = node;
      return visit.BREAK;
    },
  });
  return found;
}

interface Source {
  readonly map: YAMLMap;
  readonly offset: number;
}

function read(comment: Comment, document: Document, source: Source): Annotation {
  const keys = new Map<string, Span>();
  for (const pair of source.map.items) {
    const span = spanOfNode(pair.key, source.offset);
    if (isScalar(pair.key) && span !== undefined) keys.set(String(pair.key.value), span);
  }
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const record = isRecord(value) ? { ...value } : {};
  const problems: TemplateProblem[] = [];
  for (const error of outermostErrors(record)) {
    problems.push(problemOf(error, document, { comment, offset: source.offset }));
    const key = error.path[0] ?? error.unknownKey;
    if (key !== undefined) Reflect.deleteProperty(record, key);
  }
  return { span: comment.span, data: dataOf(record), keys, problems };
}

function empty(comment: Comment, problems: readonly TemplateProblem[]): Annotation {
  return { span: comment.span, data: dataOf({}), keys: new Map(), problems };
}

// ---- validation

interface SchemaError {
  readonly path: readonly string[];
  readonly unknownKey?: string;
  readonly missingKey?: string;
  readonly allowed?: readonly string[];
  readonly keyword: string;
}

let validator: ValidateFunction | undefined;

/** One error per faulty value: the deepest that says what is wrong, not one per alternative of `anyOf`. */
function outermostErrors(record: Readonly<Record<string, unknown>>): readonly SchemaError[] {
  validator ??= new Ajv2020({ allErrors: true, strict: false }).compile(annotationSchema);
  if (validator(record)) return [];
  const errors = (validator.errors ?? []).map(simplify);
  const byPlace = new Map<string, SchemaError>();
  for (const error of errors.filter((candidate) => !errors.some((other) => isDeeper(other, candidate)))) {
    const place = `${error.path.join('/')}\n${error.unknownKey ?? ''}`;
    const known = byPlace.get(place);
    if (known === undefined || known.keyword === 'type') byPlace.set(place, error);
  }
  return [...byPlace.values()];
}

/** Whether `other` says more exactly what is wrong with the value of `error`. */
function isDeeper(other: SchemaError, error: SchemaError): boolean {
  if (error.unknownKey !== undefined || error.missingKey !== undefined) return false;
  const isBelow =
    other.path.length > error.path.length || other.unknownKey !== undefined || other.missingKey !== undefined;
  return other !== error && isBelow && error.path.every((part, index) => part === other.path[index]);
}

function simplify(error: ErrorObject): SchemaError {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const params: Readonly<Record<string, unknown>> = error.params;
  const unknownKey = params['additionalProperty'];
  const missingKey = params['missingProperty'];
  const allowed = params['allowedValues'];
  return {
    path,
    keyword: error.keyword,
    ...(typeof unknownKey === 'string' ? { unknownKey } : {}),
    ...(typeof missingKey === 'string' ? { missingKey } : {}),
    ...(Array.isArray(allowed) ? { allowed: allowed.map(String) } : {}),
  };
}

function problemOf(
  error: SchemaError,
  document: Document,
  place: { comment: Comment; offset: number },
): TemplateProblem {
  const { comment, offset } = place;
  const key = error.path.filter((part) => !/^\d+$/.test(part)).at(-1) ?? '';
  if (error.unknownKey !== undefined) {
    const span = spanOfKey(document, error.path, error.unknownKey, offset) ?? comment.span;
    return { code: 'annotation-key-unknown', severity: 'warning', message: unknownKeyMessage(error), span };
  }
  const node: unknown = document.getIn(pathOf(error.path), true);
  const span = within(spanOfNode(node, offset) ?? comment.span, comment);
  if (error.missingKey !== undefined) {
    return {
      code: 'annotation-value',
      severity: 'error',
      message: { key: 'annotation-value.missing', args: { key: error.missingKey } },
      span,
    };
  }
  if (error.path.length === 0) return syntaxProblem(span, '');
  const expected =
    error.allowed === undefined
      ? expectationOf(key)
      : { key: 'annotation-value.oneOf' as const, args: { key, values: error.allowed.join(', ') } };
  return { code: 'annotation-value', severity: 'error', message: expected, span };
}

function unknownKeyMessage(error: SchemaError): Message {
  const name = error.unknownKey ?? '';
  const known = knownKeys(error.path);
  const near = known.length === 0 ? undefined : closest(name.toLowerCase(), known);
  if (
    near !== undefined &&
    distance(name.toLowerCase(), near.toLowerCase()) <= Math.max(2, Math.floor(name.length / 3))
  ) {
    return { key: 'annotation-key-unknown.near', args: { name, near } };
  }
  return { key: 'annotation-key-unknown', args: { name, known: known.join(', ') } };
}

function knownKeys(path: readonly string[]): readonly string[] {
  const last = path.filter((part) => !/^\d+$/.test(part)).at(-1);
  if (last === undefined) return Object.keys(annotationSchema.properties);
  if (last === 'field' || last === 'fields') return Object.keys(annotationSchema.properties.field.properties);
  if (last === 'bounds') return measures;
  return last === 'repeat' ? ['min', 'max'] : ['min', 'max', 'languages', 'severity'];
}

const flags = new Set(['closed', 'unordered', 'required', 'placeholder']);
const lists = new Set(['aliases', 'languages', 'fields']);

function expectationOf(key: string): Message {
  const args = { key };
  if (flags.has(key)) return { key: 'annotation-value.flag', args };
  if (lists.has(key)) return { key: 'annotation-value.list', args };
  if (key === 'repeat' || key === 'min' || key === 'max' || measures.some((name) => name === key))
    return { key: 'annotation-value.range', args };
  if (key === 'until') return { key: 'annotation-value.date', args };
  if (key === 'bounds' || key === 'field') return { key: 'annotation-value.mapping', args };
  return { key: 'annotation-value', args };
}

function syntaxProblem(span: Span, detail: string): TemplateProblem {
  const message: Message =
    detail === '' ? { key: 'annotation-syntax.mapping' } : { key: 'annotation-syntax', args: { detail } };
  return { code: 'annotation-syntax', severity: 'error', message, span };
}

// ---- spans

function spanOfNode(node: unknown, offset: number): Span | undefined {
  if (!isNode(node) || !node.range) return undefined;
  return { start: node.range[0] + offset, end: node.range[1] + offset };
}

function spanOfKey(document: Document, path: readonly string[], key: string, offset: number): Span | undefined {
  const map: unknown = path.length === 0 ? document.contents : document.getIn(pathOf(path), true);
  if (!isMap(map)) return undefined;
  return spanOfNode(map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)?.key, offset);
}

function pathOf(path: readonly string[]): (string | number)[] {
  return path.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** The YAML parser may point behind the end; a finding never leaves its comment. */
function within(span: Span, comment: Comment): Span {
  const start = Math.max(comment.span.start, Math.min(span.start, comment.span.end));
  return { start, end: Math.max(start, Math.min(span.end, comment.span.end)) };
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').slice(0, 120);
}

// ---- values

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function dataOf(record: Fields): AnnotationData {
  const repeat = repeatOf(record['repeat']);
  const suppression = suppressionOf(record);
  const version = record['version'];
  return {
    ...strings(record, ['template', 'title', 'id', 'oneOf', 'dimension', 'guidance']),
    ...booleans(record, ['closed', 'unordered', 'required', 'placeholder']),
    ...(typeof version === 'string' || typeof version === 'number' ? { version: String(version) } : {}),
    ...(typeof record['level'] === 'number' ? { level: record['level'] } : {}),
    ...severityOf(record['severity']),
    ...(repeat === undefined ? {} : { repeat }),
    ...(suppression === undefined ? {} : { suppression }),
    aliases: stringsOf(record['aliases']),
    languages: stringsOf(record['languages']).map((language) => language.toLowerCase()),
    bounds: boundsOf(record['bounds']),
    fields: [record['field'], ...itemsOf(record['fields'])].flatMap(fieldOf),
    isIgnored: record['ignore'] === true,
  };
}

function strings<Key extends string>(record: Fields, keys: readonly Key[]): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const value = record[key];
    if (typeof value === 'string') found[key] = value;
  }
  return found;
}

function booleans<Key extends string>(record: Fields, keys: readonly Key[]): Partial<Record<Key, boolean>> {
  const found: Partial<Record<Key, boolean>> = {};
  for (const key of keys) {
    const value = record[key];
    if (typeof value === 'boolean') found[key] = value;
  }
  return found;
}

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function severityOf(value: unknown): { readonly severity?: Severity } {
  return value === 'error' || value === 'warning' || value === 'information' || value === 'hint'
    ? { severity: value }
    : {};
}

interface Limits {
  readonly min?: number;
  readonly max?: number;
}

/** `3`, `2..5`, `{min: 2}` to limits; undefined for anything else. */
function limitsOf(value: unknown): Limits | undefined {
  if (typeof value === 'number') return { min: value };
  if (typeof value === 'string') {
    const [min = '', max = ''] = value.split('..');
    return { ...(min === '' ? {} : { min: Number(min) }), ...(max === '' ? {} : { max: Number(max) }) };
  }
  if (!isRecord(value)) return undefined;
  const { min, max } = value;
  return { ...(typeof min === 'number' ? { min } : {}), ...(typeof max === 'number' ? { max } : {}) };
}

function repeatOf(value: unknown): AnnotationData['repeat'] {
  if (value === true) return { min: 1 };
  if (value === false) return { min: 1, max: 1 };
  const limits = limitsOf(value);
  return limits === undefined ? undefined : { ...limits, min: limits.min ?? 1 };
}

function boundsOf(value: unknown): AnnotationData['bounds'] {
  if (!isRecord(value)) return [];
  return measures.flatMap((measure: Measure) => {
    const written = value[measure];
    const limits = limitsOf(written);
    if (limits === undefined) return [];
    const extra = isRecord(written) ? written : {};
    const languages = stringsOf(extra['languages']).map((language) => language.toLowerCase());
    return [{ measure, ...limits, ...(languages.length === 0 ? {} : { languages }), ...severityOf(extra['severity']) }];
  });
}

const formats = ['date', 'version', 'id', 'number', 'url', 'path', 'list'] as const;

function fieldOf(value: unknown): AnnotatedField[] {
  if (!isRecord(value) || typeof value['key'] !== 'string') return [];
  const format = formats.find((name) => name === value['format']);
  const place = value['place'] === 'tail' ? 'tail' : value['place'] === 'header' ? 'header' : undefined;
  const values = valuesOf(value['values']);
  return [
    {
      key: value['key'],
      ...strings(value, ['pattern', 'description']),
      ...booleans(value, ['required']),
      ...severityOf(value['severity']),
      ...(format === undefined ? {} : { format }),
      ...(place === undefined ? {} : { place }),
      ...(values === undefined ? {} : { values }),
      aliases: stringsOf(value['aliases']),
    },
  ];
}

function valuesOf(value: unknown): AnnotatedField['values'] {
  if (Array.isArray(value)) return value.map((item) => ({ value: String(item) }));
  if (!isRecord(value)) return undefined;
  return Object.entries(value).map(([name, description]) => ({
    value: name,
    ...(typeof description === 'string' ? { description } : {}),
  }));
}

function suppressionOf(record: Fields): Suppression | undefined {
  const ignore = record['ignore'];
  const codes = typeof ignore === 'string' ? ignore.split(/[\s,，]+/).filter((code) => code !== '') : stringsOf(ignore);
  if (codes.length === 0) return undefined;
  const scope = record['scope'];
  return {
    codes,
    ...strings(record, ['reason', 'until']),
    scope: scope === 'section' || scope === 'file' ? scope : 'next-line',
  };
}
