// What is said of a task in a block of its own below the heading: a YAML fence (`ID: TASK-001`, `优先级: P0`) or a table of two
// columns (`| 优先级 | P0 |`). Configuration in fences and tables of other things have other keys.
import { defined, some } from '../defined.ts';
import type { Dialect, ItemFact, PlanFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import type { Effort, Priority, Stated, StatedStatus } from '../plan.ts';
import type { HeadingLine, PlanLine, PlanText } from '../planText.ts';
import { planHeadings } from '../planHeadings.ts';
import type { Span } from '../../sourceText.ts';
import { effortIn } from '../words/effort.ts';
import { labelKindOf, type LabelKind } from '../words/labels.ts';
import { priorityOfCell } from '../words/priority.ts';
import { isNoDependency } from '../words/references.ts';
import { statusOf } from '../words/status.ts';

export const attributeBlocks: Dialect = {
  name: 'attribute-blocks',
  read: (plan: PlanText): readonly PlanFact[] =>
    planHeadings(plan).flatMap(({ line, body }) => {
      const item = itemOf(line, body.flatMap(attributeOf));
      return item === undefined ? [] : [item];
    }),
};

interface Attribute {
  readonly kind: LabelKind;
  readonly text: string;
  readonly line: number;
  readonly span: Span;
}

const KEY_VALUE = /^([^\s:：#-][^:：]{0,20}?)[ \t]*[:：][ \t]+(\S.*)$/;

function attributeOf(line: PlanLine): readonly Attribute[] {
  if (line.kind === 'row') {
    const [key, value, more] = line.cells;
    const kind = key === undefined ? undefined : labelKindOf(key.text);
    if (kind === undefined || value === undefined || more !== undefined || value.text === '') return [];
    return [{ kind, text: value.text, line: line.line, span: value.span }];
  }
  if (line.kind !== 'fence' || !['yaml', 'yml'].includes(line.language)) return [];
  const [, key, value] = KEY_VALUE.exec(line.raw) ?? [];
  const kind = key === undefined ? undefined : labelKindOf(key);
  if (kind === undefined || value === undefined) return [];
  const end = line.span.end;
  return [{ kind, text: value, line: line.line, span: { start: end - value.length, end } }];
}

const PLANNING: ReadonlySet<LabelKind> = new Set(['priority', 'effort', 'status', 'owner', 'due', 'dependency']);

function itemOf(line: HeadingLine, attributes: readonly Attribute[]): ItemFact | undefined {
  const planning = attributes.filter(({ kind }) => PLANNING.has(kind));
  const title = readTitle(line.raw, line.rawStart);
  if (planning.length < 2 || line.level < 2 || title.title === '') return undefined;
  const of = (kind: LabelKind): Attribute | undefined => attributes.find((each) => each.kind === kind);
  return {
    fact: 'item',
    via: 'item',
    line: line.line,
    span: title.span,
    title: title.title,
    extent: line.section?.span ?? line.span,
    ...defined({
      number: title.number,
      id: title.id ?? of('id')?.text,
      priorities: each(stated(of('priority'), priorityIn)),
      efforts: each(stated(of('effort'), (text) => effortIn(text)?.value)),
      statuses: each(statusIn(of('status'))),
      owner: stated(of('owner'), (text) => text),
      due: stated(of('due'), (text) => text),
      dependencyTexts: each(stated(of('dependency'), (text) => (isNoDependency(text) ? undefined : text))),
    }),
  };
}

const priorityIn = (text: string): Priority | undefined => priorityOfCell(text)?.value;

function stated<T extends Effort | string>(
  attribute: Attribute | undefined,
  read: (text: string) => T | undefined,
): Stated<T> | undefined {
  const value = attribute === undefined ? undefined : read(attribute.text);
  if (attribute === undefined || value === undefined) return undefined;
  const { line, span, text } = attribute;
  return { line, span, text, value, via: 'item' };
}

function statusIn(attribute: Attribute | undefined): StatedStatus | undefined {
  const found = attribute === undefined ? undefined : statusOf(attribute.text);
  if (attribute === undefined || found === undefined) return undefined;
  const { line, span, text } = attribute;
  return { line, span, text, value: found.value, via: 'item', ...defined({ percent: found.percent }) };
}

function each<T>(value: T | undefined): readonly T[] | undefined {
  return some(value === undefined ? [] : [value]);
}
