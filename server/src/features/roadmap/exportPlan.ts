// A plan as JSON for other tools: one record for each item, milestone, group, gap and figure, with 1-based lines. Field
// names are part of the product's contract.
import type { Message } from '../../core/finding.ts';
import type { Locale } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { FigureUnit, Plan, PlanItem, Stated, StatedStatus, StatedTotal } from '../../core/roadmap/plan.ts';
import type { ItemState } from '../../core/roadmap/trueState.ts';
import { slotsOf } from './labels.ts';
import { groupOf, phaseOf } from './owner.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** True state of the plan's items by key. */
export interface ItemTruth {
  readonly state: ItemState;
  readonly hasDrift: boolean;
}

export function exportPlan(plan: Plan, truths: ReadonlyMap<string, ItemTruth>, locale: Locale): Json {
  return {
    path: plan.path,
    title: plan.title,
    items: plan.items.map((item) => exportItem(item, plan, { truth: truths.get(item.key), locale })),
    milestones: plan.milestones.map((milestone) => ({
      id: milestone.id ?? null,
      title: milestone.title,
      line: line(milestone),
      week: milestone.due?.unit === 'week' ? milestone.due.to : null,
      due: milestone.dueText ?? null,
      deliverable: milestone.deliverable?.value ?? null,
      acceptance: milestone.acceptance?.value ?? null,
      phase: milestone.phase ?? null,
      items: milestone.items,
      status: milestone.statuses.map(exportStatus),
      criteria: milestone.claims.map((claim) => ({ text: claim.text, mark: claim.mark ?? null, line: line(claim) })),
    })),
    groups: plan.groups.map((group) => ({
      id: group.id ?? null,
      name: group.title,
      line: line(group),
      parent: group.parent ?? null,
      items: group.items,
      priority: group.priority?.value ?? null,
      directory: group.directory?.path ?? null,
    })),
    phases: plan.phases.map((phase) => ({
      id: phase.id,
      title: phase.title,
      line: line(phase),
      priority: phase.priority?.value ?? null,
      effort: exportEffort(phase.effort),
      weeks: phase.range?.unit === 'week' ? [phase.range.from, phase.range.to] : null,
      items: phase.items,
      dependsOn: phase.dependsOn,
      status: phase.statuses.map(exportStatus),
    })),
    gaps: plan.gaps.map((gap) => ({
      text: gap.text,
      done: gap.isDone,
      line: line(gap),
      bullets: gap.bullets.map(({ value }) => value),
      coveredBy: gap.coveredBy,
    })),
    totals: plan.totals.map(exportTotal),
    criticalPath: plan.criticalPath?.keys ?? [],
  };
}

interface ItemExport {
  readonly truth: ItemTruth | undefined;
  readonly locale: Locale;
}

function exportItem(item: PlanItem, plan: Plan, { truth, locale }: ItemExport): Json {
  return {
    key: item.key,
    id: item.id ?? null,
    number: item.number ?? null,
    kind: item.kind,
    title: item.title,
    line: line(item),
    aliases: item.mentions.slice(1).map((mention) => ({ text: mention.title, line: line(mention), via: mention.via })),
    ...exportPaths(item),
    priority: item.priority ?? null,
    priorityStated: item.priorities.map((stated) => ({ value: stated.value, line: line(stated), via: stated.via })),
    effort: exportEffort(item.effort),
    ...exportSizes(item),
    status: item.statuses.map(exportStatus),
    ...exportOwners(item, plan),
    outline: item.outline.map(({ value }) => value),
    tasks: item.tasks.map((task) => ({
      text: task.text,
      done: task.isDone,
      line: line(task),
      inlineStatus: task.inlineStatus === undefined ? null : exportStatus(task.inlineStatus),
    })),
    acceptance: item.acceptance.map(({ value }) => value),
    dependsOn: item.dependsOn,
    dependsOnText: item.dependencyTexts.map((stated) => ({ text: stated.text, line: line(stated) })),
    ...exportSchedule(item, plan),
    owner: item.owner?.value ?? null,
    due: item.due?.value ?? null,
    optional: item.isOptional === true,
    ...(truth && exportTruth(truth, locale)),
  };
}

type Fields = { readonly [name: string]: Json };

function exportPaths({ paths }: PlanItem): Fields {
  const noted = paths.filter(({ note }) => note !== undefined);
  return {
    paths: paths.map(({ path }) => path),
    pathNotes: noted.map((stated) => ({ path: stated.path, note: stated.note ?? '', line: line(stated) })),
  };
}

/** Sizes in lines; pages and characters are left to the text of the plan. */
function exportSizes({ expectedSize, actualSize }: PlanItem): Fields {
  const expected = expectedSize?.value.unit === 'line' ? expectedSize : undefined;
  const actual = actualSize?.value.unit === 'line' ? actualSize : undefined;
  return {
    expectedLines: expected?.value.min ?? null,
    ...(expected && { expectedLinesText: expected.text, expectedLinesLine: line(expected) }),
    actualLines: actual === undefined ? null : { value: actual.value.min, text: actual.text, line: line(actual) },
  };
}

function exportOwners(item: PlanItem, plan: Plan): Fields {
  const group = groupOf(plan, item);
  const gap = item.gap === undefined ? undefined : plan.gaps[item.gap];
  const milestone = plan.milestones.find(({ key }) => key === item.milestone);
  return {
    group: group?.title ?? null,
    ...(group && { groupLine: line(group) }),
    phase: phaseOf(plan, item)?.id ?? null,
    milestone: milestone?.id ?? item.milestone ?? null,
    gap: gap === undefined ? null : { line: line(gap), text: gap.text, bullets: gap.bullets.map(({ value }) => value) },
  };
}

function exportTruth({ state, hasDrift }: ItemTruth, locale: Locale): { readonly [name: string]: Json } {
  const text = (message: Message): string => renderMessage(message, locale);
  return {
    state: state.state,
    reason: text(state.reason),
    drift: hasDrift,
    file: state.path ?? null,
    fileLines: state.lines ?? null,
  };
}

function exportSchedule(item: PlanItem, plan: Plan): { readonly [name: string]: Json } {
  const slots = slotsOf(item, plan.slots);
  const [first] = slots;
  const weeks = slots.filter(({ range }) => range.unit === 'week');
  const from = Math.min(...weeks.map(({ range }) => range.from));
  const to = Math.max(...weeks.map(({ range }) => range.to));
  const day = slots.find(({ range }) => range.unit === 'day');
  return {
    weeks: weeks.length === 0 ? null : [from, to],
    schedule: day === undefined ? null : { day: day.range.from, half: day.half ?? null, line: line(day) },
    scheduleLine: first === undefined ? null : line(first),
  };
}

function exportStatus(status: StatedStatus): { readonly [name: string]: Json } {
  return {
    text: status.text,
    normalized: status.value,
    line: line(status),
    via: status.via,
    ...(status.percent !== undefined && { percent: status.percent }),
    ...(status.isDerived === true && { derived: true }),
  };
}

function exportEffort(effort: PlanItem['effort']): Json {
  if (effort === undefined) return null;
  const { min, max, unit, isOptional } = effort.value;
  return { text: effort.text, min, max, unit, line: line(effort), optional: isOptional === true };
}

/** Things are counted in the plural, time in the singular. */
const SINGULAR: ReadonlySet<FigureUnit> = new Set<FigureUnit>(['hour', 'day', 'week', 'month', 'percent']);

function exportTotal(total: StatedTotal): Json {
  const { text, min, max, unit, scope, computed, bound } = total;
  const isWrong = computed !== undefined && (computed.max < min || (bound !== 'at-least' && computed.min > max));
  return {
    text,
    line: line(total),
    value: figure(min, max),
    unit: SINGULAR.has(unit) ? unit : `${unit}s`,
    scope: scope.of ?? scope.kind,
    label: scope.label,
    computed: computed === undefined ? null : figure(computed.min, computed.max),
    ok: computed === undefined ? null : !isWrong,
  };
}

function figure(min: number, max: number): Json {
  return min === max ? min : [min, max];
}

function line(place: Pick<Stated<unknown>, 'line'>): number {
  return place.line + 1;
}
