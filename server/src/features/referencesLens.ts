// How many places refer to a document, above its title.
import { renderMessage } from '../core/messages/render.ts';
import type { Lens } from './codeLens.ts';
import type { EngineView } from './engineView.ts';
import { surroundingsOfDocument } from './navigation/surroundings.ts';
import { usesOf } from './navigation/uses.ts';

/** Empty while the library is being read, and for documents without a title. */
export function referencesLens(view: EngineView, { uri }: { readonly uri: string }): readonly Lens[] {
  const found = view.document(uri);
  const surroundings = found && surroundingsOfDocument(found);
  const title = found?.analysis.model.title;
  if (found === undefined || surroundings === undefined || title === undefined) return [];
  const { path } = found.document;
  if (!surroundings.index.documents.has(path)) return [];
  const range = found.analysis.model.source.rangeOf(title.heading.span);
  const count = usesOf({ kind: 'document', path }, surroundings).length;
  if (count === 0) return [{ range, title: renderMessage({ key: 'lens.no-references' }, view.locale), command: '' }];
  const text = renderMessage({ key: 'lens.references', args: { count } }, view.locale);
  const place = { uri, position: found.analysis.model.source.positionAt(title.heading.textSpan.start) };
  return [{ range, title: text, command: 'casewright.showReferences', arguments: [place] }];
}
