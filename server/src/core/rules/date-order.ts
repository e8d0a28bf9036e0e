// A document that says it was updated before it was created.
import { createdOf, fieldsOf, updatedOf } from '../versions/stated.ts';
import { firstDayOf, lastDayOf } from '../versions/dateForm.ts';
import type { DocumentRule } from './rule.ts';

export const dateOrder: DocumentRule = {
  kind: 'document',
  code: 'date-order',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'by-status',
  check: ({ model }) => {
    const fields = fieldsOf(model);
    const [created] = createdOf(fields);
    if (created === undefined) return [];
    return updatedOf(fields)
      .filter(({ form }) => lastDayOf(form) < firstDayOf(created.form))
      .map(({ field, span }) => ({
        code: dateOrder.code,
        severity: dateOrder.defaultSeverity,
        message: {
          key: 'date-order',
          args: { updated: field.key, value: field.value, created: created.field.key, earlier: created.field.value },
        },
        span,
        related: [{ message: { key: 'date-order.created' }, span: created.field.valueSpan }],
      }));
  },
};
