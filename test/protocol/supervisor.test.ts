import assert from 'node:assert/strict';
import {
  applyChanges,
  changesBetween,
  initialState,
  type EngineChange,
} from '../../server/src/features/engineState.ts';
import type { Outcome, Priority } from '../../server/src/lsp/analysisPort.ts';
import type { DocumentDiagnostics } from '../../server/src/features/documentDiagnostics.ts';
import { Supervisor } from '../../server/src/hosts/supervisor.ts';
import { ManualClock } from '../support/clocks.ts';
import { FakeWorkers } from '../support/fakeWorkers.ts';

const DEADLINE = 4000;

interface Setup {
  readonly supervisor: Supervisor;
  readonly workers: FakeWorkers;
  readonly clock: ManualClock;
  readonly log: string[];
  readonly check: (uri: string, text: string, priority?: Priority) => Promise<Outcome<DocumentDiagnostics | undefined>>;
}

async function withSupervisor(test: (setup: Setup) => Promise<void>, workers = new FakeWorkers()): Promise<void> {
  const clock = new ManualClock();
  const log: string[] = [];
  const supervisor = new Supervisor({
    startWorker: workers.start,
    clock,
    log: (_level, line) => log.push(line),
    deadline: DEADLINE,
  });
  let state = initialState;
  const check: Setup['check'] = (uri, text, priority = 'check') => {
    const known = state.documents.get(uri);
    if (known?.text !== text) {
      const document = { uri, version: (known?.version ?? 0) + 1, text, root: '', path: 'a.md' };
      state = applyChanges(state, [{ kind: 'document', document }]);
    }
    return supervisor.request({ name: 'diagnostics', params: { uri }, state, priority, uri, isWanted: () => true });
  };
  await clock.advance(0);
  try {
    await test({ supervisor, workers, clock, log, check });
  } finally {
    await supervisor.dispose();
  }
  assert.equal(workers.alive, 0);
}

function codes(outcome: Outcome<DocumentDiagnostics | undefined>): unknown {
  return outcome.kind === 'done' ? outcome.value?.diagnostics.map(({ code }) => code) : outcome;
}

describe('supervisor', () => {
  it('answers from one warm worker and sends a text only once', () =>
    withSupervisor(async ({ workers, check }) => {
      assert.deepEqual(codes(await check('a', 'BAD BAD')), ['bad', 'bad']);
      assert.deepEqual(codes(await check('a', 'BAD BAD')), ['bad', 'bad']);
      assert.equal(workers.started, 1);
      assert.deepEqual(
        workers.requests.map(({ changes }) => changes.map(({ kind }) => kind)),
        [['document'], []],
      );
    }));

  it('ends a worker at the deadline, restarts it at most once a second, and sends the state again', () =>
    withSupervisor(async ({ workers, clock, check }) => {
      assert.deepEqual(codes(await check('b', 'BAD')), ['bad']);
      const poisoned = check('a', 'POISON');
      await clock.advance(DEADLINE);
      assert.deepEqual(await poisoned, { kind: 'not-analyzed', reason: 'deadline' });
      const other = check('b', 'BAD');
      await clock.advance(1000);
      assert.deepEqual(codes(await other), ['bad']);
      assert.deepEqual(
        workers.requests.at(-1)?.changes.map((change) => change.kind === 'document' && change.document.uri),
        ['b', 'a'],
      );
    }));

  it('answers other documents from a second worker while one hangs, and goes back to one', () =>
    withSupervisor(async ({ supervisor, workers, clock, check }) => {
      await clock.advance(2000);
      const poisoned = check('a', 'POISON');
      const hover = check('b', 'BAD', 'interactive');
      await clock.advance(400);
      assert.deepEqual(codes(await hover), ['bad']);
      assert.equal(workers.alive, 2);
      await clock.advance(DEADLINE);
      assert.equal((await poisoned).kind, 'not-analyzed');
      assert.equal(supervisor.workerCount, 1);
      assert.equal(workers.started, 2);
    }));

  it('retires the second worker when it is not needed', () =>
    withSupervisor(async ({ workers, clock, check }) => {
      await clock.advance(2000);
      const slow = check('a', 'POISON');
      const other = check('b', 'BAD');
      await clock.advance(200);
      await other;
      await clock.advance(DEADLINE);
      await slow;
      await check('b', 'BAD BAD');
      await clock.advance(20_000);
      assert.equal(workers.alive, 1);
    }));

  it('sets a text aside that ended two workers, until it changes', () =>
    withSupervisor(async ({ workers, clock, check }) => {
      for (const reason of ['deadline', 'deadline']) {
        const outcome = check('a', 'POISON');
        await clock.advance(DEADLINE + 2000);
        assert.deepEqual(await outcome, { kind: 'not-analyzed', reason });
      }
      const before = workers.requests.length;
      const held = check('a', 'POISON');
      await clock.advance(0);
      assert.deepEqual(await held, { kind: 'not-analyzed', reason: 'quarantined' });
      assert.equal(workers.requests.length, before);
      const mended = check('a', 'BAD');
      await clock.advance(2000);
      assert.deepEqual(codes(await mended), ['bad']);
    }));

  it('answers what waits for the same text at once when its worker is ended', () =>
    withSupervisor(async ({ workers, clock, check }) => {
      const first = check('a', 'POISON');
      await clock.advance(10);
      const second = check('a', 'POISON', 'interactive');
      await clock.advance(DEADLINE);
      assert.deepEqual(
        (await Promise.all([first, second])).map(({ kind }) => kind),
        ['not-analyzed', 'not-analyzed'],
      );
      assert.equal(workers.requests.length, 1);
    }));

  it('survives a crash of the worker and a bug in the engine', () =>
    withSupervisor(async ({ workers, clock, check }) => {
      assert.deepEqual(await check('a', 'CRASH'), { kind: 'not-analyzed', reason: 'crash' });
      await clock.advance(2000);
      assert.equal((await check('a', 'THROW')).kind, 'failed');
      assert.deepEqual(codes(await check('a', 'BAD')), ['bad']);
      assert.equal(workers.started, 2);
    }));

  it('blames the library, not the document, for a template that hangs', () =>
    withSupervisor(async ({ supervisor, clock, workers }) => {
      const changes: EngineChange[] = [
        { kind: 'library', library: { root: 'file:///l', files: [['t.md', 'POISON']] } },
        { kind: 'document', document: { uri: 'a', version: 1, text: 'BAD', root: 'file:///l', path: 'a.md' } },
      ];
      const state = applyChanges(initialState, changes);
      const ask = (): Promise<Outcome<unknown>> =>
        supervisor.request({
          name: 'diagnostics',
          params: { uri: 'a' },
          state,
          priority: 'check',
          uri: 'a',
          isWanted: () => true,
        });
      for (const reason of ['deadline', 'deadline', 'quarantined']) {
        const outcome = ask();
        await clock.advance(reason === 'quarantined' ? 0 : DEADLINE + 2000);
        assert.deepEqual(await outcome, { kind: 'not-analyzed', reason, root: 'file:///l' });
      }
      assert.equal(workers.requests.length, 2);
    }));

  it('says so when no worker can be started, and tries again with back-off', async () => {
    const workers = new FakeWorkers();
    workers.failsToStart = true;
    await withSupervisor(async ({ clock, check }) => {
      const outcome = check('a', 'BAD');
      await clock.advance(10_000);
      assert.deepEqual(await outcome, { kind: 'not-analyzed', reason: 'unavailable' });
      assert.ok(workers.started <= 4, `${workers.started} starts in 10 s`);
      workers.failsToStart = false;
      await clock.advance(30_000);
      assert.deepEqual(codes(await check('a', 'BAD')), ['bad']);
    }, workers);
  });

  it('lets interactive requests pass, keeps one waiting check per document, and drops what nobody wants', () =>
    withSupervisor(async ({ supervisor, clock, check, workers }) => {
      const state = applyChanges(initialState, []);
      const unwanted = supervisor.request({
        name: 'diagnostics',
        params: { uri: 'x' },
        state,
        priority: 'check',
        uri: 'x',
        isWanted: () => false,
      });
      assert.equal((await unwanted).kind, 'dropped');
      const order: string[] = [];
      const track = async (name: string, outcome: Promise<Outcome<unknown>>): Promise<void> => {
        order.push(`${name} ${(await outcome).kind}`);
      };
      const all = [
        track('running', check('r', 'r')),
        track('background', check('g', 'g', 'background')),
        track('older', check('c', 'c')),
        track('newer', check('c', 'c BAD')),
        track('interactive', check('i', 'i', 'interactive')),
      ];
      await clock.advance(50);
      await Promise.all(all);
      assert.deepEqual(order, ['older dropped', 'running done', 'interactive done', 'newer done', 'background done']);
      assert.equal(workers.started, 1);
    }));
});

describe('engine state', () => {
  it('finds the changes between any two states', () => {
    const document = (uri: string, version: number): EngineChange => ({
      kind: 'document',
      document: { uri, version, text: `${version}`, root: '', path: uri },
    });
    const library = (root: string, text: string): EngineChange => ({
      kind: 'library',
      library: { root, files: [['t.md', text]] },
    });
    const steps: readonly EngineChange[] = [
      document('a', 1),
      library('l', 'one'),
      document('b', 1),
      document('a', 2),
      { kind: 'paths', paths: { root: 'l', paths: ['x.md'] } },
      { kind: 'settings', settings: { locale: 'en' } },
      library('l', 'two'),
      { kind: 'document-closed', uri: 'a' },
      { kind: 'paths-removed', root: 'l' },
      { kind: 'library-removed', root: 'l' },
    ];
    const states = steps.reduce(
      (known, step) => [...known, applyChanges(known.at(-1) ?? initialState, [step])],
      [initialState],
    );
    for (const from of states) {
      for (const to of states) assert.deepEqual(applyChanges(from, changesBetween(from, to)), to);
    }
  });
});
