// Builds every bundle that ships (dist/) or that the editor suites load (dist-test/). It bundles; it never type-checks.
// usage: node esbuild.js [--production] [--tests]
import { build } from 'esbuild';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { thirdPartyNotices } from './scripts/build/notices.mjs';
import { installWasmPackage } from './scripts/build/wasmPackage.mjs';

process.chdir(import.meta.dirname);
const production = process.argv.includes('--production');
const withTests = process.argv.includes('--tests');

/** CommonJS has no import.meta; the bundles find their sibling files through this stand-in. */
const importMetaUrl = "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";

const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  metafile: true,
  // jsonc-parser's CommonJS build loads its parts in a way that no bundler can follow; its ES modules are fine.
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': 'importMetaUrl', 'import.meta.dirname': '__dirname' },
  banner: { js: importMetaUrl },
};

/** The native parser is not bundled: a checkout loads it from its own node_modules, a package ships the wasm build. */
const nativeParserOutside = {
  name: 'native-parser-outside',
  setup(pluginBuild) {
    const path = '../node_modules/satteri/dist/index.js';
    pluginBuild.onResolve({ filter: /^satteri$/ }, () => ({ path, external: true }));
  },
};

/** Every worker of the hosts has its own bundle under its own name; the hosts start them by that name. */
const workers = readdirSync('server/src/hosts')
  .filter((name) => /^[a-z]+Worker\.ts$/.test(name))
  .map((name) => ({ entry: `server/src/hosts/${name}`, outfile: `dist/${basename(name, '.ts')}.cjs` }));

const products = [
  { entry: 'client/src/node.ts', outfile: 'dist/client.cjs', external: ['vscode'] },
  { entry: 'server/src/hosts/node.ts', outfile: 'dist/server.cjs' },
  { entry: 'server/src/hosts/cli.ts', outfile: 'dist/cli.cjs', shebang: true },
];

async function buildProduct({ entry, outfile, external = [], shebang = false }) {
  const js = shebang ? `#!/usr/bin/env node\n${importMetaUrl}` : importMetaUrl;
  const options = { ...shared, entryPoints: [entry], outfile, external, banner: { js } };
  const { metafile } = await build({ ...options, plugins: [nativeParserOutside] });
  if (shebang) chmodSync(outfile, 0o755);
  return metafile;
}

/** The pages of webviews: one script and one style each, which load nothing else. */
async function buildPages() {
  const { metafile } = await build({
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'chrome120',
    minify: production,
    sourcemap: production ? false : 'inline',
    logLevel: 'warning',
    metafile: true,
    entryPoints: {
      board: 'client/webview/board/main.ts',
      boardStyle: 'client/webview/board/board.css',
      graph: 'client/webview/graph/main.ts',
      graphStyle: 'client/webview/graph/graph.css',
      scores: 'client/webview/scores/main.ts',
      scoresStyle: 'client/webview/scores/scores.css',
    },
    outdir: 'dist',
    entryNames: '[name]',
  });
  for (const name of ['board', 'graph', 'scores']) renameSync(`dist/${name}Style.css`, `dist/${name}.css`);
  return metafile;
}

/** satteri's JavaScript with its wasm build behind it, as one file plus the .wasm next to it. */
async function buildWasmParser() {
  const wasmPackage = findWasmPackage();
  if (!wasmPackage) return undefined;
  const redirect = {
    name: 'wasm-binding',
    setup(pluginBuild) {
      const binding = join(import.meta.dirname, 'server/src/hosts/satteriWasmBinding.cjs');
      pluginBuild.onResolve({ filter: /^#binding$/ }, () => ({ path: binding }));
    },
  };
  const { metafile } = await build({
    ...shared,
    minify: true,
    sourcemap: false,
    stdin: { contents: "export { markdownToMdast } from 'satteri';", resolveDir: import.meta.dirname },
    outfile: 'dist/satteriWasm.cjs',
    nodePaths: [wasmPackage.modules],
    plugins: [redirect],
  });
  copyFileSync(wasmPackage.wasmFile, 'dist/satteri.wasm');
  return metafile;
}

/** A development build works without it (native parser, else remark); a package must have it. */
function findWasmPackage() {
  try {
    return installWasmPackage();
  } catch (error) {
    if (production) throw error;
    console.log(`build: dist/satteriWasm.cjs left out, its package could not be had (${error.message})`);
    return undefined;
  }
}

/** Each editor suite becomes one file; the index that starts mocha in the extension host is one more. */
async function buildEditorSuites() {
  rmSync('dist-test', { recursive: true, force: true });
  const suites = readdirSync('test/e2e/suite').filter((name) => name.endsWith('.test.ts'));
  const entryPoints = ['test/e2e/index.ts', ...suites.map((name) => `test/e2e/suite/${name}`)];
  await build({
    ...shared,
    entryPoints: Object.fromEntries(entryPoints.map((file) => [basename(file, '.ts'), file])),
    outdir: 'dist-test',
    outExtension: { '.js': '.cjs' },
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
  });
}

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });
const metafiles = await Promise.all([...[...products, ...workers].map(buildProduct), buildWasmParser(), buildPages()]);
const built = metafiles.filter((metafile) => metafile !== undefined);
writeFileSync('dist/ThirdPartyNotices.txt', thirdPartyNotices(built));
if (withTests) await buildEditorSuites();
