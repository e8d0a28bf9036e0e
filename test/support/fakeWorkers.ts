// Workers for tests of the supervisor: the real engine with a small core, in this thread. A text with POISON hangs, one
// with CRASH ends its worker.
import { readFacts } from '../../server/src/core/facts/readFacts.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { defaultConfiguration } from '../../server/src/core/library/defaultConfiguration.ts';
import type { Finding } from '../../server/src/core/finding.ts';
import { createEngine, type EngineCore } from '../../server/src/features/engine.ts';
import type { StartWorker, WorkerRequest } from '../../server/src/hosts/workerMessages.ts';

/** Reports each `BAD`. */
const badWordCore: EngineCore = {
  parser: remarkParser,
  buildLibrary: ({ root, files, parser }) => {
    for (const text of files.values()) failOn(text);
    return { root, parser, configuration: defaultConfiguration, kinds: new Map(), problems: new Map() };
  },
  examineDocument: ({ path, text }, { parser }) => {
    failOn(text);
    const findings = [...text.matchAll(/BAD/g)].map(({ index }): Finding => ({
      code: 'bad',
      severity: 'warning',
      message: { key: 'section-missing', args: { name: 'BAD' } },
      span: { start: index, end: index + 3 },
    }));
    const model = buildModel(text, parser);
    const kind = { kind: 'other', reason: { key: 'kind.default' }, certainty: 'default' } as const;
    const common = { path, model, kind, stage: 'normal' } as const;
    return { ...common, facts: readFacts(common), ownFindings: findings };
  },
  judgeFacts: ({ raw }) => ({ findings: raw, suppressedCount: 0 }),
  judgeDocument: ({ ownFindings, ...examination }) => ({ ...examination, findings: ownFindings, suppressedCount: 0 }),
};

class Hang extends Error {}
class Crash extends Error {}

function failOn(text: string): void {
  if (text.includes('POISON')) throw new Hang();
  if (text.includes('CRASH')) throw new Crash();
  if (text.includes('THROW')) throw new Error('a bug');
}

export class FakeWorkers {
  started = 0;
  alive = 0;
  /** Requests that reached a worker. */
  readonly requests: WorkerRequest[] = [];
  /** New workers end before they are ready. */
  failsToStart = false;

  readonly start: StartWorker = ({ onReply, onExit }) => {
    this.started += 1;
    this.alive += 1;
    let isAlive = true;
    const engine = createEngine(badWordCore);
    const end = (cause: string): void => {
      if (!isAlive) return;
      isAlive = false;
      this.alive -= 1;
      onExit(cause);
    };
    setImmediate(() => {
      if (this.failsToStart) end('no module');
      else if (isAlive) onReply({ kind: 'ready', parser: 'remark' });
    });
    const work = ({ id, changes, name, params }: WorkerRequest): void => {
      try {
        const value = engine.handle(changes, name, params as never, (subject) => {
          onReply({ kind: 'subject', id, subject });
        });
        if (isAlive) onReply({ kind: 'done', id, value: structuredClone(value) });
      } catch (error) {
        if (error instanceof Crash) end('crashed');
        else if (!(error instanceof Hang)) onReply({ kind: 'threw', id, error: String(error) });
      }
    };
    return {
      post: (request) => {
        const cloned = structuredClone(request);
        this.requests.push(cloned);
        setImmediate(() => {
          if (isAlive) work(cloned);
        });
      },
      terminate: () => {
        end('terminated');
        return Promise.resolve();
      },
    };
  };
}
