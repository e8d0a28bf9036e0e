// The texts of a library as the engine has them: open documents, plans, records, configuration, and what came along with the
// question. What is missing is noted, so that the host can bring it.
import { configurationPath } from '../../core/library/narrowConfiguration.ts';
import { createPlanReader } from '../../core/roadmap/roadmapLibrary.ts';
import type { EngineView } from '../engineView.ts';
import { LibraryTexts } from './libraryTexts.ts';

/** By path; null for a file that can not be read. */
export type BroughtTexts = readonly (readonly [path: string, text: string | null])[];

/** Undefined for a library that has not been read yet. */
export function libraryTexts(view: EngineView, root: string, given: BroughtTexts): LibraryTexts | undefined {
  const { state } = view;
  const library = view.library(root);
  const index = view.index(root);
  const roadmap = view.roadmap(root);
  if (library === undefined || index === undefined || roadmap === undefined) return undefined;
  const configurationText = state.libraries.get(root)?.configurationText;
  const known = new Map<string, string | null>([
    ...roadmap.plans.map(({ plan, model }): [string, string] => [plan.path, model.source.text]),
    ...given,
    ...(state.lives.get(root)?.records ?? []),
    ...(configurationText === undefined ? [] : ([[configurationPath, configurationText]] as const)),
    ...[...state.documents.values()]
      .filter((document) => document.root === root)
      .map(({ path, text }): [string, string] => [path, text]),
  ]);
  const missing = new Set<string>();
  const reader = createPlanReader();
  const facts = new Map<string, { readonly text: string; readonly facts: ReturnType<EngineView['facts']> }>();
  const source = {
    root,
    library,
    missing,
    life: view.life(root),
    textOf: (path: string) => {
      const text = known.get(path);
      if (text === undefined) missing.add(path);
      return text ?? undefined;
    },
    factsOf: (path: string, text: string) => {
      const before = facts.get(path);
      if (before?.text === text) return before.facts;
      const read = view.facts(root, path, text);
      facts.set(path, { text, facts: read });
      return read;
    },
    planOf: (path: string, text: string) => reader.read(path, text, library),
  };
  return new LibraryTexts(source, { index, plans: roadmap.plans });
}
