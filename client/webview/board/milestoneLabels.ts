// Where the names of milestones stand above the schedule: in as many lines as they need not to cover each other. Pure.
import { columns } from './words.ts';

export interface PlacedLabel {
  /** Place of the milestone in the board's list. */
  readonly index: number;
  readonly label: string;
  readonly at: number;
  /** Line of the name, from the top. */
  readonly level: number;
  /** Left of the diamond instead of right, near the end of the axis. */
  readonly isLeft: boolean;
}

export interface Milestone {
  readonly label: string;
  readonly at?: number;
}

const COLUMN_WIDTH = 6.4;
const DIAMOND = 10;

/** @param unitWidth how wide one week or day is; @param end where the axis ends, in units */
export function placeLabels(milestones: readonly Milestone[], unitWidth: number, end: number): readonly PlacedLabel[] {
  const taken: number[] = [];
  return milestones
    .flatMap(({ label, at }, index) => (at === undefined ? [] : [{ index, label, at }]))
    .toSorted((one, other) => one.at - other.at)
    .map(({ index, label, at }) => {
      const width = columns(label) * COLUMN_WIDTH + DIAMOND * 2;
      const x = at * unitWidth;
      const isLeft = x + width > end * unitWidth;
      const from = isLeft ? x - width : x - DIAMOND;
      const to = isLeft ? x + DIAMOND : x + width;
      const free = taken.findIndex((last) => last <= from);
      const level = free === -1 ? taken.length : free;
      taken[level] = to;
      return { index, label, at, level, isLeft };
    });
}
