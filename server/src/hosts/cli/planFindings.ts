// What plan documents say against the files and plans of the library: asked of a worker that knows them, or taken from the
// cache where nothing has changed that plans are held against.
import { createHash } from 'node:crypto';
import type { Finding } from '../../core/finding.ts';
import { plannedFiles } from '../../core/roadmap/disk/plannedFiles.ts';
import { today } from '../today.ts';
import type { Analyzer, OpenAnalyzer } from './analyzer.ts';
import type { ExaminationCache } from './examinationCache.ts';
import { notExamined } from './examiner.ts';
import { inTurns } from './inTurns.ts';
import type { OpenLibrary } from './libraryFacts.ts';
import { roadmapOf } from './libraryRoadmap.ts';
import type { LibraryTargets } from './targets.ts';

const NAME = 'plan-findings';
/** A library has few plans, and a worker costs as much as twenty of them. */
const THREADS = 2;
const AT_ONCE = 4;

/** By path. */
type Found = ReadonlyMap<string, readonly Finding[]>;

export interface PlanFindingsPorts {
  readonly library: Pick<OpenLibrary, 'folder' | 'sources' | 'plans'>;
  readonly texts: LibraryTargets['texts'];
  readonly open: OpenAnalyzer;
  readonly cache?: ExaminationCache;
}

export class PlanFindings {
  readonly #ports: PlanFindingsPorts;
  #analyzer: Analyzer | undefined;

  constructor(ports: PlanFindingsPorts) {
    this.#ports = ports;
  }

  async all(paths: readonly string[]): Promise<Found> {
    if (paths.length === 0) return new Map();
    const { cache, library } = this.#ports;
    const stamp = this.#stamp();
    const known = remembered(cache?.value(NAME), stamp);
    const found = new Map(known);
    const unknown = paths.filter((path) => !known.has(path));
    if (unknown.length === 0) return found;
    await inTurns(unknown, AT_ONCE, async (path) => {
      found.set(path, await this.of(path, library.sources.textOf(path) ?? ''));
    });
    const isWhole = [...found.values()].every((findings) =>
      findings.every(({ code }) => code !== 'document-not-analyzed'),
    );
    if (isWhole) cache?.setValue(NAME, { stamp, findings: [...found] });
    return found;
  }

  /** Of one plan with this text, held against the others as they were read. */
  async of(path: string, text: string): Promise<readonly Finding[]> {
    const outcome = await this.#opened().run({ kind: 'plan-findings', path, text });
    if (outcome.kind === 'done' && outcome.value.kind === 'plan-findings') return outcome.value.findings;
    return [notExamined(outcome)];
  }

  async close(): Promise<void> {
    await this.#analyzer?.close();
  }

  #opened(): Analyzer {
    const { open, texts, library } = this.#ports;
    this.#analyzer ??= open(
      { library: { ...texts, roadmap: roadmapOf(library.plans, library) }, today: today() },
      THREADS,
    );
    return this.#analyzer;
  }

  /** Changes with everything that plans are held against: the list of paths, the plans, the files that they name. */
  #stamp(): string {
    const { plans, folder, sources } = this.#ports.library;
    const { documents, others } = plannedFiles(plans, folder.paths);
    const named = [...plans.map(({ path }) => path), ...documents, ...others];
    const hash = createHash('sha256').update([...folder.paths].join('\n'));
    for (const path of named) hash.update(`\n${path}\t${sources.hashOf(path) ?? ''}`);
    return hash.digest('base64url');
  }
}

function remembered(value: unknown, stamp: string): Found {
  if (typeof value !== 'object' || value === null || !('stamp' in value) || !('findings' in value)) return new Map();
  if (value.stamp !== stamp || !Array.isArray(value.findings)) return new Map();
  // Written by this version for this very state of the library.
  return new Map(value.findings as [string, readonly Finding[]][]);
}
