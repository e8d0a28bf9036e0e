// Parameters of requests and notifications: unknown JSON in, narrowed values out, InvalidParams otherwise.
import { ErrorCodes } from 'vscode-languageserver';
import type { Position, Range } from '../core/sourceText.ts';
import { RequestFailure } from './dispatch.ts';
import { isRecord } from './settings.ts';
import { keyOf } from './uris.ts';
import type { TextChange } from './documents.ts';

export type Json = Readonly<Record<string, unknown>>;

export function invalid(what: string): RequestFailure {
  return new RequestFailure(ErrorCodes.InvalidParams, `Invalid parameters: ${what}`);
}

export function record(value: unknown, what = 'params'): Json {
  if (!isRecord(value)) throw invalid(`${what} is not an object`);
  return value;
}

export function text(value: unknown, what: string): string {
  if (typeof value !== 'string') throw invalid(`${what} is not a string`);
  return value;
}

export function optionalText(value: unknown, what: string): string | undefined {
  return value === undefined || value === null ? undefined : text(value, what);
}

/** `params.textDocument.uri`, as a key. */
export function documentUri(params: unknown): string {
  return keyOf(text(record(record(params)['textDocument'], 'textDocument')['uri'], 'textDocument.uri'));
}

/** `params.uri` of our own requests, as a key. */
export function uriOf(params: unknown): string {
  return keyOf(text(record(params)['uri'], 'uri'));
}

export function position(value: unknown, what = 'position'): Position {
  const { line, character } = record(value, what);
  return { line: index(line, `${what}.line`), character: index(character, `${what}.character`) };
}

export function range(value: unknown, what = 'range'): Range {
  const { start, end } = record(value, what);
  return { start: position(start, `${what}.start`), end: position(end, `${what}.end`) };
}

function index(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw invalid(`${what} is not an index`);
  return value;
}

export function list(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(`${what} is not an array`);
  return value;
}

/** Text changes as they came, numbers unchecked; undefined where the shape is wrong. */
export function textChanges(value: unknown): readonly TextChange[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const changes = value.map(textChange);
  return changes.every((change) => change !== undefined) ? changes : undefined;
}

function textChange(value: unknown): TextChange | undefined {
  if (!isRecord(value) || typeof value['text'] !== 'string') return undefined;
  if (value['range'] === undefined) return { text: value['text'] };
  const { start, end } = isRecord(value['range']) ? value['range'] : {};
  return { text: value['text'], range: { start: loosePosition(start), end: loosePosition(end) } };
}

function loosePosition(value: unknown): { line: number; character: number } {
  const { line, character } = isRecord(value) ? value : {};
  return { line: looseNumber(line), character: looseNumber(character) };
}

function looseNumber(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}
