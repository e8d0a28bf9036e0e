// Imports obey the layers of ARCHITECTURE.md, there are no cycles, files stay small, and every rule has its page.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const root = join(import.meta.dirname, '..');
const LONGEST_FILE = 400;
const LONGEST_HOST = 400;

type Layer = 'core' | 'features' | 'lsp' | 'hosts' | 'client' | 'webview';

/** What each layer may import besides itself. `client` and `webview` may take single files of others, see below. */
const allowed: Readonly<Record<Layer, readonly Layer[]>> = {
  core: [],
  features: ['core'],
  lsp: ['features', 'core'],
  hosts: ['lsp', 'features', 'core'],
  client: [],
  webview: [],
};

const protocolFiles = ['server/src/lsp/protocol.ts', ...namesIn('server/src/lsp/protocol')];

/** Files that a layer may take from a layer that it may not import. They import nothing but each other. */
const shared: Partial<Record<Layer, readonly string[]>> = {
  client: protocolFiles,
  webview: [
    ...protocolFiles,
    'client/src/board/boardMessages.ts',
    'client/src/graph/graphMessages.ts',
    'client/src/roadmap/stateSigns.ts',
    'client/src/scores/scoresMessages.ts',
  ],
};

/** Packages that a layer may import; a trailing `*` stands for anything. Layers not listed may import any. */
const packages: Partial<Record<Layer, readonly string[]>> = {
  core: [
    'diff',
    'unified',
    'remark-*',
    'mdast*',
    'micromark*',
    'unist*',
    'ajv*',
    're2js',
    'yaml',
    'jsonc-parser',
    'github-slugger',
    'pinyin-match',
    'emoji-regex',
    'fastest-levenshtein',
    'picomatch*',
    'satteri',
    'ignore',
  ],
  features: ['diff', 'jsonc-parser', 'mdast*', 'unist*', 'yaml'],
  lsp: ['vscode-languageserver*', 'vscode-uri', 'node:*'],
  client: ['vscode', 'vscode-languageclient*', 'node:crypto'],
  webview: ['echarts/*'],
};

interface Source {
  readonly path: string;
  readonly layer: Layer;
  readonly text: string;
  readonly imports: readonly string[];
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
}

function layerOf(path: string): Layer {
  if (path.startsWith('client/webview/')) return 'webview';
  if (path.startsWith('client/')) return 'client';
  return path.split('/')[2] as Layer;
}

function readSources(folder: string): readonly Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/');
      const text = readFileSync(join(root, path), 'utf8');
      const imports = [...text.matchAll(/(?:^|\n)(?:import|export)\s[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      );
      return { path, layer: layerOf(path), text, imports };
    });
}

const sources = [...readSources('server/src'), ...readSources('client/src'), ...readSources('client/webview')];
const targetOf = (source: Source, target: string): string => join(dirname(source.path), target).split(sep).join('/');
const matches = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

describe('architecture', () => {
  it('lets each layer import only what stands below it (Invariant 1)', () => {
    const wrong: string[] = [];
    for (const source of sources) {
      for (const target of source.imports.filter((name) => name.startsWith('.'))) {
        const path = targetOf(source, target);
        const layer = layerOf(path);
        const isShared = shared[source.layer]?.includes(path) === true;
        if (
          layer !== source.layer &&
          !allowed[source.layer].includes(layer) &&
          !isShared &&
          !path.startsWith('schemas/') &&
          !(path === 'package.json' && source.layer === 'hosts')
        )
          wrong.push(`${source.path} imports ${path}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('shares files of the client with its pages only where these need no editor', () => {
    const files = Object.values(shared).flat();
    const foreign = sources
      .filter(({ path }) => files.includes(path))
      .flatMap((source) => source.imports.map((name) => (name.startsWith('.') ? targetOf(source, name) : name)))
      .filter((target) => !files.includes(target));
    assert.deepEqual(foreign, []);
  });

  it('lets each layer import only its own packages (Invariant 2)', () => {
    const wrong: string[] = [];
    for (const source of sources) {
      const known = packages[source.layer];
      if (known === undefined) continue;
      for (const name of source.imports.filter((target) => !target.startsWith('.'))) {
        if (!known.some((pattern) => matches(name, pattern))) wrong.push(`${source.path} imports ${name}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('has no import cycles', () => {
    const graph = new Map(
      sources.map((source) => [
        source.path,
        source.imports.filter((name) => name.startsWith('.')).map((name) => targetOf(source, name)),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      if (done.has(path) || trail.includes(path)) return;
      for (const next of graph.get(path) ?? []) if (!isTypeOnly(path, next)) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    assert.deepEqual(cycles, []);
  });

  it('keeps files small', () => {
    const long = sources.filter(
      (source) =>
        source.text.split('\n').length > (source.layer === 'hosts' ? LONGEST_HOST : LONGEST_FILE) &&
        !source.path.endsWith('builtIn.ts'),
    );
    assert.deepEqual(
      long.map((source) => source.path),
      [],
    );
  });

  it('opens each file with what it is for', () => {
    const silent = sources.filter((source) => !/^(?:#!.*\n)?\/[/*]/.test(source.text));
    assert.deepEqual(
      silent.map((source) => source.path),
      [],
    );
  });

  it('has a page for every rule, and a rule for every page', () => {
    const rules = readdirSync(join(root, 'server/src/core/rules'))
      .map((name) => name.replace(/\.ts$/, ''))
      .filter((name) => !['rule', 'index'].includes(name));
    const pages = existsSync(join(root, 'test/rules'))
      ? readdirSync(join(root, 'test/rules'))
          .filter((name) => name.endsWith('.md'))
          .map((name) => name.replace(/\.md$/, ''))
      : [];
    assert.deepEqual(
      rules.filter((rule) => !pages.includes(rule)),
      [],
      'rules without a page',
    );
  });
});

/** A cycle of types alone disappears at run time. */
function isTypeOnly(path: string, target: string): boolean {
  const source = sources.find((entry) => entry.path === path);
  const names = [...(source?.text ?? '').matchAll(/(?:^|\n)import\s+(type\s)?[^;]*?from\s+'([^']+)'/g)];
  return (
    source !== undefined &&
    names.filter((match) => targetOf(source, match[2] ?? '') === target).every((match) => match[1] !== undefined)
  );
}
