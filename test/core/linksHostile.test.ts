// Links that nobody means, and libraries larger than any: time grows with what is there, never with its square.
import assert from 'node:assert/strict';
import type { Root } from 'mdast';
import type { DocumentFacts, FactLink } from '../../server/src/core/facts/documentFacts.ts';
import { readMissedLinks } from '../../server/src/core/facts/missedLinks.ts';
import { emptyIndex, updateIndex } from '../../server/src/core/index/libraryIndex.ts';
import { narrowConfiguration } from '../../server/src/core/library/narrowConfiguration.ts';
import { defaultConfiguration } from '../../server/src/core/library/defaultConfiguration.ts';
import { referrersOf } from '../../server/src/core/links/referrers.ts';
import { resolveLink } from '../../server/src/core/links/resolveLink.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { SourceText } from '../../server/src/core/sourceText.ts';
import { factsOf, indexOf } from '../support/factsOf.ts';

/** The machine that runs tests may be busy: a square would take minutes. */
const PATIENCE = 10;

function timed(limit: number, work: () => void): void {
  const start = performance.now();
  work();
  const time = performance.now() - start;
  assert.ok(time < limit * PATIENCE, `${Math.round(time)} ms, ${limit} expected`);
}

function linkTo(url: string): FactLink {
  return { form: 'inline', url, text: 'x', span: { start: 0, end: 1 }, urlSpan: { start: 0, end: 1 } };
}

const plain = factsOf('x.md', '# X\n\n## 概述\n');

function documentAt(path: string, urls: readonly string[]): DocumentFacts {
  return { ...plain, path, links: urls.map(linkTo) };
}

const linkRules = rules.filter(({ code }) => /^(?:link-|path-in-code)/.test(code));

function check(facts: DocumentFacts, index = updateIndex(emptyIndex, { changed: [facts] })): number {
  return linkRules.flatMap((rule) =>
    rule.kind === 'library' ? rule.check({ facts, index, configuration: defaultConfiguration, options: {} }) : [],
  ).length;
}

describe('hostile links', () => {
  const addresses: readonly string[] = [
    'a'.repeat(100_000), '../'.repeat(33_000), '%'.repeat(100_000), '%E4'.repeat(30_000), '/'.repeat(100_000), '#'.repeat(100_000),
    '?'.repeat(100_000), '\\'.repeat(100_000), `#${'-'.repeat(99_999)}`, `#${'1 '.repeat(900)}`, `#${'a-'.repeat(990)}`,
    `${'a.'.repeat(50_000)}:1`, `${'😀'.repeat(900)}.md`, '\u0000', '%00', '%', '%zz', '#%', '#%E4%B8', '?', './', '...', ':', '[', 'a:b:c',
    `${'a/'.repeat(490)}b.md`, '\uD800', '%ED%A0%80', '__proto__', '#constructor', 'toString/', ' ', '\u202Egpj.md',
  ]; // prettier-ignore
  const index = indexOf({ 'a.md': '# A\n\n## 概述\n', 'b/c.md': '# C\n' });

  for (const url of addresses) {
    it(`${JSON.stringify(url.slice(0, 20))} of ${url.length}: resolved without a fault`, () => {
      timed(100, () => {
        const resolution = resolveLink({ url, form: 'inline' }, 'a.md', index);
        if ('candidates' in resolution) assert.ok(resolution.candidates.length <= 5);
        check(documentAt('a.md', [url]), index);
      });
    });
  }

  it('a hundred thousand links in one document', () => {
    const urls = Array.from(
      { length: 100_000 },
      (_, at) => [`b${at}.md`, '#概述', `#nothing-${at}`, 'a.md#x'][at % 4] ?? '',
    );
    timed(1_000, () => void check(documentAt('a.md', urls)));
  });

  it('text that is almost a link', () => {
    for (const unit of ['](', '][', '[a][', '[a b](c d', '](a .md', '[[a]]', '](x y.md)', '[ab][cd]', '![a](']) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      const point = { line: 1, column: 1 };
      const position = { start: { ...point, offset: 0 }, end: { ...point, offset: text.length } };
      const tree: Root = {
        type: 'root',
        children: [{ type: 'paragraph', children: [{ type: 'text', value: text, position }] }],
      };
      timed(100, () => void readMissedLinks({ tree, source: new SourceText(text) }));
    }
  });

  it('thousands of broken links to a name that a hundred thousand files have', () => {
    const paths = new Set(Array.from({ length: 100_000 }, (_, at) => `d${at}/README.md`));
    const urls = Array.from({ length: 5_000 }, (_, at) => `gone${at}/README.md`);
    const facts = documentAt('a.md', urls);
    timed(1_500, () => {
      assert.equal(check(facts, updateIndex(emptyIndex, { changed: [facts], paths })), 5_000);
    });
  });

  it('a keystroke in a library of three thousand documents costs that document', () => {
    const names = Array.from({ length: 3_000 }, (_, at) => `f${at % 50}/d${at}.md`);
    const facts = names.map((path, at) =>
      documentAt(
        path,
        Array.from({ length: 30 }, (_, link) => `../${names[(at * 7 + link) % 3_000] ?? ''}`),
      ),
    );
    let large = updateIndex(emptyIndex, { changed: facts, paths: new Set(names) });
    timed(500, () => {
      assert.equal(referrersOf(large, names[0] ?? '').length, 30);
    });
    timed(100, () => {
      for (let key = 0; key < 20; key++) {
        large = updateIndex(large, { changed: [documentAt(names[1] ?? '', [`../${names[0] ?? ''}`])] });
        assert.ok(referrersOf(large, names[0] ?? '').length >= 30);
      }
    });
  });
});

describe('links of the configuration', () => {
  const table: readonly (readonly [links: string, settings: unknown, code?: string])[] = [
    ['{}', { slug: 'github', root: '', withoutExtension: true }],
    ['{"slug": "gitlab", "root": "docs/", "withoutExtension": false}', { slug: 'gitlab', root: 'docs', withoutExtension: false }],
    ['{"slug": "githab"}', { slug: 'github', root: '', withoutExtension: true }, 'config-value-invalid'],
    ['{"root": "../x"}', { slug: 'github', root: '', withoutExtension: true }, 'config-path-outside'],
    ['{"root": 1}', { slug: 'github', root: '', withoutExtension: true }, 'config-value-invalid'],
    ['{"withoutExtension": "yes"}', { slug: 'github', root: '', withoutExtension: true }, 'config-value-invalid'],
    ['{"slugg": "x"}', { slug: 'github', root: '', withoutExtension: true }, 'config-unknown-key'],
    ['[]', { slug: 'github', root: '', withoutExtension: true }, 'config-value-invalid'],
  ]; // prettier-ignore
  for (const [links, settings, code] of table) {
    it(links, () => {
      const { configuration, findings } = narrowConfiguration(`{"links": ${links}}`);
      assert.deepEqual(configuration.links, settings);
      assert.deepEqual(findings.map((finding) => finding.code), code === undefined ? [] : [code]); // prettier-ignore
    });
  }

  it('are described by the schema, key by key', async () => {
    const { linkKeys } = await import('../../server/src/core/library/narrowLinks.ts');
    const { slugProfiles } = await import('../../server/src/core/links/linkSettings.ts');
    const { readFileSync } = await import('node:fs');
    const schema = JSON.parse(readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8')) as {
      properties: { links: { properties: Record<string, { enum?: string[] }> } };
    };
    const { properties } = schema.properties.links;
    assert.deepEqual(Object.keys(properties), [...linkKeys]);
    assert.deepEqual(properties['slug']?.enum, [...slugProfiles]);
  });
});
