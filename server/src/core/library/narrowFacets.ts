// The key `facets` of the configuration to values; whatever is wrong is left out and reported at its place.
import type { Node } from 'jsonc-parser';
import {
  FOLDER_SLOT,
  type FacetConfiguration,
  type FacetsConfiguration,
  type FacetTerm,
  type FolderPlace,
} from '../classification/facets.ts';
import { spanOf, type JsonNarrowing, type JsonProperty } from './jsonNarrowing.ts';
import { scopePath } from './pathScope.ts';

export interface NarrowedFacets {
  readonly facets: FacetsConfiguration;
  /** Where the vocabulary document is named. */
  readonly vocabulary?: { readonly path: string; readonly span: { readonly start: number; readonly end: number } };
}

/** Keys of one facet; schemas/config.schema.json describes each (a test compares). */
export const facetKeys = ['label', 'keys', 'values', 'required', 'kinds', 'folder', 'idPart'] as const;
const VOCABULARY = 'vocabulary';
const MAX_FACETS = 40;
const MAX_TERMS = 1000;
const MAX_TEXT = 100;
const MAX_DEPTH = 20;

export function narrowFacets(node: Node, json: JsonNarrowing): NarrowedFacets {
  const facets: FacetConfiguration[] = [];
  let vocabulary: NarrowedFacets['vocabulary'];
  for (const property of json.properties(node, 'facets').slice(0, MAX_FACETS)) {
    if (property.key === VOCABULARY) vocabulary = vocabularyOf(property, json);
    else if (property.key.trim() !== '') facets.push(facetOf(property, json));
  }
  return {
    facets: { facets, ...(vocabulary && { vocabulary: vocabulary.path }) },
    ...(vocabulary && { vocabulary }),
  };
}

function vocabularyOf({ value }: JsonProperty, json: JsonNarrowing): NarrowedFacets['vocabulary'] {
  const text = json.string(value, VOCABULARY);
  if (text === undefined) return undefined;
  const scoped = scopePath(text);
  if (scoped.isInside) return { path: scoped.path, span: spanOf(value) };
  const args = { path: text.slice(0, MAX_TEXT) };
  json.report('config-path-outside', spanOf(value), { key: 'config-path-outside', args });
  return undefined;
}

function facetOf({ key, value }: JsonProperty, json: JsonNarrowing): FacetConfiguration {
  const values = new Map<string, Node>();
  for (const property of json.properties(value, key)) {
    if (facetKeys.some((known) => known === property.key)) values.set(property.key, property.value);
    else json.unknownKey(property, facetKeys);
  }
  const labels = labelsOf(values.get('label'), json);
  const folder = folderOf(values.get('folder'), json);
  const idPart = numberOf(values.get('idPart'), json, { name: 'idPart', min: 1, max: MAX_DEPTH });
  return {
    name: key.trim().slice(0, MAX_TEXT),
    keys: textsOf(values.get('keys'), 'keys', json),
    terms: termsOf(values.get('values'), json),
    isRequired: booleanOf(values.get('required'), 'required', json),
    kinds: textsOf(values.get('kinds'), 'kinds', json),
    ...(labels && { labels }),
    ...(folder !== undefined && { folder }),
    ...(idPart !== undefined && { idPart }),
  };
}

/** One text for both languages, or one for each. */
function labelsOf(node: Node | undefined, json: JsonNarrowing): FacetConfiguration['labels'] {
  if (node === undefined) return undefined;
  if (node.type !== 'object') {
    const text = json.string(node, 'label');
    return text === undefined ? undefined : { zh: text, en: text };
  }
  const labels: { zh?: string; en?: string } = {};
  for (const property of json.properties(node, 'label')) {
    if (property.key !== 'zh' && property.key !== 'en') json.unknownKey(property, ['zh', 'en']);
    else labels[property.key] = json.string(property.value, property.key) ?? property.key;
  }
  return labels;
}

/** A list of values, or values with their synonyms. */
function termsOf(node: Node | undefined, json: JsonNarrowing): readonly FacetTerm[] {
  if (node === undefined) return [];
  if (node.type === 'array') return textsOf(node, 'values', json).map((name) => ({ name, synonyms: [] }));
  return json
    .properties(node, 'values')
    .slice(0, MAX_TERMS)
    .map(({ key, value }) => ({ name: key.trim(), synonyms: textsOf(value, key, json) }))
    .filter(({ name }) => name !== '' && name.length <= MAX_TEXT);
}

function textsOf(node: Node | undefined, name: string, json: JsonNarrowing): readonly string[] {
  if (node === undefined) return [];
  const texts = json.strings(node, name).map(({ value }) => value.trim());
  return texts.filter((text) => text !== '' && text.length <= MAX_TEXT).slice(0, MAX_TERMS);
}

/** A level that is not 0, or a path with `{value}` in it. */
function folderOf(node: Node | undefined, json: JsonNarrowing): FolderPlace | undefined {
  if (node?.type !== 'string') {
    const level = numberOf(node, json, { name: 'folder', min: -MAX_DEPTH, max: MAX_DEPTH });
    return level === 0 ? undefined : level;
  }
  const parts = (json.string(node, 'folder') ?? '').split('/').filter((part) => part !== '' && part !== '**');
  if (parts.includes(FOLDER_SLOT) && parts.length <= MAX_DEPTH) return parts;
  json.invalid(node, 'folder', { key: 'config-value-invalid.folder' });
  return undefined;
}

function numberOf(
  node: Node | undefined,
  json: JsonNarrowing,
  { name, min, max }: { readonly name: string; readonly min: number; readonly max: number },
): number | undefined {
  return node && json.integer(node, name, { min, max });
}

function booleanOf(node: Node | undefined, name: string, json: JsonNarrowing): boolean {
  if (node === undefined) return false;
  if (node.type === 'boolean') return node.value === true;
  json.invalid(node, name, { key: 'config-value-invalid.boolean' });
  return false;
}
