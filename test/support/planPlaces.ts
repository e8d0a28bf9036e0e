// Whether a roadmap model holds together: every place lies in the text, every key is one thing, every reference leads to
// something. It gives what is wrong as lines of text and decides nothing about plans.
import type { Plan } from '../../server/src/core/roadmap/plan.ts';
import type { SourceText, Span } from '../../server/src/core/sourceText.ts';

/** Empty for a sound model. */
export function unsoundParts(plan: Plan, source: SourceText): readonly string[] {
  return [...placeFaults(plan, source), ...keyFaults(plan), ...referenceFaults(plan)];
}

const SPANS = new Set(['span', 'extent', 'box']);

function placeFaults(plan: Plan, source: SourceText): readonly string[] {
  const faults: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'number' && !Number.isFinite(value)) faults.push(`${path} is ${value}`);
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      value.forEach((each: unknown, index) => {
        visit(each, `${path}[${index}]`);
      });
      return;
    }
    for (const [name, child] of Object.entries(value)) {
      if (SPANS.has(name) && !isInside(child, source.text.length))
        faults.push(`${path}.${name} ${JSON.stringify(child)}`);
      visit(child, `${path}.${name}`);
    }
    const { line, span } = value as { readonly line?: unknown; readonly span?: Span };
    if (typeof line !== 'number' || span === undefined) return;
    if (source.lineAt(span.start) !== line) faults.push(`${path}: line ${line}, span on ${source.lineAt(span.start)}`);
  };
  visit(plan, 'plan');
  return faults;
}

function isInside(span: unknown, length: number): boolean {
  const { start, end } = span as Span; // members of these names are spans
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length;
}

function keyFaults({ items, groups, phases, milestones }: Plan): readonly string[] {
  const lists = { items, groups, phases, milestones };
  return Object.entries(lists).flatMap(([name, list]) => {
    const keys = list.map(({ key }) => key);
    return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `two ${name} with key ${key}`);
  });
}

function referenceFaults(plan: Plan): readonly string[] {
  const items = new Set(plan.items.map(({ key }) => key));
  const groups = new Set(plan.groups.map(({ key }) => key));
  const phases = new Set(plan.phases.map(({ key }) => key));
  const milestones = new Set(plan.milestones.map(({ key }) => key));
  const faults: string[] = [];
  const expect: Expect = (from, known, keys) => {
    for (const key of keys) if (key !== undefined && !known.has(key)) faults.push(`${from} leads to ${key}`);
  };
  const steps = new Set([...items, ...phases]);
  for (const item of plan.items) {
    const at = `item ${item.key}`;
    expect(`${at} group`, groups, [item.group]);
    expect(`${at} phase`, phases, [item.phase]);
    expect(`${at} milestone`, milestones, [item.milestone]);
    expect(`${at} dependsOn`, steps, item.dependsOn);
    for (const slot of item.slots) if (plan.slots[slot] === undefined) faults.push(`${at} slot ${slot}`);
    if (item.gap !== undefined && plan.gaps[item.gap] === undefined) faults.push(`${at} gap ${item.gap}`);
    if (item.mentions.length === 0) faults.push(`${at} is mentioned nowhere`);
  }
  holderFaults(plan, expect, { items, groups, phases, steps });
  return faults;
}

interface Known {
  readonly items: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly phases: ReadonlySet<string>;
  /** Items and phases. */
  readonly steps: ReadonlySet<string>;
}

type Expect = (from: string, known: ReadonlySet<string>, keys: readonly (string | undefined)[]) => void;

/** What holds items, or is held by them. */
function holderFaults(plan: Plan, expect: Expect, { items, groups, phases, steps }: Known): void {
  for (const group of plan.groups) {
    expect(`group ${group.key}`, items, group.items);
    expect(`group ${group.key} parent`, groups, [group.parent]);
  }
  for (const phase of plan.phases) {
    expect(`phase ${phase.key}`, items, phase.items);
    expect(`phase ${phase.key} dependsOn`, steps, phase.dependsOn);
  }
  for (const slot of plan.slots) {
    expect(`slot ${slot.line}`, items, slot.items);
    expect(`slot ${slot.line} phase`, phases, [slot.phase]);
  }
  for (const { key, phase, items: own } of plan.milestones) {
    expect(`milestone ${key}`, items, own);
    expect(`milestone ${key} phase`, phases, [phase]);
  }
  for (const gap of plan.gaps) expect(`gap ${gap.line}`, new Set([...items, ...groups]), gap.coveredBy);
  for (const { line, from, on } of plan.dependencies) expect(`dependency ${line}`, steps, [from, ...on]);
  expect('critical path', steps, plan.criticalPath?.keys ?? []);
}
