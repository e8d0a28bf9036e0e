// The key `maintenance` of the configuration to values; whatever is wrong keeps its default and is reported at its place.
import type { Node } from 'jsonc-parser';
import type { Origin } from '../finding.ts';
import {
  defaultMaintenance,
  type BumpRule,
  type CurrentSubject,
  type MaintenanceConfiguration,
  type StaleAfter,
} from '../versions/maintenanceConfiguration.ts';
import { bumpLevels, readVersion } from '../versions/versionForm.ts';
import type { JsonNarrowing } from './jsonNarrowing.ts';

/** What is read, and the lines of its text: findings name them. */
export interface MaintenanceSource {
  readonly json: JsonNarrowing;
  readonly originOf: (node: Node) => Origin;
  /** Kinds that `staleAfter` may name. */
  readonly kinds: readonly string[];
}

/** Keys of `maintenance` and of `bump`; schemas/config.schema.json describes each (a test compares). */
export const maintenanceKeys = ['behindDays', 'staleAfter', 'subjects', 'bump', 'versionForm'] as const;
export const bumpKeys = ['removed', 'added', 'text'] as const;
const MAX_SUBJECTS = 100;
const MAX_DAYS = 10_000;
const days = { min: 0, max: MAX_DAYS } as const;

export function narrowMaintenance(node: Node, source: MaintenanceSource): MaintenanceConfiguration {
  const { json } = source;
  let read = defaultMaintenance;
  for (const property of json.properties(node, 'maintenance')) {
    const { key, value } = property;
    switch (key) {
      case 'behindDays':
        read = { ...read, behindDays: json.integer(value, key, days) ?? read.behindDays };
        break;
      case 'staleAfter':
        read = { ...read, staleAfter: staleAfterOf(value, source) };
        break;
      case 'subjects':
        read = { ...read, subjects: subjectsOf(value, source) };
        break;
      case 'bump':
        read = { ...read, bump: bumpOf(value, json) };
        break;
      case 'versionForm': {
        const versionForm = readVersion(json.string(value, key) ?? '');
        if (versionForm === undefined) json.invalid(value, key, { key: 'config-value-invalid.version-form' });
        else read = { ...read, versionForm };
        break;
      }
      default:
        json.unknownKey(property, maintenanceKeys);
    }
  }
  return read;
}

/** A number for all kinds, or numbers by kind. */
function staleAfterOf(node: Node, { json, kinds }: MaintenanceSource): readonly StaleAfter[] {
  if (node.type !== 'object') {
    const all = json.integer(node, 'staleAfter', { ...days, min: 1 });
    return all === undefined ? [] : [{ kind: '*', days: all }];
  }
  const found: StaleAfter[] = [];
  for (const property of json.properties(node, 'staleAfter')) {
    if (property.key !== '*' && !kinds.includes(property.key)) {
      json.unknownKey(property, kinds);
      continue;
    }
    const value = json.integer(property.value, property.key, { ...days, min: 1 });
    if (value !== undefined) found.push({ kind: property.key, days: value });
  }
  return found;
}

/** `{"PostgreSQL": "18"}` */
function subjectsOf(node: Node, { json, originOf }: MaintenanceSource): readonly CurrentSubject[] {
  return json
    .properties(node, 'subjects')
    .slice(0, MAX_SUBJECTS)
    .flatMap(({ key, value }): readonly CurrentSubject[] => {
      const version = json.string(value, key)?.trim();
      if (version === undefined) return [];
      if (/^v?\d{1,4}(?:\.\d{1,4}){0,3}$/.test(version) && key.trim() !== '') {
        return [{ name: key.trim(), version, origin: originOf(value) }];
      }
      json.invalid(value, key, { key: 'config-value-invalid.subject-version' });
      return [];
    });
}

function bumpOf(node: Node, json: JsonNarrowing): BumpRule {
  let { bump } = defaultMaintenance;
  for (const property of json.properties(node, 'bump')) {
    const key = bumpKeys.find((known) => known === property.key);
    if (key === undefined) {
      json.unknownKey(property, bumpKeys);
      continue;
    }
    bump = { ...bump, [key]: json.choice(property.value, key, bumpLevels) ?? bump[key] };
  }
  return bump;
}
