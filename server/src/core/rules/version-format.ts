// The document's version is not written as the team writes versions, or is none that can be compared.
import { subjectVersions } from '../classification/subjectVersion.ts';
import type { Finding } from '../finding.ts';
import { isVersionKey, versionsOf, type StatedField } from '../versions/stated.ts';
import { inFormOf, writeVersion, type VersionForm } from '../versions/versionForm.ts';
import type { LibraryRule } from './rule.ts';

export const versionFormat: LibraryRule = {
  kind: 'library',
  code: 'version-format',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  check: ({ facts, configuration }) => {
    const wanted = configuration.maintenance?.versionForm;
    if (wanted === undefined) return [];
    return facts.fields
      .filter(({ normalKey, value }) => isVersionKey(normalKey) && value !== '')
      .flatMap((field) => judge(field, wanted));
  },
};

function judge(field: StatedField, wanted: VersionForm): readonly Finding[] {
  const [stated] = versionsOf([field]);
  const example = writeVersion(wanted);
  if (stated === undefined) {
    // What names a product, or holds a figure, is the version of something else.
    if (/\d|[{[]/.test(field.value) || subjectVersions(field.key, field.value).length > 0) return [];
    return [
      {
        code: versionFormat.code,
        severity: versionFormat.defaultSeverity,
        message: { key: 'version-format.unreadable', args: { found: field.value, example } },
        span: field.valueSpan,
      },
    ];
  }
  const written = writeVersion(stated.form);
  const value = writeVersion(inFormOf(stated.form, wanted));
  if (value === written) return [];
  return [
    {
      code: versionFormat.code,
      severity: versionFormat.defaultSeverity,
      message: { key: 'version-format', args: { found: written, example, value } },
      span: stated.span,
      ...(stated.isExact && {
        fixes: [
          {
            title: { key: 'versions.write', args: { value } },
            edits: [{ span: stated.span, newText: value }],
            isPreferred: true,
          },
        ],
      }),
    },
  ];
}
