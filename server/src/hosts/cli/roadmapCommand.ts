// `casewright roadmap` and `casewright report`: the plans of a library with the true state of their items.
import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderMessage } from '../../core/messages/render.ts';
import type { RoadmapOutput } from '../../features/roadmap/roadmapOutput.ts';
import type { LibraryRoadmap } from '../libraryFiles.ts';
import type { TaskOutcome } from '../workerPool.ts';
import { relativePath } from '../nodeFiles.ts';
import { today } from '../today.ts';
import { threadsFor, type Analyzer, type OpenAnalyzer } from './analyzer.ts';
import type { CheckResult } from './checkProtocol.ts';
import type { CommandLine } from './commandLine.ts';
import { DocumentSources } from './documentSources.ts';
import { Examiner } from './examiner.ts';
import { CommandFailure } from './failure.ts';
import { readLibraryFolder } from './libraryFolder.ts';
import { readLibraryPlans, roadmapOf } from './libraryRoadmap.ts';
import { libraryOf, type LibraryTargets } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { writeResult } from './writeReport.ts';

/** Steps that look at some planned documents each; no library needs more. */
const MAX_STEPS = 10_000;
/** A library with fewer plans starts fewer workers by itself. */
const MAX_PLANS = 300;

export async function roadmapCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  const { workingFolder } = terminal;
  const [word = '.'] = line.paths;
  const target = resolve(workingFolder, word);
  if (statSync(target, { throwIfNoEntry: false }) === undefined) {
    throw new CommandFailure({ key: 'cli.path-missing', args: { path: word } });
  }
  const library = await libraryOf(target, line, { workingFolder });
  const { root } = library.texts;
  const roadmap = await readRoadmap(library, open);
  const texts = { ...library.texts, roadmap };
  const analyzer = open({ library: texts, today: today() }, 1);
  try {
    const output = await outputOf(analyzer, line, relativePath(root, target));
    if (output.plans.length === 0) throw new CommandFailure({ key: 'cli.no-plans', args: { path: word } });
    await writeResult(output.text, line, terminal);
    return conclude(output, line, terminal);
  } finally {
    await analyzer.close();
  }
}

/** Reads candidates for plans and what they name, no other documents. */
async function readRoadmap({ texts, configuration }: LibraryTargets, open: OpenAnalyzer): Promise<LibraryRoadmap> {
  const folder = await readLibraryFolder(texts.root, configuration);
  const sources = new DocumentSources(texts.root, realpathSync(texts.root));
  const analyzer = open({ library: texts, today: today() }, threadsFor(MAX_PLANS));
  try {
    const examiner = new Examiner({ analyzer, sources });
    const plans = await readLibraryPlans({ folder, configuration, examined: new Map(), examiner });
    return roadmapOf(plans, { folder, sources });
  } finally {
    await analyzer.close();
  }
}

async function outputOf(analyzer: Analyzer, line: CommandLine, path: string): Promise<RoadmapOutput> {
  for (let step = 0; step < MAX_STEPS; step++) {
    const outcome = await analyzer.run({ kind: 'roadmap-step' });
    const value = valueOf(outcome);
    if (value.kind !== 'roadmap-step' || value.isDone) break;
  }
  const format = line.command === 'report' ? 'report' : line.roadmapFormat;
  const value = valueOf(await analyzer.run({ kind: 'roadmap', question: { format, locale: line.locale, path } }));
  if (value.kind !== 'roadmap') throw new Error(`unexpected answer ${value.kind}`);
  return value.output;
}

function valueOf(outcome: TaskOutcome<CheckResult>): CheckResult {
  if (outcome.kind === 'done') return outcome.value;
  throw new Error(outcome.kind === 'crash' ? outcome.detail : outcome.kind);
}

function conclude({ drift }: RoadmapOutput, line: CommandLine, terminal: Terminal): ExitCode {
  if (!line.failsOn.includes('drift') || drift === 0) return exitCodes.ok;
  terminal.err.write(`${renderMessage({ key: 'cli.drift', args: { count: drift } }, line.locale)}\n`);
  return exitCodes.findings;
}
