// Documents that are there more than once: with the same content, or with the same title and headings.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import { compareText } from '../finding.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import { normalKey } from '../model/headingIdentity.ts';

/** Documents with fewer headings are alike by chance. */
const MIN_HEADINGS = 4;
/** Empty and nearly empty files are all the same and no copies. */
const MIN_LENGTH = 40;

export interface Duplicates {
  readonly identical: readonly (readonly string[])[];
  readonly similar: readonly (readonly string[])[];
}

/** Undefined: not compared. */
type KeyOf = (facts: DocumentFacts) => string | undefined;

/** `contentOf`: the same for equal contents only; absent: equal facts, positions included, stand for it. */
export function findDuplicates({ documents }: LibraryIndex, contentOf: KeyOf = contentByFacts): Duplicates {
  const all = [...documents.values()].filter(({ sizes }) => sizes.length >= MIN_LENGTH);
  const identical = groups(all, contentOf);
  const similar = groups(all, outlineOf).filter((paths) => {
    const contents = new Set(paths.map((path) => contentIn(documents, path, contentOf)));
    return contents.size > 1;
  });
  return { identical, similar };
}

function contentIn(documents: LibraryIndex['documents'], path: string, contentOf: KeyOf): string | undefined {
  const facts = documents.get(path);
  return facts && contentOf(facts);
}

function contentByFacts(facts: DocumentFacts): string {
  return JSON.stringify({ ...facts, path: '', kind: '', kindReason: '' }, inOrder);
}

/** Members of facts that were read just now stand in another order than of those that were kept. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)));
}

function outlineOf({ kind, title, headings }: DocumentFacts): string | undefined {
  if (title === undefined || headings.length < MIN_HEADINGS || kind === 'template' || kind === 'standard')
    return undefined;
  return JSON.stringify([normalKey(title.text), headings.map(({ key, level }) => [key, level])]);
}

/** Paths with the same key, two or more, sorted. */
function groups(all: readonly DocumentFacts[], keyOf: KeyOf): readonly (readonly string[])[] {
  const byKey = new Map<string, string[]>();
  for (const facts of all) {
    const key = keyOf(facts);
    if (key === undefined) continue;
    const paths = byKey.get(key) ?? [];
    byKey.set(key, paths);
    paths.push(facts.path);
  }
  return [...byKey.values()]
    .filter((paths) => paths.length > 1)
    .map((paths) => paths.sort(compareText))
    .sort((a, b) => compareText(a[0] ?? '', b[0] ?? ''));
}
