// Ids of documents in metadata: the next free one in the document's own id field, existing ones where others are named.
import { isIdKey, isReferenceKey } from '../../core/ids/idKeys.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { FieldSpec } from '../../core/template/template.ts';
import { folderOf, freeIds } from '../newDocument/freeIds.ts';
import { plannedIds } from '../newDocument/plannedIds.ts';
import { escapeMarkdown } from '../plainMarkdown.ts';
import { fieldSpecOf } from '../sectionAt.ts';
import type { DocumentIds } from '../usedIds.ts';
import { fieldWithValueAt, valueRange } from './fieldValue.ts';
import { rangeOnLine, sortKey, type Place, type Suggestion } from './suggestion.ts';

/** A list longer than this helps nobody; typing on narrows it. */
const MOST_IDS = 200;

export function documentIds(place: Place): readonly Suggestion[] | undefined {
  const field = fieldWithValueAt(place);
  if (field === undefined || place.analysis.bound === undefined) return undefined;
  const spec = fieldSpecOf(place.analysis, field);
  if (isReferenceKey(field.key)) return existing(place);
  if (spec?.format !== 'id' && !isIdKey(field.key)) return undefined;
  const free = nextFree(place, spec);
  return free.length > 0 ? free : undefined;
}

/** The other documents of the library. */
function others({ found: { document, view } }: Place): readonly DocumentIds[] {
  return view.ids(document.root).filter(({ path }) => path !== document.path);
}

function nextFree(place: Place, spec: FieldSpec | undefined): readonly Suggestion[] {
  const { found, analysis } = place;
  const field = fieldWithValueAt(place);
  const template = analysis.bound?.template;
  if (field === undefined || template === undefined) return [];
  const pattern = found.library.configuration.kinds.find(({ kind }) => kind === analysis.kind.kind)?.id;
  const { range, typed, needsBlank } = valueRange(place, field);
  const question = {
    kind: analysis.kind.kind,
    template: spec?.format === 'id' || spec === undefined ? template : { ...template, fields: [asId(spec)] },
    folder: folderOf(found.document.path),
    documents: others(place),
    planned: plannedIds(found.view, found.document.root),
    ...(found.library.configuration.ids && { ids: found.library.configuration.ids }),
    ...(pattern !== undefined && { pattern }),
  };
  const say = (message: Parameters<typeof renderMessage>[0]): string =>
    escapeMarkdown(renderMessage(message, found.view.locale));
  return freeIds(question, typed).map(({ id, reason, use }, index) => ({
    label: id,
    kind: 'id',
    detail: renderMessage({ key: 'completion.id' }, found.view.locale),
    documentation: `${say(use)}  \n${say(reason)}`,
    insertText: needsBlank ? ` ${id}` : id,
    isSnippet: false,
    range,
    filterText: `${typed} ${id}`.trim(),
    sortText: sortKey(index),
  }));
}

/** A field that is an id by its key, though the template shows no form of it. */
function asId(spec: FieldSpec): FieldSpec {
  return { ...spec, format: 'id' };
}

/** Ids of the library's documents, those of the same folder first; the word at the cursor is replaced. */
function existing(place: Place): readonly Suggestion[] {
  const { found } = place;
  const folder = folderOf(found.document.path);
  const typed = /[\w-]*$/.exec(place.before)?.[0] ?? '';
  const rest = /^[\w-]*/.exec(place.after)?.[0].length ?? 0;
  const range = rangeOnLine(place, place.before.length - typed.length, rest);
  const isFar = ({ path }: DocumentIds): number => (folderOf(path) === folder ? 0 : 1);
  return others(place)
    .flatMap((document) => (document.own === undefined ? [] : [{ ...document, own: document.own }]))
    .toSorted((a, b) => isFar(a) - isFar(b) || (a.own < b.own ? -1 : 1))
    .slice(0, MOST_IDS)
    .map(({ own, title, path }, index) => ({
      label: own,
      kind: 'id',
      detail: title ?? path,
      documentation: escapeMarkdown(path),
      insertText: /[:：]$/.test(place.before) ? ` ${own}` : own,
      isSnippet: false,
      range,
      filterText: `${own} ${title ?? ''}`.trim(),
      sortText: sortKey(index),
    }));
}
