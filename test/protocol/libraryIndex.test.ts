// The index that the server keeps of a library is that of a server which reads everything now, whatever happened to the
// files, while it ran or before it was started.
import assert from 'node:assert/strict';
import type { DocumentFacts } from '../../server/src/core/facts/documentFacts.ts';
import { factsIn } from '../../server/src/core/facts/packedFacts.ts';
import { identifyDocument } from '../../server/src/core/identifyDocument.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import type { EngineLibrary } from '../../server/src/features/engineState.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import type { AnalysisPort } from '../../server/src/lsp/analysisPort.ts';
import { minimalClient } from '../../server/src/lsp/clientProfile.ts';
import type { FactsEntry } from '../../server/src/lsp/factsReader.ts';
import { noFactsStore, type FactsPlace, type FactsStore } from '../../server/src/lsp/factsStore.ts';
import { LibraryIndexes } from '../../server/src/lsp/libraryIndex.ts';
import { Session } from '../../server/src/lsp/session.ts';
import { WorkCounter } from '../../server/src/lsp/workCounter.ts';
import { immediateClock } from '../support/clocks.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///library';
const configurationPath = '.casewright/config.json';

/** A store that outlives servers. */
class MemoryStore implements FactsStore {
  readonly #kept = new Map<string, ReadonlyMap<string, FactsEntry>>();
  load({ root: of, ground }: FactsPlace): Promise<ReadonlyMap<string, FactsEntry>> {
    return Promise.resolve(this.#kept.get(`${of} ${ground}`) ?? new Map());
  }
  save({ root: of, ground }: FactsPlace, entries: ReadonlyMap<string, FactsEntry>): Promise<void> {
    this.#kept.set(`${of} ${ground}`, entries);
    return Promise.resolve();
  }
}

let shared: Promise<AnalysisPort> | undefined;
const libraries = new Map<string | undefined, EngineLibrary>();

/** Building a library takes a while: all servers here share one engine. */
function engine(): Promise<AnalysisPort> {
  shared ??= directAnalysis();
  return shared;
}

/** The same object for the same configuration, so that the engine knows it again. */
function libraryOf(configurationText?: string): EngineLibrary {
  const library = libraries.get(configurationText) ?? {
    ...{ root, files: [] },
    ...(configurationText !== undefined && { configurationText }),
  };
  libraries.set(configurationText, library);
  return library;
}

interface Server {
  readonly session: Session;
  readonly index: LibraryIndexes;
  readonly log: readonly string[];
  /** Facts as JSON by path, in order of the paths. */
  facts(): readonly (readonly [string, string])[];
  /** Roots whose index changed, in order. */
  readonly changes: string[];
  /** Gives the library another configuration. */
  configure(text: string): Promise<void>;
  changed(...paths: readonly string[]): Promise<void>;
}

interface ServerOptions {
  readonly store?: FactsStore;
  readonly analysis?: AnalysisPort;
  readonly configuration?: string;
}

async function start(
  files: MemoryFiles,
  { store = noFactsStore, analysis, configuration }: ServerOptions = {},
): Promise<Server> {
  const session = new Session();
  const log: string[] = [];
  const changes: string[] = [];
  session.setClient({ ...minimalClient, storagePath: '/storage' });
  session.setLibrary(libraryOf(configuration));
  session.setPaths({ root, paths: await files.listFiles(root) });
  const index = new LibraryIndexes({
    ...{ session, files, store, clock: immediateClock },
    analysis: analysis ?? (await engine()),
    work: new WorkCounter(() => undefined),
    log: (level, line) => log.push(`${level} ${line}`),
    onChanged: (of) => changes.push(of),
  });
  index.libraryChanged(root);
  index.listed(root);
  await index.settled(root);
  return {
    ...{ session, index, log, changes },
    facts: () => factsInSession(session, root),
    configure: async (text) => {
      session.setLibrary(libraryOf(text));
      index.libraryChanged(root);
      await index.settled(root);
    },
    changed: async (...paths) => {
      index.filesChanged(paths.map((path) => `${root}/${path}`));
      await index.settled(root);
    },
  };
}

/** Members in one order, so that equal facts are equal texts. */
function sorted(facts: DocumentFacts | undefined): object {
  return Object.fromEntries(Object.entries(facts ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function factsInSession(session: Session, of: string): readonly (readonly [string, string])[] {
  const documents = [...(session.snapshot.engine.index.get(of)?.documents ?? [])];
  return documents
    .map(([path, stored]) => [path, JSON.stringify(sorted(factsIn(stored)))] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const text = (id: number, more = ''): string =>
  `# 案例 CASE-${id}\n\n> **状态**: 草稿\n\n## 概述\n\n[下一个](b${id}.md)${more}\n`;

function disk(count: number): MemoryFiles {
  return new MemoryFiles(
    Object.fromEntries(Array.from({ length: count }, (_, id) => [`${root}/cases/c${id}.md`, text(id)])),
  );
}

describe('index of a library in the server', () => {
  it('holds the facts of every document', async () => {
    const library = buildLibrary({ root, files: new Map(), parser: await loadParser() });
    const server = await start(disk(3));
    const expected = [0, 1, 2].map((id) => {
      const path = `cases/c${id}.md`;
      return [path, JSON.stringify(sorted(identifyDocument({ path, text: text(id) }, library).facts))];
    });
    assert.deepEqual(server.facts(), expected);
    assert.equal(server.session.snapshot.engine.index.get(root)?.isReady, true);
    assert.deepEqual(server.changes, [root]);
  });

  it('reads again what changed, and nothing else', async () => {
    const files = disk(40);
    const server = await start(files);
    files.reads.length = 0;
    files.set(`${root}/cases/c7.md`, text(7, '\n## 总结\n'));
    await server.changed('cases/c7.md', 'notes.txt');
    assert.deepEqual(files.reads, [`${root}/cases/c7.md`]);
    assert.deepEqual(server.facts(), (await start(files)).facts());
    assert.equal(server.changes.length, 2);
  });

  it('looks at everything after many changes, and reads only files that differ', async () => {
    const files = disk(30);
    const server = await start(files);
    files.set(`${root}/cases/c3.md`, text(99));
    files.set(`${root}/cases/new.md`, text(100));
    files.delete(`${root}/cases/c4.md`);
    files.reads.length = 0;
    await server.changed(...Array.from({ length: 1200 }, (_, id) => `build/${id}.md`));
    assert.deepEqual(files.reads.toSorted(), [`${root}/cases/c3.md`, `${root}/cases/new.md`]);
    assert.deepEqual(server.facts(), (await start(files)).facts());
  });

  it('follows folders that go and files that no event told of', async () => {
    const files = disk(10);
    files.set(`${root}/old/a.md`, text(1));
    files.set(`${root}/old/deep/b.md`, text(2));
    const server = await start(files);
    files.delete(`${root}/old/a.md`);
    files.delete(`${root}/old/deep/b.md`);
    await server.changed('old');
    assert.equal(server.facts().length, 10);
    files.set(`${root}/moved/x.md`, text(3));
    server.session.setPaths({ root, paths: await files.listFiles(root) });
    server.index.listed(root);
    await server.index.settled(root);
    assert.deepEqual(server.facts(), (await start(files)).facts());
  });

  it('reads facts again where the configuration gives them another meaning, and only then', async () => {
    const files = disk(5);
    const server = await start(files);
    const stages = (): readonly unknown[] =>
      server.facts().map(([, packed]) => (JSON.parse(packed) as { readonly stage: unknown }).stage);
    assert.deepEqual(new Set(stages()), new Set(['draft']));
    files.reads.length = 0;
    await server.configure(JSON.stringify({ rules: { 'toc-missing': 'off' } }));
    assert.deepEqual(files.reads, []);
    await server.configure(JSON.stringify({ readyStatus: ['草稿'] }));
    assert.equal(files.reads.length, 5);
    assert.deepEqual(new Set(stages()), new Set(['ready']));
  });

  it('leaves out what the configuration excludes and what belongs to a library inside', async () => {
    const files = disk(2);
    files.set(`${root}/drafts/d.md`, text(5));
    files.set(`${root}/inner/cases/i.md`, text(6));
    const server = await start(files, { configuration: JSON.stringify({ exclude: ['drafts/**'] }) });
    assert.deepEqual(paths(server), ['cases/c0.md', 'cases/c1.md', 'inner/cases/i.md']);
    const inner = `${root}/inner`;
    server.session.setLibrary({ root: inner, files: [] });
    server.index.libraryChanged(inner);
    await Promise.all([server.index.settled(inner), server.index.settled(root)]);
    assert.deepEqual(paths(server), ['cases/c0.md', 'cases/c1.md']);
    assert.deepEqual(
      factsInSession(server.session, inner).map(([path]) => path),
      ['cases/i.md'],
    );
    server.session.removeLibrary(inner);
    server.index.libraryChanged(inner);
    await server.index.settled(root);
    assert.deepEqual(paths(server), ['cases/c0.md', 'cases/c1.md', 'inner/cases/i.md']);
  });

  it('goes without documents that can not be read or end the analysis', async () => {
    const files = disk(20);
    files.unreadable(`${root}/cases/c5.md`);
    const inner = await engine();
    const analysis: AnalysisPort = {
      ...inner,
      request: (request) => {
        const isPoison = request.name === 'documentFacts' && JSON.stringify(request.params).includes('CASE-8\\n');
        return isPoison ? Promise.resolve({ kind: 'not-analyzed', reason: 'deadline' }) : inner.request(request);
      },
    };
    const server = await start(files, { analysis });
    assert.deepEqual(paths(server).length, 18);
    assert.match(server.log.join('\n'), /no facts of cases\/c8\.md/);
  });

  it('is not ready before everything was read', async () => {
    const inner = await engine();
    const seen: (boolean | undefined)[] = [];
    const analysis: AnalysisPort = {
      ...inner,
      request: (request) => {
        seen.push(request.state.index.get(root)?.isReady);
        return inner.request(request);
      },
    };
    const server = await start(disk(700), { analysis });
    assert.equal(seen.includes(true), false);
    assert.equal(seen.includes(false), true, 'documents reach the engine in portions');
    assert.equal(server.facts().length, 700);
  });

  for (const seed of [1, 2, 3, 4, 5, 6]) {
    it(`equals that of a fresh server after random changes, some of them while no server ran (${seed})`, async () => {
      const random = generator(seed);
      const files = disk(12);
      const store = new MemoryStore();
      let server = await start(files, { store });
      for (let round = 0; round < 12; round++) {
        const touched = Array.from({ length: 1 + random(4) }, () => changeDisk(files, random)).flat();
        if (random(4) === 0) {
          await server.index.close();
          server = await start(files, { store });
        } else await server.changed(...touched);
        assert.deepEqual(server.facts(), (await start(files)).facts(), `round ${round}`);
      }
    });
  }

  it('reads nothing that an earlier server has read', async () => {
    const files = disk(30);
    const store = new MemoryStore();
    const first = await start(files, { store });
    await first.index.close();
    files.reads.length = 0;
    const second = await start(files, { store });
    assert.deepEqual(files.reads, []);
    assert.deepEqual(second.facts(), first.facts());
    // A touched file is read, and found to be the same.
    files.set(`${root}/cases/c1.md`, text(1));
    const third = await start(files, { store });
    assert.deepEqual(files.reads, [`${root}/cases/c1.md`]);
    assert.deepEqual(third.facts(), first.facts());
    files.reads.length = 0;
    const other = await start(files, { store, configuration: JSON.stringify({ readyStatus: ['草稿'] }) });
    assert.equal(files.reads.length, 30, 'facts of another configuration are not taken');
    assert.notDeepEqual(other.facts(), first.facts());
  });

  it('forgets a library that is gone', async () => {
    const server = await start(disk(3));
    server.session.removeLibrary(root);
    server.index.libraryChanged(root);
    await server.changed('cases/c1.md');
    assert.equal(server.session.snapshot.engine.index.get(root), undefined);
  });

  it('does not look at the configuration as a document', async () => {
    const files = disk(1);
    files.set(`${root}/${configurationPath}`, '{}');
    assert.deepEqual(paths(await start(files)), ['cases/c0.md']);
  });
});

function paths(server: Server): readonly string[] {
  return server.facts().map(([path]) => path);
}

/** Edits, creates, deletes or renames a document; the paths that are told of. */
function changeDisk(files: MemoryFiles, random: (below: number) => number): readonly string[] {
  const path = `cases/c${random(16)}.md`;
  const uri = `${root}/${path}`;
  const kind = random(4);
  if (kind === 0) {
    files.delete(uri);
    return [path];
  }
  if (kind === 1) {
    const to = `${random(2) === 0 ? 'cases' : 'more/deep'}/r${random(8)}.md`;
    files.delete(uri);
    files.set(`${root}/${to}`, text(random(100)));
    return [path, to];
  }
  // Sometimes the same text again.
  files.set(uri, text(random(16), kind === 2 ? '' : `\n\n正文 ${random(3)}。`));
  return [path];
}

/** Numbers that look random and are the same each time. */
function generator(seed: number): (below: number) => number {
  let state = seed * 2654435761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    return state % below;
  };
}
