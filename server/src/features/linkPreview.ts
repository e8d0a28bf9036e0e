// What a document, heading, file or folder of the library is, in a few lines of Markdown: for hovers and completion.
// Text of documents is escaped; nothing is read, so that it costs the same for any document.
import type { DocumentFacts } from '../core/facts/documentFacts.ts';
import type { LibraryIndex } from '../core/index/libraryIndex.ts';
import type { Locale, MessageKey } from '../core/messages/catalog.ts';
import { renderMessage } from '../core/messages/render.ts';
import { ownIdOf } from '../core/ids/ownId.ts';
import type { Subject } from './navigation/subjectAt.ts';
import { cutText, escapeMarkdown } from './plainMarkdown.ts';

/** With what stands above them as much as a hover shows without scrolling. */
const MOST_HEADINGS = 6;
const MAX_TEXT = 120;
const isStatusKey = /^(?:文档)?状态$|^status$/i;

/** Undefined for what the index does not know. */
export function previewOf(subject: Subject, index: LibraryIndex, locale: Locale): string | undefined {
  if (subject.kind === 'folder') return folderPreview(subject.path, index, locale);
  const facts = index.documents.get(subject.path);
  if (facts === undefined) return index.paths.has(subject.path) ? shown(subject.path) : undefined;
  return subject.kind === 'heading' ? headingPreview(facts, subject.heading, locale) : documentPreview(facts, locale);
}

function folderPreview(folder: string, { paths }: LibraryIndex, locale: Locale): string {
  const count = [...paths].filter((path) => folder === '' || path.startsWith(`${folder}/`)).length;
  return [shown(`${folder}/`), say('preview.folder', locale, { count })].join('\n\n');
}

function documentPreview(facts: DocumentFacts, locale: Locale): string {
  const sections = facts.headings.filter(({ level }) => level === 2).map(({ text }) => text);
  return [
    ...(facts.title ? [`**${shown(facts.title.text)}**`] : []),
    shown(facts.path),
    about(facts, locale),
    ...outline(sections, locale),
  ].join('\n\n');
}

function headingPreview(facts: DocumentFacts, position: number, locale: Locale): string | undefined {
  const heading = facts.headings[position];
  if (heading === undefined) return undefined;
  const after = facts.headings.slice(position + 1);
  const end = after.findIndex(({ level }) => level <= heading.level);
  const below = (end < 0 ? after : after.slice(0, end)).filter(({ level }) => level === heading.level + 1);
  const title = facts.title === undefined || facts.title.text === heading.text ? '' : ` · ${shown(facts.title.text)}`;
  return [
    `**${shown(heading.text)}**${title}`,
    shown(facts.path),
    ...outline(
      below.map(({ text }) => text),
      locale,
    ),
  ].join('\n\n');
}

/** Kind, id, status, size on one line. */
function about(facts: DocumentFacts, locale: Locale): string {
  const id = ownIdOf(facts)?.id;
  const status = facts.fields.find(({ key }) => isStatusKey.test(key.trim()))?.value;
  return [
    ...(facts.kind === 'other' ? [] : [kindLabel(facts, locale)]),
    ...(id === undefined ? [] : [say('preview.id', locale, { id: cutText(id, MAX_TEXT) })]),
    ...(status === undefined || status === ''
      ? []
      : [say('preview.status', locale, { status: cutText(status, MAX_TEXT) })]),
    say('preview.lines', locale, { count: facts.sizes.lines }),
  ].join(' · ');
}

const kindNames: Readonly<Record<string, MessageKey>> = {
  case: 'preview.kind.case',
  topic: 'preview.kind.topic',
  plan: 'preview.kind.plan',
  template: 'preview.kind.template',
  standard: 'preview.kind.standard',
};

/** A team's own kinds keep their names. */
function kindLabel({ kind }: DocumentFacts, locale: Locale): string {
  const key = Object.hasOwn(kindNames, kind) ? kindNames[kind] : undefined;
  return key === undefined ? shown(kind) : say(key, locale);
}

function outline(names: readonly string[], locale: Locale): readonly string[] {
  if (names.length === 0) return [];
  const first = names.slice(0, MOST_HEADINGS).map((name) => `- ${shown(name)}`);
  const left = names.length - first.length;
  return [[...first, ...(left > 0 ? [`- ${say('preview.more', locale, { count: left })}`] : [])].join('\n')];
}

function shown(text: string): string {
  return escapeMarkdown(cutText(text, MAX_TEXT));
}

/** Composed by us, with the values of documents escaped. */
function say(key: MessageKey, locale: Locale, args?: Readonly<Record<string, string | number>>): string {
  return escapeMarkdown(renderMessage({ key, ...(args && { args }) }, locale));
}
