// English texts of templates that changed and documents that follow.
import type { zhMigration } from './zhMigration.ts';

export const enMigration: Readonly<Record<keyof typeof zhMigration, string>> = {
  'template-outdated':
    'Written against version {found} of the template, which is {version} now; casewright migrate --diff shows what that means',
  'migration.and': '; ',
  'migration.section-added': 'new section “{name}”',
  'migration.section-removed': 'section “{name}” is no longer demanded; the text stays',
  'migration.section-renamed': 'section “{before}” is called “{name}” now',
  'migration.section-level': 'section “{name}” goes from level {before} to {level}',
  'migration.section-moved': 'section “{name}” stands elsewhere',
  'migration.section-bounds': 'other demands on section “{name}”',
  'migration.field-added': 'new field “{name}”',
  'migration.field-removed': 'field “{name}” is no longer demanded; the text stays',
  'migration.field-renamed': 'field “{before}” is called “{name}” now',
  'cli.migrate.document': '{path}: template {from} → {to}',
  'cli.migrate.done': '{count} of {of} documents migrated',
  'cli.migrate.would': '{count} of {of} documents would be migrated',
  'cli.migrate.no-template': 'Version {version} of the template of {kind} is neither kept nor in the history of git',
  'cli.help.migrate': `Usage: casewright migrate [options] [path ...]

Brings documents that were written against an earlier template to the present one: sections are renamed, moved, put on another
level; new sections and fields are added, marked as not written yet; the template version is raised. Every line of the author
stays, and so do sections that the template no longer demands. Earlier templates come from kept copies
(.casewright/templates/<kind>@<version>.md) or from the history of git.

      --from VERSION      version that the documents were written against; by default what each says
      --dry-run           list what would change, write nothing
      --diff              show the change as a patch, write nothing
  -f, --format pretty|json  output format, pretty by default
  -o, --output FILE       write the result to a file
`,
};
