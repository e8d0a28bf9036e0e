// Every real template and standard of the corpus against what a careful reader takes from it (test/templates/expected).
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { parseStandard } from '../../server/src/core/standard/parseStandard.ts';
import { parseTemplate } from '../../server/src/core/template/parseTemplate.ts';
import { expectedFacts, factKinds, readFacts, type Expectation, type FactKind } from '../support/templateFacts.ts';

const root = join(import.meta.dirname, '../..');
const templates = join(root, '../shared/corpus/templates');
const expectations = join(root, 'test/templates/expected');
interface Score {
  expected: number;
  read: number;
  both: number;
}

describe('templates of the corpus', function () {
  before(function () {
    if (existsSync(templates)) return;
    console.log('      skipped: ../shared/corpus/templates is not there');
    this.skip();
  });

  it('are read as a careful reader reads them', function () {
    this.timeout(60_000);
    const differences: string[] = [];
    const scores = new Map<FactKind, Score>(factKinds.map((kind) => [kind, { expected: 0, read: 0, both: 0 }]));
    const names = readdirSync(templates).filter((name) => name.endsWith('.md'));
    assert.equal(names.length, readdirSync(expectations).filter((name) => name.endsWith('.json')).length);
    for (const name of names) {
      const text = readFileSync(join(templates, name), 'utf8');
      const expected = expectedFacts(
        JSON.parse(readFileSync(join(expectations, `${name}.json`), 'utf8')) as Expectation,
      );
      const read = readFacts(parseTemplate(name, text, remarkParser), parseStandard(name, text, remarkParser));
      for (const kind of factKinds) {
        const { missing, extra, both } = difference(expected[kind], read[kind]);
        const score = scores.get(kind);
        assert.ok(score);
        score.expected += expected[kind].length;
        score.read += read[kind].length;
        score.both += both;
        differences.push(...missing.map((fact) => `${name}: ${kind} not read: ${fact}`));
        differences.push(...extra.map((fact) => `${name}: ${kind} not expected: ${fact}`));
      }
    }
    for (const [kind, { expected, read, both }] of scores) {
      const recall = expected === 0 ? 1 : both / expected;
      const precision = read === 0 ? 1 : both / read;
      console.log(
        `      ${kind.padEnd(13)} expected ${String(expected).padStart(5)}  read ${String(read).padStart(5)}  recall ${percent(recall)}  precision ${percent(precision)}`,
      );
    }
    assert.deepEqual(differences, []);
  });
});

/** Compared as bags: a fact that stands twice must be read twice. */
function difference(
  expected: readonly string[],
  read: readonly string[],
): { missing: string[]; extra: string[]; both: number } {
  const left = [...read];
  const missing: string[] = [];
  for (const fact of expected) {
    const at = left.indexOf(fact);
    if (at < 0) missing.push(fact);
    else left.splice(at, 1);
  }
  return { missing, extra: left, both: expected.length - missing.length };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`.padStart(7);
}
