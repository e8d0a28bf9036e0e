// Ratios of the server's index of a library, in one run: the first scan to parsing alone, a scan with kept facts to looking at
// the files, an edit to the check of the document alone, and memory for each document, also of a library copied several
// times. Usage: node --expose-gc --import tsx bench/libraryIndex.ts [folder] [copies]
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { markdownToMdast } from 'satteri';
import { contentHash } from '../server/src/core/schema/contentHash.ts';
import { createEngine, type Engine } from '../server/src/features/engine.ts';
import {
  changesBetween,
  initialState,
  type EngineDocument,
  type EngineState,
} from '../server/src/features/engineState.ts';
import { engineCore } from '../server/src/hosts/engineCore.ts';
import { loadParser } from '../server/src/hosts/loadParser.ts';
import { serverFiles } from '../server/src/hosts/serverFiles.ts';
import type { AnalysisPort } from '../server/src/lsp/analysisPort.ts';
import { minimalClient } from '../server/src/lsp/clientProfile.ts';
import { systemClock } from '../server/src/lsp/clock.ts';
import type { FactsEntry } from '../server/src/lsp/factsReader.ts';
import { noFactsStore, type FactsStore } from '../server/src/lsp/factsStore.ts';
import { noFiles, type FileSource } from '../server/src/lsp/files.ts';
import { LibraryIndexes } from '../server/src/lsp/libraryIndex.ts';
import { Session } from '../server/src/lsp/session.ts';
import { WorkCounter } from '../server/src/lsp/workCounter.ts';
import { benchFolder, percentile, readDocuments, sum, time, type BenchDocument } from './documents.ts';

const folder = benchFolder(process.argv[2]);
const copies = Number(process.argv[3] ?? 4);
const root = pathToFileURL(folder).href;
const parser = await loadParser();

interface Served {
  readonly session: Session;
  readonly index: LibraryIndexes;
  readonly engine: Engine;
  readonly milliseconds: number;
}

/** Reads a library as the server does; the engine runs in this thread, so that one heap holds both sides. */
async function serve(files: FileSource, store: FactsStore): Promise<Served> {
  const engine = createEngine(engineCore(parser));
  let known = initialState;
  const analysis: AnalysisPort = {
    request: (request) => {
      const changes = structuredClone(changesBetween(known, request.state));
      known = request.state;
      return Promise.resolve({
        kind: 'done',
        value: structuredClone(engine.handle(changes, request.name, request.params)),
      });
    },
    dispose: () => Promise.resolve(),
  };
  const session = new Session();
  session.setClient({ ...minimalClient, storagePath: '/nowhere' });
  session.setLibrary({ root, files: [] });
  session.setPaths({ root, paths: await files.listDocuments(root, []) });
  const index = new LibraryIndexes({
    ...{ session, analysis, files, store, clock: systemClock },
    work: new WorkCounter(() => undefined),
    log: () => undefined,
    onChanged: () => undefined,
  });
  engine.handle(changesBetween(initialState, session.snapshot.engine), 'indexGround', { root });
  known = session.snapshot.engine;
  const start = performance.now();
  index.libraryChanged(root);
  await index.settled(root);
  const milliseconds = performance.now() - start;
  engine.handle(changesBetween(known, session.snapshot.engine), 'indexGround', { root });
  return { session, index, engine, milliseconds };
}

/** The documents as often as wanted, each copy in a folder of its own; texts are shared. */
function inMemory(documents: readonly BenchDocument[], times: number): FileSource {
  const texts = new Map<string, string>(
    Array.from({ length: times }, (_, copy) =>
      documents.map(({ path, text }) => [`copy${copy}/${path}`, text] as const),
    ).flat(),
  );
  return {
    ...noFiles,
    listDocuments: () => Promise.resolve([...texts.keys()]),
    stamp: (_root, path) => Promise.resolve(path),
    readDocument: (_root, path) => Promise.resolve({ isText: true, text: texts.get(path) ?? '' }),
  };
}

function heap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const ratio = (value: number, base: number): string => (value / base).toFixed(2);

// ---- scans

const documents = readDocuments(folder);
console.log(`${documents.length} documents of ${folder}, Node ${process.versions.node}`);
for (const { text } of documents.slice(0, 30)) markdownToMdast(text, { features: { gfm: true, frontmatter: true } });
const parsing = time(() => {
  for (const { path } of documents)
    markdownToMdast(readFileSync(join(folder, path), 'utf8'), { features: { gfm: true, frontmatter: true } });
});
let kept: ReadonlyMap<string, FactsEntry> = new Map();
const store: FactsStore = {
  load: () => Promise.resolve(kept),
  save: (_place, entries) => {
    kept = entries;
    return Promise.resolve();
  },
};
const cold = await serve(
  serverFiles(() => undefined),
  store,
);
await cold.index.close();
const looking = time(() => {
  for (const { path } of documents) statSync(join(folder, path));
});
const hashing = time(() => {
  for (const { path } of documents) contentHash(readFileSync(join(folder, path), 'utf8'));
});
const warm = await serve(
  serverFiles(() => undefined),
  store,
);
console.log(
  `first scan ${cold.milliseconds.toFixed(0)} ms: ${ratio(cold.milliseconds, parsing)} of reading and parsing`,
);
console.log(
  `scan with kept facts ${warm.milliseconds.toFixed(0)} ms: ${ratio(warm.milliseconds, hashing)} of reading and hashing, ${ratio(warm.milliseconds, looking)} of asking for sizes and times`,
);

// ---- one edit

function edits(served: Served): void {
  const engineState = served.session.snapshot.engine;
  const { engine } = createdFor(engineState);
  const alone = createdFor({ ...engineState, index: new Map() });
  const figures = { alone: [] as number[], prose: [] as number[], heading: [] as number[], title: [] as number[] };
  for (const [number, { path, text }] of documents.filter((_, at) => at % 97 === 0).entries()) {
    const ask = (target: Engine, version: number, changed: string): number => {
      const document: EngineDocument = { uri: `${root}/x${number}`, version, text: changed, root, path };
      return time(() => target.handle([{ kind: 'document', document }], 'diagnostics', { uri: document.uri }));
    };
    ask(alone.engine, 1, text);
    figures.alone.push(ask(alone.engine, 2, text.replace(/\n\n/, '\n\nx\n\n')));
    ask(engine, 1, text);
    figures.prose.push(ask(engine, 2, text.replace(/\n\n/, '\n\nx\n\n')));
    figures.heading.push(ask(engine, 3, text.replace(/^## /m, `## x${number}\n\n## `)));
    figures.title.push(ask(engine, 4, text.replace(/^# /m, `# x${number} `)));
    engine.handle([{ kind: 'document-closed', uri: `${root}/x${number}` }], 'indexGround', { root });
  }
  for (const name of ['prose', 'heading', 'title'] as const)
    console.log(
      `an edit of ${name} (${figures[name].length} documents): ${ratio(sum(figures[name]), sum(figures.alone))} of the check of the document alone (p50 ${percentile(figures[name], 0.5).toFixed(1)} ms, p99 ${percentile(figures[name], 0.99).toFixed(1)} ms)`,
    );
}

function createdFor(state: EngineState): { readonly engine: Engine } {
  const engine = createEngine(engineCore(parser));
  engine.handle(changesBetween(initialState, state), 'indexGround', { root });
  return { engine };
}

edits(warm);

// ---- memory and growth

if (globalThis.gc === undefined) console.log('memory: start with --expose-gc');
const figures: Record<string, string | number>[] = [];
for (const times of new Set([1, copies])) {
  const files = inMemory(documents, times);
  const before = heap();
  const served = await serve(files, noFactsStore);
  const held = heap() - before;
  const count = documents.length * times;
  figures.push({
    documents: count,
    'ms per document': Number((served.milliseconds / count).toFixed(2)),
    'kB per document': Number((held / count / 1000).toFixed(1)),
  });
  served.engine.handle([], 'indexGround', { root }); // keeps it until it was measured
}
console.table(figures);
