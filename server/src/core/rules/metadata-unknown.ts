// A metadata key that is a slip of the pen away from one that the template knows and the document lacks.
import { distance } from 'fastest-levenshtein';
import type { BoundDocument } from '../binding/boundDocument.ts';
import type { Finding } from '../finding.ts';
import type { MetadataField } from '../model/documentModel.ts';
import { normalKey } from '../model/headingIdentity.ts';
import type { FieldSpec } from '../template/template.ts';
import type { DocumentRule } from './rule.ts';

const LONGEST_KEY = 40;

export const metadataUnknown: DocumentRule = {
  kind: 'document',
  code: 'metadata-unknown',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  check({ bound }) {
    if (bound === undefined) return [];
    const known = new Set([...bound.fields.values()].flat());
    const lacking = bound.template.fields.filter((spec) => (bound.fields.get(spec) ?? []).length === 0);
    const fields = bound.model.metadata.flatMap((block) => block.fields).filter((field) => !known.has(field));
    const taken = new Set<FieldSpec>();
    return fields.flatMap((field) => {
      const spec = nearest(
        field,
        lacking.filter((candidate) => !taken.has(candidate)),
      );
      if (spec === undefined || isOtherField(field, bound)) return [];
      taken.add(spec);
      return [finding(field, spec)];
    });
  },
};

/** One slip in a short key, two in a long one; a two-letter key has nothing to compare. */
function nearest(field: MetadataField, specs: readonly FieldSpec[]): FieldSpec | undefined {
  const key = field.normalKey;
  if (key.length < 3 || key.length > LONGEST_KEY) return undefined;
  const most = key.length >= 6 ? 2 : 1;
  const ranked = specs
    .map((spec) => ({ spec, slips: distance(key, normalKey(spec.key)) }))
    .filter(({ spec, slips }) => slips > 0 && slips <= most && normalKey(spec.key).length >= 3)
    .toSorted((a, b) => a.slips - b.slips);
  return ranked[0]?.spec;
}

/** 更新日期 is one letter from 创建日期's kin, but it is a word of its own: the template's own keys are no slips. */
function isOtherField(field: MetadataField, { template }: BoundDocument): boolean {
  return template.fields.some((spec) => [spec.key, ...spec.aliases].some((key) => normalKey(key) === field.normalKey));
}

function finding(field: MetadataField, spec: FieldSpec): Finding {
  const near = spec.key;
  return {
    code: metadataUnknown.code,
    severity: metadataUnknown.defaultSeverity,
    message: { key: 'metadata-unknown', args: { key: field.key, near } },
    span: field.keySpan,
    origin: spec.origin,
    fixes: [
      {
        title: { key: 'metadata-unknown.fix', args: { near } },
        edits: [{ span: field.keySpan, newText: near }],
        isPreferred: true,
      },
    ],
    data: { field: spec.id },
  };
}
