// What a changed template changed: sections and fields that came, went or got another name, another level or another place.
// Names decide, then aliases of the new template; a new name without an alias is a new section, never a guess.
import type { SectionSpec, Template } from '../template/template.ts';
import { normalKey } from '../model/normalKey.ts';

export type TemplateChange =
  | { readonly kind: 'section-added' | 'section-removed'; readonly name: string }
  | { readonly kind: 'section-renamed'; readonly name: string; readonly before: string }
  | { readonly kind: 'section-level'; readonly name: string; readonly level: number; readonly before: number }
  | { readonly kind: 'section-moved'; readonly name: string }
  | { readonly kind: 'section-bounds'; readonly name: string }
  | { readonly kind: 'field-added' | 'field-removed'; readonly name: string }
  | { readonly kind: 'field-renamed'; readonly name: string; readonly before: string };

export function templateDiff(before: Template, after: Template): readonly TemplateChange[] {
  return [...sectionChanges(before, after), ...fieldChanges(before, after)];
}

interface Placed {
  readonly spec: SectionSpec;
  /** Key of the section around it; '' for none. */
  readonly parent: string;
}

function sectionChanges(before: Template, after: Template): readonly TemplateChange[] {
  const old = placedIn(before.sections);
  const now = placedIn(after.sections);
  const matches = matchesOf(old, now, ({ spec }) => spec);
  const keys = new Map([...matches].map(([next, earlier]) => [keyOf(earlier.spec.name), keyOf(next.spec.name)]));
  const known = (key: string): string => keys.get(key) ?? key;
  const moved = movedOf(old, now, { matches, known });
  const changes = now.flatMap((next): readonly TemplateChange[] => {
    const { spec } = next;
    const found = matches.get(next);
    if (found === undefined) return [{ kind: 'section-added', name: spec.name }];
    const { name, level } = found.spec;
    const isMoved = moved.has(next);
    return [
      ...(keyOf(name) === keyOf(spec.name)
        ? []
        : [{ kind: 'section-renamed', name: spec.name, before: name } as const]),
      ...(level === spec.level
        ? []
        : [{ kind: 'section-level', name: spec.name, level: spec.level, before: level } as const]),
      ...(isMoved ? [{ kind: 'section-moved', name: spec.name } as const] : []),
      ...(boundsText(found.spec) === boundsText(spec) ? [] : [{ kind: 'section-bounds', name: spec.name } as const]),
    ];
  });
  const matched = new Set(matches.values());
  const removed = old.filter((each) => !matched.has(each));
  return [...changes, ...removed.map(({ spec }) => ({ kind: 'section-removed', name: spec.name }) as const)];
}

/** Under another section now, or not among the most that keep their order. */
function movedOf(
  old: readonly Placed[],
  now: readonly Placed[],
  { matches, known }: { readonly matches: ReadonlyMap<Placed, Placed>; readonly known: (key: string) => string },
): ReadonlySet<Placed> {
  const moved = new Set<Placed>();
  for (const parent of new Set(now.map((each) => each.parent))) {
    const stayed = now.filter((each) => {
      const before = matches.get(each);
      if (each.parent !== parent || before === undefined) return false;
      if (known(before.parent) === parent) return true;
      moved.add(each);
      return false;
    });
    const places = stayed.map((each) => old.findIndex((before) => before === matches.get(each)));
    const kept = longestRise(places);
    stayed.forEach((each, index) => {
      if (!kept.has(index)) moved.add(each);
    });
  }
  return moved;
}

/** Positions of a longest run of numbers that rise, not necessarily side by side. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const best: (readonly number[])[] = [];
  numbers.forEach((number, at) => {
    const before = best
      .slice(0, at)
      .filter((run) => (numbers[run.at(-1) ?? 0] ?? 0) < number)
      .toSorted((a, b) => b.length - a.length)[0];
    best.push([...(before ?? []), at]);
  });
  return new Set(best.toSorted((a, b) => b.length - a.length)[0]);
}

function fieldChanges(before: Template, after: Template): readonly TemplateChange[] {
  const named = (template: Template) => template.fields.map((field) => ({ name: field.key, aliases: field.aliases }));
  const [old, now] = [named(before), named(after)];
  const matches = matchesOf(old, now, (field) => field);
  const matched = new Set(matches.values());
  return [
    ...now.flatMap((next): readonly TemplateChange[] => {
      const found = matches.get(next);
      if (found === undefined) return [{ kind: 'field-added', name: next.name }];
      return keyOf(found.name) === keyOf(next.name)
        ? []
        : [{ kind: 'field-renamed', name: next.name, before: found.name }];
    }),
    ...old.filter((field) => !matched.has(field)).map(({ name }) => ({ kind: 'field-removed', name }) as const),
  ];
}

interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** By name first, then where the new one knows the old name. Each is taken once. */
function matchesOf<T>(old: readonly T[], now: readonly T[], nameOf: (item: T) => Named): ReadonlyMap<T, T> {
  const matches = new Map<T, T>();
  const taken = new Set<T>();
  const match = (fits: (before: Named, after: Named) => boolean): void => {
    for (const next of now) {
      if (matches.has(next)) continue;
      const found = old.find((each) => !taken.has(each) && fits(nameOf(each), nameOf(next)));
      if (found === undefined) continue;
      matches.set(next, found);
      taken.add(found);
    }
  };
  match((before, after) => keyOf(before.name) === keyOf(after.name));
  match((before, after) => after.aliases.some((alias) => keyOf(alias) === keyOf(before.name)));
  return matches;
}

function placedIn(specs: readonly SectionSpec[], parent = ''): readonly Placed[] {
  return specs.flatMap((spec) => [{ spec, parent }, ...placedIn(spec.children, keyOf(spec.name))]);
}

function boundsText({ bounds, required, repeat }: SectionSpec): string {
  return JSON.stringify([bounds.map(({ measure, min, max }) => [measure, min, max]), required, repeat]);
}

function keyOf(name: string): string {
  return normalKey(name);
}
