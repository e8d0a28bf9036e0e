// The documents of a library by what they need, and why, as messages: what terminal and Markdown lay out alike.
import type { Message } from '../finding.ts';
import type { MaintainedDocument, Maintenance } from './maintenance.ts';

/** In the order of reports. */
export const maintenanceConcerns = [
  'stale',
  'suspect',
  'waiting',
  'overdue',
  'changed',
  'feedback',
  'archived',
] as const;
export type MaintenanceConcern = (typeof maintenanceConcerns)[number];

export interface MaintenanceGroup {
  readonly concern: MaintenanceConcern;
  readonly documents: readonly MaintainedDocument[];
}

/** Groups with at least one document; a document may be in several. */
export function maintenanceGroups({ documents }: Pick<Maintenance, 'documents'>): readonly MaintenanceGroup[] {
  return maintenanceConcerns
    .map((concern) => ({ concern, documents: documents.filter((document) => isOf(document, concern)) }))
    .filter((group) => group.documents.length > 0);
}

function isOf(document: MaintainedDocument, concern: MaintenanceConcern): boolean {
  switch (concern) {
    case 'stale':
      return document.stale.length > 0;
    case 'suspect':
      return document.suspectOf.length > 0;
    case 'waiting':
      return document.waitingFor.length > 0;
    case 'overdue':
      return document.isOverdue;
    case 'changed':
      return (document.changed?.sections ?? 0) > 0;
    case 'feedback':
      return document.openThreads > 0;
    case 'archived':
      return document.state === 'archived';
  }
}

/** Why a document is in a group; empty where the group says it all. */
export function concernReasons(document: MaintainedDocument, concern: MaintenanceConcern): readonly Message[] {
  const { stale, lastDay, suspectOf, waitingFor, changed, openThreads } = document;
  switch (concern) {
    case 'stale':
      return stale.map((reason) => ({ key: `maintenance.stale.${reason}`, args: { day: lastDay ?? '' } }));
    case 'suspect':
      return suspectOf.map((path) => ({ key: 'maintenance.suspect-of', args: { path } }));
    case 'waiting':
    case 'overdue':
      return waitingFor.length === 0
        ? []
        : [{ key: 'maintenance.waiting-for', args: { names: waitingFor.join(', ') } }];
    case 'changed':
      return changed === undefined
        ? []
        : [{ key: 'maintenance.changed-sections', args: { count: changed.sections, of: changed.of } }];
    case 'feedback':
      return [{ key: 'maintenance.threads', args: { count: openThreads } }];
    case 'archived':
      return [];
  }
}

/** Who is waited for, with the number of documents; those with the most first. */
export function awaitedPeople({
  documents,
}: Pick<Maintenance, 'documents'>): readonly (readonly [name: string, documents: number])[] {
  const people = new Map<string, number>();
  for (const name of documents.flatMap(({ waitingFor }) => waitingFor)) people.set(name, (people.get(name) ?? 0) + 1);
  return [...people].sort(([, one], [, other]) => other - one);
}
