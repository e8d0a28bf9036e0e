// English texts of changes made in the roadmap: why one could not be written to the plan.
import type { zhRoadmapChange } from './zhRoadmapChange.ts';

export const enRoadmapChange: Readonly<Record<keyof typeof zhRoadmapChange, string>> = {
  'roadmap.change.box-gone': 'The plan has changed: there is no task box here any more',
  'roadmap.change.unread':
    'With this change the plan would no longer be read as the same items; edit line {line} by hand',
  'roadmap.change.no-status': 'The plan has no place that states the status of this item',
  'roadmap.change.no-priority': 'The plan has no place that states the priority of this item',
  'roadmap.change.inherited-priority':
    'Priority {priority} comes from the heading on line {line}: drag the item to another group to change it',
  'roadmap.change.priority-left': 'Line {line} still lists it under {priority}',
  'roadmap.change.no-milestone': 'The plan has no place that states the milestone of this item',
  'roadmap.change.no-group': 'The plan has no such group',
  'roadmap.change.no-place': 'This group has no list that the item could be put into',
  'roadmap.change.other-form':
    'Items of this group are written in another form (list or heading), so the item can not be moved',
  'roadmap.rename.invalid': 'A name must not be empty, nor hold line breaks, bars, backticks or asterisks',
  'roadmap.rename.taken': 'The plan already has an item of that name',
  'inlay.lines': '→ actually {lines} {lines:line|lines}',
  'inlay.lines.why': '{path} has {lines} {lines:line|lines} now',
  'inlay.total': '→ adds up to {figure}',
  'inlay.total.why': '{scope}: {count} {count:place adds|places add} up to {figure}',
  'lens.progress': '{complete} of {of} complete',
  'lens.progress-drift': '{complete} of {of} complete · {drift} with drift',
  'action.take-file-state': 'Take the state of the file: {state} ({why})',
};
