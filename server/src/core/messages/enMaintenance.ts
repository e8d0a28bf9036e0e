// English texts about what a library needs from the people who keep it.
import type { zhMaintenance } from './zhMaintenance.ts';

export const enMaintenance: Readonly<Record<keyof typeof zhMaintenance, string>> = {
  'maintenance.heading': 'Maintenance of {root}',
  'maintenance.counts':
    '{today}: {documents} {documents:document|documents}, {stale} stale, {suspect} suspect, {waiting} waiting for review, {overdue} overdue, {changed} changed since review, {openThreads} open {openThreads:comment|comments}, {archived} archived',
  'maintenance.healthy': 'No document needs anything',
  'maintenance.group.stale': 'Stale',
  'maintenance.group.suspect': 'Suspect',
  'maintenance.group.waiting': 'Waiting for review',
  'maintenance.group.overdue': 'Review overdue',
  'maintenance.group.changed': 'Changed since review',
  'maintenance.group.feedback': 'Open feedback',
  'maintenance.group.archived': 'Archived',
  'maintenance.trend': 'Work by month',
  'maintenance.stale.age': 'not updated since {day}, longer than allowed',
  'maintenance.stale.subject': 'covers only older versions',
  'maintenance.stale.changed': 'changed since its approval',
  'maintenance.suspect-of': '{path}, on which it depends, changed',
  'maintenance.waiting-for': 'waiting for {names}',
  'maintenance.awaited': '{name}: {count} {count:document|documents}',
  'maintenance.changed-sections': '{count} of {of} sections changed',
  'maintenance.threads': '{count} open {count:comment|comments}',
  'maintenance.column.document': 'Document',
  'maintenance.column.state': 'State',
  'maintenance.column.last': 'Last update',
  'maintenance.column.why': 'Why',
  'maintenance.column.month': 'Month',
  'maintenance.column.added': 'Added',
  'maintenance.column.edited': 'Changed (any document)',
  'maintenance.column.approved': 'Approved',
  'maintenance.cut': 'Only a part of the git history is here; earlier months are left out',
  'maintenance.failed': '{count} {count:document has|documents have} what --fail-on names: {names}',
  'cli.help.maintenance': `Usage: casewright maintenance [folder] [options]

Lists what the whole library needs: documents that are stale, suspect, waiting for review (and for whom), overdue, changed since review, with open feedback, archived; and the work by month (added and changed from git history, approved from review records)
  -f, --format FORMAT     pretty (by default), json or markdown
      --fail-on LIST      exit code 1 where documents are one of these, with commas between: stale, suspect, waiting, overdue, changed, feedback, archived
  -o, --output FILE       write to a file; standard output by default
      --locale zh|en      language

Exit codes: 0 done; 1 what --fail-on names was found; 2 wrong usage or internal error
`,
};
