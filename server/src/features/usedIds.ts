// Document ids in use: out of facts, or out of the beginnings of texts without a whole analysis.
import type { DocumentFacts } from '../core/facts/documentFacts.ts';
import { isIdKey } from '../core/ids/idKeys.ts';
import { ownIdOf } from '../core/ids/ownId.ts';
import type { LibraryIndex } from '../core/index/libraryIndex.ts';

/** What the beginning of one document says of ids. */
export interface DocumentIds {
  /** Relative to the library root, forward slashes. */
  readonly path: string;
  /** The first heading of level 1, as written. */
  readonly title?: string;
  /** The id that its metadata gives it. */
  readonly own?: string;
  /** Every id that stands there, its own and those of others, once each. */
  readonly ids: readonly string[];
}

export interface Beginning {
  readonly path: string;
  /** The first characters of the document, `BEGINNING_LENGTH` at most. */
  readonly text: string;
}

/** Ids stand in the metadata, near the beginning. */
export const BEGINNING_LENGTH = 4000;

/** Upper-case parts joined with hyphens, a number at the end: SCENARIO-OLTP-001. */
const id = /\b[A-Z][A-Z0-9]{0,30}(?:-[A-Z0-9]{1,30}){0,8}-\d{1,8}\b/g;
const title = /^\uFEFF?# {1,8}(\S[^\r\n]{0,200})/m;
const fieldStart = /^\uFEFF?[\s>|*_-]{0,20}([^:：|*]{1,40}?)\s{0,8}\*{0,2}\s{0,8}[:：|]/u;

/** Ids of all documents; templates and standards show ids as examples, and those are not in use. */
export function idsInUse(index: LibraryIndex | undefined): readonly DocumentIds[] {
  return [...(index?.documents.values() ?? [])]
    .filter(({ kind }) => kind !== 'template' && kind !== 'standard')
    .map(idsIn);
}

/** Facts are immutable: each is looked through once. */
const known = new WeakMap<DocumentFacts, DocumentIds>();

function idsIn(facts: DocumentFacts): DocumentIds {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const { path, title: heading, fields, headings } = facts;
  const own = ownIdOf(facts)?.id;
  const said = [...headings.map(({ text }) => text), ...fields.map(({ value }) => value)];
  const ids: DocumentIds = {
    path,
    ...(heading && { title: heading.text }),
    ...(own !== undefined && { own }),
    ids: [...new Set(said.flatMap((text) => text.match(id) ?? []))],
  };
  known.set(facts, ids);
  return ids;
}

export function documentIds({ path, text: whole }: Beginning): DocumentIds {
  const text = whole.slice(0, BEGINNING_LENGTH);
  const name = title.exec(text)?.[1]?.trim();
  const own = ownId(text);
  return {
    path,
    ...(name !== undefined && { title: name }),
    ...(own !== undefined && { own }),
    ids: [...new Set(text.match(id) ?? [])],
  };
}

/** The first id on a line that begins with such a key. */
function ownId(text: string): string | undefined {
  for (const line of text.split(/\r\n|\r|\n/)) {
    const found = line.match(id)?.[0];
    if (found !== undefined && isIdKey(fieldStart.exec(line)?.[1] ?? '')) return found;
  }
  return undefined;
}
