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
  'bump.basis.approval': 'Compared with {version} as it was approved on {day}',
  'bump.basis.commit': 'Compared with the content of {day}, when {version} was written',
  'bump.basis.none': 'There is nothing older to compare with; a small change is assumed',
  'bump.unchanged': 'The content is the same',
  'bump.removed': 'Sections removed ({count}): {names}',
  'bump.added': 'Sections added ({count}): {names}',
  'bump.text': 'Sections changed ({count}): {names}',
  'bump.change.added': 'Added {names}',
  'bump.change.changed': 'Updated {names}',
  'bump.change.removed': 'Removed {names}',
  'bump.no-version': 'The document does not state its own version; add a line “Document version” to its metadata first',
  'cli.bump.usage': 'bump needs a document',
  'cli.bump.no-version': '“{path}” does not state its own version; add a line “Document version” to its metadata first',
  'cli.bump.done': '{path}: {current} → {version}',
  'cli.bump.would': '{path}: {current} → {version} (not written)',
  'cli.bump.parts': 'versions: {versions}, dates: {dates}',
  'cli.bump.changelog': 'an entry was added to the changelog',
  'cli.bump.no-changelog': 'the document has no changelog; --changelog begins one',
  'cli.bump.contents': 'the table of contents was updated',
  'cli.option-date': '{option} must be a date such as 2026-01-31, not “{value}”',
  'cli.help.bump': `Usage: casewright bump <document ...> [options]

Compares the document with what it said when its version was written (the last approval on record, or git), proposes
which part of the version to raise, and writes everything at once: version, dates, changelog, contents, each in the
form that the document uses.

      --level LEVEL      major, minor or patch; as proposed by default
  -m, --message TEXT     text for the changelog; the sections that changed by default, nothing for an empty text
      --changelog        begin a changelog where there is none
      --date DATE        date of the update; today by default
      --dry-run          say what would be done, write nothing
      --diff             show the difference, write nothing
  -f, --format NAME      pretty (default) or json
`,
  'bump.done': 'Version raised from {current} to {version}',
};
