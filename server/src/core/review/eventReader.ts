// The fields of one event as typed values. Whatever is missing or wrong is reported once, with its place; the caller leaves
// the event out then.
import type { Message } from '../finding.ts';
import type { Span } from '../sourceText.ts';
import { recordLimits } from './recordLimits.ts';
import { nodeSpan, yamlItems, yamlNumber, yamlPairs, yamlText, type YamlPair } from './recordYaml.ts';

export type Report = (message: Message, span: Span) => void;

export interface EventSource {
  /** The whole file. */
  readonly text: string;
  readonly report: Report;
}

/** Reads the mapping of an event, or one inside it. */
export class EventReader {
  /** Whether something that is needed was missing or wrong. */
  isBroken = false;
  /** Of the whole mapping. */
  readonly span: Span;
  readonly #pairs: ReadonlyMap<string, YamlPair>;
  readonly #source: EventSource;

  constructor(pairs: readonly YamlPair[], span: Span, source: EventSource) {
    this.#pairs = new Map(pairs.toReversed().map((pair) => [pair.name, pair]));
    this.span = span;
    this.#source = source;
  }

  has(name: string): boolean {
    return this.#pairs.has(name);
  }

  /** Reports it and marks the event as broken. */
  fail(message: Message, name?: string): void {
    this.isBroken = true;
    this.#source.report(message, this.#spanOf(name));
  }

  /** A text that is not empty. */
  text(name: string, longest: number = recordLimits.name): string {
    const value = this.optionalText(name, longest);
    if (value !== undefined && value !== '') return value;
    if (!this.isBroken) this.fail({ key: 'review-record-invalid.missing', args: { name } }, name);
    return '';
  }

  optionalText(name: string, longest: number = recordLimits.name): string | undefined {
    const pair = this.#pairs.get(name);
    if (pair === undefined) return undefined;
    const value = yamlText(pair.value)?.trim();
    if (value === undefined) this.fail({ key: 'review-record-invalid.text', args: { name } }, name);
    else if (value.length > longest) {
      this.fail({ key: 'review-record-invalid.long', args: { name, max: longest } }, name);
    }
    return value;
  }

  /** Letter by letter, however long; empty where there is none. */
  verbatim(name: string): string {
    const value = yamlText(this.#pairs.get(name)?.value);
    if (value !== undefined) return value;
    this.fail({ key: 'review-record-invalid.text', args: { name } }, name);
    return '';
  }

  /** A line of a file, from 1. */
  position(name: string): number {
    const value = yamlNumber(this.#pairs.get(name)?.value);
    if (value !== undefined && Number.isInteger(value) && value > 0) return value;
    this.fail({ key: 'review-record-invalid.number', args: { name } }, name);
    return 1;
  }

  /** A list of mappings; what is none is left out and reported. */
  mappings(name: string): readonly EventReader[] {
    const items = (yamlItems(this.#pairs.get(name)?.value) ?? []).slice(0, recordLimits.items);
    const found = items.flatMap((item) => {
      const pairs = yamlPairs(item);
      return pairs === undefined ? [] : [new EventReader(pairs, this.#spanOf(name), this.#source)];
    });
    if (found.length < items.length) this.fail({ key: 'review-record-invalid.mapping', args: { name } }, name);
    return found;
  }

  /** A whole number from 0 to 100. */
  count(name: string): number {
    const value = yamlNumber(this.#pairs.get(name)?.value);
    if (value !== undefined && Number.isInteger(value) && value >= 0 && value <= 100) return value;
    this.fail({ key: 'review-record-invalid.number', args: { name } }, name);
    return 0;
  }

  optionalCount(name: string): number | undefined {
    return this.has(name) ? this.count(name) : undefined;
  }

  choice<Value extends string>(name: string, values: readonly Value[], fallback: Value): Value {
    const word = this.text(name);
    const found = values.find((value) => value === word);
    if (found === undefined && word !== '') {
      this.fail({ key: 'review-record-invalid.choice', args: { name, word, values: values.join(', ') } }, name);
    }
    return found ?? fallback;
  }

  /** A list of texts; one text alone is a list of one. Empty where there is none. */
  texts(name: string): readonly string[] {
    const pair = this.#pairs.get(name);
    if (pair === undefined) return [];
    const items = yamlItems(pair.value) ?? [pair.value];
    const found = items.slice(0, recordLimits.items).map((item) => yamlText(item)?.trim());
    const texts = found.filter((text) => text !== undefined && text !== '' && text.length <= recordLimits.name);
    if (texts.length < items.length) this.fail({ key: 'review-record-invalid.texts', args: { name } }, name);
    return texts.filter((text) => text !== undefined);
  }

  /** A mapping of names to texts; empty where there is none. */
  textMap(name: string): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#entries(name, yamlText, 'review-record-invalid.text-map'));
  }

  numberMap(name: string): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#entries(name, yamlNumber, 'review-record-invalid.number-map'));
  }

  /** A list of mappings with one pair each, in order: names may stand twice. */
  pairList(name: string): readonly (readonly [string, string])[] {
    const items = yamlItems(this.#pairs.get(name)?.value);
    if (items === undefined) {
      this.fail({ key: 'review-record-invalid.pairs', args: { name } }, name);
      return [];
    }
    const found = items.slice(0, recordLimits.items).flatMap((item) => {
      const [pair, ...more] = yamlPairs(item) ?? [];
      const value = yamlText(pair?.value);
      return pair === undefined || more.length > 0 || value === undefined ? [] : [[pair.name, value] as const];
    });
    if (found.length < items.length) this.fail({ key: 'review-record-invalid.pairs', args: { name } }, name);
    return found;
  }

  /** The mapping inside; undefined, and reported, where there is none. */
  inner(name: string): EventReader | undefined {
    const pair = this.#pairs.get(name);
    const pairs = yamlPairs(pair?.value);
    if (pairs !== undefined) return new EventReader(pairs, this.#spanOf(name), this.#source);
    this.fail({ key: pair === undefined ? 'review-record-invalid.missing' : 'review-record-invalid.mapping', args: { name } }, name); // prettier-ignore
    return undefined;
  }

  #entries<Value>(
    name: string,
    read: (node: unknown) => Value | undefined,
    key: 'review-record-invalid.text-map' | 'review-record-invalid.number-map',
  ): readonly (readonly [string, Value])[] {
    const pair = this.#pairs.get(name);
    if (pair === undefined) return [];
    const pairs = yamlPairs(pair.value);
    const found = (pairs ?? []).slice(0, recordLimits.items).flatMap((entry) => {
      const value = read(entry.value);
      return value === undefined ? [] : [[entry.name, value] as const];
    });
    if (pairs === undefined || found.length < pairs.length) this.fail({ key, args: { name } }, name);
    return found;
  }

  /** Of the value, else of the key, else of the whole. */
  #spanOf(name: string | undefined): Span {
    const pair = name === undefined ? undefined : this.#pairs.get(name);
    if (pair === undefined) return this.span;
    const value = nodeSpan(pair.value, this.#source.text);
    if (value !== undefined && value.end > value.start) return value;
    return nodeSpan(pair.key, this.#source.text) ?? this.span;
  }
}
