// The status that a document states is not the one that its review record comes to.
import { stateOfStatus } from '../checking/statusWords.ts';
import type { DocumentFacts, FactField } from '../facts/documentFacts.ts';
import type { Finding } from '../finding.ts';
import { documentReview, statusFieldOf } from '../review/documentReview.ts';
import type { ReviewState } from '../review/reviewRecord.ts';
import { statusTextOf } from '../review/stateWords.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

export const reviewStateDiffers: LibraryRule = {
  kind: 'library',
  code: 'review-state-differs',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'always',
  check: (context) => {
    const { facts, configuration, life } = context;
    const field = life === undefined ? undefined : statusFieldOf(facts);
    const stated = field && stateOfStatus(field.value.slice(0, 200), configuration);
    if (field === undefined || stated === undefined) return [];
    const review = documentReview(context);
    const event = review?.status.event;
    if (review === undefined || event === undefined) return unrecorded(context, field, stated);
    const { basis, state } = review.status;
    // An archived document may have been laid aside in the team's own way; the record need not say so.
    if (stated === basis || stated === state || stated === 'archived') return [];
    return [
      {
        code: reviewStateDiffers.code,
        severity: reviewStateDiffers.defaultSeverity,
        message: { key: `review-state-differs.${basis}`, args: { words: field.value.slice(0, 60) } },
        span: field.valueSpan,
        related: [
          {
            message: { key: 'review-state-differs.event', args: { by: event.by } },
            path: review.record.path,
            span: event.span,
          },
        ],
        fixes: [fixOf(basis, facts, field, configuration)],
      },
    ];
  },
};

/** Only where the team wants records: documents of other libraries say what they like. */
function unrecorded(
  { facts, configuration }: LibraryRuleContext,
  field: FactField,
  stated: ReviewState,
): readonly Finding[] {
  const required = configuration.review?.required ?? [];
  const isRequired = required.includes('*') || required.includes(facts.kind);
  if (!isRequired || (stated !== 'approved' && stated !== 'published')) return [];
  return [
    {
      code: reviewStateDiffers.code,
      severity: reviewStateDiffers.defaultSeverity,
      message: { key: 'review-state-differs.no-record', args: { words: field.value.slice(0, 60) } },
      span: field.valueSpan,
    },
  ];
}

function fixOf(
  state: ReviewState,
  facts: DocumentFacts,
  field: FactField,
  configuration: LibraryRuleContext['configuration'],
): NonNullable<Finding['fixes']>[number] {
  const text = statusTextOf(state, { configuration, language: facts.language, before: field.value });
  return {
    title: { key: 'review-state-differs.fix', args: { text } },
    edits: [{ span: field.valueSpan, newText: text }],
  };
}
