// Metadata fields as constraints on `metadata` of the instance: required, values, formats, patterns.
import type { Locale } from '../messages/catalog.ts';
import type { FieldSpec } from '../template/template.ts';
import { constrain, withAll, type Demanded } from './constraint.ts';
import type { JsonSchema } from './derivedSchema.ts';
import { formatPatterns } from './fieldFormats.ts';
import { patternFault } from './pattern.ts';
import type { FieldDemand } from './standardDemands.ts';

/** Schema of the `metadata` object; `demands` are what the standard asks besides. */
export function metadataSchema(
  fields: readonly FieldSpec[],
  demands: readonly FieldDemand[],
  locale: Locale,
): JsonSchema {
  const required = fields.filter((field) => field.required).map((field) => requireField(field, locale));
  const asked = demands.map(({ field, check }) =>
    requireField({ ...field, origin: check.origin }, locale, check.dimension),
  );
  return withAll(
    { type: 'object', properties: Object.fromEntries(fields.map((field) => [field.id, valueSchema(field, locale)])) },
    [...required, ...asked],
  );
}

function requireField(field: FieldSpec, locale: Locale, dimension?: string): JsonSchema {
  const text = { key: 'demand.metadata-missing', args: { key: field.key } } as const;
  const severity = field.required ? field.severity : 'warning';
  return constrain(
    { ...about(field), code: 'metadata-missing', severity, dimension, text },
    { required: [field.id] },
    locale,
  );
}

function about(field: FieldSpec): Pick<Demanded, 'origin' | 'subject' | 'severity'> {
  return {
    origin: field.origin,
    subject: field.id,
    ...(field.severity === undefined ? {} : { severity: field.severity }),
  };
}

function valueSchema(field: FieldSpec, locale: Locale): JsonSchema {
  const title = { type: 'string', title: field.key };
  const described = field.description === undefined ? title : { ...title, description: field.description };
  const form = formOf(field, locale);
  return withAll(described, form.length === 0 && field.required ? [notEmpty(field, locale)] : form);
}

/** A required key without a value is as good as none. */
function notEmpty(field: FieldSpec, locale: Locale): JsonSchema {
  const text = { key: 'demand.metadata-empty', args: { key: field.key } } as const;
  return constrain(
    { ...about(field), code: 'metadata-missing', message: 'metadata-empty', text },
    { minLength: 1 },
    locale,
  );
}

/** At most one constraint on the form, so that one wrong value is one finding: values, else pattern, else format. */
function formOf(field: FieldSpec, locale: Locale): JsonSchema[] {
  // What a value weighs does not follow from what a missing key weighs.
  const { origin, subject } = about(field);
  const values = (field.values ?? []).map(({ value }) => value);
  if (values.length > 0) {
    const text = { key: 'demand.metadata-value', args: { key: field.key, values: values.join(' / ') } } as const;
    return [constrain({ origin, subject, code: 'metadata-value', text }, oneOfValues(values), locale)];
  }
  if (field.pattern !== undefined && patternFault(field.pattern) === undefined) {
    const text = { key: 'demand.metadata-format', args: { key: field.key, format: field.pattern } } as const;
    const assertion = { pattern: wholeValue(field.pattern) };
    return [
      constrain(
        { origin, subject, code: 'metadata-format', message: 'metadata-format.pattern', text },
        assertion,
        locale,
      ),
    ];
  }
  if (field.format === undefined) return [];
  const text = { key: 'demand.metadata-format', args: { key: field.key, format: field.format } } as const;
  const assertion = { pattern: formatPatterns[field.format] };
  const message = `metadata-format.${field.format}` as const;
  return [constrain({ origin, subject, code: 'metadata-format', message, text }, assertion, locale)];
}

/** Patterns of annotations are for the whole value. */
function wholeValue(pattern: string): string {
  return `^(?:${pattern})$`;
}

/**
 * One of the values as written, or with marks around it: `✅ 已完成` is 已完成, `"稳定"` is 稳定.
 * Values that differ in their marks only (🔴 高 / 🟡 高) are taken literally.
 */
export function oneOfValues(values: readonly string[]): JsonSchema {
  const words = values.map(wordsOf);
  const isLoose =
    words.every((word) => word !== '') && new Set(words.map((word) => word.toLowerCase())).size === words.length;
  if (!isLoose) return { enum: [...new Set(values)] };
  const marks = '[^\\p{L}\\p{N}]*';
  const pattern = `^${marks}(?:${words.map(caseless).join('|')})${marks}$`;
  return { anyOf: [{ enum: [...new Set(values)] }, { pattern }] };
}

function wordsOf(value: string): string {
  return value.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
}

/** A pattern for the literal text, ASCII letters in either case. */
function caseless(text: string): string {
  return Array.from(text, (char) => {
    if (/[A-Za-z]/.test(char)) return `[${char.toUpperCase()}${char.toLowerCase()}]`;
    return /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
  }).join('');
}
