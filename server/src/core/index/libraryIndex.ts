// Every document of a library by its facts, and every path of its folder: what rules, searches, indexes and renames over
// many documents look at. Immutable; what follows from it is kept beside it by identity (see `aspects`).
import type { DocumentFacts } from '../facts/documentFacts.ts';

export interface LibraryIndex {
  readonly documents: ReadonlyMap<string, DocumentFacts>;
  /** Every known path of the library's folder, folders not included. Documents are among them. */
  readonly paths: ReadonlySet<string>;
  /**
   * An object for each part of the facts that stays the same while this part is the same in all documents, positions left
   * aside: keys for caches (WeakMap). A cache that hangs on an aspect must hold no spans; it names documents by path and
   * looks spans up in `documents`.
   */
  readonly aspects: IndexAspects;
}

export interface IndexAspects {
  /** Kinds, stages, titles, metadata. */
  readonly identity: object;
  /** Headings and named anchors. */
  readonly headings: object;
  /** Links and code paths. */
  readonly links: object;
  /** What the sections say. */
  readonly prints: object;
  /** The set of paths. */
  readonly paths: object;
  /** Which paths are documents. */
  readonly members: object;
}

export interface IndexChanges {
  readonly changed?: readonly DocumentFacts[];
  readonly removed?: readonly string[];
  /** The new set of paths; absent: as before. */
  readonly paths?: ReadonlySet<string>;
}

export const emptyIndex: LibraryIndex = {
  documents: new Map(),
  paths: new Set(),
  aspects: { identity: {}, headings: {}, links: {}, prints: {}, paths: {}, members: {} },
};

/** The index after some changes; shares whatever they do not touch. */
export function updateIndex(index: LibraryIndex, { changed = [], removed = [], paths }: IndexChanges): LibraryIndex {
  const news = changed.filter((facts) => index.documents.get(facts.path) !== facts);
  const gone = removed.filter((path) => index.documents.has(path));
  const hasNewPaths = paths !== undefined && paths !== index.paths;
  if (news.length === 0 && gone.length === 0 && !hasNewPaths) return index;
  const { aspects } = index;
  const documents = withDocuments(index.documents, news, gone);
  const kept = (aspect: object, textOf: (facts: DocumentFacts) => string): object =>
    gone.length === 0 && news.every((facts) => isSame(index.documents.get(facts.path), facts, textOf)) ? aspect : {};
  return {
    documents,
    paths: paths ?? index.paths,
    aspects: {
      identity: kept(aspects.identity, identityText),
      headings: kept(aspects.headings, headingsText),
      links: kept(aspects.links, linksText),
      prints: kept(aspects.prints, ({ prints }) => prints.join()),
      paths: hasNewPaths ? {} : aspects.paths,
      members: gone.length === 0 && news.every(({ path }) => index.documents.has(path)) ? aspects.members : {},
    },
  };
}

/** Everything of a document that findings of others may depend on, as one text. */
export function sharedText(facts: DocumentFacts): string {
  return [identityText(facts), headingsText(facts), linksText(facts)].join('\n');
}

/** The same where reviews are recorded: what a document says is their matter, too. */
export function sharedContent(facts: DocumentFacts): string {
  return `${sharedText(facts)}\n${facts.prints.join()}`;
}

function withDocuments(
  before: LibraryIndex['documents'],
  news: readonly DocumentFacts[],
  gone: readonly string[],
): LibraryIndex['documents'] {
  if (news.length === 0 && gone.length === 0) return before;
  const documents = new Map(before);
  for (const path of gone) documents.delete(path);
  for (const facts of news) documents.set(facts.path, facts);
  return documents;
}

function isSame(
  before: DocumentFacts | undefined,
  facts: DocumentFacts,
  textOf: (facts: DocumentFacts) => string,
): boolean {
  return before !== undefined && textOf(before) === textOf(facts);
}

// ---- what an aspect is, without positions

function identityText({ kind, stage, title, fields, limit, tombstone }: DocumentFacts): string {
  return JSON.stringify([
    kind,
    stage,
    limit,
    title?.text,
    tombstone,
    fields.map(({ key, value, place }) => [key, value, place]),
  ]);
}

function headingsText({ headings, namedAnchors }: DocumentFacts): string {
  return JSON.stringify([headings.map(({ text, level, anchor }) => [text, level, anchor]), namedAnchors]);
}

function linksText({ links, codePaths }: DocumentFacts): string {
  return JSON.stringify([links.map(({ form, url }) => [form, url]), codePaths.map(({ path }) => path)]);
}
