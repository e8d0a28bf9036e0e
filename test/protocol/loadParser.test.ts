// Which parser a process gets, and that the shipped wasm build reads like the native one.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import type { LoadedParser } from '../../server/src/hosts/loadParser.ts';

const text = '\uFEFF# 标题 😀\r\n\r\n- [x] 完成\r\n\r\n| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n';

describe('the parser of a process', () => {
  it('is the native build in a checkout', async () => {
    const parser = await loadParser(undefined);
    assert.equal(parser.engine, 'native');
    assert.equal(parser.reason, undefined);
  });

  it('is remark where no build of satteri loads, and says why', async () => {
    const parser = await loadParser('wasm');
    assert.equal(parser.engine, 'remark');
    assert.match(parser.reason ?? '', /^wasm: .+satteriWasm\.cjs/);
    assert.deepEqual(parser.parse(text), (await loadParser('remark')).parse(text));
  });

  it('can be the wasm build beside the bundles, with the same tree', async function () {
    if (!existsSync('dist/satteriWasm.cjs')) this.skip(); // Built by `npm run build`, which `npm test` does first.
    const wasm = await loadBundled('wasm');
    assert.deepEqual([wasm.engine, wasm.reason], ['wasm', undefined]);
    assert.deepEqual(wasm.parse(text), (await loadParser('native')).parse(text));
  });
});

/** loadParser as a bundle in dist/ sees it: the wasm build stands beside its own file. */
async function loadBundled(engine: string): Promise<LoadedParser> {
  const probeFile = pathToFileURL('.cache/loadParserProbe.mjs').href;
  await build({
    entryPoints: ['server/src/hosts/loadParser.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['satteri'],
    outfile: '.cache/loadParserProbe.mjs',
    define: { 'import.meta.url': JSON.stringify(pathToFileURL('dist/server.cjs').href) },
  });
  const probe = (await import(probeFile)) as { loadParser: typeof loadParser };
  return probe.loadParser(engine);
}
