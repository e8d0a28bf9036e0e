// All regions of one document brought up to date at once.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { TextEdit } from '../finding.ts';
import type { FieldGround } from './fields.ts';
import { regionDifference } from './regionDifference.ts';

export interface RegionUpdates {
  /** Regions that differ. */
  readonly count: number;
  /** Whole lines inside of regions; they never overlap. */
  readonly edits: readonly TextEdit[];
}

/** `facts` must be those of the text that the edits are for. Between conflict markers nothing is written. */
export function regionUpdates(facts: DocumentFacts, ground: FieldGround): RegionUpdates {
  if (facts.limit !== undefined) return { count: 0, edits: [] };
  const differences = facts.regions.flatMap((region) => regionDifference({ region, facts, ground }) ?? []);
  return { count: differences.length, edits: differences.flatMap(({ edits }) => edits) };
}
