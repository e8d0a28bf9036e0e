// Diagnostics of the files that a library is built from: configuration, templates, standards, open or not.
import { configurationPath } from '../core/library/narrowConfiguration.ts';
import { SourceText } from '../core/sourceText.ts';
import { toDiagnostic, type PlainDiagnostic, type SourceLookup } from './diagnostics.ts';
import type { EngineView } from './engineView.ts';
import { textOfRecord } from './review/reviewSubject.ts';
import { libraryProblems } from './libraryProblems.ts';

export interface RootParams {
  readonly root: string;
}

export interface FileDiagnostics {
  readonly path: string;
  readonly diagnostics: readonly PlainDiagnostic[];
}

/** One entry for each file that has problems; empty for a root that is not known. */
export function libraryDiagnostics(view: EngineView, { root }: RootParams): readonly FileDiagnostics[] {
  const sourceOf = sourceLookup(view, root);
  const locale = view.locale;
  return [...libraryProblems(view, root)].map(([path, findings]) => {
    const source = sourceOf(path) ?? new SourceText('');
    return { path, diagnostics: findings.map((finding) => toDiagnostic(finding, { source, locale, sourceOf })) };
  });
}

/** Finds the texts of a library's own files and plans by path. */
export function sourceLookup(view: EngineView, root: string): SourceLookup {
  const library = view.state.libraries.get(root);
  return (path) => {
    const own =
      path === configurationPath ? library?.configurationText : library?.files.find(([name]) => name === path)?.[1];
    const text = own ?? view.roadmap(root)?.candidates.get(path) ?? textOfRecord(view, root, path);
    return text === undefined ? undefined : new SourceText(text);
  };
}
