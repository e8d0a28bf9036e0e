// Completion that knows the place: the first provider whose place it is answers.
import type { PositionParams } from '../definition.ts';
import type { EngineView } from '../engineView.ts';
import { annotationWords } from './annotationWords.ts';
import { documentIds } from './documentIds.ts';
import { fenceLanguages } from './fenceLanguages.ts';
import { linkTargets } from './linkTargets.ts';
import { metadataKeys } from './metadataKeys.ts';
import { metadataValues } from './metadataValues.ts';
import { nextSections } from './nextSections.ts';
import { planValues } from './planValues.ts';
import { regionNames } from './regionNames.ts';
import type { Place, Provider, Suggestion } from './suggestion.ts';

const providers: readonly Provider[] = [
  regionNames,
  annotationWords,
  fenceLanguages,
  linkTargets,
  documentIds,
  planValues,
  metadataValues,
  metadataKeys,
  nextSections,
];

export function completion(view: EngineView, { uri, position }: PositionParams): readonly Suggestion[] {
  const found = view.document(uri);
  if (found === undefined) return [];
  const { source } = found.analysis.model;
  const offset = source.offsetAt(position);
  const line = source.lineAt(offset);
  const text = source.lineText(line);
  const column = offset - source.lineStart(line);
  const place: Place = {
    found,
    analysis: found.analysis,
    offset,
    line,
    before: text.slice(0, column),
    after: text.slice(column),
  };
  for (const provider of providers) {
    const suggestions = provider(place);
    if (suggestions !== undefined) return suggestions;
  }
  return [];
}
