// What is wrong with the mark of a region: its form, and words that nothing in the library answers to. A region with such
// a mark is left as it is, so that a slip of the pen does not empty it.
import type { FactRegion } from '../facts/documentFacts.ts';
import { nearest, shown } from '../library/jsonNarrowing.ts';
import { fieldNamed, fieldNames, type FieldGround } from './fields.ts';
import type { RegionName, RegionProblem } from './regionMark.ts';

export function markProblems({ problems, names }: FactRegion, ground: FieldGround): readonly RegionProblem[] {
  return [...problems, ...names.flatMap((name) => nameProblem(name, ground) ?? [])];
}

export function isMarkRight({ problems, names }: FactRegion, ground: FieldGround): boolean {
  return problems.length === 0 && names.every((name) => isKnown(name, ground));
}

const builtInKinds = ['case', 'topic', 'plan', 'template', 'standard', 'other', 'any'];

function kindsOf({ configuration }: FieldGround): readonly string[] {
  return [...new Set([...builtInKinds, ...configuration.kinds.map(({ kind }) => kind)])];
}

function isKnown({ role, name }: RegionName, ground: FieldGround): boolean {
  return role === 'kind' ? kindsOf(ground).includes(name) : fieldNamed(name, ground) !== undefined;
}

function nameProblem(word: RegionName, ground: FieldGround): RegionProblem | undefined {
  if (isKnown(word, ground)) return undefined;
  const { role, span } = word;
  const known = role === 'kind' ? kindsOf(ground) : fieldNames(ground);
  const near = nearest(word.name, known);
  const name = shown(word.name);
  if (role === 'kind') {
    const message = { key: 'region-unknown.kind', args: { name, known: known.join(', ') } } as const;
    return { message, span, ...(near !== undefined && { near }) };
  }
  if (near === undefined) return { message: { key: 'region-unknown.field', args: { name } }, span };
  return { message: { key: 'region-unknown.field.near', args: { name, near } }, span, near };
}
