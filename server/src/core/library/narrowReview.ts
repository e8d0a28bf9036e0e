// The key `review` of the configuration to values; whatever is wrong is left out and reported at its place.
import type { Node } from 'jsonc-parser';
import { guardedActions, type Guard, type ReviewConfiguration } from '../review/reviewConfiguration.ts';
import { reviewStates } from '../review/reviewRecord.ts';
import { shown, type JsonNarrowing } from './jsonNarrowing.ts';

/** Keys of `review` and of what stands in it; schemas/config.schema.json describes each (a test compares). */
export const reviewKeys = ['states', 'guards', 'required', 'overdueDays', 'maxAgeDays', 'people'] as const;
export const stateWordKeys = ['names', 'emoji'] as const;
export const guardKeys = [
  'findings', 'score', 'grade', 'levels', 'reviewers', 'allowsAuthor', 'questions', 'comments', 'unchanged',
] as const; // prettier-ignore
const severities = ['error', 'warning', 'information', 'hint'] as const;
const MAX_NAMES = 200;
const LONGEST_NAME = 200;

export function narrowReview(node: Node, json: JsonNarrowing): ReviewConfiguration {
  const values = known(node, 'review', reviewKeys, json);
  const [overdue, age] = [values.get('overdueDays'), values.get('maxAgeDays')];
  const overdueDays = overdue && json.integer(overdue, 'overdueDays', { min: 1, max: 3_650 });
  const maxAgeDays = age && json.integer(age, 'maxAgeDays', { min: 1, max: 36_500 });
  const states = statesOf(values.get('states'), json);
  const guards = guardsOf(values.get('guards'), json);
  const required = requiredOf(values.get('required'), json);
  const people = peopleOf(values.get('people'), json);
  return {
    ...(states && { states }),
    ...(guards && { guards }),
    ...(required && { required }),
    ...(overdueDays !== undefined && { overdueDays }),
    ...(maxAgeDays !== undefined && { maxAgeDays }),
    ...(people && { people }),
  };
}

function statesOf(node: Node | undefined, json: JsonNarrowing): ReviewConfiguration['states'] {
  if (node === undefined) return undefined;
  const found = [...known(node, 'states', reviewStates, json)].map(([state, value]) => {
    const words = known(value, state, stateWordKeys, json);
    const emojiNode = words.get('emoji');
    const emoji = emojiNode && json.string(emojiNode, 'emoji')?.trim().slice(0, 20);
    const names = textsOf(words.get('names'), 'names', json);
    return [state, { names, ...(emoji !== undefined && emoji !== '' && { emoji }) }] as const;
  });
  return Object.fromEntries(found);
}

function guardsOf(node: Node | undefined, json: JsonNarrowing): ReviewConfiguration['guards'] {
  if (node === undefined) return undefined;
  const found = [...known(node, 'guards', guardedActions, json)].map(
    ([action, value]) => [action, guardOf(value, action, json)] as const,
  );
  return Object.fromEntries(found);
}

function guardOf(node: Node, action: string, json: JsonNarrowing): Guard {
  const values = known(node, action, guardKeys, json);
  const gradeNode = values.get('grade');
  const grade = gradeNode && json.string(gradeNode, 'grade')?.trim();
  const score = numberOf(values.get('score'), 'score', json);
  const reviewersNode = values.get('reviewers');
  const reviewers = reviewersNode && json.integer(reviewersNode, 'reviewers', { min: 0, max: 100 });
  const findings = countsOf(values.get('findings'), json);
  const levels = levelsOf(values.get('levels'), json);
  const flags = (['allowsAuthor', 'questions', 'comments', 'unchanged'] as const).flatMap((name) => {
    const flag = booleanOf(values.get(name), name, json);
    return flag === undefined ? [] : [[name, flag] as const];
  });
  return {
    ...Object.fromEntries(flags),
    ...(findings && { findings }),
    ...(score !== undefined && { score }),
    ...(grade !== undefined && grade !== '' && { grade }),
    ...(levels && { levels }),
    ...(reviewers !== undefined && { reviewers }),
  };
}

function countsOf(node: Node | undefined, json: JsonNarrowing): Guard['findings'] {
  if (node === undefined) return undefined;
  const found = [...known(node, 'findings', severities, json)].flatMap(([severity, value]) => {
    const count = json.integer(value, severity, { min: 0, max: 100_000 });
    return count === undefined ? [] : [[severity, count] as const];
  });
  return Object.fromEntries(found);
}

function levelsOf(node: Node | undefined, json: JsonNarrowing): Guard['levels'] {
  if (node === undefined) return undefined;
  const found = json.properties(node, 'levels').flatMap(({ key, value }) => {
    const level = numberOf(value, key, json);
    return level === undefined ? [] : [[key, level] as const];
  });
  return Object.fromEntries(found);
}

/** `true`: every kind. */
function requiredOf(node: Node | undefined, json: JsonNarrowing): ReviewConfiguration['required'] {
  if (node === undefined || node.value === false) return undefined;
  return node.value === true ? ['*'] : textsOf(node, 'required', json);
}

function peopleOf(node: Node | undefined, json: JsonNarrowing): ReviewConfiguration['people'] {
  if (node === undefined) return undefined;
  const found = json
    .properties(node, 'people')
    .slice(0, MAX_NAMES)
    .map(({ key, value }) => [key, textsOf(value, key, json)] as const);
  return Object.fromEntries(found);
}

function textsOf(node: Node | undefined, name: string, json: JsonNarrowing): readonly string[] {
  if (node === undefined) return [];
  return json
    .strings(node, shown(name))
    .map(({ value }) => value.trim())
    .filter((text) => text !== '' && text.length <= LONGEST_NAME)
    .slice(0, MAX_NAMES);
}

function numberOf(node: Node | undefined, name: string, json: JsonNarrowing): number | undefined {
  const value: unknown = node?.value;
  if (node === undefined) return undefined;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 1_000) return value;
  json.invalid(node, name, { key: 'config-value-invalid.score' });
  return undefined;
}

function booleanOf(node: Node | undefined, name: string, json: JsonNarrowing): boolean | undefined {
  const value: unknown = node?.value;
  if (node === undefined || typeof value === 'boolean') return value as boolean | undefined;
  json.invalid(node, name, { key: 'config-value-invalid.boolean' });
  return undefined;
}

function known<Key extends string>(
  node: Node,
  name: string,
  keys: readonly Key[],
  json: JsonNarrowing,
): ReadonlyMap<Key, Node> {
  const values = new Map<Key, Node>();
  for (const property of json.properties(node, name)) {
    const key = keys.find((candidate) => candidate === property.key);
    if (key === undefined) json.unknownKey(property, keys);
    else values.set(key, property.value);
  }
  return values;
}
