// The pattern of a scheme as a form that ids are held against: which have it, what is wrong with those that nearly do.
import type { IdScheme } from './idScheme.ts';

export interface IdForm {
  /** Literal beginning, without a hyphen at its end: SCENARIO, CAP-ARG, PG; empty for ids of numbers alone. */
  readonly prefix: string;
  /** Digits of the number at the end. */
  readonly width: number;
  readonly hasCategory: boolean;
  /** Undefined where the id does not have the form. */
  read(id: string): IdParts | undefined;
}

export interface IdParts {
  /** Everything before the number. */
  readonly stem: string;
  readonly number: number;
}

/** What keeps an id from having the form; `mended` has it. */
export type FormFault =
  | { readonly kind: 'case' | 'width'; readonly mended: string }
  /** `stem` lacks its number. */
  | { readonly kind: 'number'; readonly stem: string }
  | { readonly kind: 'category' | 'form' };

const MAX_PATTERN = 100;
const slot = /(\[-\{[^{}[\]]{1,40}\}\])|\{(N{1,8})\}|\{[^{}[\]]{1,40}\}/g;
const formOf = new WeakMap<IdScheme, IdForm>();

/** Why a pattern can not be used. */
export function faultOfPattern(pattern: string): 'long' | 'empty' | 'number' | undefined {
  if (pattern.length > MAX_PATTERN) return 'long';
  if (pattern.trim() === '' || /\s/.test(pattern)) return 'empty';
  return /\{N{1,8}\}$/.test(pattern) ? undefined : 'number';
}

/** The form of a scheme; its pattern is known to be usable. */
export function idForm(scheme: IdScheme): IdForm {
  const known = formOf.get(scheme);
  if (known !== undefined) return known;
  const form = readForm(scheme.pattern);
  formOf.set(scheme, form);
  return form;
}

function readForm(pattern: string): IdForm {
  const slots = [...pattern.matchAll(slot)];
  const last = slots.at(-1);
  const beforeNumber = last?.[2] === undefined ? pattern : pattern.slice(0, last.index);
  const stem = new RegExp(`^${stemSource(beforeNumber)}$`, 'u');
  const digits = last?.[2]?.length ?? 0;
  const expected = slots.filter(([text, optional]) => optional === undefined && !/^\{N+\}$/.test(text)).length;
  return {
    prefix: pattern.slice(0, slots[0]?.index ?? pattern.length).replace(/[-_]$/, ''),
    width: digits,
    hasCategory: slots.some(([text]) => !/^\{N+\}$/.test(text)),
    read(id) {
      const before = id.slice(0, id.length - digits);
      const number = id.slice(before.length);
      if (!/^\d+$/.test(number) || number.length !== digits) return undefined;
      if (!stem.test(before) || /--|__/.test(before)) return undefined;
      if (expected > 1 && partsBetween(before, pattern) < expected) return undefined;
      return { stem: before, number: Number(number) };
    },
  };
}

/** Neighbouring categories are one run of letters, digits and hyphens, so that no pattern nests a repetition. */
function stemSource(pattern: string): string {
  const run = /[a-z]|\p{Lo}/u.test(pattern.replace(slot, '')) ? String.raw`[\p{L}\p{N}]` : '[A-Z0-9]';
  const runs = `${run}[${run.slice(1, -1)}_-]{0,60}`;
  const joined = pattern.replace(/(?:\{(?!N+\})[^{}[\]]{1,40}\}-){1,8}(?=\{(?!N+\})[^{}[\]]{1,40}\})/g, '');
  let source = '';
  let at = 0;
  for (const match of joined.matchAll(slot)) {
    source += escaped(joined.slice(at, match.index));
    if (match[1] !== undefined) source += `(?:-${runs})?`;
    else source += match[2] === undefined ? runs : String.raw`\d{${String(match[2].length)}}`;
    at = match.index + match[0].length;
  }
  return source + escaped(joined.slice(at));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** Parts of an id that are not literal text of its pattern. */
function partsBetween(stem: string, pattern: string): number {
  const literal = pattern
    .replace(slot, '')
    .split('-')
    .filter((part) => part !== '').length;
  return stem.split('-').filter((part) => part !== '').length - literal;
}

// ---- ids and schemes

/** The scheme that an id belongs to by its beginning, though it may not have its form: the longest prefix wins. */
export function schemeOfId(id: string, schemes: readonly IdScheme[]): IdScheme | undefined {
  const exact = longest(schemes.filter((scheme) => idForm(scheme).read(id) !== undefined));
  return exact ?? longest(schemes.filter((scheme) => beginsLike(id, scheme)));
}

function beginsLike(id: string, scheme: IdScheme): boolean {
  const { prefix } = idForm(scheme);
  if (prefix === '') return isNumeric(id) && partCount(id) === partCount(scheme.pattern);
  const upper = id.toUpperCase();
  if (!upper.startsWith(prefix.toUpperCase())) return false;
  const next = id.charAt(prefix.length);
  return next === '' || /[-_]/.test(next) || (/\d/.test(next) && scheme.pattern.startsWith(`${prefix}{N`));
}

function longest(schemes: readonly IdScheme[]): IdScheme | undefined {
  return schemes.toSorted((a, b) => idForm(b).prefix.length - idForm(a).prefix.length)[0];
}

/** 03-03-18-16 */
export function isNumeric(id: string): boolean {
  return /^[\d.-]+$/.test(id);
}

export function partCount(id: string): number {
  return id.split(/[-_.]/).length;
}

/** What keeps an id of the scheme from being well formed; undefined for one that is. */
export function formFault(id: string, scheme: IdScheme): FormFault | undefined {
  const form = idForm(scheme);
  if (form.read(id) !== undefined) return undefined;
  const upper = id.toUpperCase();
  if (form.read(upper) !== undefined) return { kind: 'case', mended: upper };
  const [, stem = '', digits = ''] = /^(.*?)(\d+)$/.exec(upper) ?? [];
  const padded = `${stem}${String(Number(digits)).padStart(form.width, '0')}`;
  if (digits !== '' && form.read(padded) !== undefined) return { kind: 'width', mended: padded };
  if (lacksCategory(form, stem, digits)) return { kind: 'category' };
  const next = upper.endsWith('-') ? upper : `${upper}-`;
  if (digits.length !== form.width && form.read(`${next}${'1'.padStart(form.width, '0')}`) !== undefined)
    return { kind: 'number', stem: next };
  return { kind: 'form' };
}

/** Whether the id would have the form with one or two more parts before its number. */
function lacksCategory(form: IdForm, stem: string, digits: string): boolean {
  return form.hasCategory && ['X-', 'X-X-'].some((parts) => form.read(`${stem}${parts}${digits}`) !== undefined);
}
