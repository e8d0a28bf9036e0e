// Plans that a person has read line by line: what the model says of them, value by value. SHOW=1 lists every miss.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { readPlan } from '../../server/src/core/roadmap/readPlan.ts';
import { compareWithTruth, totalOf, type Scores, type Truth } from '../support/roadmapTruth.ts';
import { sharedDocument, sharedFolder } from '../support/sharedDocuments.ts';

/** Least share of values that must be right; items must be right all. */
const LEAST = 0.98;

const hasTruth = existsSync(join(sharedFolder, 'truth'));
const names = hasTruth ? readdirSync(join(sharedFolder, 'truth')).filter((name) => /^seed-\d+\.json$/.test(name)) : [];

function measure(name: string): Scores {
  const truth = JSON.parse(sharedDocument(`truth/${name}`).text) as Truth; // our own format, written with the truth
  const { text } = sharedDocument(`seeds/${truth.source.file}`);
  const plan = readPlan(truth.source.path, buildModel(text, remarkParser));
  assert.ok(plan, 'the document holds a plan');
  return compareWithTruth(plan, truth);
}

function table(name: string, scores: Scores): string {
  const { found, of } = totalOf(scores);
  const rows = [...scores].map(([field, score]) => {
    const misses =
      process.env['SHOW'] === '1' && score.misses.length > 0 ? score.misses.map((miss) => `\n        ${miss}`) : [];
    return `${field} ${score.found}/${score.of}${misses.join('')}`;
  });
  return `      ${name}: values ${found}/${of} = ${((100 * found) / of).toFixed(1)} %; ${rows.join(', ')}`;
}

describe('plans whose truth is known', () => {
  if (!hasTruth) {
    it('skipped: ../shared/truth is not there', function () {
      this.skip();
    });
  }
  for (const file of names) {
    const name = file.replace(/\.json$/, '');
    it(`${name}: every item and nearly every value`, () => {
      const scores = measure(file);
      process.stdout.write(`${table(name, scores)}\n`);
      const items = scores.get('items') ?? { found: 0, of: 1, misses: [] };
      const values = totalOf(scores);
      assert.ok(items.found === items.of, `items ${items.found}/${items.of}:\n${items.misses.join('\n')}`);
      assert.ok(values.found >= LEAST * values.of, `values ${values.found}/${values.of}:\n${values.misses.join('\n')}`);
    });
  }
});
