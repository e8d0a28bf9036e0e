// The surroundings of a document that belongs to no library: itself.
import { emptyIndex, updateIndex } from '../../core/index/libraryIndex.ts';
import { defaultLinkSettings } from '../../core/links/linkSettings.ts';
import type { DocumentView } from '../engineView.ts';
import { surroundingsIn, type Surroundings } from '../navigation/surroundings.ts';

export function alone({ analysis, document }: DocumentView): Surroundings {
  const index = updateIndex(emptyIndex, { changed: [analysis.facts], paths: new Set([document.path]) });
  return surroundingsIn(index, document.root, defaultLinkSettings);
}
