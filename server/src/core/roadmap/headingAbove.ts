// Fields of one task that stand in a table or a YAML block below its heading, given to the heading as an item. Which blocks
// hold fields is decided by who calls.
import { readBlockFields } from './blockFields.ts';
import type { PlanFact } from './facts.ts';
import { headingItem } from './headingItem.ts';
import { readTitle } from './itemTitle.ts';
import type { HeadingLine, PlanLine, PlanText, TextLine } from './planText.ts';
import type { Span } from '../sourceText.ts';
import { headValues } from './statedValues.ts';
import { leadingPhase } from './words/references.ts';

export interface FieldWords {
  readonly name: string;
  readonly value: string;
  readonly valueSpan: Span;
}

/** A field as the label line that the readers of blocks know. */
export function asLabelLine(line: PlanLine, { name, value, valueSpan }: FieldWords): TextLine {
  const { span, section, raw, rawStart, text } = line;
  return {
    kind: 'text',
    line: line.line,
    span,
    raw,
    rawStart,
    text,
    isQuoted: false,
    indent: 0,
    label: { text: name, span, value, rawValue: value, valueSpan, hasColon: true },
    ...(section && { section }),
  };
}

/** Fewer fields may be about anything. */
const LEAST_FIELDS = 2;

/** Nothing where the heading is the title or a phase, or the lines hold too few fields that are known. */
export function itemOfHeading(heading: HeadingLine, lines: readonly TextLine[]): readonly PlanFact[] {
  const title = readTitle(heading.raw, heading.rawStart);
  const fields = readBlockFields(lines);
  if (heading.level < 2 || title.title === '' || leadingPhase(title.title) !== undefined) return [];
  if (fields.kinds.size < LEAST_FIELDS) return [];
  return headingItem(heading, title, headValues(heading, title, 'item'), fields);
}

/** The heading line that each section begins with. */
export function headingsOf(plan: PlanText): ReadonlyMap<PlanLine['section'], HeadingLine> {
  return new Map(plan.lines.flatMap((line) => (line.kind === 'heading' ? [[line.section, line] as const] : [])));
}
