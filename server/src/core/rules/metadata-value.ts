// A metadata value that is none of those that the template allows.
import { emptyField } from '../checking/emptyField.ts';
import { findField, findingOf } from '../checking/violationParts.ts';
import type { Fix, Message } from '../finding.ts';
import { nearestValue, replaceValue } from '../fixes/valueEdits.ts';
import type { MetadataField } from '../model/documentModel.ts';
import type { SchemaRule } from './rule.ts';

const MOST_OFFERED = 8;
const MOST_NAMED = 12;

export const metadataValue: SchemaRule = {
  kind: 'schema',
  code: 'metadata-value',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  report(violation, context) {
    const spec = findField(context, violation);
    const field = spec && context.bound?.fields.get(spec)?.[0];
    if (spec === undefined || field === undefined) return undefined;
    if (field.value === '') return emptyField(violation, context, { spec, field });
    const values = (spec.values ?? []).map(({ value }) => value);
    const near = nearestValue(field.value, values);
    return findingOf(violation, context, {
      message: messageFor(field, values, near),
      span: field.valueSpan.end > field.valueSpan.start ? field.valueSpan : field.span,
      fixes: fixesFor(alike(context.bound?.fields.get(spec) ?? [], field), values, near),
      data: { field: spec.id },
    });
  },
};

function messageFor(field: MetadataField, values: readonly string[], near: string | undefined): Message {
  const args = { key: field.key, found: field.value };
  if (near !== undefined) return { key: 'metadata-value.near', args: { ...args, near } };
  const named = values.slice(0, MOST_NAMED).join(' / ') + (values.length > MOST_NAMED ? ' …' : '');
  return { key: 'metadata-value', args: { ...args, values: named } };
}

/** A value that stands twice, in the header and at the end, is changed in both places. */
function alike(fields: readonly MetadataField[], field: MetadataField): readonly MetadataField[] {
  return fields.filter((other) => other.value === field.value);
}

/** The probable value is preferred; without one, each value is offered and none is. */
function fixesFor(
  fields: readonly MetadataField[],
  values: readonly string[],
  near: string | undefined,
): readonly Fix[] {
  const offered = near === undefined ? values : [near, ...values.filter((value) => value !== near)];
  return offered.slice(0, MOST_OFFERED).map((value) => ({
    title: { key: 'metadata-value.fix', args: { value } },
    edits: fields.map((field) => replaceValue(field, value)),
    ...(value === near ? { isPreferred: true } : {}),
  }));
}
