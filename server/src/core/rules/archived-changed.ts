// An archived document says something else than when it was archived: it is frozen, and whoever has to change it restores it.
import { documentReview, placeOfReview } from '../review/documentReview.ts';
import { changedSince, type ChangesSince } from '../review/changedSince.ts';
import type { ReviewEvent } from '../review/reviewRecord.ts';
import type { LibraryRule } from './rule.ts';

const MOST_NAMED = 3;

export const archivedChanged: LibraryRule = {
  kind: 'library',
  code: 'archived-changed',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  includesOther: true,
  countsInArchive: true,
  check: (context) => {
    const { facts } = context;
    const record = documentReview(context)?.record;
    const last = record?.events.findLast(({ kind }: ReviewEvent) => kind === 'archive' || kind === 'restore');
    if (record === undefined || last?.kind !== 'archive') return [];
    const changes = changedSince(last.snapshot, facts);
    if (changes === undefined) return [];
    const message = {
      key: 'archived-changed',
      args: { names: namesIn(changes), day: last.at.slice(0, 10), by: last.by },
    } as const;
    const related = [{ message: { key: 'archived-changed.record' }, path: record.path, span: last.span }] as const;
    const heading = changes.sections.find((section) => section.heading !== undefined)?.heading;
    const span = (heading === undefined ? undefined : facts.headings[heading]?.span) ?? placeOfReview(facts);
    return [{ code: archivedChanged.code, severity: archivedChanged.defaultSeverity, message, span, related }];
  },
};

function namesIn({ sections }: ChangesSince): string {
  const names = sections.map(({ name }) => name).filter((name) => name !== '');
  return `${names.slice(0, MOST_NAMED).join('、')}${names.length > MOST_NAMED ? ' …' : ''}`;
}
