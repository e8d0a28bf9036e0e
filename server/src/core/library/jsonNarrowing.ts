// Reads unknown JSON node by node, with a finding at the exact place for everything that is not as expected.
// It knows JSON and nothing of what the settings mean.
import { distance } from 'fastest-levenshtein';
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Finding, Fix, Message } from '../finding.ts';
import { limits } from '../limits.ts';
import type { Span } from '../sourceText.ts';

export interface JsonProperty {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
}

/** Values longer than this are not shown whole in messages. */
const SHOWN_LENGTH = 60;

/** Collects findings while it reads one JSON text. */
export class JsonNarrowing {
  readonly findings: Finding[] = [];
  #length = 0;

  /** The root value; undefined, with findings, for a text that holds none. Comments and trailing commas are fine. */
  parse(text: string): Node | undefined {
    this.#length = text.length;
    const errors: ParseError[] = [];
    const options = { allowTrailingComma: true, disallowComments: false, allowEmptyContent: true };
    // A byte order mark is a blank to the parser, so that offsets stay those of the file.
    const plain = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
    try {
      const root = parseTree(plain, errors, options);
      for (const error of errors.slice(0, 10)) this.#reportSyntax(error, text.length);
      return root;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.report('config-syntax', { start: 0, end: 0 }, { key: 'config-syntax.deep' });
      return undefined;
    }
  }

  report(code: string, at: Span, message: Message, fixes: readonly Fix[] = []): void {
    // A node left open by an unclosed comment ends one after the text.
    const span = { start: Math.min(at.start, this.#length), end: Math.min(at.end, this.#length) };
    const severity = code === 'config-syntax' ? 'error' : 'warning';
    if (this.findings.length < limits.findingsPerDocument) this.findings.push({ code, severity, message, span, fixes });
  }

  /** Properties of an object; a finding and nothing for any other value. Of a repeated key the last one counts. */
  properties(node: Node, name: string): JsonProperty[] {
    if (node.type !== 'object') {
      this.invalid(node, name, { key: 'config-value-invalid.object' });
      return [];
    }
    const found = new Map<string, JsonProperty>();
    for (const property of node.children ?? []) {
      const read = propertyOf(property);
      if (read === undefined) continue;
      const earlier = found.get(read.key);
      if (earlier !== undefined) {
        this.report('config-duplicate-key', earlier.keySpan, { key: 'config-duplicate-key', args: { key: read.key } });
      }
      found.delete(read.key);
      found.set(read.key, read);
    }
    return [...found.values()];
  }

  string(node: Node, name: string): string | undefined {
    const value: unknown = node.value;
    if (node.type === 'string' && typeof value === 'string') return value;
    this.invalid(node, name, { key: 'config-value-invalid.string' });
    return undefined;
  }

  /** Strings of an array with their nodes; other items are reported and left out. */
  strings(node: Node, name: string): { readonly value: string; readonly node: Node }[] {
    if (node.type !== 'array') {
      this.invalid(node, name, { key: 'config-value-invalid.strings' });
      return [];
    }
    const found: { value: string; node: Node }[] = [];
    for (const item of node.children ?? []) {
      const value = this.string(item, name);
      if (value !== undefined) found.push({ value, node: item });
    }
    return found;
  }

  integer(node: Node, name: string, bounds: { readonly min: number; readonly max: number }): number | undefined {
    const value: unknown = node.value;
    if (typeof value === 'number' && Number.isInteger(value) && value >= bounds.min && value <= bounds.max)
      return value;
    this.invalid(node, name, { key: 'config-value-invalid.count', args: bounds });
    return undefined;
  }

  choice<Value extends string>(node: Node, name: string, values: readonly Value[]): Value | undefined {
    const value: unknown = node.value;
    const found = values.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    const near = typeof value === 'string' ? nearest(value, values) : undefined;
    this.invalid(node, name, { key: 'config-value-invalid.choice', args: { values: values.join(', ') } }, near);
    return undefined;
  }

  unknownKey(property: JsonProperty, known: readonly string[]): void {
    const near = nearest(property.key, known);
    const key = shown(property.key);
    if (near === undefined) {
      this.report('config-unknown-key', property.keySpan, { key: 'config-unknown-key', args: { key } });
      return;
    }
    const fix = replaceBy('config-unknown-key.fix', property.keySpan, near);
    this.report('config-unknown-key', property.keySpan, { key: 'config-unknown-key.near', args: { key, near } }, [fix]);
  }

  /** Reports a value that is not as expected; `near` is offered in its place. */
  invalid(node: Node, name: string, expected: Message, near?: string): void {
    const fixes = near === undefined ? [] : [replaceBy('config-value-invalid.fix', spanOf(node), near)];
    const args = { ...expected.args, key: shown(name) };
    this.report('config-value-invalid', spanOf(node), { key: expected.key, args }, fixes);
  }

  #reportSyntax(error: ParseError, length: number): void {
    const start = Math.min(error.offset, length);
    const span = { start, end: Math.min(start + error.length, length) };
    const detail = wordsOf(printParseErrorCode(error.error));
    this.report('config-syntax', span, { key: 'config-syntax', args: { detail } });
  }
}

export function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

/** User text cut for a message, never inside a surrogate pair. */
export function shown(text: string): string {
  const characters = Array.from(text.slice(0, SHOWN_LENGTH * 2));
  return characters.length > SHOWN_LENGTH ? `${characters.slice(0, SHOWN_LENGTH).join('')}…` : text;
}

/** The name that was probably meant: at most four letters in ten differ. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  if (word.length > SHOWN_LENGTH) return undefined;
  let best: { name: string; away: number } | undefined;
  for (const name of names) {
    const away = distance(word.toLowerCase(), name.toLowerCase());
    if (away <= Math.max(1, Math.floor(name.length * 0.4)) && (best === undefined || away < best.away))
      best = { name, away };
  }
  return best?.name;
}

function propertyOf(node: Node): JsonProperty | undefined {
  const [keyNode, value] = node.children ?? [];
  const key: unknown = keyNode?.value;
  if (keyNode === undefined || value === undefined || typeof key !== 'string') return undefined;
  return { key, keySpan: spanOf(keyNode), value };
}

function replaceBy(key: 'config-unknown-key.fix' | 'config-value-invalid.fix', span: Span, near: string): Fix {
  return { title: { key, args: { near } }, edits: [{ span, newText: JSON.stringify(near) }], isPreferred: true };
}

/** `PropertyNameExpected` as `property name expected`. */
function wordsOf(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
