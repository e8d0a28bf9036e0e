// A plan as lines of text for dialect pages: what was read, where, and from what kind of place. One-based lines.
import type { Plan, PlanItem, StatedPath, Stated, TimeRange } from '../../server/src/core/roadmap/plan.ts';

interface Row {
  readonly line: number;
  readonly text: string;
}

type Part = string | undefined;

/** Everything that is stated, in the order of the document; `no plan` for a document that holds none. */
export function describePlan(plan: Plan | undefined): string {
  if (plan === undefined) return 'no plan';
  const rows = [...structureRows(plan), ...timeRows(plan), ...figureRows(plan), ...textRows(plan)];
  return rows
    .toSorted((a, b) => a.line - b.line)
    .map(({ text }) => text)
    .join('\n');
}

function row(kind: string, line: number, parts: readonly Part[]): Row {
  const said = parts.filter((part) => part !== undefined && part !== '');
  return { line, text: [`${line + 1} ${kind}`, ...said].join(' | ') };
}

function structureRows(plan: Plan): readonly Row[] {
  const groups = plan.groups.map(({ line, key, title, priority, directory, parent, items, mentions }) => {
    const own = [key, title, stated(priority), path(directory), inside(parent), `items ${items.join(', ')}`];
    return row('group', line, [...own, elsewhere(mentions.slice(1))]);
  });
  const phases = plan.phases.map((phase) => {
    const figures = [...phase.priorities.map(stated), ...phase.efforts.map(effort), ...phase.statuses.map(stated)];
    const tests = list(
      'tests',
      phase.tests.map(({ text }) => text),
    );
    const items = `items ${phase.items.join(', ')}`;
    return row('phase', phase.line, [
      phase.id,
      phase.title,
      range(phase.range),
      ...figures,
      needs(phase.dependsOn),
      items,
      tests,
    ]);
  });
  return [...plan.items.map((item) => row('item', item.line, itemParts(plan, item))), ...groups, ...phases];
}

function timeRows(plan: Plan): readonly Row[] {
  const slots = plan.slots.map((slot) => {
    const names = slot.isBlock ? undefined : `names ${slot.items.join(', ') || 'nothing'}`;
    const parts = [range(slot.range), slot.half, slot.text, names, stated(slot.status)];
    return row(slot.isBlock ? 'block' : 'slot', slot.line, [...parts, slot.phase && `phase ${slot.phase}`]);
  });
  const milestones = plan.milestones.map((each) =>
    row('milestone', each.line, [
      each.id,
      each.title,
      range(each.due) ?? each.dueText,
      each.deliverable?.text,
      each.acceptance?.text,
      each.phase && `phase ${each.phase}`,
      `items ${each.items.join(', ')}`,
      ...each.claims.map(({ mark, text }) => `${mark ?? '-'} ${text}`),
      ...each.statuses.map(stated),
    ]),
  );
  return [...slots, ...milestones];
}

function figureRows(plan: Plan): readonly Row[] {
  return plan.totals.map(({ line, text, min, max, unit, bound, scope, computed }) =>
    row('total', line, [
      text,
      `${span(min, max)} ${unit}`,
      bound,
      `${scope.kind} ${scope.of ?? scope.label}`,
      computed && `recounted ${span(computed.min, computed.max)}`,
    ]),
  );
}

function textRows(plan: Plan): readonly Row[] {
  const gaps = plan.gaps.map(({ line, text, mark, isDone, bullets, coveredBy }) => {
    const points = list(
      'bullets',
      bullets.map((bullet) => bullet.text),
    );
    return row('gap', line, [
      text,
      mark,
      isDone ? 'done' : undefined,
      points,
      `covered by ${coveredBy.join(', ') || 'nothing'}`,
    ]);
  });
  return [
    ...gaps,
    ...plan.dependencies.map(({ form, line, text, from, on }) =>
      row(form, line, [text, `${from} on ${on.join(', ') || 'nothing'}`]),
    ),
    ...plan.goals.map(({ line, title }) => row('goal', line, [title])),
    ...plan.itemRules.map(({ line, text, min, unit }) =>
      row(
        'rule',
        line,
        [text, min && `${min} ${unit ?? ''}`.trim()].map((part) => part?.toString()),
      ),
    ),
    ...plan.checklists.flatMap(({ title, tasks }) =>
      tasks.map(({ line, isDone, text }) => row('box', line, [isDone ? '[x]' : '[ ]', text, `under ${title}`])),
    ),
    ...plan.designNotes.map(({ line, text, under, item }) =>
      row('note', line, [text, `under ${under}`, item && `item ${item}`]),
    ),
  ];
}

function itemParts(plan: Plan, item: PlanItem): readonly (string | undefined)[] {
  const slots = item.slots.flatMap((index) => plan.slots[index] ?? []);
  return [
    item.key,
    item.title,
    item.kind,
    ...item.paths.map(path),
    ...item.priorities.map(stated),
    ...item.efforts.map(effort),
    item.expectedSize &&
      `expected ${item.expectedSize.value.min} ${item.expectedSize.value.unit}${at(item.expectedSize, item.line)}`,
    item.actualSize &&
      `actual ${item.actualSize.value.min} ${item.actualSize.value.unit}${at(item.actualSize, item.line)}`,
    ...item.statuses.map(stated),
    item.group && `group ${item.group}`,
    item.phase && `phase ${item.phase}`,
    list(
      'outline',
      item.outline.map(({ text }) => text),
    ),
    item.tasks.length === 0
      ? undefined
      : `tasks ${item.tasks.map(({ text, isDone, inlineStatus }) => `[${isDone ? 'x' : ' '}] ${text}${inlineStatus ? ` (${inlineStatus.value})` : ''}`).join('; ')}`,
    list(
      'acceptance',
      item.acceptance.map(({ text }) => text),
    ),
    list(
      'dependency',
      item.dependencyTexts.map(({ text }) => text),
    ),
    needs(item.dependsOn),
    ...slots.map((slot) => `${range(slot.range) ?? ''} @${slot.line + 1}`),
    item.milestone && `milestone ${item.milestone}`,
    item.owner && `owner ${item.owner.text}`,
    item.due && `due ${item.due.text}`,
    item.isOptional === true ? 'optional' : undefined,
    list(
      'notes',
      item.notes.map(({ text }) => text),
    ),
    elsewhere(item.mentions.slice(1)),
  ];
}

function path(stated: StatedPath | undefined): string | undefined {
  return stated && `file ${stated.path}${stated.note === undefined ? '' : ` (${stated.note})`}`;
}

function stated(each: Stated<string> | undefined): string | undefined {
  return each && `${each.value} via ${each.via} @${each.line + 1}`;
}

function effort({ value, via, line }: NonNullable<PlanItem['effort']>): string {
  return `${span(value.min, value.max)} ${value.unit}${value.isOptional === true ? ' optional' : ''} via ${via} @${line + 1}`;
}

function at({ line }: { readonly line: number }, own: number): string {
  return line === own ? '' : ` @${line + 1}`;
}

function span(min: number, max: number): string {
  return min === max ? `${min}` : `${min}-${max}`;
}

function range(stretch: TimeRange | undefined): string | undefined {
  return stretch && `${stretch.unit} ${span(stretch.from, stretch.to)}`;
}

function needs(keys: readonly string[]): string | undefined {
  return keys.length === 0 ? undefined : `needs ${keys.join(', ')}`;
}

function inside(parent: string | undefined): string | undefined {
  return parent && `in ${parent}`;
}

function list(word: string, texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : `${word} ${texts.join('; ')}`;
}

function elsewhere(mentions: Plan['items'][number]['mentions']): string | undefined {
  return list(
    'also',
    mentions.map(({ line, via, title }) => `${via} @${line + 1} ${title}`),
  );
}
