// Which heading each contents entry means: by its anchor, else by its words, else by where it stands among the others.
import type { DocumentModel, Section, TableOfContents, TocEntry } from './documentModel.ts';
import { normalKey } from './headingIdentity.ts';

export interface TocMeaning {
  /** Entries whose anchor is a heading's. */
  readonly resolved: ReadonlyMap<TocEntry, Section>;
  /** Entries with a broken anchor that can only mean one heading (renamed, renumbered, another emoji). */
  readonly meant: ReadonlyMap<TocEntry, Section>;
  /** Entries of `resolved` whose anchor leads elsewhere than to the heading that they name. */
  readonly misled: ReadonlyMap<TocEntry, Section>;
}

const known = new WeakMap<TableOfContents, TocMeaning>();

export function tocMeaning(model: DocumentModel, toc: TableOfContents): TocMeaning {
  const before = known.get(toc);
  if (before !== undefined) return before;
  const meaning = readMeaning(model, toc);
  known.set(toc, meaning);
  return meaning;
}

function readMeaning(model: DocumentModel, toc: TableOfContents): TocMeaning {
  const byAnchor = new Map(model.sections.map((section) => [section.anchor, section]));
  const resolved = new Map<TocEntry, Section>();
  for (const entry of toc.entries) {
    const section = byAnchor.get(entry.anchor);
    if (section !== undefined) resolved.set(entry, section);
  }
  const meant = new Map<TocEntry, Section>();
  const byName = sectionsByName(model);
  const listed = new Set(resolved.values());
  for (const entry of toc.entries) {
    const section = resolved.has(entry) ? undefined : byName.get(normalKey(entry.text));
    if (section !== undefined && !listed.has(section)) meant.set(entry, section);
  }
  meanByChildren(toc, { resolved, meant });
  const misled = misledEntries(toc, { resolved, meant }, byName);
  meanByPlace(model, toc, { resolved, meant });
  return { resolved, meant, misled };
}

/** Headings by normal text and by normal name; ambiguous ones left out. */
function sectionsByName(model: DocumentModel): ReadonlyMap<string, Section> {
  const found = new Map<string, Section | undefined>();
  for (const section of model.sections) {
    for (const key of keysOf(section)) found.set(key, found.has(key) ? undefined : section);
  }
  return new Map([...found].filter((pair): pair is [string, Section] => pair[1] !== undefined));
}

function keysOf(section: Section): ReadonlySet<string> {
  return new Set([normalKey(section.heading.text), section.heading.identity.key]);
}

/** A strange entry means the section that holds what the entries below it lead to. */
function meanByChildren(toc: TableOfContents, { resolved, meant }: Known): void {
  const listed = new Set([...resolved.values(), ...meant.values()]);
  toc.entries.forEach((entry, index) => {
    if (resolved.has(entry) || meant.has(entry)) return;
    const parents = entriesBelow(toc, index).flatMap((below) => resolved.get(below)?.parent ?? []);
    const counted = parents.map((parent) => parents.filter((other) => other === parent).length);
    const parent = parents[counted.indexOf(Math.max(...counted))];
    if (parent === undefined || parent.level === 1 || listed.has(parent)) return;
    meant.set(entry, parent);
    listed.add(parent);
  });
}

/** The entries one step deeper, up to the next one that is not. */
function entriesBelow(toc: TableOfContents, index: number): readonly TocEntry[] {
  const depth = toc.entries[index]?.depth ?? 0;
  const after = toc.entries.slice(index + 1);
  const end = after.findIndex((entry) => entry.depth <= depth);
  return (end < 0 ? after : after.slice(0, end)).filter((entry) => entry.depth === depth + 1);
}

/** An anchor of another heading, where the one that is named stands under the entry above, or has the words to itself. */
function misledEntries(
  toc: TableOfContents,
  { resolved, meant }: Known,
  byName: ReadonlyMap<string, Section>,
): ReadonlyMap<TocEntry, Section> {
  const listed = new Set([...resolved.values(), ...meant.values()]);
  const misled = new Map<TocEntry, Section>();
  const above: TocEntry[] = [];
  for (const entry of toc.entries) {
    above.length = Math.min(above.length, entry.depth);
    const outer = above.at(-1);
    above[entry.depth] = entry;
    const found = resolved.get(entry);
    if (found === undefined) continue;
    const named = namedHeading(entry, found, { owner: outer && (resolved.get(outer) ?? meant.get(outer)), byName });
    if (named !== undefined && named !== found && !listed.has(named)) misled.set(entry, named);
  }
  return misled;
}

interface Surroundings {
  /** What the entry above leads to. */
  readonly owner: Section | undefined;
  readonly byName: ReadonlyMap<string, Section>;
}

/** The heading that the words of an entry name, which may not be the one that was `found` by its anchor. */
function namedHeading(entry: TocEntry, found: Section, { owner, byName }: Surroundings): Section | undefined {
  const key = normalKey(entry.text);
  if (owner !== undefined && found.parent !== owner) {
    const namesakes = owner.children.filter((child) => keysOf(child).has(key));
    if (namesakes.length === 1) return namesakes[0];
  }
  return keysOf(found).has(key) ? found : byName.get(key);
}

interface Known {
  readonly resolved: ReadonlyMap<TocEntry, Section>;
  readonly meant: Map<TocEntry, Section>;
}

/** Between two entries that are known, as many strange entries as headings without an entry: they pair up in order. */
function meanByPlace(model: DocumentModel, toc: TableOfContents, { resolved, meant }: Known): void {
  const sectionOf = (entry: TocEntry | undefined): Section | undefined =>
    entry && (resolved.get(entry) ?? meant.get(entry));
  const listed = new Set(toc.entries.map(sectionOf));
  const first = toc.section.span.start;
  for (let index = 0; index < toc.entries.length; index++) {
    if (sectionOf(toc.entries[index]) !== undefined) continue;
    let end = index;
    while (end < toc.entries.length && sectionOf(toc.entries[end]) === undefined) end += 1;
    const from = sectionOf(toc.entries[index - 1])?.span.start ?? first;
    const until = sectionOf(toc.entries[end])?.span.start ?? Number.POSITIVE_INFINITY;
    const strange = toc.entries.slice(index, end);
    const levels = new Set([sectionOf(toc.entries[index - 1])?.level, sectionOf(toc.entries[end])?.level]);
    const between = model.sections.filter(
      (section) =>
        section.span.start > from && section.span.start < until && !listed.has(section) && levels.has(section.level),
    );
    if (between.length === strange.length)
      strange.forEach((entry, at) => {
        setIfAny(meant, entry, between[at]);
      });
    index = end;
  }
}

function setIfAny(map: Map<TocEntry, Section>, entry: TocEntry, section: Section | undefined): void {
  if (section !== undefined) map.set(entry, section);
}
