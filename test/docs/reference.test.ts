// The generated pages are what the code says now.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proseOf } from '../../scripts/docs/rulesPage.ts';
import { decisionPages } from '../../scripts/docs/decisionsIndex.ts';
import { generatedPages } from '../../scripts/docs/pages.ts';
import { catalogs } from '../../server/src/core/messages/catalog.ts';
import { parseCommandLine } from '../../server/src/hosts/cli/commandLine.ts';

const root = join(import.meta.dirname, '..', '..');

describe('generated pages', () => {
  const pages = generatedPages();

  for (const [path, text] of pages) {
    it(`${path} is fresh`, () => {
      const file = join(root, path);
      const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
      assert.ok(written === text, `${path} is not what the code says: run “npm run docs” and commit the result`);
    });
  }

  it('are all that the reference folders hold', () => {
    const found = ['zh', 'en'].flatMap((locale) =>
      readdirSync(join(root, 'docs', locale, 'reference')).map((name) => `docs/${locale}/reference/${name}`),
    );
    assert.deepEqual(
      found.filter((path) => !pages.has(path)),
      [],
    );
  });
});

describe('help of the command line', () => {
  for (const locale of ['zh', 'en'] as const) {
    const help = Object.entries(catalogs[locale])
      .filter(([key]) => key.startsWith('cli.help'))
      .map(([, text]) => text)
      .join('\n');
    const named = [...new Set([...help.matchAll(/--[a-z][a-z-]+/g)].map(([option]) => option))];

    it(`names options that exist (${locale})`, () => {
      const unknown = named.filter((option) => {
        const parsed = parseCommandLine(['check', `${option}=1`], {}, () => false);
        return !parsed.isValid && parsed.problem.key.startsWith('cli.option-unknown');
      });
      assert.ok(named.length > 10);
      assert.deepEqual(unknown, []);
    });
  }

  it('names the same options in both languages', () => {
    const optionsIn = (text: string): string => [...text.matchAll(/--[a-z][a-z-]+/g)].join(' ');
    for (const [key, text] of Object.entries(catalogs.en)) {
      if (key.startsWith('cli.help'))
        assert.equal(optionsIn(text), optionsIn(catalogs.zh[key as keyof typeof catalogs.zh]));
    }
  });
});

describe('decisions', () => {
  it('have one number each', () => {
    const numbers = decisionPages().map(({ number }) => number);
    assert.deepEqual(numbers, [...new Set(numbers)]);
  });
});

describe('prose of a rule page', () => {
  const page = [
    '# toc-stale',
    '',
    '目录与标题不一致。',
    '',
    '### 怎样修复',
    '',
    '更新目录。',
    '',
    '## English',
    '',
    'The contents differ.',
    '',
    '````template',
    '# 模板',
    '````',
    '',
    '## 缺少一项',
    '',
    'more',
  ].join('\n');

  it('is taken in each language, with its headings lowered, without test documents', () => {
    assert.equal(proseOf(page, 'zh'), '目录与标题不一致。\n\n##### 怎样修复\n\n更新目录。');
    assert.equal(proseOf(page, 'en'), 'The contents differ.');
  });

  it('is empty where there is none', () => {
    assert.equal(proseOf('# code\n\n中文。\n', 'en'), '');
  });
});
