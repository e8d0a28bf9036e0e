// Facts of texts and an index of them, without configuration: for tests of what looks at whole libraries.
import type { DocumentFacts } from '../../server/src/core/facts/documentFacts.ts';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import { emptyIndex, updateIndex, type LibraryIndex } from '../../server/src/core/index/libraryIndex.ts';
import { defaultConfiguration } from '../../server/src/core/library/defaultConfiguration.ts';
import type { LibraryContext } from '../../server/src/core/library/libraryContext.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';

const library: LibraryContext = {
  root: 'test',
  parser: remarkParser,
  configuration: defaultConfiguration,
  kinds: new Map(),
  problems: new Map(),
};

export function factsOf(path: string, text: string): DocumentFacts {
  return examineDocument({ path, text }, library).facts;
}

/** `paths`: further files of the library. */
export function indexOf(texts: Readonly<Record<string, string>>, paths: readonly string[] = []): LibraryIndex {
  const changed = Object.entries(texts).map(([path, text]) => factsOf(path, text));
  return updateIndex(emptyIndex, { changed, paths: new Set([...Object.keys(texts), ...paths]) });
}
