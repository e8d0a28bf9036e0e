// A library of documents given as texts, with regions brought up to date in it: what tests of regions work with.
import { applyEdits } from '../../server/src/core/applyEdits.ts';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import type { DocumentFacts } from '../../server/src/core/facts/documentFacts.ts';
import { emptyIndex, updateIndex, type LibraryIndex } from '../../server/src/core/index/libraryIndex.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import type { LibraryContext } from '../../server/src/core/library/libraryContext.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { regionDifference, type RegionDifference } from '../../server/src/core/regions/regionDifference.ts';
import type { FieldGround } from '../../server/src/core/regions/fields.ts';

export interface RegionLibrary {
  readonly library: LibraryContext;
  readonly index: LibraryIndex;
  readonly facts: (path: string) => DocumentFacts;
  readonly differences: (path: string) => readonly RegionDifference[];
  /** The text of a document with all of its regions up to date, and the library with that text. */
  readonly update: (path: string) => { readonly text: string; readonly after: RegionLibrary };
}

const casesOnly = '{"kinds": {"case": {"files": ["案例/**", "cases/**"]}, "other": {"files": ["**"]}}}';

export function regionLibrary(texts: Readonly<Record<string, string>>, configurationText = casesOnly): RegionLibrary {
  const library = libraryFor(configurationText);
  const examine = (path: string, text: string): DocumentFacts => {
    const key = JSON.stringify([configurationText, path, text]);
    const known = examined.get(key) ?? examineDocument({ path, text }, library).facts;
    examined.set(key, known);
    return known;
  };
  const changed = Object.entries(texts).map(([path, text]) => examine(path, text));
  return over({ library, texts, examine }, updateIndex(emptyIndex, { changed, paths: new Set(Object.keys(texts)) }));
}

const libraries = new Map<string, LibraryContext>();
const examined = new Map<string, DocumentFacts>();

function libraryFor(configurationText: string): LibraryContext {
  const known =
    libraries.get(configurationText) ??
    buildLibrary({ root: 'test', files: new Map(), configurationText, parser: remarkParser });
  libraries.set(configurationText, known);
  return known;
}

interface Base {
  readonly library: LibraryContext;
  readonly texts: Readonly<Record<string, string>>;
  readonly examine: (path: string, text: string) => DocumentFacts;
}

function over(base: Base, index: LibraryIndex): RegionLibrary {
  const { library, texts, examine } = base;
  const ground: FieldGround = { index, configuration: library.configuration };
  const facts = (path: string): DocumentFacts => {
    const found = index.documents.get(path);
    if (found === undefined) throw new Error(`no document ${path}`);
    return found;
  };
  const differences = (path: string): readonly RegionDifference[] =>
    facts(path).regions.flatMap((region) => regionDifference({ region, facts: facts(path), ground }) ?? []);
  return {
    library,
    index,
    facts,
    differences,
    update: (path) => {
      const edits = differences(path).flatMap((difference) => difference.edits);
      const text = applyEdits(texts[path] ?? '', edits);
      const after = over(
        { ...base, texts: { ...texts, [path]: text } },
        updateIndex(index, { changed: [examine(path, text)] }),
      );
      return { text, after };
    },
  };
}
