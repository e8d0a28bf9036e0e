// Where the library uses a document, a heading or a file: links, paths in code spans, ids in metadata.
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import type { LibraryIndex } from '../../core/index/libraryIndex.ts';
import { documentsById, idsIn, ownIdField, ownIdOf } from './documentIds.ts';
import type { Subject } from './subjectAt.ts';
import { linksTo, pathOf, resolveCodePath, type PlaceInLibrary, type Surroundings } from './surroundings.ts';

export interface Use extends PlaceInLibrary {
  readonly kind: 'link' | 'path' | 'id';
}

/** In order of the documents' paths, then of their places; the declaration itself left out. */
export function usesOf(subject: Subject, surroundings: Surroundings): readonly Use[] {
  const uses = [
    ...linkUses(subject, surroundings),
    ...(subject.kind === 'heading' ? [] : codePathUses(subject.path, surroundings.index)),
    ...(subject.kind === 'document' ? idUses(subject.path, surroundings.index) : []),
  ];
  return uses.toSorted((a, b) => (a.path === b.path ? a.span.start - b.span.start : a.path < b.path ? -1 : 1));
}

/** Where the subject itself stands: the heading's words, the title, the id's field. */
export function declarationsOf(subject: Subject, { index }: Surroundings): readonly PlaceInLibrary[] {
  const facts = index.documents.get(subject.path);
  if (facts === undefined || subject.kind === 'file' || subject.kind === 'folder') return [];
  const { path } = facts;
  if (subject.kind === 'heading') {
    const heading = facts.headings[subject.heading];
    return heading === undefined ? [] : [{ path, span: heading.span }];
  }
  const id = ownIdField(facts);
  return [...(facts.title ? [{ path, span: facts.title.span }] : []), ...(id ? [{ path, span: id.valueSpan }] : [])];
}

/** Links of the document's own pages to its places are no uses of the document. */
function linkUses(subject: Subject, surroundings: Surroundings): readonly Use[] {
  const { index, resolve } = surroundings;
  return linksTo(subject.path, surroundings).flatMap(({ from, link: position }): readonly Use[] => {
    const facts = index.documents.get(from);
    const link = facts?.links[position];
    if (facts === undefined || link === undefined) return [];
    const resolution = resolve(facts, link);
    const isMeant =
      subject.kind === 'heading'
        ? resolution.kind === 'anchor' && resolution.heading === subject.heading
        : from !== subject.path;
    return isMeant && pathOf(resolution) === subject.path ? [{ kind: 'link', path: from, span: link.urlSpan }] : [];
  });
}

// ---- code spans

interface Mention {
  readonly from: string;
  /** Position among the code paths, or the fields, of that document. */
  readonly at: number;
}

const codePathsKnown = new WeakMap<object, WeakMap<object, ReadonlyMap<string, readonly Mention[]>>>();

function codePathUses(path: string, index: LibraryIndex): readonly Use[] {
  return (codePathMentions(index).get(path) ?? []).flatMap(({ from, at }) => {
    const code = from === path ? undefined : index.documents.get(from)?.codePaths[at];
    return code === undefined ? [] : [{ kind: 'path', path: from, span: code.span }];
  });
}

function codePathMentions(index: LibraryIndex): ReadonlyMap<string, readonly Mention[]> {
  const { links, paths } = index.aspects;
  const ofLinks = codePathsKnown.get(links) ?? new WeakMap<object, ReadonlyMap<string, readonly Mention[]>>();
  codePathsKnown.set(links, ofLinks);
  const before = ofLinks.get(paths);
  if (before !== undefined) return before;
  const found = new Map<string, Mention[]>();
  for (const facts of index.documents.values()) {
    facts.codePaths.forEach((code, at) => {
      const target = resolveCodePath(code, facts.path, index);
      if (target.kind === 'file' || target.kind === 'folder') add(found, target.path, { from: facts.path, at });
    });
  }
  ofLinks.set(paths, found);
  return found;
}

// ---- ids

const idsKnown = new WeakMap<object, ReadonlyMap<string, readonly Mention[]>>();

/** Ids that several documents have mean none of them for sure; they are listed for each. */
function idUses(path: string, index: LibraryIndex): readonly Use[] {
  const facts = index.documents.get(path);
  const id = facts && ownIdOf(facts);
  if (id === undefined) return [];
  return (idMentions(index).get(id) ?? []).flatMap(({ from, at }) => {
    const field = from === path ? undefined : index.documents.get(from)?.fields[at];
    return field === undefined ? [] : [{ kind: 'id', path: from, span: field.valueSpan }];
  });
}

/** Fields that name the id of another document, by id. */
function idMentions(index: LibraryIndex): ReadonlyMap<string, readonly Mention[]> {
  const { identity } = index.aspects;
  const before = idsKnown.get(identity);
  if (before !== undefined) return before;
  const owned = documentsById(index);
  const found = new Map<string, Mention[]>();
  for (const facts of index.documents.values()) {
    facts.fields.forEach((field, at) => {
      for (const id of foreignIds(facts, field.value)) if (owned.has(id)) add(found, id, { from: facts.path, at });
    });
  }
  idsKnown.set(identity, found);
  return found;
}

function foreignIds(facts: DocumentFacts, value: string): readonly string[] {
  const own = ownIdOf(facts);
  return idsIn(value).filter((id) => id !== own);
}

function add(map: Map<string, Mention[]>, key: string, mention: Mention): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [mention]);
  else known.push(mention);
}
