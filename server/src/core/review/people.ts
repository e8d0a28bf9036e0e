// Who is who in reviews: one person may write under several names, and the author of a document is named in its metadata.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { ReviewConfiguration } from './reviewConfiguration.ts';

const authorKeys: ReadonlySet<string> = new Set([
  '作者', '文档作者', '编写人', '编写者', '撰写人', '撰写者', '起草人', 'author', 'authors', 'writtenby',
]); // prettier-ignore

/** The name that stands for all names of a person. */
export function personOf(name: string, people: ReviewConfiguration['people']): string {
  const key = keyOf(name);
  const found = Object.entries(people ?? {}).find(([main, others]) =>
    [main, ...others].some((each) => keyOf(each) === key),
  );
  return found?.[0] ?? name.trim();
}

export function isSamePerson(a: string, b: string, people: ReviewConfiguration['people']): boolean {
  return keyOf(personOf(a, people)) === keyOf(personOf(b, people));
}

/** As the metadata names them; empty where it does not. */
export function authorsOf({ fields }: DocumentFacts): readonly string[] {
  return fields
    .filter(({ normalKey }) => authorKeys.has(normalKey))
    .flatMap(({ value, items }) => items ?? value.slice(0, 500).split(/[,，、;；/&]/))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
