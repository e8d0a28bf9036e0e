// Targets inside `](…)`: headings of this document after `#`, files of the library otherwise.
import { folderOf, relativePath } from '../../core/library/pathScope.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { rangeOnLine, sortKey, type Place, type Suggestion } from './suggestion.ts';

/** A list longer than this helps nobody; typing on narrows it. */
const MOST_PATHS = 200;
const inTarget = /\]\(<?([^()<>\s]*)$/;

export function linkTargets(place: Place): readonly Suggestion[] | undefined {
  const match = inTarget.exec(place.before);
  if (match === null) return undefined;
  const typed = match[1] ?? '';
  const start = place.before.length - typed.length;
  if (typed.startsWith('#')) return anchors(place, start);
  return [...(typed === '' ? anchors(place, start) : []), ...paths(place, start, typed)];
}

function anchors(place: Place, start: number): readonly Suggestion[] {
  const detail = renderMessage({ key: 'completion.anchor' }, place.found.view.locale);
  return place.analysis.model.sections.map((section, index) => ({
    label: `#${section.anchor}`,
    kind: 'anchor',
    detail: `${'#'.repeat(section.level)} ${section.heading.text}`,
    documentation: detail,
    insertText: `#${section.anchor}`,
    isSnippet: false,
    range: rangeOnLine(place, start),
    filterText: `#${section.anchor} ${section.heading.text}`,
    sortText: sortKey(index),
  }));
}

function paths(place: Place, start: number, typed: string): readonly Suggestion[] {
  const { document, view } = place.found;
  const detail = renderMessage({ key: 'completion.path' }, view.locale);
  const isFromRoot = typed.startsWith('/');
  const plain = decode(typed).toLowerCase();
  return view
    .paths(document.root)
    .filter((path) => path !== document.path)
    .map((path) => (isFromRoot ? `/${path}` : relativePath(folderOf(document.path), path)))
    .filter((path) => matches(path.toLowerCase(), plain))
    .slice(0, MOST_PATHS)
    .map((path, index) => ({
      label: path,
      kind: 'path',
      detail,
      insertText: encodePath(path),
      isSnippet: false,
      range: rangeOnLine(place, start),
      sortText: sortKey(index),
    }));
}

function matches(path: string, typed: string): boolean {
  const words = typed.replace(/^\.\//, '');
  return words === '' || path.includes(words);
}

/** Blanks and brackets end a link target, so they are encoded; other letters stay readable. */
function encodePath(path: string): string {
  return path.replace(/[ ()<>%]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Half-typed percent sequences are taken as they are.
    return text;
  }
}
