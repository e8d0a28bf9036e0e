// Features of the editor behind the command line, roadmap and archive: the same engine, filled with the texts of one library.
import { pathToFileURL } from 'node:url';
import type { MarkdownParser } from '../../core/markdown/markdownParser.ts';
import { createEngine, type Engine } from '../../features/engine.ts';
import type { EngineChange } from '../../features/engineState.ts';
import type { RoadmapOutput, RoadmapOutputQuestion } from '../../features/roadmap/roadmapOutput.ts';
import { contentChanges, type ArchiveAnswer, type ArchiveRequest } from './archiveEngine.ts';
import { engineCore } from '../engineCore.ts';
import type { LibraryTexts } from '../libraryFiles.ts';

export interface RoadmapEngine {
  /** True when every planned document has been looked at. */
  step(): boolean;
  output(question: RoadmapOutputQuestion): RoadmapOutput;
  archive(request: ArchiveRequest): ArchiveAnswer;
}

/** Nothing is built before it is asked. */
export function roadmapEngine(texts: LibraryTexts, parser: MarkdownParser): RoadmapEngine {
  let engine: Engine | undefined;
  const root = pathToFileURL(texts.root).href.replace(/\/$/, '');
  const open = (): Engine => {
    if (engine !== undefined) return engine;
    engine = createEngine(engineCore(parser));
    engine.handle(changesFor(root, texts), 'roadmapCandidates', { root });
    return engine;
  };
  return {
    step: () => open().handle([], 'roadmapWarm', { root }),
    archive: ({ name, locale, question, content }) => {
      const changes = content === undefined ? [] : contentChanges(root, content);
      return open().handle([{ kind: 'settings', settings: { locale } }, ...changes], name, { root, ...question });
    },
    output: (question) => {
      const { locale } = question;
      return open().handle([{ kind: 'settings', settings: { locale } }], 'roadmapOutput', { root, ...question });
    },
  };
}

function changesFor(root: string, { files, configurationText, roadmap }: LibraryTexts): readonly EngineChange[] {
  return [
    {
      kind: 'library',
      library: { root, files: [...files], ...(configurationText !== undefined && { configurationText }) },
    },
    { kind: 'paths', paths: { root, paths: [...(roadmap?.paths ?? [])] } },
    {
      kind: 'roadmap',
      roadmap: {
        root,
        plans: [...(roadmap?.plans ?? [])],
        files: [...(roadmap?.files ?? [])],
        lineCounts: [...(roadmap?.lineCounts ?? [])],
        skipped: [],
        isReady: true,
      },
    },
  ];
}
