// Reads the plans of a library and the files that they name, the same ones as the editor: candidates by path, plans read in
// workers under a deadline, planned files inside the library only.
import { join } from 'node:path';
import { realpathSync } from 'node:fs';
import { planCandidates } from '../../core/roadmap/disk/planCandidates.ts';
import { plannedFiles } from '../../core/roadmap/disk/plannedFiles.ts';
import { countLines } from '../../core/roadmap/disk/countLines.ts';
import type { Plan } from '../../core/roadmap/plan.ts';
import type { LibraryRoadmap } from '../libraryFiles.ts';
import { listFiles, readDocument, realPathInside, relativePath } from '../nodeFiles.ts';
import { today } from '../today.ts';
import { threadsFor, type Analyzer, type OpenAnalyzer } from './analyzer.ts';
import { inTurns } from './libraryFacts.ts';
import { withoutInner } from './libraryFolder.ts';
import type { LibraryTargets } from './targets.ts';

/** Documents read at the same time. */
const AT_ONCE = 16;

/** Undefined where none of the documents may be a plan: nothing would be held against anything. */
export async function readLibraryRoadmap(
  { texts, configuration, documents }: LibraryTargets,
  open: OpenAnalyzer,
): Promise<LibraryRoadmap | undefined> {
  const { root } = texts;
  const own = documents.map((path) => relativePath(root, path));
  if (planCandidates(own, configuration).length === 0) return undefined;
  const paths = await listFiles(root);
  const candidates = planCandidates(withoutInner(paths), configuration);
  const threads = threadsFor(candidates.length);
  const analyzer = open({ library: texts, today: today() }, threads);
  try {
    return await readPlans({ root, paths: new Set(paths), candidates }, analyzer);
  } finally {
    await analyzer.close();
  }
}

interface Reading {
  readonly root: string;
  readonly paths: ReadonlySet<string>;
  readonly candidates: readonly string[];
}

async function readPlans({ root, paths, candidates }: Reading, analyzer: Analyzer): Promise<LibraryRoadmap> {
  const plans = new Map<string, string>();
  const read = new Map<string, Plan>();
  await inTurns(candidates, AT_ONCE, async (path) => {
    const text = await readInside(root, path);
    const outcome = text === undefined ? undefined : await analyzer.run({ kind: 'plan', path, text });
    // A plan that ends its worker is left out here; checking it says so.
    if (text === undefined || outcome?.kind !== 'done' || outcome.value.kind !== 'plan') return;
    const { plan } = outcome.value;
    if (plan === undefined) return;
    plans.set(path, text);
    read.set(path, plan);
  });
  const inOrder = candidates.flatMap((path) => read.get(path) ?? []);
  const { documents, others } = plannedFiles(inOrder, paths);
  const files = new Map<string, string>();
  const lineCounts = new Map<string, number>();
  const isDocument = new Set(documents);
  await inTurns([...documents, ...others], AT_ONCE, async (path) => {
    const text = await readInside(root, path);
    if (text === undefined) return;
    lineCounts.set(path, countLines(text));
    if (isDocument.has(path)) files.set(path, text);
  });
  const texts = new Map(inOrder.map(({ path }) => [path, plans.get(path) ?? '']));
  return { paths, plans: texts, read: inOrder, files, lineCounts };
}

/** A link that leaves the library is as good as no file. */
async function readInside(root: string, path: string): Promise<string | undefined> {
  const real = realPathInside(realpathSync(root), join(root, path));
  const file = real === undefined ? undefined : await readDocument(real);
  return file?.isText === true ? file.text : undefined;
}
