// Documents and headings of all libraries by words of their titles, ids and paths. The list of names is made once for as
// long as titles and headings stay the same.
import type { LibraryIndex } from '../core/index/libraryIndex.ts';
import type { Span } from '../core/sourceText.ts';
import type { EngineView } from './engineView.ts';
import { ownIdOf } from '../core/ids/ownId.ts';
import { uriOfPath } from './resourceUri.ts';

/** More than this nobody reads; typing on narrows it. */
const MOST_SYMBOLS = 500;

export interface NamedPlace {
  readonly name: string;
  readonly kind: 'document' | 'heading';
  /** The document that it is in. */
  readonly container: string;
  readonly root: string;
  readonly path: string;
  readonly uri: string;
  readonly span: Span;
}

interface Name {
  readonly path: string;
  /** Position among the headings; absent for the document. */
  readonly heading?: number;
  /** Lower case; what is searched. */
  readonly words: string;
  readonly title: string;
  readonly lowerTitle: string;
}

/** Best first: names that begin with the query, then such that hold it, then such that hold its letters in order. */
export function workspaceSymbols(view: EngineView, { query }: { readonly query: string }): readonly NamedPlace[] {
  const wanted = query.trim().toLowerCase();
  const parts = wanted.split(/\s+/).filter((part) => part !== '');
  const byRank: Hit[][] = Array.from({ length: RANKS }, () => []);
  for (const root of view.state.libraries.keys()) {
    const index = root === '' ? undefined : view.index(root);
    if (index === undefined) continue;
    for (const name of namesOf(index)) {
      const rank = rankOf(name, wanted, parts);
      const hits = rank === undefined ? undefined : byRank[rank];
      if (hits !== undefined && hits.length < MOST_SYMBOLS) hits.push({ name, root, index });
    }
  }
  return byRank
    .flat()
    .slice(0, MOST_SYMBOLS)
    .flatMap(({ name, root, index }) => placeOf(name, root, index) ?? []);
}

interface Hit {
  readonly name: Name;
  readonly root: string;
  readonly index: LibraryIndex;
}

const RANKS = 8;

/** Lower is better; documents go before headings. Undefined where the words are not there. */
function rankOf({ words, lowerTitle, heading }: Name, wanted: string, parts: readonly string[]): number | undefined {
  const ofHeading = heading === undefined ? 0 : 1;
  if (wanted === '') return ofHeading;
  if (lowerTitle.startsWith(wanted)) return ofHeading;
  if (lowerTitle.includes(wanted)) return 2 + ofHeading;
  if (parts.every((part) => words.includes(part))) return 4 + ofHeading;
  return wanted.length > 1 && isInOrder(wanted, lowerTitle) ? 6 + ofHeading : undefined;
}

/** As editors match: the letters of the query one after the other. */
function isInOrder(query: string, text: string): boolean {
  let at = 0;
  for (const letter of query) {
    if (letter === ' ') continue;
    const found = text.indexOf(letter, at);
    if (found < 0) return false;
    at = found + letter.length;
  }
  return true;
}

const known = new WeakMap<object, WeakMap<object, readonly Name[]>>();

/** Without spans: those are looked up in the index. */
function namesOf(index: LibraryIndex): readonly Name[] {
  const { headings, identity } = index.aspects;
  const ofHeadings = known.get(headings) ?? new WeakMap<object, readonly Name[]>();
  known.set(headings, ofHeadings);
  const before = ofHeadings.get(identity);
  if (before !== undefined) return before;
  const names: Name[] = [];
  for (const facts of index.documents.values()) {
    const { path, title } = facts;
    const id = ownIdOf(facts)?.id;
    const name = title?.text ?? path;
    names.push({
      path,
      title: name,
      lowerTitle: name.toLowerCase(),
      words: `${name} ${id ?? ''} ${path}`.toLowerCase(),
    });
    facts.headings.forEach((heading, position) => {
      if (heading.level === 1 && heading.text === title?.text) return;
      if (heading.text === '') return;
      const lowerTitle = heading.text.toLowerCase();
      names.push({ path, heading: position, title: heading.text, lowerTitle, words: lowerTitle });
    });
  }
  ofHeadings.set(identity, names);
  return names;
}

function placeOf({ path, heading, title }: Name, root: string, { documents }: LibraryIndex): NamedPlace | undefined {
  const facts = documents.get(path);
  if (facts === undefined) return undefined;
  const span = (heading === undefined ? facts.title : facts.headings[heading])?.span ?? { start: 0, end: 0 };
  const id = heading === undefined ? ownIdOf(facts)?.id : undefined;
  return {
    name: id === undefined ? title : `${title} (${id})`,
    kind: heading === undefined ? 'document' : 'heading',
    container: heading === undefined ? path : (facts.title?.text ?? path),
    root,
    path,
    uri: uriOfPath(root, path),
    span,
  };
}
