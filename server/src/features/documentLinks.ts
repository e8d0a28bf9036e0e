// Links that can be followed: to files of the library, to headings, by paths in code spans and by ids.
import { renderMessage } from '../core/messages/render.ts';
import type { Range, Span } from '../core/sourceText.ts';
import type { DocumentView, EngineView } from './engineView.ts';
import { linkTarget } from './linkTarget.ts';
import { idsOf } from '../core/ids/idsOf.ts';
import { statedIdsOf } from '../core/ids/ownId.ts';
import { subjectOf, type Subject } from './navigation/subjectAt.ts';
import {
  documentOfFolder,
  resolveCodePath,
  surroundingsOfDocument,
  type PlaceInLibrary,
  type Surroundings,
} from './navigation/surroundings.ts';
import { planLinks } from './planDocument/planLinks.ts';
import { uriOfLine, uriOfPath } from './resourceUri.ts';

export interface FollowableLink {
  readonly range: Range;
  readonly target: string;
  /** In the reader's language. */
  readonly tooltip?: string;
  /** Where exactly it leads, in a document that may not be open; counts before `target` once its line is known. */
  readonly place?: PlaceInLibrary;
}

/** Links to the outside are left to the editor. */
export function documentLinks(view: EngineView, { uri }: { readonly uri: string }): readonly FollowableLink[] {
  const found = view.document(uri);
  if (found === undefined) return [];
  const surroundings = surroundingsOfDocument(found);
  const links = surroundings === undefined ? linksByText(found) : linksByIndex(found, surroundings);
  const taken = new Set(links.map(({ range }) => `${String(range.start.line)}:${String(range.start.character)}`));
  const ofPlan = planLinks(found).filter(
    ({ range }) => !taken.has(`${String(range.start.line)}:${String(range.start.character)}`),
  );
  return [...links, ...ofPlan];
}

/** Before the library is read: where the text says that the links lead. */
function linksByText({ document, analysis }: DocumentView): readonly FollowableLink[] {
  const { source, sections, blocks } = analysis.model;
  const lines = new Map(sections.map((section) => [section.anchor, source.lineAt(section.span.start)]));
  return blocks.links.flatMap((link) => {
    const target = linkTarget(document.path, link.url);
    if (target === undefined) return [];
    const range = source.rangeOf(link.urlSpan);
    if (target.path !== document.path) return [{ range, target: uriOfPath(document.root, target.path) }];
    const line = target.anchor === undefined ? 0 : lines.get(target.anchor);
    return line === undefined ? [] : [{ range, target: uriOfLine(document.root, document.path, line) }];
  });
}

function linksByIndex(found: DocumentView, surroundings: Surroundings): readonly FollowableLink[] {
  const { facts, model } = found.analysis;
  const follow = (span: Span, subject: Subject | undefined): readonly FollowableLink[] => {
    const target = subject && targetOf(found, subject, surroundings);
    return target === undefined || span.end <= span.start ? [] : [{ range: model.source.rangeOf(span), ...target }];
  };
  const links = facts.links.flatMap((link) => follow(link.urlSpan, subjectOf(surroundings.resolve(facts, link))));
  const paths = facts.codePaths.flatMap((code) => {
    const target = resolveCodePath(code, facts.path, surroundings.index);
    const isThere = target.kind === 'file' || target.kind === 'folder';
    return follow(code.span, isThere ? { kind: target.kind, path: target.path } : undefined);
  });
  return [...links, ...paths, ...idLinks(found, surroundings, follow)];
}

/** Ids of other documents, where exactly one document has the id. */
function idLinks(
  { analysis }: DocumentView,
  { index }: Surroundings,
  follow: (span: Span, subject: Subject) => readonly FollowableLink[],
): readonly FollowableLink[] {
  const { facts } = analysis;
  const own = new Set(statedIdsOf(facts).map(({ id }) => id));
  return facts.ids.flatMap(({ id, span, isInLink }) => {
    const [path, ...others] = (own.has(id) || isInLink === true ? undefined : idsOf(index).get(id)) ?? [];
    return path === undefined || others.length > 0 ? [] : follow(span, { kind: 'document', path });
  });
}

function targetOf(
  { document, analysis, view }: DocumentView,
  subject: Subject,
  { index }: Surroundings,
): Omit<FollowableLink, 'range'> | undefined {
  const path = subject.kind === 'folder' ? documentOfFolder(subject.path, index) : subject.path;
  if (path === undefined || path === '') return undefined;
  const facts = index.documents.get(path);
  const heading = subject.kind === 'heading' ? facts?.headings[subject.heading] : undefined;
  const name = heading?.text ?? facts?.title?.text;
  const tooltip = renderMessage(
    name === undefined
      ? { key: 'link.open', args: { path } }
      : { key: 'link.open-titled', args: { path, title: name } },
    view.locale,
  );
  if (path === document.path && heading !== undefined) {
    const line = analysis.model.source.lineAt(heading.span.start);
    return { target: uriOfLine(document.root, path, line), tooltip };
  }
  const target = uriOfPath(document.root, path);
  return { target, tooltip, ...(heading && { place: { path, span: heading.span } }) };
}
