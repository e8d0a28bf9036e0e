// What a library needs from the people who keep it: which documents are stale, suspect, waiting for a review, archived, which feedback is
// open, and how work went month by month. A value for views and reports; it decides nothing of its own.
import { compareText } from '../finding.ts';
import type { DocumentFacts } from '../facts/documentFacts.ts';
import { isArchived } from '../ids/archived.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { Configuration, Kind } from '../library/configuration.ts';
import { threadsOf } from '../review/comments.ts';
import type { LibraryLife } from '../review/libraryLife.ts';
import { recordOf } from '../review/recordOf.ts';
import type { ReviewState } from '../review/reviewRecord.ts';
import { reviewStatus } from '../review/states.ts';
import { suspectsOf } from '../review/suspects.ts';
import { daysBetween } from '../versions/dateForm.ts';
import { lastAttention } from '../versions/lastEdit.ts';
import { defaultMaintenance, staleDays } from '../versions/maintenanceConfiguration.ts';
import { coverageOf } from '../versions/subjectCoverage.ts';

export interface MaintainedDocument {
  readonly path: string;
  readonly title: string;
  readonly kind: Kind;
  readonly state: ReviewState;
  /** YYYY-MM-DD on which it was changed, or cared for, last, where that is known. */
  readonly lastDay?: string;
  /** Why it is out of date; empty where it is not. */
  readonly stale: readonly StaleReason[];
  /** Paths of documents that changed since it was approved or looked at. */
  readonly suspectOf: readonly string[];
  /** Reviewers who have not answered. */
  readonly waitingFor: readonly string[];
  readonly isOverdue: boolean;
  /** Threads of comments that are not resolved. */
  readonly openThreads: number;
  /** Sections changed since the last approval, of how many; absent where it was never approved. */
  readonly changed?: { readonly sections: number; readonly of: number };
}

/** age: longer untouched than allowed; subject: covers only older versions; changed: changed since its approval. */
export type StaleReason = 'age' | 'subject' | 'changed';

export interface MonthOfWork {
  /** YYYY-MM */
  readonly month: string;
  readonly added: number;
  /** Documents changed last in this month, or in any way where git was asked for that. */
  readonly edited: number;
  readonly approved: number;
}

export interface Maintenance {
  /** Cases, topics and other kinds with a template, by path. */
  readonly documents: readonly MaintainedDocument[];
  /** Oldest first; months without work are left out. */
  readonly months: readonly MonthOfWork[];
  /** Git shows only a part of the past: months before that are missing. */
  readonly isCut: boolean;
}

export interface MaintenanceGround {
  readonly index: LibraryIndex;
  readonly configuration: Configuration;
  readonly life?: LibraryLife;
  /** YYYY-MM-DD; absent: nothing is too old. */
  readonly today?: string;
}

const otherKinds: ReadonlySet<Kind> = new Set(['plan', 'template', 'standard', 'other']);

export function maintenanceOf(ground: MaintenanceGround): Maintenance {
  const kept = [...ground.index.documents.values()].filter(({ kind }) => !otherKinds.has(kind));
  const documents = kept
    .map((facts) => documentOf(facts, ground))
    .sort((one, other) => compareText(one.path, other.path));
  return { documents, months: monthsOf(kept, ground), isCut: ground.life?.history?.isCut === true };
}

function documentOf(facts: DocumentFacts, ground: MaintenanceGround): MaintainedDocument {
  const { index, life, configuration, today } = ground;
  const record = recordOf(facts, index, life);
  const status = reviewStatus(record, facts, { configuration, today });
  const last = lastAttention({ facts, ...(life && { life }), ...(today !== undefined && { today }) });
  const isLaidAside = status.state === 'archived' || isArchived(facts);
  return {
    path: facts.path,
    title: facts.title?.text ?? facts.path,
    kind: facts.kind,
    state: isLaidAside ? 'archived' : status.state,
    ...(last && { lastDay: last.day }),
    stale: isLaidAside
      ? []
      : staleReasons(facts, ground, { last: last?.day, isChanged: status.staleBecause === 'changed' }),
    suspectOf: record === undefined || isLaidAside ? [] : suspectsOf(record, index, today),
    waitingFor: status.waitingFor,
    isOverdue: status.isOverdue,
    openThreads: record === undefined ? 0 : threadsOf(record).filter(({ isResolved }) => !isResolved).length,
    ...(status.changed && { changed: { sections: status.changed.sections.length, of: status.changed.of } }),
  };
}

function staleReasons(
  facts: DocumentFacts,
  { configuration, today }: MaintenanceGround,
  { last, isChanged }: { readonly last: string | undefined; readonly isChanged: boolean },
): readonly StaleReason[] {
  const maintenance = configuration.maintenance ?? defaultMaintenance;
  const most = staleDays(maintenance, facts.kind);
  const isOld = most !== undefined && today !== undefined && last !== undefined && daysBetween(last, today) > most;
  const isOutdated = maintenance.subjects.some(
    ({ name, version }) => coverageOf(facts.fields, name, version)?.isCurrent === false,
  );
  return [...(isOld ? (['age'] as const) : []), ...(isOutdated ? (['subject'] as const) : []), ...(isChanged ? (['changed'] as const) : [])]; // prettier-ignore
}

/** Days of additions and edits are those of git, approvals those of the records. */
function monthsOf(kept: readonly DocumentFacts[], { index, life }: MaintenanceGround): readonly MonthOfWork[] {
  const months = new Map<string, { added: number; edited: number; approved: number }>();
  const count = (day: string, what: 'added' | 'edited' | 'approved', documents = 1): void => {
    const month = months.get(day.slice(0, 7)) ?? { added: 0, edited: 0, approved: 0 };
    month[what] += documents;
    months.set(day.slice(0, 7), month);
  };
  const history = life?.history;
  for (const { path } of kept) {
    const known = history?.documents.get(path);
    if (known === undefined) continue;
    // In a history that is cut everything seems to be added by its oldest commit.
    if (history?.isCut === false) count(known.first, 'added');
    if (known.edited !== undefined && history?.months === undefined) count(known.edited, 'edited');
  }
  for (const at of kept.flatMap((facts) => approvalsOf(recordOf(facts, index, life)))) count(at, 'approved');
  for (const { month, documents } of history?.months ?? []) count(month, 'edited', documents);
  return [...months]
    .map(([month, work]) => ({ month, ...work }))
    .sort((one, other) => compareText(one.month, other.month));
}

function approvalsOf(record: ReturnType<typeof recordOf>): readonly string[] {
  return (record?.events ?? []).filter(({ kind }) => kind === 'approve').map(({ at }) => at);
}

/** How many documents need what, for the head of a report. */
export interface MaintenanceCounts {
  readonly documents: number;
  readonly stale: number;
  readonly suspect: number;
  readonly waiting: number;
  readonly overdue: number;
  readonly archived: number;
  readonly openThreads: number;
  readonly changed: number;
}

export function countsOf({ documents }: Pick<Maintenance, 'documents'>): MaintenanceCounts {
  const count = (is: (document: MaintainedDocument) => boolean): number => documents.filter(is).length;
  return {
    documents: documents.length,
    stale: count(({ stale }) => stale.length > 0),
    suspect: count(({ suspectOf }) => suspectOf.length > 0),
    waiting: count(({ waitingFor }) => waitingFor.length > 0),
    overdue: count(({ isOverdue }) => isOverdue),
    archived: count(({ state }) => state === 'archived'),
    openThreads: documents.reduce((sum, { openThreads }) => sum + openThreads, 0),
    changed: count(({ changed }) => (changed?.sections ?? 0) > 0),
  };
}
