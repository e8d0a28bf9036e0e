// What the built-in templates find in the real documents equals a list that was judged by reading them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { analyze } from '../support/analysis.ts';
import { hasSharedDocuments, sharedDocument, sharedPaths } from '../support/sharedDocuments.ts';

type Verdict = 'true' | 'false';

/** `line` counts from 1; `about` is what the message speaks of. */
interface Judged {
  readonly line: number;
  readonly code: string;
  readonly about: string;
  /** Of the quick reader; absent for findings that came after. */
  readonly first?: Verdict;
  /** Of the careful one, with the document open; it counts where there is one. */
  readonly second?: Verdict;
  readonly reason?: string;
}

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
// The file is written and reviewed with this test; a wrong shape fails the comparison below.
const judged = JSON.parse(read('test/corpus/judged.json')) as Readonly<Record<string, readonly Judged[]>>;
const MIN_TRUE_SHARE = 0.97;
const MIN_TRUE_SHARE_OF_CASES = 0.93;

const textsOf = (kind: string) => ({
  template: read(`schemas/built-in/${kind}.zh.md`),
  standard: read('schemas/built-in/standard.zh.md'),
  config: JSON.stringify({ kinds: { [kind]: { files: ['**'] } } }),
});
const texts = { case: textsOf('case'), topic: textsOf('topic') };

/** An index of cases is no case, and nothing is demanded of it. */
const isIndex = (path: string): boolean => path.endsWith('327c13ca__README.md');

function report(name: string, findings: readonly Judged[]): number {
  const right = findings.filter(({ first, second }) => (second ?? first) === 'true').length;
  const share = right / findings.length;
  console.log(`      ${name}: ${right} of ${findings.length} findings are true (${(100 * share).toFixed(1)} %)`);
  return share;
}

describe('findings in real documents', () => {
  it('are those that were judged, nearly all of them true', async function () {
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
    const ofCases = Object.entries(judged).filter(([path]) => path.startsWith('corpus/cases/'));
    assert.ok(report('all', Object.values(judged).flat()) >= MIN_TRUE_SHARE);
    assert.ok(
      report(
        'cases',
        ofCases.flatMap(([, findings]) => findings),
      ) >= MIN_TRUE_SHARE_OF_CASES,
    );
  });

  it('of the cases were all read a second time, of the topics at least a third', () => {
    for (const [folder, least] of [
      ['corpus/cases/', 1],
      ['corpus/topics/', 1 / 3],
    ] as const) {
      const findings = Object.entries(judged).flatMap(([path, list]) => (path.startsWith(folder) ? list : []));
      const again = findings.filter(({ second }) => second !== undefined).length;
      assert.ok(again >= findings.length * least, folder);
      for (const { first, second, line, code } of findings) assert.ok(second ?? first, `${line} ${code}`);
    }
  });
});
