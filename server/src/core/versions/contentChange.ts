// What changed between two states of a document, by its sections: added, removed, renamed, written anew. It knows prints, not texts.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import { identifyHeading } from '../model/headingIdentity.ts';
import type { Snapshot } from '../review/reviewRecord.ts';
import { readEntry } from './changeEntry.ts';
import { isChangelogName } from './changelog.ts';

export interface SectionState {
  /** As the heading reads; empty for what stands above the first. */
  readonly name: string;
  readonly key: string;
  /** Absent where only a snapshot is known. */
  readonly level?: number;
  readonly print: string;
}

/** Names of sections, in document order. */
export interface ContentChange {
  readonly added: readonly SectionState[];
  readonly removed: readonly SectionState[];
  readonly renamed: readonly SectionState[];
  readonly changed: readonly SectionState[];
}

/** Sections of a document as it stands; its record of changes is left out: a new entry there changes nothing else. */
export function sectionStates({
  headings,
  prints,
}: Pick<DocumentFacts, 'headings' | 'prints'>): readonly SectionState[] {
  const states: SectionState[] = [{ name: '', key: '', print: prints[0] ?? '' }];
  headings.forEach(({ text, level }, at) => {
    states.push({ ...named(text), level, print: prints[at + 1] ?? '' });
  });
  return states.filter(isContent);
}

export function snapshotStates({ sections }: Pick<Snapshot, 'sections'>): readonly SectionState[] {
  return sections.map(({ name, print }) => ({ ...named(name), print })).filter(isContent);
}

function named(text: string): Pick<SectionState, 'name' | 'key'> {
  return text === '' ? { name: '', key: '' } : { name: text, key: identifyHeading(text).key };
}

function isContent({ name }: SectionState): boolean {
  if (name === '') return true;
  const words = identifyHeading(name).name;
  return !isChangelogName(words) && readEntry(words) === undefined;
}

export function contentChange(before: readonly SectionState[], after: readonly SectionState[]): ContentChange {
  const waiting = new Map<string, SectionState[]>();
  for (const state of before) waiting.set(state.key, [...(waiting.get(state.key) ?? []), state]);
  const changed: SectionState[] = [];
  const unmatched: SectionState[] = [];
  for (const state of after) {
    const same = waiting.get(state.key) ?? [];
    // Of several sections with one name the equal one is the same, else the first.
    const at = Math.max(
      0,
      same.findIndex(({ print }) => print === state.print),
    );
    const [match] = same.splice(at, 1);
    if (match === undefined) unmatched.push(state);
    else if (match.print !== state.print) changed.push(state);
  }
  const gone = [...waiting.values()].flat();
  const renamed = unmatched.filter(({ print, level }) => {
    const at = gone.findIndex((other) => other.print === print && (other.level ?? level) === level);
    if (at >= 0) gone.splice(at, 1);
    return at >= 0;
  });
  const removed = before.filter((state) => gone.includes(state));
  return { added: unmatched.filter((state) => !renamed.includes(state)), removed, renamed, changed };
}

export function isUnchanged({ added, removed, renamed, changed }: ContentChange): boolean {
  return added.length + removed.length + renamed.length + changed.length === 0;
}
