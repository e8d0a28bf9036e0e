// What a link, a path or an id leads to, or why it leads nowhere; and how often a heading is referred to.
import type { LibraryIndex } from '../core/index/libraryIndex.ts';
import type { LinkResolution } from '../core/links/linkResolution.ts';
import type { Locale, MessageKey } from '../core/messages/catalog.ts';
import { renderMessage } from '../core/messages/render.ts';
import type { Span } from '../core/sourceText.ts';
import type { DocumentView } from './engineView.ts';
import type { HoverText } from './hover.ts';
import { previewOf } from './linkPreview.ts';
import { linkFactAt, subjectAt, type SubjectAt } from './navigation/subjectAt.ts';
import { surroundingsOfDocument, type Surroundings } from './navigation/surroundings.ts';
import { usesOf } from './navigation/uses.ts';
import { escapeMarkdown } from './plainMarkdown.ts';

const MOST_CANDIDATES = 5;

export interface LinkHover extends HoverText {
  /** What is told of is another place; false: the place itself, by who refers to it. */
  readonly isElsewhere: boolean;
}

/** Undefined where nothing is referred to, and for links to the outside. */
export function linkHover(found: DocumentView, offset: number): LinkHover | undefined {
  const surroundings = surroundingsOfDocument(found);
  if (surroundings === undefined) return undefined;
  const { facts, model } = found.analysis;
  const { locale } = found.view;
  const answer = (span: Span, markdown: string | undefined, isElsewhere = true): LinkHover | undefined =>
    markdown === undefined ? undefined : { markdown, range: model.source.rangeOf(around(span, offset)), isElsewhere };
  const at = subjectAt(found, offset);
  if (at?.isDeclaration === true) return answer(at.span, usageText(at, surroundings, locale), false);
  const link = linkFactAt(facts, offset);
  const broken = link && brokenText(surroundings.resolve(facts, link), surroundings.index, locale);
  if (link !== undefined && broken !== undefined) return answer(link.span, broken);
  return at && answer(at.span, targetText(at, surroundings.index, found));
}

/** Editors drop a hover whose range does not hold the place that was asked for. */
function around({ start, end }: Span, offset: number): Span {
  return { start: Math.min(start, offset), end: Math.max(end, offset) };
}

/** How often a heading or the document itself is referred to. */
function usageText({ subject }: SubjectAt, surroundings: Surroundings, locale: Locale): string | undefined {
  const uses = usesOf(subject, surroundings);
  if (uses.length === 0 && subject.kind === 'heading') return undefined;
  const documents = new Set(uses.map(({ path }) => path)).size;
  return say(uses.length === 0 ? 'preview.unused' : 'preview.used', locale, { documents, count: uses.length });
}

function targetText(
  { all, span }: SubjectAt,
  index: LibraryIndex,
  { analysis, view }: DocumentView,
): string | undefined {
  const [first] = all;
  if (first === undefined) return undefined;
  if (all.length === 1) return previewOf(first, index, view.locale);
  const id = analysis.model.source.slice(span);
  const names = all.slice(0, MOST_CANDIDATES).map(({ path }) => `- ${escapeMarkdown(path)}`);
  return `${say('preview.ambiguous', view.locale, { count: all.length, id })}\n\n${names.join('\n')}`;
}

/** Why a link leads nowhere, and what it may mean. */
function brokenText(resolution: LinkResolution, index: LibraryIndex, locale: Locale): string | undefined {
  switch (resolution.kind) {
    case 'refused':
      return say('preview.refused', locale);
    case 'undefined-reference':
      return say('preview.undefined', locale);
    case 'no-target':
      return withCandidates(say('preview.no-target', locale, { path: resolution.path }), resolution.candidates, locale);
    case 'no-anchor': {
      const { path, anchor, candidates } = resolution;
      const headings = index.documents.get(path)?.headings;
      const names = candidates.flatMap((at) => headings?.[at]?.text ?? []);
      return withCandidates(say('preview.no-anchor', locale, { path, anchor }), names, locale);
    }
    default:
      return undefined;
  }
}

function withCandidates(text: string, names: readonly string[], locale: Locale): string {
  if (names.length === 0) return text;
  const lines = names.slice(0, MOST_CANDIDATES).map((name) => `- ${escapeMarkdown(name)}`);
  return [text, say('preview.candidates', locale), lines.join('\n')].join('\n\n');
}

function say(key: MessageKey, locale: Locale, args?: Readonly<Record<string, string | number>>): string {
  return escapeMarkdown(renderMessage({ key, ...(args && { args }) }, locale));
}
