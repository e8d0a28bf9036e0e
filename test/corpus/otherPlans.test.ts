// Plans of other teams that were read by a person before any dialect was written for them: nine of ten items and values
// must be right. The truth holds facts only, by line. SHOW=1 lists every miss.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { readPlan } from '../../server/src/core/roadmap/readPlan.ts';
import { compareWithTruth, totalOf, type Truth } from '../support/roadmapTruth.ts';
import { sharedDocument, sharedFolder } from '../support/sharedDocuments.ts';

const LEAST = 0.9;
const truths = join(import.meta.dirname, 'planTruth');
const hasPlans = existsSync(join(sharedFolder, 'corpus/plans'));

describe('plans of other teams', () => {
  if (!hasPlans) {
    it('skipped: ../shared/corpus/plans is not there', function () {
      this.skip();
    });
    return;
  }
  for (const file of readdirSync(truths)) {
    it(file.replace(/\.json$/, ''), () => {
      const truth = JSON.parse(readFileSync(join(truths, file), 'utf8')) as Truth; // our own format
      const { text } = sharedDocument(`corpus/plans/${truth.source.file}`);
      const plan = readPlan(truth.source.path, buildModel(text, remarkParser));
      assert.ok(plan, 'the document holds a plan');
      const scores = compareWithTruth(plan, truth);
      const items = scores.get('items') ?? { found: 0, of: 1, misses: [] };
      const values = totalOf(scores);
      const percent = ((100 * values.found) / values.of).toFixed(1);
      process.stdout.write(
        `      ${file}: items ${items.found}/${items.of}, values ${values.found}/${values.of} = ${percent} %\n`,
      );
      if (process.env['SHOW'] === '1') process.stdout.write(`${[...items.misses, ...values.misses].join('\n')}\n`);
      assert.ok(items.found >= LEAST * items.of, items.misses.join('\n'));
      assert.ok(values.found >= LEAST * values.of, values.misses.join('\n'));
    });
  }

  it('every plan of the corpus is read without failing, and a name that says plan makes none', () => {
    const none: string[] = [];
    for (const name of readdirSync(join(sharedFolder, 'corpus/plans'))) {
      const { text } = sharedDocument(`corpus/plans/${name}`);
      const plan = readPlan(name, buildModel(text, remarkParser));
      if (plan === undefined) none.push(name);
      // A heading, a row and a line of a list are each one thing.
      const lines = plan?.items.map(({ line }) => line) ?? [];
      assert.equal(new Set(lines).size, lines.length, `${name}: two items in one line`);
    }
    assert.ok(none.includes('mooncake__docs__RELEASE_PLAN.md'), `no plan is read from ${none.join(', ')}`);
  });
});
