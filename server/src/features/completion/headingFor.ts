// A new heading as its siblings in the document are written: marks, emoji, number.
import { ownHeading, styleRow, type RowEntry } from '../../core/fixes/headingStyle.ts';
import type { Section } from '../../core/model/documentModel.ts';
import type { SectionSpec } from '../../core/template/template.ts';
import type { Place } from './suggestion.ts';

/** The whole heading line. `siblings` in document order; the new one goes where the cursor is. */
export function headingFor({ offset }: Place, spec: SectionSpec, { siblings: all, specs }: Neighbors): string {
  // The heading that is just being typed is no example of anything.
  const siblings = all.filter(({ heading }) => offset < heading.span.start || heading.span.end < offset);
  const level = siblings[0]?.level ?? spec.level;
  const marks = '#'.repeat(level);
  if (siblings.length === 0) return `${marks} ${ownHeading(spec)}`;
  const above = siblings.filter((section) => section.span.start < offset);
  const entryOf = (section: Section): RowEntry => ({ section });
  const row = [...above.map(entryOf), { spec }, ...siblings.slice(above.length).map(entryOf)];
  return `${marks} ${styleRow(row, specs).texts.get(above.length) ?? spec.name}`;
}

export interface Neighbors {
  readonly siblings: readonly Section[];
  /** The template's own row. */
  readonly specs: readonly SectionSpec[];
}
