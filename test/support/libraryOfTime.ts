// A library as it was when its plan was written, read from the shared folder into the context that `check` and the editor
// make of a library: paths, plans, planned files.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeDocument } from '../../server/src/core/analyzeDocument.ts';
import type { Analysis } from '../../server/src/core/analysis.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import type { LibraryContext } from '../../server/src/core/library/libraryContext.ts';
import type { MarkdownParser } from '../../server/src/core/markdown/markdownParser.ts';
import { planCandidates } from '../../server/src/core/roadmap/disk/planCandidates.ts';
import { plannedFiles } from '../../server/src/core/roadmap/disk/plannedFiles.ts';
import { createPlanReader, withRoadmap, type RoadmapTexts } from '../../server/src/core/roadmap/roadmapLibrary.ts';

export interface LibraryOfTime {
  readonly context: LibraryContext;
  readonly paths: ReadonlySet<string>;
  readonly candidates: readonly string[];
  check(path: string): Analysis;
}

/** `list`: paths of files that are not in the folder. `isWanted` narrows the plans that are read, for speed. */
export function libraryOfTime(
  folder: string,
  parser: MarkdownParser,
  {
    list = [],
    isWanted = () => true,
  }: { readonly list?: readonly string[]; readonly isWanted?: (path: string) => boolean } = {},
): LibraryOfTime {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const inFolder = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const paths = new Set([...inFolder, ...list]);
  const known = new Set(inFolder);
  const library = buildLibrary({ root: 'library', files: new Map(), parser });
  const read = (path: string): [string, string][] =>
    known.has(path) ? [[path, readFileSync(join(folder, path), 'utf8')]] : [];
  const candidates = planCandidates(paths, library.configuration).filter(isWanted);
  const plans = new Map(candidates.flatMap(read));
  const reader = createPlanReader();
  const bare: RoadmapTexts = { paths, plans, files: new Map(), lineCounts: new Map() };
  const planned = plannedFiles(withRoadmap(library, bare, reader).plans ?? [], paths);
  const context = withRoadmap(library, { ...bare, files: new Map(planned.documents.flatMap(read)) }, reader);
  return {
    context,
    paths,
    candidates,
    check: (path) => analyzeDocument({ path, text: readFileSync(join(folder, path), 'utf8') }, context),
  };
}
