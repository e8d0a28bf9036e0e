// What changed in a document since a snapshot of it, section by section. Only prints and names are compared: blanks,
// contents, numbering and metadata never count.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import { identifyHeading } from '../model/headingIdentity.ts';
import { printOf } from './snapshot.ts';
import type { Snapshot } from './reviewRecord.ts';

export interface SectionChange {
  readonly kind: 'changed' | 'added' | 'removed' | 'renamed';
  /** As it is called now; of a removed one as it was called. '' for the part above the first heading. */
  readonly name: string;
  /** Name before, of a renamed one. */
  readonly before?: string;
  /** Position in the headings of the facts; absent for a removed one and for the part above the first heading. */
  readonly heading?: number;
}

export interface ChangesSince {
  /** In the order of the document, removed ones last. */
  readonly sections: readonly SectionChange[];
  /** Sections of the document now. */
  readonly of: number;
}

interface Part {
  readonly name: string;
  readonly key: string;
  readonly print: string;
  /** -1 for the part above the first heading. */
  readonly heading: number;
}

/** Undefined where nothing changed. */
export function changedSince(snapshot: Snapshot, facts: DocumentFacts): ChangesSince | undefined {
  if (snapshot.content === printOf(facts)) return undefined;
  const before = snapshot.sections.map(({ name, print }) => ({ name, print, key: keyOf(name), heading: -1 }));
  const now = [
    { name: '', key: '', print: facts.prints[0] ?? '', heading: -1 },
    ...facts.headings.map(({ text }, index) => {
      return { name: text, key: keyOf(text), print: facts.prints[index + 1] ?? '', heading: index };
    }),
  ];
  const pairs = pairsOf(before, now);
  const gone = before.filter((part) => ![...pairs.values()].includes(part) && part.key !== '');
  const sections = [
    ...now.flatMap((part) => changeOf(part, pairs.get(part))),
    ...gone.map(({ name }): SectionChange => ({ kind: 'removed', name })),
  ];
  return { sections, of: facts.headings.length };
}

function keyOf(name: string): string {
  return name === '' ? '' : identifyHeading(name).key;
}

/** The part before of each part now: by name, then by what it says. Of equal names the first goes with the first. */
function pairsOf(before: readonly Part[], now: readonly Part[]): ReadonlyMap<Part, Part> {
  const free = new Set(before);
  const pairs = new Map<Part, Part>();
  const pair = (isSame: (a: Part, b: Part) => boolean): void => {
    for (const part of now) {
      const found = pairs.has(part) ? undefined : [...free].find((old) => isSame(old, part));
      if (found === undefined) continue;
      pairs.set(part, found);
      free.delete(found);
    }
  };
  pair((a, b) => a.key === b.key && a.print === b.print);
  pair((a, b) => a.key === b.key);
  pair((a, b) => a.print === b.print && a.key !== '' && b.key !== '');
  return pairs;
}

function changeOf(part: Part, before: Part | undefined): readonly SectionChange[] {
  const place = part.heading < 0 ? {} : { heading: part.heading };
  if (before === undefined) return part.key === '' ? [] : [{ kind: 'added', name: part.name, ...place }];
  if (before.key !== part.key) return [{ kind: 'renamed', name: part.name, before: before.name, ...place }];
  return before.print === part.print ? [] : [{ kind: 'changed', name: part.name, ...place }];
}
