// Where the library uses a document, a heading or a file: links, paths in code spans, ids in metadata.
import type { LibraryIndex } from '../../core/index/libraryIndex.ts';
import { mentionsOf } from '../../core/ids/idMentions.ts';
import { ownIdOf } from '../../core/ids/ownId.ts';
import type { Span } from '../../core/sourceText.ts';
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
  const id = ownIdOf(facts);
  return [...(facts.title ? [{ path, span: facts.title.span }] : []), ...(id ? [{ path, span: id.span }] : [])];
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
  /** Position among the code paths of that document. */
  readonly at: number;
}

const codePathsKnown = new WeakMap<object, WeakMap<object, ReadonlyMap<string, readonly Mention[]>>>();

function codePathUses(path: string, index: LibraryIndex): readonly Use[] {
  return (codePathMentions(index).get(path) ?? []).flatMap(({ from, at }) => {
    const code = from === path ? undefined : index.documents.get(from)?.codePaths[at];
    return code === undefined ? [] : [{ kind: 'path', path: from, span: code.span }];
  });
}

/** Which code spans name which file or folder. */
export function codePathMentions(index: LibraryIndex): ReadonlyMap<string, readonly Mention[]> {
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

/** Ids that several documents have mean none of them for sure; they are listed for each. */
function idUses(path: string, index: LibraryIndex): readonly Use[] {
  const facts = index.documents.get(path);
  const own = facts && ownIdOf(facts);
  if (own === undefined) return [];
  return mentionsOf(index, own.id).flatMap(({ path: from, span }) =>
    from === path || isInLink(from, span, index) ? [] : [{ kind: 'id', path: from, span }],
  );
}

/** The text of a link is no second use besides the link. */
function isInLink(from: string, { start }: Span, { documents }: LibraryIndex): boolean {
  return documents.get(from)?.ids.some((id) => id.span.start === start && id.isInLink === true) ?? false;
}

function add(map: Map<string, Mention[]>, key: string, mention: Mention): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [mention]);
  else known.push(mention);
}
