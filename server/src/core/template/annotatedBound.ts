// Bounds that an annotation demands: they have no words of their own in the template.
import type { Bound } from './template.ts';

/** Stands in `Bound.text` for the words. */
export const annotatedText = 'casewright';

/** Whether the bound comes from an annotation: whoever shows it has to say it in words. */
export function isAnnotated(bound: Pick<Bound, 'text'>): boolean {
  return bound.text === annotatedText;
}
