// One document as lists of documents show it. Plain data in the display language.
import { classificationOf, type CompiledFacet } from '../../core/classification/classificationOf.ts';
import { facetLabel, valueLabel } from '../../core/classification/facetLabels.ts';
import type { FacetMap } from '../../core/classification/facetsOf.ts';
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import { ownIdOf } from '../../core/ids/ownId.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { LibraryGround } from '../searchGrounds.ts';
import { uriOfPath } from '../resourceUri.ts';

export interface DocumentEntry {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  readonly kind: string;
  readonly id?: string;
  /** Values that a vocabulary speaks of, in the order of the facets. */
  readonly facets: readonly FacetEntry[];
}

export interface FacetEntry {
  readonly facet: string;
  readonly label: string;
  readonly value: string;
  /** Where the value comes from. */
  readonly reason: string;
}

export function documentEntry(facts: DocumentFacts, facets: FacetMap, ground: LibraryGround): DocumentEntry {
  const { path, kind, title } = facts;
  const id = ownIdOf(facts)?.id;
  return {
    uri: uriOfPath(ground.root, path),
    path,
    title: title?.text ?? path.slice(path.lastIndexOf('/') + 1),
    kind,
    ...(id !== undefined && { id }),
    facets: shownFacets(ground).flatMap((facet) => entriesOf(facet, facets, ground)),
  };
}

/** Facets that tell documents apart; kind and stage are shown in other ways. */
function shownFacets({ configuration }: LibraryGround): readonly CompiledFacet[] {
  const hidden = new Set(['kind', 'stage', 'status']);
  return classificationOf(configuration).facets.filter(({ name }) => !hidden.has(name));
}

function entriesOf(facet: CompiledFacet, facets: FacetMap, { locale }: LibraryGround): readonly FacetEntry[] {
  return (facets.get(facet.name) ?? []).map(({ value, reason }) => ({
    facet: facet.name,
    label: facetLabel(facet, locale),
    value: valueLabel(facet, value, locale),
    reason: renderMessage(reason, locale),
  }));
}
