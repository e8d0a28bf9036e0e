// English texts of archiving and restoring documents.
import type { zhArchive } from './zhArchive.ts';

export const enArchive: Readonly<Record<keyof typeof zhArchive, string>> = {
  'kind.tombstone': 'archived; its text is in {path}',
  'tombstone.title': '{title} (archived)',
  'tombstone.status': 'Status',
  'tombstone.date': 'Archived on',
  'tombstone.by': 'Archived by',
  'tombstone.reason': 'Reason',
  'tombstone.moved': 'This document was archived and is now here: ',
  'tombstone.successor': 'Read instead: ',
  'archive.retired-note': 'archived on {day}',
  'archive.unknown': '“{path}” is no document of the library',
  'archive.unreadable': '“{path}” can not be read',
  'archive.is-tombstone': 'Only the note of the archive stands here; the document is in “{path}”',
  'archive.is-archived': '“{path}” is in the archive folder already',
  'archive.merge-conflict': '“{path}” holds conflict markers; resolve the conflict before you archive it',
  'archive.too-large': '“{path}” is too large to be archived',
  'archive.in-use':
    '“{path}” is the template or review standard of {kind}; name another file in the configuration first',
  'archive.excluded':
    'The archive folder “{folder}” is left out by exclude or .gitignore, so that nothing in it would be checked; change exclude or archive.folder',
  'archive.no-successor':
    'The document that is to take its place, “{path}”, does not exist or is the archived one itself',
  'archive.record-conflict': 'The review record “{path}” holds a merge conflict; resolve it first',
  'archive.record-syntax': 'The review record “{path}” is no valid YAML; mend it first',
  'archive.somebody': 'unnamed',
  'archived-changed':
    'Changed after it was archived ({day}, {by}): {names}; archived documents stay as they are, restore it to change it',
  'archived-changed.record': 'record of the archiving',
  'archived-linked': 'The link leads to “{title}”, which is archived',
  'archived-linked.successor': 'The link leads to “{title}”, which is archived and replaced by “{next}”',
  'archive.no-id': 'The document has no id that could be retired',
  'archive.no-list': 'Id {id} was not put into the list of retired ids: “{path}” can not be read',
  'archive.no-status': 'The document has no status field; its status was left alone',
  'archive.renamed': 'The archive holds a file of that name already; the document goes to “{path}”',
  'restore.unknown': '“{path}” is no document of the library',
  'restore.not-archived': '“{path}” has no record of being archived and is not in the archive folder',
  'restore.taken': 'There is another file at “{path}” now; move or rename it, then restore again',
  'restore.no-record':
    'There is no record of the archiving: the document goes back and links follow; status and words in plans have to be changed by hand',
  'restore.changed-line':
    'Line {line} of “{path}” was changed after the archiving and is not put back; check it by hand',
  'cli.archive.one': 'Name one document',
  'cli.archive.outside': '“{path}” is not in the library',
  'cli.archive.refused': '{detail}',
  'cli.archive.moved': 'moved {from} → {to}',
  'cli.archive.changed': 'changed {path}',
  'cli.archive.created': 'created {path}',
  'cli.archive.removed': 'removed {path}',
  'cli.archive.undone': '“{path}” could not be written ({detail}); everything was undone, no file is changed',
  'cli.archive.half-done':
    '“{path}” could not be written ({detail}), nor could all be undone; these files are changed: {files}',
  'cli.help.archive': `Usage: casewright archive [options] <document>

Lays a document aside: moves it to the archive, sets its status, leaves a note in its place; links, plans, generated regions,
the list of retired ids and the review record follow.

      --reason TEXT       why, for the note and the review record
      --successor FILE    the document that takes its place
      --by NAME           who does it; git's user.name by default
      --dry-run           list what would change, write nothing
      --diff              show the change as a patch, write nothing
  -f, --format pretty|json  output format, pretty by default
  -o, --output FILE       write the result to a file
`,
  'cli.help.restore': `Usage: casewright restore [options] <archived document, or the note in its old place>

Undoes archiving: the document goes back, and every file that archiving changed is as it was; lines that somebody changed
since are left and listed.

      --by NAME           who does it; git's user.name by default
      --dry-run           list what would change, write nothing
      --diff              show the change as a patch, write nothing
  -f, --format pretty|json  output format, pretty by default
  -o, --output FILE       write the result to a file
`,
};
