// Every relative link and image of the documents leads to a file, and every anchor to a heading.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { documents, readDocument, root, type ReadDocument } from './documents.ts';

function problemsOf(document: ReadDocument): readonly string[] {
  const { model, path } = document;
  return [...model.blocks.links, ...model.blocks.images]
    .map(({ url }) => url)
    .filter((url) => !/^[a-z][a-z0-9+.-]*:/i.test(url))
    .flatMap((url) => {
      const problem = problemOf(path, url);
      return problem === undefined ? [] : [`${path}: ${url}: ${problem}`];
    });
}

function problemOf(from: string, url: string): string | undefined {
  const [file = '', anchor] = url.split('#', 2).map(decodeURIComponent);
  const target = file === '' ? from : posix.normalize(posix.join(dirname(from), file));
  if (target.startsWith('..')) return 'leads out of the repository';
  if (!existsSync(join(root, target))) return 'no such file';
  if (anchor === undefined || !target.endsWith('.md')) return undefined;
  const anchors = readDocument(target).model.sections.map((section) => section.anchor);
  return anchors.includes(anchor) ? undefined : 'no such heading';
}

describe('links of the documents', () => {
  for (const document of documents()) {
    it(document.path, () => {
      assert.deepEqual(problemsOf(document), []);
    });
  }
});
