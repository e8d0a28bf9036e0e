// What the cursor points at: a heading, a document, a file, a folder, or a reference's definition.
import type { DocumentFacts, FactLink } from '../../core/facts/documentFacts.ts';
import type { LinkResolution } from '../../core/links/linkResolution.ts';
import type { Span } from '../../core/sourceText.ts';
import type { DocumentView } from '../engineView.ts';
import { touches } from '../sectionAt.ts';
import { idsOf } from '../../core/ids/idsOf.ts';
import { idAt, ownIdFieldAt } from './idAt.ts';
import { resolveCodePath, surroundingsOfDocument, type Surroundings } from './surroundings.ts';

export type Subject =
  | { readonly kind: 'document'; readonly path: string }
  | { readonly kind: 'heading'; readonly path: string; readonly heading: number }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string };

export interface SubjectAt {
  readonly subject: Subject;
  /** With an id that several documents have, each of them. */
  readonly all: readonly Subject[];
  /** The words that were pointed at. */
  readonly span: Span;
  /** The document's own heading or id: what is pointed at is the place itself. */
  readonly isDeclaration: boolean;
}

/** Undefined in prose, and while the library is being read. */
export function subjectAt(found: DocumentView, offset: number): SubjectAt | undefined {
  const surroundings = surroundingsOfDocument(found);
  if (surroundings === undefined) return undefined;
  return (
    atHeading(found, offset) ??
    atOwnId(found, offset) ??
    atLink(found, offset, surroundings) ??
    atCodePath(found, offset, surroundings) ??
    atId(found, offset, surroundings)
  );
}

function atHeading({ analysis, document }: DocumentView, offset: number): SubjectAt | undefined {
  const { sections, title } = analysis.model;
  const heading = sections.findIndex((section) => touches(section.heading.span, offset));
  const section = sections[heading];
  if (section === undefined) return undefined;
  const inside = analysis.facts.links.some((link) => touches(link.span, offset));
  if (inside) return undefined;
  const path = document.path;
  const subject: Subject = section === title ? { kind: 'document', path } : { kind: 'heading', path, heading };
  return subjectOnly(subject, section.heading.textSpan, true);
}

function subjectOnly(subject: Subject, span: Span, isDeclaration = false): SubjectAt {
  return { subject, all: [subject], span, isDeclaration };
}

function atOwnId({ analysis, document }: DocumentView, offset: number): SubjectAt | undefined {
  const own = ownIdFieldAt(analysis.facts, offset);
  return own && subjectOnly({ kind: 'document', path: document.path }, own.span, true);
}

function atLink({ analysis }: DocumentView, offset: number, { resolve }: Surroundings): SubjectAt | undefined {
  const link = linkFactAt(analysis.facts, offset);
  const subject = link && subjectOf(resolve(analysis.facts, link));
  return link && subject && subjectOnly(subject, link.span);
}

/** The innermost link, image or definition at an offset. */
export function linkFactAt({ links }: DocumentFacts, offset: number): FactLink | undefined {
  return links.findLast((link) => touches(link.span, offset));
}

/** What a resolved link is about; undefined for what leads out or nowhere. */
export function subjectOf(resolution: LinkResolution): Subject | undefined {
  switch (resolution.kind) {
    case 'document':
    case 'no-anchor':
      return { kind: 'document', path: resolution.path };
    case 'anchor':
      return resolution.heading === undefined
        ? { kind: 'document', path: resolution.path }
        : { kind: 'heading', path: resolution.path, heading: resolution.heading };
    case 'file':
    case 'folder':
      return { kind: resolution.kind, path: resolution.path };
    default:
      return undefined;
  }
}

function atCodePath(
  { analysis, document }: DocumentView,
  offset: number,
  { index }: Surroundings,
): SubjectAt | undefined {
  const code = analysis.facts.codePaths.find(({ span }) => touches(span, offset));
  const target = code && resolveCodePath(code, document.path, index);
  if (target === undefined || !(target.kind === 'file' || target.kind === 'moved' || target.kind === 'folder'))
    return undefined;
  const isDocument = target.kind !== 'folder' && index.documents.has(target.path);
  const kind = isDocument ? 'document' : target.kind === 'folder' ? 'folder' : 'file';
  return code && subjectOnly({ kind, path: target.path }, code.span);
}

/** An id of another document, wherever it stands. */
function atId({ analysis }: DocumentView, offset: number, { index }: Surroundings): SubjectAt | undefined {
  const id = idAt(analysis.facts, offset);
  const all = ((id && idsOf(index).get(id.id)) ?? []).map((path): Subject => ({ kind: 'document', path }));
  const [subject] = all;
  return id && subject && { subject, all, span: id.span, isDeclaration: false };
}
