// English texts about versions, dates, changelogs and whether documents are up to date.
import type { zhVersions } from './zhVersions.ts';

export const enVersions: Readonly<Record<keyof typeof zhVersions, string>> = {
  'versions.write': 'Change to {value}',
  'version-format': 'The version “{found}” should be written like “{example}”: {value}',
  'version-format.unreadable': '“{found}” is no version that can be compared, expected one like “{example}”',
  'version-order.changelog': '“{key}” says {found}, the changelog already has {newest}',
  'version-order.fields': '“{key}” says {found}, another place says {newest}',
  'version-order.entry': 'Newest entry of the changelog',
  'version-order.other': 'The other version',
  'changelog-missing': 'The document has version {version}, its changelog ends with {newest}',
  'changelog-missing.stated': 'Version of the document',
  'date-order': '“{updated}” is {value}, before “{created}” with {earlier}',
  'date-order.created': 'Date of creation',
  'date-future': '“{key}” is {found}, a day that has not come yet',
  'date-behind': '“{key}” is {found}, but the content was committed again on {day}, {days} days later',
  'date-behind.now': '“{key}” is {found}, but the content has changes that are not committed',
  'version-behind': 'Version {version} is the same since {since}, but the content was committed again on {day}',
  'version-behind.sections': 'Version {version} was approved on {day}, sections changed since then ({count}): {names}',
  'version-behind.approval': 'Version {version} was approved on {day}, the content has changed since then',
  'document-stale': 'Not updated for {days} days (last on {day}), allowed are {most}',
  'subject-outdated': 'The document covers {name} {covered} only, the current version is {version}',
  'config-value-invalid.version-form':
    '“{key}” must be an example of a version, such as v1.0 or 1.0.0; the value is ignored',
  'config-value-invalid.subject-version':
    'The version of “{key}” must be figures with dots, such as 18 or 1.90; the value is ignored',
};
