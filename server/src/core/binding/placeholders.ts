// Gives the sections that no name claims to the placeholder specs in whose range they stand. Reads a scope, changes nothing.
import type { Section } from '../model/documentModel.ts';
import type { SectionSpec } from '../template/template.ts';
import type { AlignmentScope } from './align.ts';

export interface Filling {
  readonly spec: SectionSpec;
  readonly section: Section;
}

/** `free`: sections of the scope that nothing has taken yet, in document order. */
export function fillPlaceholders(scope: AlignmentScope, free: readonly Section[]): readonly Filling[] {
  const fillings: Filling[] = [];
  const left = new Set(free);
  // A labelled placeholder (方案N) that has found its label needs nothing else.
  const isOpen = (spec: SectionSpec): boolean =>
    spec.isPlaceholder && !scope.bindings.some((binding) => binding.spec === spec);
  for (const group of groupsOf(scope.specs, isOpen)) {
    const inRange = sectionsInRange(scope, group, [...left]);
    for (const filling of distribute(group, inRange)) {
      fillings.push(filling);
      left.delete(filling.section);
    }
  }
  // A required placeholder would rather have a section from elsewhere than none: misplaced says more than missing.
  for (const spec of scope.specs) {
    if (!isOpen(spec) || !spec.required || fillings.some((filling) => filling.spec === spec)) continue;
    const section = [...left].find((candidate) => accepts(spec, candidate));
    if (section === undefined) continue;
    fillings.push({ spec, section });
    left.delete(section);
  }
  return fillings;
}

/** Runs of neighboring placeholder specs; they share one range. */
function groupsOf(
  specs: readonly SectionSpec[],
  isOpen: (spec: SectionSpec) => boolean,
): readonly (readonly SectionSpec[])[] {
  const groups: SectionSpec[][] = [];
  let open: SectionSpec[] | undefined;
  for (const spec of specs) {
    if (!isOpen(spec)) open = undefined;
    else if (open !== undefined) open.push(spec);
    else groups.push((open = [spec]));
  }
  return groups;
}

function sectionsInRange(
  scope: AlignmentScope,
  group: readonly SectionSpec[],
  free: readonly Section[],
): readonly Section[] {
  const head = group[0];
  if (head === undefined) return [];
  const first = scope.specs.indexOf(head);
  const last = first + group.length - 1;
  const own = scope.bindings.filter((binding) => !binding.isStray);
  const startsOf = (isWanted: (rank: number) => boolean): readonly number[] =>
    own.filter((binding) => isWanted(scope.specs.indexOf(binding.spec))).map((binding) => binding.section.span.start);
  const nearestBefore = Math.max(-1, ...startsOf((rank) => rank === nearest(scope, first, -1)));
  const nearestAfter = Math.min(Infinity, ...startsOf((rank) => rank === nearest(scope, last, 1)));
  const isTurned = nearestBefore > nearestAfter;
  return free.filter(
    ({ span }) => (span.start > nearestBefore && span.start < nearestAfter) || (isTurned && span.start > nearestAfter),
  );
}

/** Rank of the nearest bound spec in that direction; -1 for none. */
function nearest(scope: AlignmentScope, from: number, step: 1 | -1): number {
  for (let rank = from + step; rank >= 0 && rank < scope.specs.length; rank += step) {
    if (scope.bindings.some((binding) => !binding.isStray && binding.spec === scope.specs[rank])) return rank;
  }
  return -1;
}

function distribute(group: readonly SectionSpec[], sections: readonly Section[]): readonly Filling[] {
  const fillings: Filling[] = [];
  let next = 0;
  group.forEach((spec, index) => {
    const wantedByOthers = group.length - index - 1;
    const most = Math.min(spec.repeat.max ?? Infinity, Math.max(1, sections.length - next - wantedByOthers));
    for (let taken = 0; taken < most; taken++) {
      const section = sections[next];
      if (section === undefined || (taken > 0 && !accepts(spec, section))) return;
      fillings.push({ spec, section });
      next += 1;
    }
  });
  return fillings;
}

/** A labelled placeholder (方案N) keeps to sections with its label, where the section has one at all. */
function accepts(spec: SectionSpec, section: Section): boolean {
  const wanted = spec.ordinal?.label;
  const found = section.heading.identity.ordinal?.label;
  return wanted === undefined || found === undefined || wanted === found;
}
