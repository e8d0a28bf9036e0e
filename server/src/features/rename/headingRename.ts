// Another text for a heading: the heading itself, its contents entry, and every anchor of the library that leads to it or to
// a heading whose counter (`-1`) it shifts.
import { applyEdits } from '../../core/applyEdits.ts';
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import { readFacts } from '../../core/facts/readFacts.ts';
import type { Message, TextEdit } from '../../core/finding.ts';
import type { SlugProfile } from '../../core/links/linkSettings.ts';
import { placesOf } from '../../core/links/places.ts';
import { buildModel } from '../../core/model/buildModel.ts';
import type { DocumentModel, Section } from '../../core/model/documentModel.ts';
import type { DocumentView } from '../engineView.ts';
import { linksTo, type Surroundings } from '../navigation/surroundings.ts';
import { addressOf, fragmentEdit, textEdit } from './linkWriting.ts';
import type { ReadDocument } from './otherDocuments.ts';

/** What every heading of a document becomes. */
export interface HeadingChanges {
  readonly path: string;
  /** Anchors before and after, by position. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Texts that change, by position. */
  readonly texts: ReadonlyMap<number, { readonly before: string; readonly after: string }>;
  /** Position of the title, whose text links to the whole document may bear. */
  readonly title: number;
}

/** The heading's own edit and what follows from it, or why it can not be. */
export function headingChange(
  { analysis, library }: DocumentView,
  section: Section,
  newName: string,
  { settings }: Pick<Surroundings, 'settings'>,
): { readonly edit: TextEdit; readonly changes: HeadingChanges } | { readonly refusal: Message } {
  const { model, facts } = analysis;
  const edit = { span: section.heading.textSpan, newText: newName };
  const after = buildModel(applyEdits(model.source.text, [edit]), library.parser);
  const position = model.sections.indexOf(section);
  const renamed = after.sections[position];
  if (!isSameOutline(model, after)) return { refusal: { key: 'rename.same-place' } };
  if (renamed === undefined || after.source.slice(renamed.heading.textSpan) !== newName)
    return { refusal: { key: 'rename.heading', args: { name: newName } } };
  const kind = { ...analysis.kind };
  const factsAfter = readFacts({ path: facts.path, model: after, kind, stage: analysis.stage });
  return { edit, changes: changesBetween(facts, factsAfter, settings, model) };
}

function isSameOutline(before: DocumentModel, after: DocumentModel): boolean {
  return (
    before.sections.length === after.sections.length &&
    before.sections.every((section, at) => section.level === after.sections[at]?.level)
  );
}

function changesBetween(
  before: DocumentFacts,
  after: DocumentFacts,
  { slug }: Surroundings['settings'],
  model: DocumentModel,
): HeadingChanges {
  const texts = new Map<number, { before: string; after: string }>();
  before.headings.forEach(({ text }, at) => {
    const now = after.headings[at]?.text;
    if (now !== undefined && now !== text) texts.set(at, { before: text, after: now });
  });
  return {
    path: before.path,
    before: anchorsOf(before, slug),
    after: anchorsOf(after, slug),
    texts,
    title: model.title === undefined ? -1 : model.sections.indexOf(model.title),
  };
}

/** By position; empty for a heading that no anchor leads to. */
function anchorsOf(facts: DocumentFacts, slug: SlugProfile): readonly string[] {
  const anchors = facts.headings.map(() => '');
  for (const { anchor, heading } of placesOf(facts, slug).values())
    if (heading !== undefined) anchors[heading] = anchor;
  return anchors;
}

/** Documents, other than its own, with a link that has to follow. */
export function concerned(changes: HeadingChanges, surroundings: Surroundings): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { from, link } of linksTo(changes.path, surroundings)) {
    const facts = surroundings.index.documents.get(from);
    const fact = facts?.links[link];
    if (from === changes.path || facts === undefined || fact === undefined || found.has(from)) continue;
    const resolution = surroundings.resolve(facts, fact);
    const heading = resolution.kind === 'anchor' ? resolution.heading : changes.title;
    if (heading === undefined) continue;
    const bearsText = changes.texts.get(heading)?.before === fact.text;
    const hasOther = resolution.kind === 'anchor' && changes.before[heading] !== changes.after[heading];
    if (bearsText || hasOther) found.add(from);
  }
  return found;
}

/** What one document has to change so that its links lead where they led. */
export function followingEdits(
  { model, facts }: ReadDocument,
  changes: HeadingChanges,
  { resolve }: Surroundings,
): readonly TextEdit[] {
  return facts.links.flatMap((link): readonly TextEdit[] => {
    const resolution = resolve(facts, link);
    if (!('path' in resolution) || resolution.path !== changes.path) return [];
    const heading =
      resolution.kind === 'anchor' ? resolution.heading : resolution.kind === 'document' ? changes.title : -1;
    if (heading === undefined) return [];
    const text = changes.texts.get(heading);
    const words = text !== undefined && link.text === text.before ? textEdit(model.source, link, text.after) : [];
    const anchor = resolution.kind === 'anchor' ? changes.after[heading] : undefined;
    const address =
      anchor === undefined || anchor === changes.before[heading] ? undefined : addressOf(model.source, link);
    return [...words, ...(address && anchor !== undefined ? fragmentEdit(address, anchor) : [])];
  });
}
