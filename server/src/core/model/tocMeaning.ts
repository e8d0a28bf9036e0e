// Which heading each contents entry means: by its anchor, else by its words, else by where it stands among the others.
import type { DocumentModel, Section, TableOfContents, TocEntry } from './documentModel.ts';
import { normalKey } from './headingIdentity.ts';

export interface TocMeaning {
  /** Entries whose anchor is a heading's. */
  readonly resolved: ReadonlyMap<TocEntry, Section>;
  /** Entries with a broken anchor that can only mean one heading (renamed, renumbered, another emoji). */
  readonly meant: ReadonlyMap<TocEntry, Section>;
}

export function tocMeaning(model: DocumentModel, toc: TableOfContents): TocMeaning {
  const byAnchor = new Map(model.sections.map((section) => [section.anchor, section]));
  const resolved = new Map<TocEntry, Section>();
  for (const entry of toc.entries) {
    const section = byAnchor.get(entry.anchor);
    if (section !== undefined) resolved.set(entry, section);
  }
  const meant = new Map<TocEntry, Section>();
  const byName = sectionsByName(model);
  for (const entry of toc.entries) {
    const section = resolved.has(entry) ? undefined : byName.get(normalKey(entry.text));
    if (section !== undefined) meant.set(entry, section);
  }
  meanByPlace(model, toc, { resolved, meant });
  return { resolved, meant };
}

/** Headings by normal text and by normal name; ambiguous ones left out. */
function sectionsByName(model: DocumentModel): ReadonlyMap<string, Section> {
  const found = new Map<string, Section | undefined>();
  for (const section of model.sections) {
    for (const key of new Set([normalKey(section.heading.text), section.heading.identity.key])) {
      found.set(key, found.has(key) ? undefined : section);
    }
  }
  return new Map([...found].filter((pair): pair is [string, Section] => pair[1] !== undefined));
}

interface Known {
  readonly resolved: ReadonlyMap<TocEntry, Section>;
  readonly meant: Map<TocEntry, Section>;
}

/** Between two entries that are known, as many strange entries as headings without an entry: they pair up in order. */
function meanByPlace(model: DocumentModel, toc: TableOfContents, { resolved, meant }: Known): void {
  const known = (entry: TocEntry | undefined): Section | undefined =>
    entry && (resolved.get(entry) ?? meant.get(entry));
  const listed = new Set(toc.entries.map(known));
  const first = toc.section.span.start;
  for (let index = 0; index < toc.entries.length; index++) {
    if (known(toc.entries[index]) !== undefined) continue;
    let end = index;
    while (end < toc.entries.length && known(toc.entries[end]) === undefined) end += 1;
    const from = known(toc.entries[index - 1])?.span.start ?? first;
    const until = known(toc.entries[end])?.span.start ?? Number.POSITIVE_INFINITY;
    const strange = toc.entries.slice(index, end);
    const levels = new Set([known(toc.entries[index - 1])?.level, known(toc.entries[end])?.level]);
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
