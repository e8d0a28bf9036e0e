// The scaffold for a new rule keeps the list of rules sorted; what it writes besides is seen by whoever runs it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listed, main } from '../../scripts/commands/newRule.ts';

const list = readFileSync(join(import.meta.dirname, '../../server/src/core/rules/index.ts'), 'utf8');
const codesIn = (text: string): readonly string[] =>
  [...text.matchAll(/from '\.\/([a-z-]+-[a-z-]+)\.ts'/g)].map((match) => match[1] ?? '');
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/^ {2}(\w+),$/gm)].map((match) => match[1] ?? '');

describe('npm run new-rule', () => {
  for (const code of ['aaa-first', 'link-broken', 'zzz-last']) {
    it(`lists ${code} in its place`, () => {
      const text = listed(list, code);
      assert.deepEqual(codesIn(text), [...codesIn(list), code].sort());
      assert.equal(namesIn(text).length, namesIn(list).length + 1);
      const index = codesIn(text).indexOf(code);
      assert.equal(
        namesIn(text)[index],
        code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      );
    });
  }

  it('refuses codes that are no codes, and rules that exist', () => {
    const errors: string[] = [];
    const original = console.error;
    console.error = (text: string) => void errors.push(text);
    try {
      assert.deepEqual([main([]), main(['Not A Code']), main(['single']), main(['section-missing'])], [2, 2, 2, 2]);
    } finally {
      console.error = original;
    }
    assert.equal(errors.length, 4);
  });
});
