// Versions that a document states of itself disagree: two fields, or a field that is behind the newest entry of the changelog.
import type { Finding } from '../finding.ts';
import { changelogOf, newestOf } from '../versions/changelog.ts';
import { type Stated, fieldsOf, versionsOf } from '../versions/stated.ts';
import { compareVersions, inFormOf, writeVersion, type VersionForm } from '../versions/versionForm.ts';
import type { DocumentRule } from './rule.ts';

export const versionOrder: DocumentRule = {
  kind: 'document',
  code: 'version-order',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  check: ({ model }) => {
    const stated = versionsOf(fieldsOf(model));
    if (stated.length === 0) return [];
    const log = changelogOf(model);
    const newest = log && newestOf(log);
    const highest = stated.reduce((best, each) => (compareVersions(each.form, best.form) > 0 ? each : best));
    const { version, span } = newest ?? {};
    if (version !== undefined && span !== undefined && compareVersions(version, highest.form) > 0) {
      return stated.map((each) => ({
        ...behind(each, version, 'version-order.changelog'),
        related: [{ message: { key: 'version-order.entry' }, span }],
      }));
    }
    // One key with two values is the business of metadata-duplicate.
    return stated
      .filter(
        ({ form, field }) => field.normalKey !== highest.field.normalKey && compareVersions(form, highest.form) < 0,
      )
      .map((each) => ({
        ...behind(each, highest.form, 'version-order.fields'),
        related: [{ message: { key: 'version-order.other' }, span: highest.field.valueSpan }],
      }));
  },
};

function behind(
  { form, span, isExact, field }: Stated<VersionForm>,
  newest: VersionForm,
  key: 'version-order.changelog' | 'version-order.fields',
): Finding {
  const value = writeVersion(inFormOf(newest, form));
  return {
    code: versionOrder.code,
    severity: versionOrder.defaultSeverity,
    message: { key, args: { key: field.key, found: writeVersion(form), newest: writeVersion(newest) } },
    span,
    ...(isExact && {
      fixes: [
        { title: { key: 'versions.write', args: { value } }, edits: [{ span, newText: value }], isPreferred: true },
      ],
    }),
  };
}
