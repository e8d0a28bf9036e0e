// Conditions that are no groups: what they are about, and which of them follows from which.
import { isAtLeast } from '../measures/measure.ts';
import { normalKey } from '../model/normalKey.ts';
import type { Condition } from './rubric.ts';

export type Atom = Exclude<Condition, { readonly kind: 'some-of' }>;
export type AtomOf<Kind extends Atom['kind']> = Extract<Atom, { readonly kind: Kind }>;

/** Whoever meets `one` meets `other`. */
export function implies(one: Atom, other: Atom): boolean {
  if (subjectOf(one) !== subjectOf(other)) return false;
  if (other.kind === 'measure') {
    // At least one is some; how many are most or all, nobody knows.
    if (one.kind === 'count') return (one.min ?? 0) > 0 && other.least === 'some';
    return one.kind === 'measure' && isAtLeast(one.least, other.least);
  }
  const isCounted = one.kind === 'count' || one.kind === 'bound';
  if (other.kind === 'count' || other.kind === 'bound') return isCounted && isWithin(one, other);
  return true;
}

/** What an atom is about; equal texts mean the same thing. */
export function subjectOf(atom: Atom): string {
  switch (atom.kind) {
    case 'measure':
    case 'count':
      return `measure ${atom.measure}`;
    case 'bound':
      return `bound ${atom.counts} ${(atom.languages ?? []).join(' ')}`;
    case 'rule':
      return `rule ${atom.rule}`;
    case 'section':
      return `section ${normalKey(atom.name)}`;
    case 'field':
      return `field ${normalKey(atom.key)}`;
  }
}

export interface CountRange {
  readonly min?: number;
  readonly max?: number;
}

function isWithin(one: CountRange, other: CountRange): boolean {
  const { min = 0, max = Infinity } = other;
  return (one.min ?? 0) >= min && (one.max ?? Math.max(one.min ?? 0, min)) <= max;
}
