// Who refers to a document or a heading, and what it refers to, as editors show calls: one step at a time.
import type { DocumentFacts } from '../core/facts/documentFacts.ts';
import type { LibraryIndex } from '../core/index/libraryIndex.ts';
import type { Span } from '../core/sourceText.ts';
import type { PositionParams } from './definition.ts';
import type { EngineView } from './engineView.ts';
import { subjectAt, subjectOf, type Subject } from './navigation/subjectAt.ts';
import { surroundingsOf, type Surroundings } from './navigation/surroundings.ts';
import { usesOf } from './navigation/uses.ts';

/** One document or heading in the tree. */
export interface ReferenceNode {
  readonly root: string;
  readonly path: string;
  /** Anchor of the heading; absent for the whole document. Positions change while the tree is open, anchors hardly. */
  readonly anchor?: string;
  readonly name: string;
  readonly detail: string;
  /** The words of the heading or title. */
  readonly span: Span;
}

export interface ReferenceStep {
  readonly node: ReferenceNode;
  /** Where the references stand: in the node's document for incoming ones, in the asked document for outgoing ones. */
  readonly spans: readonly Span[];
}

export interface ReferenceQuestion {
  readonly root: string;
  readonly path: string;
  readonly anchor?: string;
}

export function prepareReferencedBy(
  view: EngineView,
  { uri, position }: PositionParams,
): readonly ReferenceNode[] | undefined {
  const found = view.document(uri);
  const surroundings = found && surroundingsOf(view, found.document.root);
  if (found === undefined || surroundings === undefined) return undefined;
  const at = subjectAt(found, found.analysis.model.source.offsetAt(position));
  const nodes = (at?.all ?? []).flatMap((subject) => nodeOf(subject, surroundings) ?? []);
  return nodes.length === 0 ? undefined : nodes;
}

/** One step for each document that refers to it. */
export function referencedBy(view: EngineView, question: ReferenceQuestion): readonly ReferenceStep[] {
  const surroundings = surroundingsOf(view, question.root);
  const subject = surroundings && subjectOfQuestion(question, surroundings.index);
  if (surroundings === undefined || subject === undefined) return [];
  const spans = new Map<string, Span[]>();
  for (const { path, span } of usesOf(subject, surroundings)) add(spans, path, span);
  return [...spans].flatMap(([path, places]) => {
    const node = nodeOf({ kind: 'document', path }, surroundings);
    return node === undefined ? [] : [{ node, spans: places }];
  });
}

/** One step for each document, or heading of another document, that it refers to. */
export function refersTo(view: EngineView, question: ReferenceQuestion): readonly ReferenceStep[] {
  const surroundings = surroundingsOf(view, question.root);
  const facts = surroundings?.index.documents.get(question.path);
  if (surroundings === undefined || facts === undefined) return [];
  const part = partOf(facts, question.anchor);
  const found = new Map<string, { readonly node: ReferenceNode; readonly spans: Span[] }>();
  for (const link of facts.links) {
    if (link.isInToc === true || link.span.start < part.start || link.span.end > part.end) continue;
    const subject = subjectOf(surroundings.resolve(facts, link));
    const node = subject && !isOwnPage(subject, question) ? nodeOf(subject, surroundings) : undefined;
    if (node === undefined) continue;
    const key = `${node.path}#${node.anchor ?? ''}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { node, spans: [link.urlSpan] });
    else known.spans.push(link.urlSpan);
  }
  return [...found.values()];
}

/** A document does not refer to itself; one of its sections may refer to another. */
function isOwnPage(subject: Subject, { path, anchor }: ReferenceQuestion): boolean {
  return subject.path === path && (subject.kind === 'document' || anchor === undefined);
}

function add(map: Map<string, Span[]>, path: string, span: Span): void {
  const known = map.get(path);
  if (known === undefined) map.set(path, [span]);
  else known.push(span);
}

function subjectOfQuestion({ path, anchor }: ReferenceQuestion, { documents }: LibraryIndex): Subject | undefined {
  const facts = documents.get(path);
  if (facts === undefined || anchor === undefined) return facts && { kind: 'document', path };
  const heading = facts.headings.findIndex((candidate) => candidate.anchor === anchor);
  return heading < 0 ? undefined : { kind: 'heading', path, heading };
}

/** Files and folders have no references of their own. */
function nodeOf(subject: Subject, { root, index }: Surroundings): ReferenceNode | undefined {
  const { path } = subject;
  const facts = index.documents.get(path);
  if (facts === undefined) return undefined;
  const heading = subject.kind === 'heading' ? facts.headings[subject.heading] : undefined;
  if (heading !== undefined)
    return { root, path, anchor: heading.anchor, name: heading.text, detail: path, span: heading.span };
  const span = facts.title?.span ?? { start: 0, end: 0 };
  return { root, path, name: facts.title?.text ?? path, detail: path, span };
}

/** The section of a heading, up to the next one of its level or above; the whole document without one. */
function partOf({ headings, sizes }: DocumentFacts, anchor: string | undefined): Span {
  const position = anchor === undefined ? -1 : headings.findIndex((candidate) => candidate.anchor === anchor);
  const heading = headings[position];
  if (heading === undefined) return { start: 0, end: sizes.length };
  const next = headings.slice(position + 1).find(({ level }) => level <= heading.level);
  return { start: heading.span.start, end: next?.span.start ?? sizes.length };
}
