// Counts and efforts of rows.
import { rollUp, type RollUp } from '../../core/roadmap/rollUp.ts';
import type { RoadmapRow } from './rows.ts';

export function rollUpOf(rows: readonly RoadmapRow[]): RollUp {
  return rollUp(
    rows.map(({ state, effort, hasDrift }) => ({
      state: state.state,
      hasDrift,
      ...(effort && { effort: effort.value }),
    })),
  );
}
