// Builds findings of rules over plans: one place, and every other line that disagrees.
import type { Finding, Fix, Message, RelatedSpan } from '../../finding.ts';
import type { PlanRule } from '../../rules/rule.ts';
import type { Place } from '../plan.ts';

/** More lines than a person reads. */
export const MOST_RELATED = 60;

export interface PlanFault {
  readonly place: Place;
  readonly message: Message;
  readonly related?: readonly RelatedSpan[];
  readonly fixes?: readonly Fix[];
  readonly data?: Readonly<Record<string, unknown>>;
}

export function planFinding(rule: Pick<PlanRule, 'code' | 'defaultSeverity'>, fault: PlanFault): Finding {
  const { place, message, fixes, data } = fault;
  const related = distinct(fault.related ?? [], place).slice(0, MOST_RELATED);
  return {
    code: rule.code,
    severity: rule.defaultSeverity,
    message,
    span: place.span,
    ...(related.length > 0 && { related }),
    ...(fixes !== undefined && fixes.length > 0 && { fixes }),
    ...(data && { data }),
  };
}

export function relate(places: readonly Place[], message: Message): readonly RelatedSpan[] {
  return places.map(({ span }) => ({ message, span }));
}

function distinct(related: readonly RelatedSpan[], place: Place): readonly RelatedSpan[] {
  const seen = new Set([keyOf(place.span)]);
  return related.filter(({ span }) => {
    const key = keyOf(span);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function keyOf({ start, end }: Place['span']): string {
  return `${String(start)}-${String(end)}`;
}

/** In the order of the document. */
export function byPlace(a: Place, b: Place): number {
  return a.span.start - b.span.start;
}

/** More names than a message holds. */
const MOST_NAMES = 6;

/** Names for a message, the first few of many. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join('、');
  return names.length > MOST_NAMES ? `${shown} …` : shown;
}
