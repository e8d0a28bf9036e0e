// The port between commands and the engine, and its worker threads. Tests put the engine in place instead.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { limits } from '../../core/limits.ts';
import { WorkerPool, type TaskOutcome } from '../workerPool.ts';
import type { CheckRequest, CheckResult, WorkerInitial } from './checkProtocol.ts';

export interface Analyzer {
  /** Rejects only where the engine can not be started. */
  run(request: CheckRequest): Promise<TaskOutcome<CheckResult>>;
  close(): Promise<void>;
}

export interface OpenAnalyzer {
  (initial: WorkerInitial, threads: number): Analyzer;
  /** Changes with the code of the engine; absent where nobody knows: then nothing is kept between runs. */
  readonly identity?: () => string;
}

/** A worker must load its code and build the library. */
const START_DEADLINE = 60_000;
const MAX_THREADS = 8;

/** Threads for a number of documents: a worker costs some hundred milliseconds, so few documents share one. */
export function threadsFor(documents: number, wanted?: number): number {
  if (wanted !== undefined) return Math.min(wanted, 64);
  return Math.max(1, Math.min(availableParallelism(), MAX_THREADS, Math.ceil(documents / 20)));
}

/** `entry` is the file that serves (hosts/cli.ts, or the bundle it became). */
export function workerAnalyzer(entry: URL, deadline: number = limits.commandLineAnalysisTime): OpenAnalyzer {
  const open = (initial: WorkerInitial, size: number): Analyzer => {
    const options = { entry, initial, size, deadline, startDeadline: START_DEADLINE };
    const pool = new WorkerPool<CheckRequest, CheckResult>(options);
    return { run: (request) => pool.run(request), close: () => pool.close() };
  };
  // In a checkout the entry is one of many files that the engine is made of.
  if (entry.pathname.endsWith('.ts')) return open;
  return Object.assign(open, { identity: () => createHash('sha256').update(readFileSync(entry)).digest('base64url') });
}
