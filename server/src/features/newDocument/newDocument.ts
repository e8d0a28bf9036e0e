// New documents: first a proposal, then the text. Writes nothing; the caller creates the file.
import { renderMessage } from '../../core/messages/render.ts';
import { scopePath } from '../../core/library/pathScope.ts';
import type { KindConfiguration } from '../../core/library/configuration.ts';
import type { KindContext, LibraryContext } from '../../core/library/libraryContext.ts';
import type { EngineView } from '../engineView.ts';
import { documentParts, type PlannedContent } from './documentParts.ts';
import { toSnippet, toText } from './part.ts';
import { folderOf, idChoices } from './freeIds.ts';
import { plannedIds } from './plannedIds.ts';
import { proposePath, questionsOf, type Question } from './proposal.ts';

export interface ProposalQuestion {
  readonly root: string;
  readonly kind: string;
  readonly title: string;
  /** Folder relative to the root that the user pointed at. */
  readonly folder?: string;
  readonly language: 'zh' | 'en';
}

export interface Proposal {
  readonly path: string;
  readonly id?: string;
  /** The ids to choose from, the proposed one first; absent where there is no choice. */
  readonly ids?: readonly { readonly id: string; readonly note: string }[];
  readonly template: string;
  readonly questions: readonly Question[];
}

export interface CreationQuestion {
  readonly root: string;
  readonly kind: string;
  readonly title: string;
  readonly path: string;
  readonly id?: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly today: string;
  readonly language: 'zh' | 'en';
  readonly planned?: PlannedContent;
}

export interface NewDocumentText {
  readonly path: string;
  readonly text: string;
  readonly snippet: string;
  /** Why nothing can be created; the texts are empty then. */
  readonly refusal?: string;
}

/** Undefined for an unknown root or a kind without a template. */
export function proposeDocument(
  view: EngineView,
  { root, kind, title, folder, language }: ProposalQuestion,
): Proposal | undefined {
  const library = view.library(root);
  const template = library && contextFor(library, kind, language)?.template;
  if (library === undefined || template === undefined) return undefined;
  const configured = configurationOf(library, kind);
  const path = proposePath(title, configured, view.paths(root), folder);
  const question = {
    kind,
    template,
    folder: folderOf(path),
    documents: view.ids(root),
    planned: plannedIds(view, root),
    ...(library.configuration.ids && { ids: library.configuration.ids }),
    ...(configured.id !== undefined && { pattern: configured.id }),
  };
  const choices = template.fields.some((spec) => spec.format === 'id') ? idChoices(question) : [];
  const id = choices[0]?.id;
  const ids = choices.map(({ id: free, reason, use }) => {
    const note = reason.key === 'completion.id.new-domain' ? reason : use;
    return { id: free, note: renderMessage(note, view.locale) };
  });
  return {
    path,
    template: template.name,
    questions: questionsOf(template, library.configuration.templateVersion),
    ...(id === undefined ? {} : { id }),
    ...(ids.length > 1 && { ids }),
  };
}

export function createDocument(view: EngineView, question: CreationQuestion): NewDocumentText | undefined {
  const { root, kind, title, path, id, answers, today, language, planned } = question;
  const library = view.library(root);
  const template = library && contextFor(library, kind, language)?.template;
  if (library === undefined || template === undefined) return undefined;
  const scoped = scopePath(path);
  const refuse = (key: 'new.outside' | 'new.exists'): NewDocumentText => ({
    path,
    text: '',
    snippet: '',
    refusal: renderMessage({ key, args: { path } }, view.locale),
  });
  if (!scoped.isInside) return refuse('new.outside');
  // Names that differ in case or Unicode spelling alone are one file on many disks.
  const spelling = (text: string): string => text.normalize('NFC').toLowerCase();
  const wantedPath = spelling(scoped.path);
  if (view.paths(root).some((known) => spelling(known) === wantedPath)) return refuse('new.exists');
  const { templateVersion } = library.configuration;
  const given = { title, answers, today, ...(templateVersion && { templateVersion }) };
  const wanted = { ...given, ...(id !== undefined && { id }), ...(planned && { planned }) };
  const parts = documentParts(template, wanted, library.parser);
  return { path: scoped.path, text: toText(parts), snippet: toSnippet(parts) };
}

function contextFor(library: LibraryContext, kind: string, language: 'zh' | 'en'): KindContext | undefined {
  return (language === 'en' ? library.englishKinds?.get(kind) : undefined) ?? library.kinds.get(kind);
}

function configurationOf(library: LibraryContext, kind: string): KindConfiguration {
  return library.configuration.kinds.find((entry) => entry.kind === kind) ?? { kind, files: [] };
}
