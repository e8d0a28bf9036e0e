// A metadata field that the template demands and the document does not have, or has without a value.
import { emptyField } from '../checking/emptyField.ts';
import { findField, findingOf } from '../checking/violationParts.ts';
import type { Fix } from '../finding.ts';
import { insertFields, missingFields } from '../fixes/metadataEdits.ts';
import type { BoundDocument } from '../binding/boundDocument.ts';
import type { Span } from '../sourceText.ts';
import type { FieldSpec } from '../template/template.ts';
import type { SchemaRule } from './rule.ts';

export const metadataMissing: SchemaRule = {
  kind: 'schema',
  code: 'metadata-missing',
  defaultSeverity: 'error',
  isFixable: true,
  strictness: 'by-status',
  report(violation, context) {
    const { bound } = context;
    const spec = findField(context, violation);
    if (bound === undefined || spec === undefined) return undefined;
    const field = bound.fields.get(spec)?.[0];
    if (field !== undefined) return emptyField(violation, context, { spec, field });
    const span = spanFor(spec, bound);
    const message = { key: 'metadata-missing', args: { key: spec.key } } as const;
    return findingOf(violation, context, {
      message,
      ...(span && { span }),
      fixes: fixesFor(spec, bound),
      data: { field: spec.id },
    });
  },
};

/** The first line of the metadata at the end, for a field that belongs there; absent: the header. */
function spanFor(spec: FieldSpec, { model }: BoundDocument): Span | undefined {
  const tail = spec.place === 'tail' ? model.metadata.find((block) => block.place === 'tail') : undefined;
  return tail && model.source.lineSpan(model.source.lineAt(tail.span.start));
}

function fixesFor(spec: FieldSpec, bound: BoundDocument): readonly Fix[] {
  const edits = insertFields([spec], bound);
  if (edits.length === 0) return [];
  const one: Fix = { title: { key: 'metadata-missing.fix', args: { key: spec.key } }, edits, isPreferred: true };
  const all = missingFields(bound);
  if (all.length < 2 || all[0] !== spec) return [one];
  const title = { key: 'metadata-missing.fix-all', args: { count: all.length } } as const;
  return [one, { title, edits: insertFields(all, bound) }];
}
