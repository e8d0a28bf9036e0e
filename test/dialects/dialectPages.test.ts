// Every dialect page is a test: each document in it holds exactly the plan that it says. UPDATE=1 rewrites the `expect`
// blocks; read the difference before you keep it. All dialects read each document, as they do for people.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { dialects } from '../../server/src/core/roadmap/dialects/index.ts';
import type { Plan } from '../../server/src/core/roadmap/plan.ts';
import { readPlan } from '../../server/src/core/roadmap/readPlan.ts';
import { describePlan } from '../support/describePlan.ts';
import { readPage, writeResults, type PageCase } from '../support/mdtest.ts';

const folder = import.meta.dirname;
const isUpdate = process.env['UPDATE'] === '1';
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name: name.replace(/\.md$/, ''), path: join(folder, name) }));

function planOf({ text, flags }: PageCase): Plan | undefined {
  return readPlan(flags.get('path') ?? 'plan.md', buildModel(text, remarkParser));
}

function resultOf(testCase: PageCase): { readonly expect: string; readonly fixed: string | undefined } {
  return { expect: describePlan(planOf(testCase)), fixed: testCase.fixed };
}

describe('dialect pages', () => {
  for (const { name, path } of pages) {
    describe(name, () => {
      const page = readFileSync(path, 'utf8');
      const cases = readPage(page);
      if (isUpdate) writeFileSync(path, writeResults(page, cases.map(resultOf)));
      const current = isUpdate ? readPage(readFileSync(path, 'utf8')) : cases;

      it('belongs to a dialect and shows what it reads in Chinese and in English', () => {
        assert.ok(
          dialects.some((dialect) => dialect.name === name),
          `no dialect ${name}`,
        );
        assert.ok(page.startsWith(`# ${name}\n`), 'the page begins with the name');
        const plans = current.map((testCase) => ({ testCase, plan: planOf(testCase) }));
        const read = plans.filter(({ plan }) => plan?.dialects.includes(name) === true);
        assert.ok(
          read.some(({ testCase }) => /\p{Script=Han}/u.test(testCase.text)),
          'no Chinese document that it reads',
        );
        assert.ok(
          read.some(({ testCase }) => !/\p{Script=Han}/u.test(testCase.text)),
          'no English document that it reads',
        );
      });

      for (const testCase of current) {
        it(testCase.name, () => {
          assert.equal(describePlan(planOf(testCase)), testCase.expect ?? '', `${path}:${testCase.line}`);
        });
      }
    });
  }

  it('exist for every dialect', () => {
    const written = new Set(pages.map(({ name }) => name));
    assert.deepEqual(
      dialects.map(({ name }) => name).filter((name) => !written.has(name)),
      [],
    );
  });
});
