import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { analyzeDocument } from '../../server/src/core/analyzeDocument.ts';
import { identifyDocument } from '../../server/src/core/identifyDocument.ts';
import { emptyIndex, updateIndex } from '../../server/src/core/index/libraryIndex.ts';
import { messageText } from '../../server/src/features/diagnostics.ts';
import { readLibraryTexts } from '../../server/src/hosts/libraryFiles.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { serverFiles } from '../../server/src/hosts/serverFiles.ts';
import type { FileSource } from '../../server/src/lsp/files.ts';
import { keyOf } from '../../server/src/lsp/uris.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor } from '../support/fakeEditor.ts';
import { hasSharedDocuments, sharedDocument, sharedFolder, sharedPaths } from '../support/sharedDocuments.ts';

const requests: readonly (readonly [string, object])[] = [
  ['textDocument/hover', { position: { line: 0, character: 3 } }],
  ['textDocument/definition', { position: { line: 0, character: 3 } }],
  ['textDocument/completion', { position: { line: 2, character: 0 } }],
  ['textDocument/selectionRange', { positions: [{ line: 30, character: 2 }] }],
  ['textDocument/documentSymbol', {}],
  ['textDocument/foldingRange', {}],
  ['textDocument/documentLink', {}],
  ['textDocument/codeLens', {}],
];
const everywhere = { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } };

describe('real documents through the server', () => {
  it('have the findings that the core has, and answers to every request', async function () {
    if (!hasSharedDocuments) {
      console.log('skipped: the shared corpus is not beside the repository');
      this.skip();
    }
    const folder = `${sharedFolder}/corpus`;
    const root = pathToFileURL(folder).href;
    const onDisk = serverFiles(() => undefined);
    const documents = [...sharedPaths('corpus/cases'), ...sharedPaths('corpus/topics')].map((path) => ({
      path: path.slice('corpus/'.length),
      text: sharedDocument(path).text,
    }));
    // The libraries beside them would take long, and are measured elsewhere.
    const paths = documents.map(({ path }) => path);
    const files: FileSource = {
      ...onDisk,
      listDocuments: () => Promise.resolve(paths),
      listFiles: () => Promise.resolve(paths),
    };
    const alone = buildLibrary({ ...(await readLibraryTexts(folder)), parser: await loadParser() });
    const index = updateIndex(emptyIndex, {
      changed: documents.map((input) => identifyDocument(input, alone).facts),
      paths: new Set(paths),
    });
    const library = { ...alone, index };
    await withEditor({ analysis: await directAnalysis(), files, folders: [root] }, async ({ editor }) => {
      for (const { path, text } of documents) {
        const uri = keyOf(`${root}/${path}`);
        editor.open(uri, text);
        await editor.settled();
        const { findings, model } = analyzeDocument({ path, text }, library);
        const expected = findings.map((finding) => [
          finding.code,
          messageText(finding.message, 'en'),
          model.source.rangeOf(finding.span),
        ]);
        const shown = editor.shown(uri) ?? [];
        assert.deepEqual(
          shown.map(({ code, message, range }) => [code, message, range]),
          expected,
          path,
        );
        const textDocument = { uri };
        for (const [method, params] of requests) await editor.request(method, { textDocument, ...params });
        const context = { diagnostics: shown };
        const actions = await editor.request('textDocument/codeAction', { textDocument, range: everywhere, context });
        assert.equal(Array.isArray(actions), true);
        await editor.request('casewright/explain', { uri });
        editor.close(uri);
      }
    });
  });
});
