// The plans of each library as the engine knows them: texts from disk with open documents over them, plans read once per
// text, analyses of planned documents once per text. It reads nothing from disk.
import type { Analysis, DocumentInput } from '../core/analysis.ts';
import type { LibraryContext } from '../core/library/libraryContext.ts';
import { createPlanReader, withRoadmap, type ReadPlan, type RoadmapTexts } from '../core/roadmap/roadmapLibrary.ts';
import type { EngineDocument, EnginePaths, EngineRoadmap, EngineState } from './engineState.ts';
import type { RoadmapView } from './engineView.ts';
import { pathSetOf } from './pathSets.ts';

interface DocumentAnalyzer {
  analyzeDocument(input: DocumentInput, library: LibraryContext): Analysis;
}

export interface RoadmapQuestion {
  readonly root: string;
  readonly state: EngineState;
  readonly library: LibraryContext;
}

/** What a view was made of: it stays the same object while these do. */
interface Ground {
  readonly library: LibraryContext;
  readonly paths: EnginePaths | undefined;
  readonly roadmap: EngineRoadmap | undefined;
  readonly open: readonly EngineDocument[];
}

export interface RoadmapCache {
  viewOf(question: RoadmapQuestion): RoadmapView;
  forgetAllBut(libraries: ReadonlyMap<string, unknown>): void;
}

export function roadmapCache(core: DocumentAnalyzer): RoadmapCache {
  const views = new Map<string, { readonly ground: Ground; readonly view: RoadmapView }>();
  const analyses = new Map<string, Map<string, AnalyzedText>>();
  const reader = createPlanReader();
  const build = ({ root, library }: RoadmapQuestion, ground: Ground): RoadmapView => {
    const texts = textsOf(ground);
    // Before the disk is known every file would seem to be missing.
    const isKnownDisk = ground.roadmap?.isReady === true && ground.paths !== undefined;
    const context = isKnownDisk ? withRoadmap(library, texts, reader) : library;
    const ofRoot = analyses.get(root) ?? new Map<string, AnalyzedText>();
    analyses.set(root, ofRoot);
    let plans: readonly ReadPlan[] | undefined;
    return {
      root,
      library: context,
      get plans() {
        plans ??= [...texts.plans].flatMap(([path, text]) => reader.read(path, text, library) ?? []);
        return plans;
      },
      paths: texts.paths,
      readAhead: (length) => {
        let left = length;
        for (const [path, text] of texts.plans) {
          if (reader.hasRead(path, text, library)) continue;
          if (left <= 0) return false;
          reader.read(path, text, library);
          left -= text.length;
        }
        return true;
      },
      skipped: ground.roadmap?.skipped ?? [],
      candidates: texts.plans,
      ...analyzerOf(core, ofRoot, { library, texts }),
    };
  };
  return {
    viewOf(question) {
      const ground = groundOf(question);
      const known = views.get(question.root);
      if (known !== undefined && isSame(known.ground, ground)) return known.view;
      const view = build(question, ground);
      views.set(question.root, { ground, view });
      return view;
    },
    forgetAllBut(libraries) {
      for (const root of views.keys()) {
        if (libraries.has(root)) continue;
        views.delete(root);
        analyses.delete(root);
      }
    },
  };
}

/** Planned documents looked at, each text once. Without plans: a planned document is not held against the others here. */
function analyzerOf(
  core: DocumentAnalyzer,
  known: Map<string, AnalyzedText>,
  { library, texts }: { readonly library: LibraryContext; readonly texts: RoadmapTexts },
): Pick<RoadmapView, 'isAnalyzed' | 'analyze'> {
  const textOf = (path: string): string | undefined => texts.files.get(path) ?? texts.plans.get(path);
  const find = (path: string, text: string): AnalyzedText | undefined => {
    const found = known.get(path);
    return found?.library === library && found.text === text ? found : undefined;
  };
  return {
    isAnalyzed: (path) => {
      const text = textOf(path);
      return text === undefined || find(path, text) !== undefined;
    },
    analyze: (path) => {
      const text = textOf(path);
      if (text === undefined) return undefined;
      const found = find(path, text);
      if (found !== undefined) return found.analysis;
      const analysis = core.analyzeDocument({ path, text }, library);
      known.set(path, { library, text, analysis });
      return analysis;
    },
  };
}

interface AnalyzedText {
  readonly library: LibraryContext;
  readonly text: string;
  readonly analysis: Analysis;
}

/** Open documents of the library that are plans or files of plans; any other does not touch the roadmap. */
function groundOf({ root, state, library }: RoadmapQuestion): Ground {
  const roadmap = state.roadmaps.get(root);
  const known = roadmap === undefined ? undefined : namesOf(roadmap);
  const open = [...state.documents.values()].filter(
    (document) => document.root === root && known?.has(document.path) === true,
  );
  return { library, paths: state.paths.get(root), roadmap, open };
}

function isSame(a: Ground, b: Ground): boolean {
  return (
    a.library === b.library &&
    a.paths === b.paths &&
    a.roadmap === b.roadmap &&
    a.open.length === b.open.length &&
    a.open.every((document, index) => document === b.open[index])
  );
}

const names = new WeakMap<EngineRoadmap, ReadonlySet<string>>();

function namesOf(roadmap: EngineRoadmap): ReadonlySet<string> {
  const known = names.get(roadmap);
  if (known !== undefined) return known;
  const found = new Set([...roadmap.plans, ...roadmap.files].map(([path]) => path));
  names.set(roadmap, found);
  return found;
}

/** Open documents win over what is on disk. */
function textsOf({ roadmap, paths, open }: Ground): RoadmapTexts {
  const plans = new Map(roadmap?.plans);
  const files = new Map(roadmap?.files);
  for (const { path, text } of open) {
    if (plans.has(path)) plans.set(path, text);
    if (files.has(path)) files.set(path, text);
  }
  return { paths: pathSetOf(paths), plans, files, lineCounts: new Map(roadmap?.lineCounts) };
}
