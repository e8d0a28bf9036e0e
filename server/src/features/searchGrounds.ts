// What searches of all libraries look at: the documents of each by their facts, with its configuration and plans.
import type { SearchGround } from '../core/search/searchLibrary.ts';
import type { EngineView } from './engineView.ts';

export interface LibraryGround extends SearchGround {
  readonly root: string;
}

/** One for each library whose documents have been read; `isReady` says whether that is all of them. */
export function searchGrounds(view: EngineView): {
  readonly grounds: readonly LibraryGround[];
  readonly isReady: boolean;
} {
  const roots = [...view.state.libraries.keys()].filter((root) => root !== '');
  const grounds = roots.flatMap((root): readonly LibraryGround[] => {
    const library = view.library(root);
    const index = view.index(root);
    if (library === undefined || index === undefined) return [];
    const plans = view.roadmap(root)?.library.plans;
    const { configuration } = library;
    const documents = [...index.documents.values()];
    return [{ root, documents, configuration, locale: view.locale, ...(plans && { plans }) }];
  });
  return { grounds, isReady: grounds.length === roots.length };
}
