// A document that nobody changed or approved for longer than the team allows for its kind.
import { isArchived } from '../ids/archived.ts';
import { daysBetween } from '../versions/dateForm.ts';
import { defaultMaintenance, staleDays } from '../versions/maintenanceConfiguration.ts';
import { lastAttention } from '../versions/lastEdit.ts';
import type { LibraryRule } from './rule.ts';

export const documentStale: LibraryRule = {
  kind: 'library',
  code: 'document-stale',
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'always',
  check: (context) => {
    const { facts, configuration, today } = context;
    const most = staleDays(configuration.maintenance ?? defaultMaintenance, facts.kind);
    if (most === undefined || today === undefined || isArchived(facts)) return [];
    const last = lastAttention(context);
    if (last === undefined) return [];
    const days = daysBetween(last.day, today);
    if (days <= most) return [];
    return [
      {
        code: documentStale.code,
        severity: documentStale.defaultSeverity,
        message: { key: 'document-stale', args: { days, most, day: last.day } },
        span: last.span ?? facts.title?.span ?? { start: 0, end: facts.sizes.firstLineEnd },
      },
    ];
  },
};
