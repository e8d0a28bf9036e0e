// Which part of the version a change asks for, and why.
import type { Message } from '../finding.ts';
import type { ContentChange, SectionState } from './contentChange.ts';
import type { BumpRule } from './maintenanceConfiguration.ts';
import { bumpLevels, type BumpLevel } from './versionForm.ts';

export interface LevelChoice {
  readonly level: BumpLevel;
  readonly reasons: readonly Message[];
}

const NAMES_SHOWN = 5;
/** A section that is deeper is a part of one, not one of its own. */
const DEEPEST_REMOVED = 2;
const DEEPEST_ADDED = 3;

/** The weightiest of what the rule says of each kind of change; undefined where nothing changed. */
export function levelOf(change: ContentChange, rule: BumpRule): LevelChoice | undefined {
  const { added, removed, renamed, changed } = change;
  const isOwn =
    (deepest: number) =>
    ({ level = 2 }: SectionState): boolean =>
      level <= deepest;
  const gone = removed.filter(isOwn(DEEPEST_REMOVED));
  const born = added.filter(isOwn(DEEPEST_ADDED));
  const words = [...changed, ...renamed, ...removed.filter((each) => !gone.includes(each)), ...added.filter((each) => !born.includes(each))]; // prettier-ignore
  const found = [
    ...(gone.length > 0 ? [{ level: rule.removed, message: saying('bump.removed', gone) }] : []),
    ...(born.length > 0 ? [{ level: rule.added, message: saying('bump.added', born) }] : []),
    ...(words.length > 0 ? [{ level: rule.text, message: saying('bump.text', words) }] : []),
  ];
  const level = bumpLevels.find((each) => found.some((reason) => reason.level === each));
  return level && { level, reasons: found.map(({ message }) => message) };
}

function saying(key: 'bump.removed' | 'bump.added' | 'bump.text', states: readonly SectionState[]): Message {
  return { key, args: { count: states.length, names: namesOf(states) } };
}

export function namesOf(states: readonly SectionState[]): string {
  const names = states.map(({ name }) => name).filter((name) => name !== '');
  return names.slice(0, NAMES_SHOWN).join('、') + (names.length > NAMES_SHOWN ? '…' : '');
}
