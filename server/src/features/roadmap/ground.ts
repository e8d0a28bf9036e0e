// What the roadmap of a library has to be read from: which files may be plans, which files plans name, and the work that
// is done ahead so that no request waits for it.
import { planCandidates } from '../../core/roadmap/disk/planCandidates.ts';
import { plannedFiles, type PlannedFiles } from '../../core/roadmap/disk/plannedFiles.ts';
import type { EngineView } from '../engineView.ts';

export interface RoadmapRoot {
  readonly root: string;
}

/** Characters that are read in one step: the engine stays free for people between steps. */
const STEP_LENGTH = 200_000;

/** Paths of plan candidates; those of libraries inside this one belong to them. */
export function roadmapCandidates(view: EngineView, { root }: RoadmapRoot): readonly string[] {
  const library = view.library(root);
  if (library === undefined || root === '') return [];
  const inner = [...view.state.libraries.keys()]
    .filter((other) => other !== root && other.startsWith(`${root}/`))
    .map((other) => `${decodeURIComponent(other.slice(root.length + 1))}/`);
  const paths = view.paths(root).filter((path) => !inner.some((prefix) => path.startsWith(prefix)));
  return planCandidates(paths, library.configuration);
}

/** Files that are there and that plans name. */
export function roadmapFiles(view: EngineView, { root }: RoadmapRoot): PlannedFiles {
  const roadmap = view.roadmap(root);
  if (roadmap === undefined) return { documents: [], others: [], watched: [] };
  return plannedFiles(
    roadmap.plans.map(({ plan }) => plan),
    roadmap.paths,
  );
}

/** Reads some plans and looks at some planned documents ahead of anybody who asks; true when nothing is left. */
export function roadmapWarm(view: EngineView, { root }: RoadmapRoot): boolean {
  const roadmap = view.roadmap(root);
  if (roadmap === undefined) return true;
  if (!roadmap.readAhead(STEP_LENGTH)) return false;
  let left = STEP_LENGTH;
  for (const path of roadmapFiles(view, { root }).documents) {
    if (roadmap.isAnalyzed(path)) continue;
    if (left <= 0) return false;
    left -= roadmap.analyze(path)?.model.source.text.length ?? 0;
  }
  return true;
}
