// What the configuration keeps out of checks of the whole library.
import type { EngineView } from './engineView.ts';
import type { RootParams } from './libraryDiagnostics.ts';

/** Globs relative to the root; none for a root that is not known. */
export function libraryExclude(view: EngineView, { root }: RootParams): readonly string[] {
  return view.library(root)?.configuration.exclude ?? [];
}
