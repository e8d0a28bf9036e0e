// What needs what: names in columns, labels and arrows become keys of items and phases.
import type { DependencyFact } from '../facts.ts';
import type { DependencyStatement, Stated } from '../plan.ts';
import { byPlace, placeOf, type ItemDraft, type PhaseDraft } from './drafts.ts';
import type { Items } from './joinItems.ts';
import type { Phases } from './joinPhases.ts';

type Node = ItemDraft | PhaseDraft;

export function joinDependencies(
  facts: readonly DependencyFact[],
  items: Items,
  phases: Phases,
): readonly DependencyStatement[] {
  const find = createFinder(items, phases);
  const statements: DependencyStatement[] = [];
  const needs = (from: Node, on: readonly Node[]): readonly string[] => {
    const keys = on.filter((node) => node !== from).map(({ key }) => key);
    for (const key of keys) from.dependsOn.add(key);
    return keys;
  };
  const state = (from: Node, stated: Stated<string>): void => {
    const on = needs(from, find(stated.value));
    statements.push({ ...placeOf(stated), text: stated.text, via: stated.via, from: from.key, on, form: 'needs' });
  };
  for (const phase of phases.all)
    for (const stated of phase.facts.flatMap(({ dependencyTexts }) => dependencyTexts ?? [])) state(phase, stated);
  for (const item of items.all)
    for (const stated of item.facts.flatMap(({ dependencyTexts }) => dependencyTexts ?? [])) state(item, stated);
  for (const fact of facts) {
    const [from] = find(fact.from);
    if (from === undefined) continue;
    const on = fact.on.flatMap(find);
    const { text, via, form } = fact;
    const keys = form === 'needs' ? needs(from, on) : on.map(({ key }) => key);
    statements.push({ ...placeOf(fact), text, via, form, from: from.key, on: keys });
  }
  return statements.toSorted(byPlace);
}

/** Words for: it needs nothing. */
const NOTHING = /^(?:无|没有|none|no|nothing|n\/?a|[-—–/]+)[。.]?$/i;
const PHASES =
  /(phase|阶段|stage)[ \t]*(\d{1,3}(?:\.\d{1,3}){0,3})(?:[ \t]*(?:-|–|—|~|至|到)[ \t]*(?:phase|阶段|stage)?[ \t]*(\d{1,3})(?![.\d]))?/gi;
const NUMBERS =
  /(?:任务|task|item|步骤|step)[ \t]*#?(\d{1,3}(?:\.\d{1,3}){0,3})|(?<![\w.\-~])(\d{1,3}(?:\.\d{1,3}){1,3})(?![\w.]|[ \t]*(?:天|周|小时|%|行|day|week|hour))/gi;
const IDS = /[A-Za-z][A-Za-z\d]*(?:[-_.][A-Za-z\d.]+)+/g;
const CHINESE_STEP = /第[一二三四五六七八九十\d]{1,3}(?:阶段|批|步|轮)/g;

function createFinder(items: Items, phases: Phases): (text: string) => readonly Node[] {
  const { names } = items;
  const called = (name: string): Node | undefined => phases.find(name) ?? names.named(name, { threshold: 1 }).item;
  return (text) => {
    if (text.length > 1_000 || NOTHING.test(text.trim())) return [];
    const whole = called(text);
    if (whole !== undefined) return [whole];
    const rest = text.replace(PHASES, ' ');
    const found = [
      ...phasesIn(text, items, phases),
      ...[...rest.matchAll(NUMBERS)].map(([, task, number]) => names.byNumber(task ?? number ?? '')),
      ...[...rest.matchAll(IDS)].map(([id]) => names.byId(id)),
      ...[...rest.matchAll(CHINESE_STEP)].map(([step]) => phases.find(step)),
    ].filter((node) => node !== undefined);
    if (found.length > 0) return [...new Set(found)];
    return text.split(/[,，、;；]|\band\b|和/).flatMap((part) => called(part) ?? []);
  };
}

/** A line that names more phases than this is no dependency. */
const MOST_NAMED = 20;

/** `Phase 1.4` is a task, `Phase 1-4` four phases. */
function phasesIn(text: string, { names }: Items, phases: Phases): readonly (Node | undefined)[] {
  return [...text.matchAll(PHASES)]
    .slice(0, MOST_NAMED)
    .flatMap(([, label = '', first = '', last]): readonly (Node | undefined)[] => {
      if (first.includes('.')) return [names.byNumber(first)];
      const from = Number(first);
      const to = last === undefined ? from : Math.min(Number(last), from + 100);
      const numbers = Array.from({ length: Math.max(0, to - from) + 1 }, (_, index) => from + index);
      return numbers.map((number) => phases.find(`${label} ${number}`));
    });
}
