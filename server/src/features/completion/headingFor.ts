// The marks, emoji and number of a new heading, as its siblings in the document have them.
import { formatOrdinal } from '../../core/model/headingIdentity.ts';
import type { Section } from '../../core/model/documentModel.ts';
import type { SectionSpec } from '../../core/template/template.ts';
import type { Place } from './suggestion.ts';

/** Everything of the heading before its name. `siblings` in document order; the new one goes where the cursor is. */
export function headingFor(
  { offset }: Place,
  spec: SectionSpec,
  siblings: readonly Section[],
): { readonly before: string } {
  const level = siblings[0]?.level ?? spec.level;
  const hasEmoji =
    siblings.length === 0
      ? spec.emoji !== undefined
      : siblings.some((section) => section.heading.identity.emoji !== undefined);
  const emoji = hasEmoji && spec.emoji !== undefined ? `${spec.emoji} ` : '';
  return { before: `${'#'.repeat(level)} ${emoji}${numberFor(spec, siblings, offset)}` };
}

/** The number after the last numbered sibling above; none where the siblings have none. */
function numberFor(spec: SectionSpec, siblings: readonly Section[], offset: number): string {
  const numbered = siblings.filter((section) => section.heading.identity.ordinal !== undefined);
  if (siblings.length > 0 && numbered.length === 0) return '';
  if (spec.ordinal === undefined) return '';
  const above = numbered.findLast((section) => section.span.start < offset)?.heading.identity.ordinal;
  if (above === undefined) return formatOrdinal(spec.ordinal, spec.ordinal.numbers);
  const last = above.numbers.at(-1) ?? 0;
  return formatOrdinal(above, [...above.numbers.slice(0, -1), last + 1]);
}
