// The plans of a library and the files that they name, the same ones as the editor reads: candidates by path, read once,
// planned files inside the library only.
import type { Configuration } from '../../core/library/configuration.ts';
import { countLines } from '../../core/roadmap/disk/countLines.ts';
import { planCandidates } from '../../core/roadmap/disk/planCandidates.ts';
import { plannedFiles } from '../../core/roadmap/disk/plannedFiles.ts';
import type { Plan } from '../../core/roadmap/plan.ts';
import type { LibraryRoadmap } from '../libraryFiles.ts';
import type { DocumentSources } from './documentSources.ts';
import type { Examined, Examiner } from './examiner.ts';
import { inTurns } from './inTurns.ts';
import { withoutInner, type LibraryFolder } from './libraryFolder.ts';

/** Plans read at the same time. */
const AT_ONCE = 16;

export interface PlanSearch {
  readonly folder: LibraryFolder;
  readonly configuration: Configuration;
  /** Documents that have been read already, as plans too. */
  readonly examined: ReadonlyMap<string, Examined>;
  readonly examiner: Examiner;
}

/** In order of their paths. */
export async function readLibraryPlans(search: PlanSearch): Promise<readonly Plan[]> {
  const { folder, configuration, examined, examiner } = search;
  const candidates = planCandidates(withoutInner([...folder.paths]), configuration);
  const others = candidates.filter((path) => !examined.has(path));
  const read = new Map<string, Plan>();
  await inTurns(others, AT_ONCE, async (path) => {
    const plan = await examiner.planOf(path);
    if (plan !== undefined) read.set(path, plan);
  });
  return candidates.flatMap((path) => examined.get(path)?.plan ?? read.get(path) ?? []);
}

/** Plans together with the texts that they are held against. */
export function roadmapOf(
  plans: readonly Plan[],
  { folder, sources }: { readonly folder: LibraryFolder; readonly sources: DocumentSources },
): LibraryRoadmap {
  const { documents, others } = plannedFiles(plans, folder.paths);
  const files = new Map<string, string>();
  const lineCounts = new Map<string, number>();
  const isDocument = new Set(documents);
  for (const path of [...documents, ...others]) {
    const text = sources.textOf(path);
    if (text === undefined) continue;
    lineCounts.set(path, countLines(text));
    if (isDocument.has(path)) files.set(path, text);
  }
  const texts = new Map(plans.map(({ path }) => [path, sources.textOf(path) ?? '']));
  return { paths: folder.paths, plans: texts, read: plans, files, lineCounts };
}
