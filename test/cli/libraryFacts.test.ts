// Facts of a whole library through the command line's engine: which documents, in which order, and what can not be read.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLibraryFacts, type LibraryFacts } from '../../server/src/hosts/cli/libraryFacts.ts';
import { narrowConfiguration } from '../../server/src/core/library/narrowConfiguration.ts';
import { readLibraryTexts } from '../../server/src/hosts/libraryFiles.ts';
import type { OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { engineOf, TemporaryFolder } from '../support/cliRun.ts';

const parser = await loadParser();

describe('the facts of a library', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  const read = async (hangsAt?: string): Promise<LibraryFacts> => {
    const texts = await readLibraryTexts(folder.path);
    const { configuration } = narrowConfiguration(texts.configurationText);
    const open: OpenAnalyzer = ({ library, today }, threads) => {
      const engine = createEngine({ library, parser, today });
      return engineOf((request) =>
        request.kind === 'examine' && request.path === hangsAt ? { kind: 'deadline' } : engine(request),
      )({ library, today }, threads);
    };
    return readLibraryFacts({ texts, configuration }, open);
  };

  it('knows every document and every path', async () => {
    folder.write({
      'cases/乙.md': '# 案例2：乙\n\n[甲](./甲.md#背景)\n',
      'cases/甲.md': '# 案例1：甲\n\n## 背景\n',
      'README.md': '# 库\n',
      'img/a.png': 'x',
      '.gitignore': 'out/\n',
      'out/x.md': '# x\n',
      'inner/.casewright/config.json': '{}',
      'inner/a.md': '# 里面\n',
    });
    const { index, examined, unread } = await read();
    const documents = ['README.md', 'cases/乙.md', 'cases/甲.md'];
    assert.deepEqual([...index.documents.keys()], documents);
    assert.deepEqual([...examined.keys()], documents);
    assert.equal(unread.size, 0);
    assert.equal(index.documents.get('cases/乙.md')?.links[0]?.url, './甲.md#背景');
    assert.equal(index.documents.get('README.md')?.kind, 'other');
    for (const path of [...documents, 'img/a.png', 'out/x.md', 'inner/a.md']) assert.ok(index.paths.has(path), path);
  });

  it('goes on without a document that hangs or is no text', async () => {
    folder.write({ 'a.md': '# A\n', 'b.md': '# B\n', 'c.md': 'x\0y', 'd.md': '# D\n' });
    mkdirSync(join(folder.path, 'e.md'));
    const { index, unread } = await read('b.md');
    assert.deepEqual([...index.documents.keys()], ['a.md', 'd.md']);
    assert.deepEqual(
      [...unread].map(([path, { code }]) => [path, code]),
      [
        ['b.md', 'document-not-analyzed'],
        ['c.md', 'file-encoding'],
      ],
    );
    assert.ok(index.paths.has('b.md'));
  });
});
