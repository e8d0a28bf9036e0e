// Names inside the mark of a generated region: columns, groups, facets, kinds, as the library has them.
import { renderMessage } from '../../core/messages/render.ts';
import { classificationOf } from '../../core/classification/classificationOf.ts';
import { fieldNames } from '../../core/regions/fields.ts';
import { annotationAt, keyPath } from '../annotationHelp.ts';
import { rangeOnLine, sortKey, type Place, type Suggestion } from './suggestion.ts';

const nameKeys = new Set(['columns', 'groupBy', 'sort', 'facets']);
const word = /[^\s,{}[\]:：'"<>]*$/;
const halfTyped = /<!--\s*casewright\s*[:：]([^>]*)$/;

/** Undefined where the words of the form itself belong (annotationWords.ts). */
export function regionNames(place: Place): readonly Suggestion[] | undefined {
  const before = markBefore(place);
  if (before === undefined || !/["']?region["']?\s*:/.test(before)) return undefined;
  const names = namesFor(before, place);
  if (names === undefined) return undefined;
  const typed = word.exec(place.before)?.[0].length ?? 0;
  const detail = renderMessage({ key: 'region.completion' }, place.found.view.locale);
  return names.map((name, index): Suggestion => ({
    label: name,
    kind: 'annotation',
    detail,
    insertText: name,
    isSnippet: false,
    range: rangeOnLine(place, place.before.length - typed),
    sortText: sortKey(index),
  }));
}

function markBefore({ found, analysis, offset, before }: Place): string | undefined {
  const comment = annotationAt(found, offset);
  if (comment !== undefined) return analysis.model.source.text.slice(comment.textSpan.start, offset);
  const match = halfTyped.exec(before);
  return match === null ? undefined : `casewright:${match[1] ?? ''}`;
}

function namesFor(before: string, { found }: Place): readonly string[] | undefined {
  const open = keyPath(before).at(-1);
  const value = /([\w-]+)\s*:[ \t]*-?[^\s,{}[\]:：]*$/.exec(before.replace(/^\s*casewright\s*[:：]/, ''))?.[1];
  const key = value ?? open;
  const ground = found.view.ground(found.document.root);
  if (key === undefined || ground?.index === undefined) return undefined;
  const { index, configuration } = ground;
  const names = fieldNames({ index, configuration });
  if (key === 'facets') return classificationOf(configuration).facets.map(({ labels }) => labels.zh);
  if (nameKeys.has(key)) return names;
  if (key === 'kind') return ['any', 'case', 'topic', 'plan', 'other', ...configuration.kinds.map(({ kind }) => kind)];
  return key === 'where' && value === undefined ? ['kind', 'folder', 'path', 'id', 'status', ...names] : undefined;
}
