// A date of creation or update that has not come yet. Clocks of people differ by a day.
import type { Finding } from '../finding.ts';
import { daysBetween, firstDayOf, writeDate } from '../versions/dateForm.ts';
import { createdOf, updatedOf } from '../versions/stated.ts';
import type { LibraryRule } from './rule.ts';

export const dateFuture: LibraryRule = {
  kind: 'library',
  code: 'date-future',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  check: ({ facts, today }) => {
    if (today === undefined) return [];
    return [...createdOf(facts.fields), ...updatedOf(facts.fields)]
      .filter(({ form }) => daysBetween(today, firstDayOf(form)) > 1)
      .map(({ field, form, span, isExact }): Finding => {
        const value = writeDate(today, form);
        return {
          code: dateFuture.code,
          severity: dateFuture.defaultSeverity,
          message: { key: 'date-future', args: { key: field.key, found: field.value } },
          span,
          ...(isExact && {
            fixes: [{ title: { key: 'versions.write', args: { value } }, edits: [{ span, newText: value }] }],
          }),
        };
      });
  },
};
