// A metadata value that has not the form which the template gives: a date, a version, an id, a pattern.
import { emptyField } from '../checking/emptyField.ts';
import { findField, findingOf } from '../checking/violationParts.ts';
import { normalDate, replaceValue } from '../fixes/valueEdits.ts';
import type { Fix } from '../finding.ts';
import type { MetadataField } from '../model/documentModel.ts';
import type { FieldSpec } from '../template/template.ts';
import type { SchemaRule } from './rule.ts';

export const metadataFormat: SchemaRule = {
  kind: 'schema',
  code: 'metadata-format',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  report(violation, context) {
    const spec = findField(context, violation);
    const field = spec && context.bound?.fields.get(spec)?.[0];
    if (spec === undefined || field === undefined) return undefined;
    if (field.value === '') return emptyField(violation, context, { spec, field });
    const args = {
      key: field.key,
      found: field.value,
      ...(spec.pattern === undefined ? {} : { pattern: spec.pattern }),
    };
    return findingOf(violation, context, {
      message: { key: violation.constraint.message, args },
      span: field.valueSpan.end > field.valueSpan.start ? field.valueSpan : field.span,
      fixes: fixesFor(spec, field),
      data: { field: spec.id },
    });
  },
};

function fixesFor(spec: FieldSpec, field: MetadataField): readonly Fix[] {
  const value = spec.format === 'date' ? normalDate(field.value) : undefined;
  if (value === undefined) return [];
  const title = { key: 'metadata-format.fix', args: { value } } as const;
  return [{ title, edits: [replaceValue(field, value)], isPreferred: true }];
}
