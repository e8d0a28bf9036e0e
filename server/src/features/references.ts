// Everything that leads to what the cursor points at: links, paths, ids, and the uses of a reference's definition.
import type { PositionParams } from './definition.ts';
import type { DocumentView, EngineView } from './engineView.ts';
import { labelAt, usesOfLabel } from './navigation/referenceLabels.ts';
import { subjectAt } from './navigation/subjectAt.ts';
import { surroundingsOfDocument, type PlaceInLibrary } from './navigation/surroundings.ts';
import { declarationsOf, usesOf } from './navigation/uses.ts';

export interface ReferencesParams extends PositionParams {
  readonly includeDeclaration: boolean;
}

export interface PlacesInLibrary {
  readonly root: string;
  readonly places: readonly PlaceInLibrary[];
}

export function references(
  view: EngineView,
  { uri, position, includeDeclaration }: ReferencesParams,
): PlacesInLibrary | undefined {
  const found = view.document(uri);
  if (found === undefined) return undefined;
  const offset = found.analysis.model.source.offsetAt(position);
  const places = ofLabel(found, offset, includeDeclaration) ?? ofSubject(found, offset, includeDeclaration);
  return places && { root: found.document.root, places };
}

function ofLabel(
  { analysis, document }: DocumentView,
  offset: number,
  includesDeclaration: boolean,
): readonly PlaceInLibrary[] | undefined {
  const at = labelAt(analysis.model, offset);
  if (at?.isDefinition !== true) return undefined;
  return usesOfLabel(analysis.model, at.label)
    .filter(({ isDefinition }) => includesDeclaration || !isDefinition)
    .map(({ span }) => ({ path: document.path, span }));
}

function ofSubject(
  found: DocumentView,
  offset: number,
  includesDeclaration: boolean,
): readonly PlaceInLibrary[] | undefined {
  const surroundings = surroundingsOfDocument(found);
  const at = surroundings && subjectAt(found, offset);
  if (surroundings === undefined || at === undefined) return undefined;
  const declarations = includesDeclaration ? declarationsOf(at.subject, surroundings) : [];
  return [...declarations, ...usesOf(at.subject, surroundings).map(({ path, span }) => ({ path, span }))];
}
