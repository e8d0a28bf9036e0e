// The version was raised, and the document's own record of changes says nothing of it.
import { changelogOf, newestOf } from '../versions/changelog.ts';
import { fieldsOf, versionOf } from '../versions/stated.ts';
import { compareVersions, writeVersion, type VersionForm } from '../versions/versionForm.ts';
import type { DocumentRule } from './rule.ts';

export const changelogMissing: DocumentRule = {
  kind: 'document',
  code: 'changelog-missing',
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'by-status',
  check: ({ model }) => {
    const stated = versionOf(fieldsOf(model));
    const log = stated && changelogOf(model);
    const newest = log && newestOf(log);
    // Entries that name no version, or only days, can not lack one.
    if (stated === undefined || log === undefined || newest?.version === undefined) return [];
    if (compareVersions(stated.form, newest.version) <= 0 || isFarBehind(stated.form, newest.version)) return [];
    const args = { version: writeVersion(stated.form), newest: writeVersion(newest.version) };
    return [
      {
        code: changelogMissing.code,
        severity: changelogMissing.defaultSeverity,
        message: { key: 'changelog-missing', args },
        span: log.section.heading.textSpan,
        related: [{ message: { key: 'changelog-missing.stated' }, span: stated.field.valueSpan }],
      },
    ];
  },
};

/** Versions so far apart are those of two things: of the document, and of the project that it tells about. */
function isFarBehind(stated: VersionForm, newest: VersionForm): boolean {
  return (stated.numbers[0] ?? 0) - (newest.numbers[0] ?? 0) > 1;
}
