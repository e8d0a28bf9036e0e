// A metadata key without a value: as good as none where it is required, whatever form the value should have.
import type { Finding } from '../finding.ts';
import { valueFor } from '../fixes/metadataEdits.ts';
import { replaceValue } from '../fixes/valueEdits.ts';
import type { MetadataField } from '../model/documentModel.ts';
import type { RuleContext } from '../rules/rule.ts';
import { defaultSeverities } from '../schema/severities.ts';
import type { Violation } from '../schema/violation.ts';
import type { FieldSpec } from '../template/template.ts';
import { findingOf } from './violationParts.ts';

/** Undefined for an optional field: nobody has to fill it in. */
export function emptyField(
  violation: Violation,
  context: RuleContext,
  { spec, field }: { readonly spec: FieldSpec; readonly field: MetadataField },
): Finding | undefined {
  if (!spec.required) return undefined;
  const value = valueFor(spec, context.language);
  const title = { key: 'metadata-value.fix', args: { value } } as const;
  return findingOf(violation, context, {
    code: 'metadata-missing',
    severity: spec.severity ?? defaultSeverities['metadata-missing'],
    message: { key: 'metadata-empty', args: { key: field.key } },
    span: field.span,
    fixes: [{ title, edits: [replaceValue(field, value)], isPreferred: true }],
    data: { field: spec.id },
  });
}
