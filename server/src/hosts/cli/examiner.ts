// One document by itself, from the cache or from a worker. It judges nothing: other documents come in later.
import type { Finding, Message } from '../../core/finding.ts';
import { limits } from '../../core/limits.ts';
import type { Plan } from '../../core/roadmap/plan.ts';
import { decode } from '../nodeFiles.ts';
import type { TaskOutcome } from '../workerPool.ts';
import type { Analyzer } from './analyzer.ts';
import type { CheckResult, ExaminedDocument, LibraryState } from './checkProtocol.ts';
import type { DocumentSources } from './documentSources.ts';
import type { ExaminationCache, PackedExamination } from './examinationCache.ts';

export interface Examined extends ExaminedDocument {
  /** What the document says as a plan, where it is one. */
  readonly plan?: Plan;
}

export interface ExaminerPorts {
  readonly analyzer: Analyzer;
  readonly sources: DocumentSources;
  readonly cache?: ExaminationCache;
}

const LIBRARY = 'library';

export class Examiner {
  readonly #ports: ExaminerPorts;

  constructor(ports: ExaminerPorts) {
    this.#ports = ports;
  }

  /** A document of the library, relative to its root; or the finding that says why nothing is known of it. */
  async file(path: string): Promise<Examined | Finding> {
    const { sources, cache } = this.#ports;
    if (sources.isGiven(path)) return this.text(path, sources.textOf(path) ?? '');
    const read = sources.read(path);
    if (!('hash' in read)) return read;
    const known = cache?.get(path, read.hash);
    const unpacked = known && unpack(path, known);
    if (unpacked !== undefined) return unpacked;
    const text = decode(read.bytes);
    return text.isText ? this.text(path, text.text, read.hash) : text.finding;
  }

  /** `hash`: of the file that holds exactly this text; what is examined is kept under it. */
  async text(path: string, text: string, hash?: string): Promise<Examined | Finding> {
    const { analyzer, cache } = this.#ports;
    const outcome = await analyzer.run({ kind: 'examine', path, text });
    if (outcome.kind !== 'done' || outcome.value.kind !== 'examined') return notExamined(outcome);
    const { packed } = outcome.value;
    if (hash !== undefined) cache?.set(path, hash, packed);
    return unpack(path, packed) ?? notExamined({ kind: 'crash', detail: 'facts' });
  }

  /** A document that may be a plan, read as one. */
  async planOf(path: string): Promise<Plan | undefined> {
    const text = this.#ports.sources.textOf(path);
    if (text === undefined) return undefined;
    const outcome = await this.#ports.analyzer.run({ kind: 'plan', path, text });
    // A plan that ends its worker is left out here; checking it says so.
    return outcome.kind === 'done' && outcome.value.kind === 'plan' ? outcome.value.plan : undefined;
  }

  /** Configuration, and the findings in it, in templates and standards. Throws where the engine can not tell. */
  async library(): Promise<LibraryState> {
    const { analyzer, cache } = this.#ports;
    const known = cache?.value(LIBRARY);
    // Written by this version for these very texts, and by nobody else.
    if (isRecord(known) && 'problems' in known && 'configuration' in known) return known as unknown as LibraryState;
    const outcome = await analyzer.run({ kind: 'library' });
    if (outcome.kind !== 'done' || outcome.value.kind !== 'library') {
      throw new Error(outcome.kind === 'crash' ? outcome.detail : outcome.kind);
    }
    const { problems, configuration } = outcome.value;
    cache?.setValue(LIBRARY, { problems, configuration });
    return { problems, configuration };
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Undefined for what the engine did not write. */
function unpack(path: string, { examined, plan }: PackedExamination): Examined | undefined {
  try {
    const value = JSON.parse(examined) as ExaminedDocument; // checked below as far as a damaged text can differ
    if (value.facts.path !== path || !Array.isArray(value.facts.links) || !Array.isArray(value.ownFindings))
      return undefined;
    return plan === undefined ? value : { ...value, plan: JSON.parse(plan) as Plan };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Why nothing is known of a document. */
export function notExamined(outcome: TaskOutcome<CheckResult>): Finding {
  const message: Message =
    outcome.kind === 'deadline'
      ? { key: 'document-not-analyzed', args: { seconds: limits.commandLineAnalysisTime / 1000 } }
      : { key: 'document-not-analyzed.crash', args: { detail: outcome.kind === 'crash' ? outcome.detail : '' } };
  return { code: 'document-not-analyzed', severity: 'error', message, span: { start: 0, end: 0 } };
}
