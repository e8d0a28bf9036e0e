// Every text of the client and the manifest exists in English and Chinese, and none is left over.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const keysOf = (path: string): string[] => Object.keys(JSON.parse(read(path)) as object).sort();

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

describe('localization', () => {
  it('translates every l10n.t text of the client, and nothing else', () => {
    const used = new Set<string>();
    for (const source of sources('client/src')) {
      const calls = source.match(/l10n\.t\(/g)?.length ?? 0;
      const texts = [...source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1] ?? '');
      assert.equal(texts.length, calls, 'each l10n.t call must begin with a plain string');
      for (const text of texts) used.add(text);
    }
    assert.deepEqual(keysOf('l10n/bundle.l10n.zh-cn.json'), [...used].sort());
  });

  it('has the same keys in both manifest bundles, and uses each', () => {
    const english = keysOf('package.nls.json');
    assert.deepEqual(keysOf('package.nls.zh-cn.json'), english);
    const used = new Set([...read('package.json').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? ''));
    assert.deepEqual(english, [...used].sort());
  });

  it('keeps the placeholders of each text', () => {
    const bundle = JSON.parse(read('l10n/bundle.l10n.zh-cn.json')) as Record<string, string>;
    for (const [english, chinese] of Object.entries(bundle)) {
      assert.deepEqual(chinese.match(/\{\d\}/g)?.sort() ?? [], english.match(/\{\d\}/g)?.sort() ?? [], english);
    }
  });
});
