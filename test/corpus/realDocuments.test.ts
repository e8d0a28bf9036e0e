// What the built-in templates find in the real documents equals a list that was judged by reading them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { analyze } from '../support/analysis.ts';
import { hasSharedDocuments, sharedDocument, sharedPaths } from '../support/sharedDocuments.ts';

/** `line` counts from 1; `about` is what the message speaks of. */
interface Judged {
  readonly line: number;
  readonly code: string;
  readonly about: string;
  readonly verdict: 'true' | 'false';
  readonly reason?: string;
}

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
// The file is written and reviewed with this test; a wrong shape fails the comparison below.
const judged = JSON.parse(read('test/corpus/judged.json')) as Readonly<Record<string, readonly Judged[]>>;
const MIN_TRUE_SHARE = 0.95;

const textsOf = (kind: string) => ({
  template: read(`schemas/built-in/${kind}.zh.md`),
  standard: read('schemas/built-in/standard.zh.md'),
  config: JSON.stringify({ kinds: { [kind]: { files: ['**'] } } }),
});
const texts = { case: textsOf('case'), topic: textsOf('topic') };

/** An index of cases is no case, and nothing is demanded of it. */
const isIndex = (path: string): boolean => path.endsWith('327c13ca__README.md');

describe('findings in real documents', () => {
  it('are those that were judged, at least 95 % of them true', async function () {
    if (!hasSharedDocuments) {
      console.log('skipped: the real documents are not beside the repository');
      this.skip();
    }
    const parser = await loadParser();
    const paths = [...sharedPaths('corpus/cases'), ...sharedPaths('corpus/topics')].filter((path) => !isIndex(path));
    assert.deepEqual(Object.keys(judged).sort(), paths.sort());
    for (const path of paths) {
      const kind = path.includes('/topics/') ? 'topic' : 'case';
      const { findings, model } = analyze(sharedDocument(path).text, texts[kind], { path: 'document.md', parser });
      const found = findings.map(({ span, code, message }) => {
        const about = Object.values(message.args ?? {}).join(' / ');
        return `${model.source.rangeOf(span).start.line + 1} ${code} ${about}`;
      });
      const known = judged[path]?.map(({ line, code, about }) => `${line} ${code} ${about}`) ?? [];
      assert.deepEqual(found.sort(), known.sort(), path);
    }
    const all = Object.values(judged).flat();
    const right = all.filter(({ verdict }) => verdict === 'true').length;
    console.log(`      ${right} of ${all.length} findings are true (${((100 * right) / all.length).toFixed(1)} %)`);
    assert.ok(right >= all.length * MIN_TRUE_SHARE);
  });
});
