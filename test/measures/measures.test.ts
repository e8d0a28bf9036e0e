// Every measure page is a test: each document in it gives exactly the amount and the places that it says. UPDATE=1 rewrites
// the `expect` blocks; read the difference before you keep it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measures } from '../../server/src/core/measures/index.ts';
import type { Measure } from '../../server/src/core/measures/measure.ts';
import { describeMeasure, measureContext } from '../support/describeMeasure.ts';
import { readPage, writeResults, type PageCase } from '../support/mdtest.ts';

const folder = import.meta.dirname;
const isUpdate = process.env['UPDATE'] === '1';
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ id: name.replace(/\.md$/, ''), path: join(folder, name) }));

function described(measure: Measure, { text, flags }: PageCase): string {
  const locale = flags.get('locale') === 'en' ? 'en' : 'zh';
  return describeMeasure(measure, measureContext(flags.get('path') ?? 'cases/案例.md', text), locale);
}

describe('measure pages', () => {
  for (const { id, path } of pages) {
    describe(id, () => {
      const measure = measures.find((one) => one.id === id);
      const page = readFileSync(path, 'utf8');
      const cases = readPage(page);
      if (isUpdate && measure !== undefined) {
        const results = cases.map((one) => ({ expect: described(measure, one), fixed: one.fixed }));
        writeFileSync(path, writeResults(page, results));
      }
      const current = isUpdate ? readPage(readFileSync(path, 'utf8')) : cases;

      it('belongs to a measure, says what it can not see, and shows it met and unmet', () => {
        assert.ok(measure !== undefined, `no measure ${id}`);
        assert.ok(page.startsWith(`# ${id}\n`), 'the page begins with the id');
        assert.match(page, /^## English$/m);
        assert.match(page, /^## 看不见的$/m);
        assert.match(page, /^## What it can not see$/m);
        const expected = current.map(({ expect }) => expect ?? '');
        assert.ok(
          expected.some((text) => /^(?:some|most|all)/.test(text)),
          'no document that earns something',
        );
        assert.ok(
          expected.some((text) => text.startsWith('none')),
          'no document that earns nothing',
        );
      });

      for (const testCase of current) {
        it(testCase.name, () => {
          assert.ok(measure !== undefined);
          assert.equal(described(measure, testCase), testCase.expect ?? '', `${path}:${String(testCase.line)}`);
        });
      }
    });
  }

  it('exist for every measure, and every measure has names in both languages', () => {
    const written = new Set(pages.map(({ id }) => id));
    assert.deepEqual(
      measures.map(({ id }) => id).filter((id) => !written.has(id)),
      [],
    );
    for (const { id, names } of measures) assert.ok(names.zh.length > 0 && names.en.length > 0, id);
    assert.deepEqual(
      measures.map(({ id }) => id),
      measures.map(({ id }) => id).sort(),
    );
  });
});
