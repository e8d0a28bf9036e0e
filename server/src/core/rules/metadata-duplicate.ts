// One metadata key given twice: in one block, or in header and tail with different values.
import type { Finding } from '../finding.ts';
import { isIdKey } from '../ids/idKeys.ts';
import { lineWithEnding } from '../fixes/lineEdit.ts';
import type { DocumentModel, MetadataBlock, MetadataField } from '../model/documentModel.ts';
import type { DocumentRule } from './rule.ts';

export const metadataDuplicate: DocumentRule = {
  kind: 'document',
  code: 'metadata-duplicate',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  check: ({ model }) => [...model.metadata.flatMap((block) => twiceInBlock(model, block)), ...disagreements(model)],
};

function twiceInBlock(model: DocumentModel, block: MetadataBlock): readonly Finding[] {
  const seen = new Map<string, MetadataField>();
  const findings: Finding[] = [];
  for (const field of block.fields) {
    const first = seen.get(field.normalKey);
    if (first === undefined) seen.set(field.normalKey, field);
    else findings.push(duplicate(model, first, field));
  }
  return findings;
}

function duplicate(model: DocumentModel, first: MetadataField, second: MetadataField): Finding {
  const isSame = first.value === second.value;
  const line = model.source.lineText(model.source.lineAt(second.span.start)).trim();
  const isAlone =
    line === model.source.slice(second.span).trim() || line === `> ${model.source.slice(second.span)}`.trim();
  return {
    code: metadataDuplicate.code,
    severity: metadataDuplicate.defaultSeverity,
    message: isSame ? { key: 'metadata-duplicate', args: { key: second.key } } : conflict(first, second),
    span: second.span,
    related: [{ message: { key: 'metadata-duplicate.first' }, span: first.span }],
    fixes:
      isSame && isAlone
        ? [
            {
              title: { key: 'metadata-duplicate.fix', args: { key: second.key } },
              edits: [{ span: lineWithEnding(model.source, second.span), newText: '' }],
              isPreferred: true,
            },
          ]
        : [],
    isUnnecessary: isSame,
  };
}

function conflict(first: MetadataField, second: MetadataField): Finding['message'] {
  return { key: 'metadata-duplicate.conflict', args: { key: second.key, first: first.value, second: second.value } };
}

/** Header and tail may both name a key, but then they must agree. Ids are the business of id-mismatch. */
function disagreements(model: DocumentModel): readonly Finding[] {
  const header = model.metadata.filter((block) => block.place !== 'tail').flatMap((block) => block.fields);
  const tail = model.metadata.filter((block) => block.place === 'tail').flatMap((block) => block.fields);
  return tail.flatMap((field) => {
    const first = header.find((other) => other.normalKey === field.normalKey);
    if (first === undefined || first.value === field.value || isIdKey(field.key)) return [];
    return [
      {
        code: metadataDuplicate.code,
        severity: metadataDuplicate.defaultSeverity,
        message: conflict(first, field),
        span: field.span,
        related: [{ message: { key: 'metadata-duplicate.first' }, span: first.span }],
      } as const,
    ];
  });
}
