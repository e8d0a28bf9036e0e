// The content was changed after the day of the last update that the document states, as far as git can prove it.
import { isArchived } from '../ids/archived.ts';
import { daysBetween, lastDayOf, writeDate } from '../versions/dateForm.ts';
import { lastEdit } from '../versions/lastEdit.ts';
import { defaultMaintenance } from '../versions/maintenanceConfiguration.ts';
import { updatedOf } from '../versions/stated.ts';
import type { LibraryRule } from './rule.ts';

export const dateBehind: LibraryRule = {
  kind: 'library',
  code: 'date-behind',
  defaultSeverity: 'information',
  isFixable: true,
  strictness: 'always',
  check: (context) => {
    const { facts, configuration } = context;
    const stated = updatedOf(facts.fields);
    const edit = stated.length === 0 || isArchived(facts) ? undefined : lastEdit(context);
    if (edit === undefined) return [];
    const { behindDays } = configuration.maintenance ?? defaultMaintenance;
    // Where header and tail state two days, the later one is the claim.
    const latest = stated.reduce((best, each) => (lastDayOf(each.form) > lastDayOf(best.form) ? each : best));
    const days = daysBetween(lastDayOf(latest.form), edit.day);
    if (days <= behindDays) return [];
    const value = writeDate(edit.day, latest.form);
    const args = { key: latest.field.key, found: latest.field.value, day: edit.day, days };
    return [
      {
        code: dateBehind.code,
        severity: dateBehind.defaultSeverity,
        message: { key: edit.isCommitted ? 'date-behind' : 'date-behind.now', args },
        span: latest.span,
        ...(latest.isExact && {
          fixes: [
            {
              title: { key: 'versions.write', args: { value } },
              edits: [{ span: latest.span, newText: value }],
              isPreferred: true,
            },
          ],
        }),
      },
    ];
  },
};
