// An index that a team keeps by hand, held against what a region generates for the same library: what it lists that is there,
// what is gone, and what it forgot. The libraries of the other two real indexes are not at hand.
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import type { DocumentFacts } from '../../server/src/core/facts/documentFacts.ts';
import { emptyIndex, updateIndex } from '../../server/src/core/index/libraryIndex.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import { regionLines } from '../../server/src/core/regions/regionText.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { hasSharedDocuments, sharedDocument, sharedPaths } from '../support/sharedDocuments.ts';

const folder = 'corpus/libraries/pg-2025-11-28';
const indexPath = '00-项目文件/文档索引.md';

/** Documents that links lead to, relative to the library; blanks in addresses, which Markdown does not read, included. */
function targetsIn(text: string): ReadonlySet<string> {
  const addresses = [...text.matchAll(/\]\(([^()]{1,300}\.md)(?:#[^()]{0,300})?\)/g)].map((match) => match[1] ?? '');
  const paths = addresses.map((address) => posix.join(posix.dirname(indexPath), decodeURIComponent(address)));
  return new Set(paths.filter((path) => path !== indexPath && !path.startsWith('..')));
}

describe('an index that is kept by hand', () => {
  it('lists no document that a region does not list', async function () {
    if (!hasSharedDocuments) {
      console.log('      skipped: no shared documents');
      this.skip();
    }
    const parser = await loadParser();
    const library = buildLibrary({ root: 'pg', files: new Map(), parser });
    const examine = (path: string, text: string): DocumentFacts => examineDocument({ path, text }, library).facts;
    const texts = new Map(
      sharedPaths(folder)
        .filter((path) => path.endsWith('.md'))
        .map((path) => [path.slice(folder.length + 1), sharedDocument(path).text]),
    );
    const byHand = texts.get(indexPath) ?? '';
    const mark =
      '<!-- casewright: {region: documents, where: {kind: any}, columns: [id, file, title], groupBy: folder} -->';
    texts.set(indexPath, `# 文档索引\n\n${mark}\n<!-- casewright: end -->\n`);
    const changed = [...texts].map(([path, text]) => examine(path, text));
    const index = updateIndex(emptyIndex, { changed, paths: new Set(texts.keys()) });
    const facts = index.documents.get(indexPath);
    const region = facts?.regions[0];
    assert.ok(facts && region);
    const ground = { index, configuration: library.configuration };
    const started = performance.now();
    const lines = regionLines({ region, facts, ground }) ?? [];
    const time = performance.now() - started;
    const generated = targetsIn(lines.join('\n'));
    const listed = targetsIn(byHand);
    const dead = [...listed].filter((path) => !texts.has(path));
    const forgotten = [...generated].filter((path) => !listed.has(path));
    const shared = [...listed].filter((path) => generated.has(path));
    console.log(
      `      文档索引.md: lists ${listed.size}, of which ${shared.length} are there and ${dead.length} gone; ` +
        `forgets ${forgotten.length} of ${generated.size}; generated in ${time.toFixed(0)} ms`,
    );
    assert.equal(generated.size, texts.size - 1, 'every document but the index itself');
    assert.deepEqual(
      [...listed].filter((path) => texts.has(path) && !generated.has(path)),
      [],
      'the region holds every row of the hand-written index that leads anywhere',
    );
  });
});
