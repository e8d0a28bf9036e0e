// Targets inside `](…)`: headings of this document after `#`, of another after its path and `#`, images after `![`, files of
// the library otherwise, nearest first, each with what it is. Addresses are written as the document writes them.
import type { DocumentFacts, FactHeading } from '../../core/facts/documentFacts.ts';
import type { LibraryIndex } from '../../core/index/libraryIndex.ts';
import { ownIdOf } from '../../core/ids/ownId.ts';
import { folderOf, relativePath } from '../../core/library/pathScope.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { previewOf } from '../linkPreview.ts';
import { subjectOf } from '../navigation/subjectAt.ts';
import { surroundingsOfDocument } from '../navigation/surroundings.ts';
import { escapeMarkdown } from '../plainMarkdown.ts';
import { habitsOf, pathAddress, type LinkHabits } from '../rename/linkWriting.ts';
import { rangeOnLine, sortKey, type Place, type Suggestion } from './suggestion.ts';

/** A list longer than this helps nobody; typing on narrows it. */
const MOST_PATHS = 200;
const inTarget = /(!?)\[[^\][]{0,500}\]\((<?)([^()<>]*)$|\]\((<?)([^()<>\s]*)$/;
const image = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico)$/i;

export function linkTargets(place: Place): readonly Suggestion[] | undefined {
  const match = inTarget.exec(place.before);
  if (match === null) return undefined;
  const [, bang = '', bracket = match[4] ?? '', typed = match[5] ?? ''] = match;
  if (bracket === '' && /\s/.test(typed)) return undefined;
  const start = place.before.length - typed.length;
  const target: Target = { start, typed, isInBrackets: bracket !== '' };
  if (typed.startsWith('#')) return ownAnchors(place, start);
  if (typed.includes('#')) return foreignAnchors(place, target);
  if (bang !== '') return paths(place, target, (path) => image.test(path));
  return [...(typed === '' ? ownAnchors(place, start) : []), ...paths(place, target, () => true)];
}

interface Target {
  /** Character on the line where the address begins. */
  readonly start: number;
  readonly typed: string;
  readonly isInBrackets: boolean;
}

// ---- headings

function ownAnchors(place: Place, start: number): readonly Suggestion[] {
  const documentation = renderMessage({ key: 'completion.anchor' }, place.found.view.locale);
  return anchors(place, place.analysis.facts.headings, { start, prefix: '', encodes: false, documentation });
}

/** Of the document whose path is typed already. */
function foreignAnchors(place: Place, { start, typed }: Target): readonly Suggestion[] {
  const { found, analysis } = place;
  const surroundings = surroundingsOfDocument(found);
  const url = typed.slice(0, typed.indexOf('#'));
  const link = { form: 'inline', url, text: '', span: nowhere, urlSpan: nowhere } as const;
  const subject = surroundings && subjectOf(surroundings.resolve(analysis.facts, link));
  const facts = subject && surroundings.index.documents.get(subject.path);
  if (facts === undefined) return [];
  const args = { title: facts.title?.text ?? facts.path };
  const documentation = escapeMarkdown(renderMessage({ key: 'completion.heading-of', args }, found.view.locale));
  const { encodes } = habitsOf(analysis.facts);
  return anchors(place, facts.headings, { start, prefix: url, encodes, documentation });
}

const nowhere = { start: 0, end: 0 };

interface AnchorStyle {
  readonly start: number;
  /** What stands before the `#`. */
  readonly prefix: string;
  readonly encodes: boolean;
  readonly documentation: string;
}

function anchors(place: Place, headings: readonly FactHeading[], style: AnchorStyle): readonly Suggestion[] {
  const { start, prefix, encodes, documentation } = style;
  return headings.map(({ anchor, level, text }, index) => ({
    label: `#${anchor}`,
    kind: 'anchor',
    detail: `${'#'.repeat(level)} ${text}`,
    documentation,
    insertText: `${prefix}#${encodes ? encodeURIComponent(anchor) : anchor}`,
    isSnippet: false,
    range: rangeOnLine(place, start),
    filterText: `${prefix}#${anchor} ${text}`,
    sortText: sortKey(index),
  }));
}

// ---- files

interface Candidate {
  readonly path: string;
  /** As it would be typed. */
  readonly written: string;
  readonly facts: DocumentFacts | undefined;
  readonly words: string;
}

function paths(place: Place, target: Target, isWanted: (path: string) => boolean): readonly Suggestion[] {
  const { document, view } = place.found;
  const index = surroundingsOfDocument(place.found)?.index;
  const habits = habitsOf(place.analysis.facts);
  const isFromRoot = target.typed.startsWith('/');
  const folder = folderOf(document.path);
  const plain = decode(target.typed).toLowerCase().replace(/^\.\//, '');
  const candidates = view
    .paths(document.root)
    .filter((path) => path !== document.path && isWanted(path))
    .map((path): Candidate => {
      const facts = index?.documents.get(path);
      const written = isFromRoot ? `/${path}` : relativePath(folder, path);
      const id = facts && ownIdOf(facts)?.id;
      return { path, written, facts, words: `${written} ${facts?.title?.text ?? ''} ${id ?? ''}` };
    })
    .filter(({ words }) => plain === '' || words.toLowerCase().includes(plain));
  return nearestFirst(candidates, place)
    .slice(0, MOST_PATHS)
    .map((candidate, position) => ({
      ...suggestion(candidate, place, { target, habits, index }),
      sortText: sortKey(position),
    }));
}

interface Writing {
  readonly target: Target;
  readonly habits: LinkHabits;
  readonly index: LibraryIndex | undefined;
}

function suggestion(
  { path, written, facts, words }: Candidate,
  place: Place,
  { target, habits, index }: Writing,
): Omit<Suggestion, 'sortText'> {
  const { locale } = place.found.view;
  const kind = renderMessage({ key: image.test(path) ? 'completion.image' : 'completion.path' }, locale);
  const preview = facts && index && previewOf({ kind: 'document', path }, index, locale);
  const short = habits.omitsExtension && facts !== undefined ? written.replace(/\.md$/, '') : written;
  return {
    label: written,
    kind: 'path',
    detail: facts?.title?.text ?? kind,
    ...(preview !== undefined && { documentation: preview }),
    insertText: pathAddress(short, { encodes: habits.encodes, isInBrackets: target.isInBrackets }),
    isSnippet: false,
    range: rangeOnLine(place, target.start),
    ...(facts !== undefined && { filterText: words }),
  };
}

/** Same folder, then words shared with the document's title, then as listed. */
function nearestFirst(candidates: readonly Candidate[], { found, analysis }: Place): readonly Candidate[] {
  const folder = folderOf(found.document.path);
  const pairs = letterPairs(analysis.model.title?.heading.text ?? '');
  const rankOf = ({ path, facts }: Candidate): number => {
    const shared = [...letterPairs(facts?.title?.text ?? '')].filter((pair) => pairs.has(pair)).length;
    return (folderOf(path) === folder ? 100 : 0) + (facts === undefined ? 0 : 10) + Math.min(shared, 9);
  };
  return candidates
    .map((candidate) => ({ candidate, rank: rankOf(candidate) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ candidate }) => candidate);
}

/** Neighbouring letters: words of any language, without taking them apart. */
function letterPairs(text: string): ReadonlySet<string> {
  const letters = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 60);
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Half-typed percent sequences are taken as they are.
    return text;
  }
}
