// Reads YAML front matter: every leaf a field with its exact span; keys of nested mappings are joined with a dot.
import type { Yaml } from 'mdast';
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, Pair, YAMLMap } from 'yaml';
import type { SourceText, Span } from '../../sourceText.ts';
import type { MetadataField, ModelProblem } from '../documentModel.ts';
import { normalKey } from '../normalKey.ts';
import { spanOf } from '../plainText.ts';
import { isTooDeepYaml } from './yamlDepth.ts';

export interface YamlReading {
  readonly fields: readonly MetadataField[];
  readonly problems: readonly ModelProblem[];
}

const MAXIMUM_DEPTH = 8;

/** What can be read of a broken front matter comes back with the problem. */
export function readYamlFields(node: Yaml, source: SourceText): YamlReading {
  const whole = spanOf(node);
  const firstLine = source.lineAt(whole.start);
  const base = source.lineStart(firstLine + 1);
  const end = Math.max(base, source.lineStart(source.lineAt(whole.end)));
  const text = source.text.slice(base, end);
  if (isTooDeepYaml(text))
    return {
      fields: [],
      problems: [{ kind: 'front-matter-invalid', span: source.lineSpan(firstLine), detail: 'too deep' }],
    };
  try {
    const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
    const fields = isMap(document.contents) ? readMap(document.contents, { source, base, prefix: '', depth: 0 }) : [];
    const error = document.errors[0];
    if (error === undefined) return { fields, problems: [] };
    const start = Math.min(base + error.pos[0], end);
    const span = source.lineSpan(source.lineAt(start));
    return { fields, problems: [{ kind: 'front-matter-invalid', span, detail: error.message }] };
  } catch (error) {
    // Nested deeper than the YAML parser's stack.
    const detail = error instanceof Error ? error.message : String(error);
    return { fields: [], problems: [{ kind: 'front-matter-invalid', span: source.lineSpan(firstLine), detail }] };
  }
}

interface Context {
  readonly source: SourceText;
  readonly base: number;
  readonly prefix: string;
  readonly depth: number;
}

function readMap(map: YAMLMap, context: Context): MetadataField[] {
  return map.items.flatMap((pair) => readPair(pair, context));
}

function readPair(pair: Pair, context: Context): MetadataField[] {
  const { source, base, prefix, depth } = context;
  const keySpan = rangeOf(pair.key, base);
  // Broken YAML makes the parser invent empty keys; a key that nobody wrote is no field.
  if (!isScalar(pair.key) || keySpan === undefined || keySpan.start === keySpan.end) return [];
  const key = prefix + String(pair.key.value);
  if (isMap(pair.value) && pair.value.items.length > 0 && depth < MAXIMUM_DEPTH) {
    return readMap(pair.value, { ...context, prefix: `${key}.`, depth: depth + 1 });
  }
  const after = afterColon(source, keySpan.end);
  const valueSpan = rangeOf(pair.value, base) ?? { start: after, end: after };
  const isEmpty = valueSpan.start === valueSpan.end;
  const span = { start: keySpan.start, end: Math.max(isEmpty ? after : valueSpan.end, after) };
  const items = isSeq(pair.value) ? { items: pair.value.items.map(textOf) } : {};
  return [
    {
      key,
      normalKey: normalKey(key),
      value: textOf(pair.value),
      ...items,
      span,
      keySpan,
      valueSpan: isEmpty ? { start: after, end: after } : valueSpan,
      separator: source.text.slice(keySpan.end, isEmpty ? after : valueSpan.start),
    },
  ];
}

function rangeOf(node: unknown, base: number): Span | undefined {
  const range = isNode(node) ? node.range : undefined;
  return range ? { start: base + range[0], end: base + range[1] } : undefined;
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

/** Right after the colon that follows a key. */
function afterColon(source: SourceText, keyEnd: number): number {
  const rest = source.text.slice(keyEnd, source.lineSpan(source.lineAt(keyEnd)).end);
  const match = /^["']?\s*:/.exec(rest);
  return keyEnd + (match?.[0].length ?? 0);
}

/** As the author wrote it: `1.0` stays 1.0 and a date stays a date. */
function textOf(node: unknown): string {
  if (isScalar(node)) return node.value === null ? '' : (node.source ?? JSON.stringify(node.value)).trim();
  if (isSeq(node)) return node.items.map(textOf).join(', ');
  return isMap(node) ? node.items.map((pair) => `${textOf(pair.key)}: ${textOf(pair.value)}`).join(', ') : '';
}
