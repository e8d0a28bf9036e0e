// What real documents are classified as, against a list written by reading them: metadata in all its spellings, ids, folders.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { facetsOf } from '../../server/src/core/classification/facetsOf.ts';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { hasSharedDocuments, sharedDocument } from '../support/sharedDocuments.ts';

type Expected = Readonly<Record<string, readonly string[]>>;

// The file is written and reviewed with this test; a wrong shape fails the comparison below.
const truth = JSON.parse(readFileSync(join(import.meta.dirname, 'facetTruth.json'), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, Expected>>>
>;

/** At least so much of what is found is right, and of what is there is found. */
const pinned: Readonly<Record<string, { readonly precision: number; readonly recall: number }>> = {
  difficulty: { precision: 1, recall: 1 },
  scenario: { precision: 1, recall: 1 },
  technology: { precision: 0.96, recall: 0.89 },
};

interface Count {
  right: number;
  found: number;
  expected: number;
  readonly wrong: string[];
}

function count(
  counts: Map<string, Count>,
  {
    facet,
    path,
    found,
    values,
  }: { readonly facet: string; readonly path: string } & Record<'found' | 'values', readonly string[]>,
): void {
  const one = counts.get(facet) ?? { right: 0, found: 0, expected: 0, wrong: [] };
  counts.set(facet, one);
  one.right += found.filter((value) => values.includes(value)).length;
  one.found += found.length;
  one.expected += values.length;
  if (found.toSorted().join() !== values.toSorted().join())
    one.wrong.push(`${path}: ${found.join('、') || '-'} for ${values.join('、') || '-'}`);
}

describe('classification of real documents', () => {
  it('finds what a reader finds', async function () {
    if (!hasSharedDocuments) {
      console.log('skipped: the real documents are not beside the repository');
      this.skip();
    }
    const library = buildLibrary({ root: 'test', files: new Map(), parser: await loadParser() });
    const counts = new Map<string, Count>();
    const documents = Object.entries(truth).flatMap(([name, paths]) =>
      Object.entries(paths).map(([path, expected]) => ({ name, path, expected })),
    );
    for (const { name, path, expected } of documents) {
      const { text } = sharedDocument(`corpus/libraries/${name}/${path}`);
      const { facts } = examineDocument({ path, text }, library);
      const facets = facetsOf(facts, library.configuration);
      for (const [facet, values] of Object.entries(expected)) {
        const found = (facets.get(facet) ?? []).map(({ value }) => value);
        count(counts, { facet, path, found, values });
      }
    }
    assert.ok(documents.length >= 80);
    for (const [facet, { right, found, expected, wrong }] of counts) {
      const precision = right / found;
      const recall = right / expected;
      console.log(
        `      ${facet}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (${expected} values in ${documents.length} documents)`,
      );
      const least = pinned[facet];
      assert.ok(least !== undefined && precision >= least.precision, `${facet}: ${wrong.join('\n')}`);
      assert.ok(recall >= least.recall, `${facet}: ${wrong.join('\n')}`);
    }
  });
});
