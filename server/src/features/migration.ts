// Documents that follow an earlier version of their template: which they are, and what brings them to the present one. Texts
// are brought by the host; nothing is written.
import { isInArchive } from '../core/archive/archivePlace.ts';
import { defaultArchiveSettings } from '../core/archive/archiveSettings.ts';
import type { DocumentFacts } from '../core/facts/documentFacts.ts';
import { minimalEdits } from '../core/fixes/minimalEdits.ts';
import { contextOf } from '../core/library/contextOf.ts';
import type { KindContext, LibraryContext } from '../core/library/libraryContext.ts';
import { renderMessage } from '../core/messages/render.ts';
import { earlierTemplate } from '../core/migration/earlierTemplate.ts';
import { migrateDocument } from '../core/migration/migrateDocument.ts';
import { isSameVersion, templateVersionAmong } from '../core/migration/templateVersion.ts';
import { defaultTemplatesFolder } from '../core/migration/templateVersionSettings.ts';
import { SourceText } from '../core/sourceText.ts';
import type { PlainEdit } from './diagnostics.ts';
import type { EngineView } from './engineView.ts';

export interface OutdatedDocument {
  readonly path: string;
  /** Where the earlier template may be kept, relative to the root. */
  readonly keptPath: string;
  /** The file of the present template, whose history may hold the earlier one; absent for a built-in one. */
  readonly templatePath?: string;
  /** What the document states, without a leading v. */
  readonly version: string;
}

/** Undefined while the library is being read. Archived documents stay as they are. */
export function outdatedDocuments(
  view: EngineView,
  { root }: { readonly root: string },
): readonly OutdatedDocument[] | undefined {
  const library = view.library(root);
  const index = view.index(root);
  if (library === undefined || index === undefined) return undefined;
  return [...index.documents.values()].flatMap((facts) => outdated(facts, library) ?? []);
}

function outdated(facts: DocumentFacts, library: LibraryContext): OutdatedDocument | undefined {
  const { path, kind } = facts;
  const { templateVersion, kinds } = library.configuration;
  if (!isMigrated(facts, library)) return undefined;
  const stated = templateVersionAmong(facts.fields, templateVersion)?.value;
  const now = contextFor(library, facts)?.template?.version;
  if (stated === undefined || now === undefined || isSameVersion(stated, now)) return undefined;
  const version = stated.trim().replace(/^v(?=\d)/i, '');
  const keptPath = `${templateVersion?.folder ?? defaultTemplatesFolder}/${kind}@${version}.md`;
  const templatePath = kinds.find((each) => each.kind === kind)?.template?.split('#', 1)[0];
  const isBuiltIn = templatePath?.startsWith('builtin:') !== false;
  return { path, version, keptPath, ...(!isBuiltIn && { templatePath }) };
}

function isMigrated({ path, tombstone, limit }: DocumentFacts, { configuration }: LibraryContext): boolean {
  const isArchived = isInArchive(path, configuration.archive ?? defaultArchiveSettings);
  return tombstone === undefined && limit === undefined && !isArchived;
}

function contextFor(library: LibraryContext, { kind, language }: DocumentFacts): KindContext | undefined {
  return (language === 'en' ? library.englishKinds?.get(kind) : undefined) ?? library.kinds.get(kind);
}

export interface MigrationQuestion {
  readonly root: string;
  /** `before`: text of the earlier template, where it was found. */
  readonly files: readonly { readonly path: string; readonly text: string; readonly before?: string }[];
}

export interface MigrationEdits {
  readonly path: string;
  readonly edits: readonly PlainEdit[];
  /** What the templates differ in, in a sentence; empty where the earlier one is not known. */
  readonly detail: string;
}

/** Documents without any edit are left out. */
export function migrationEdits(view: EngineView, { root, files }: MigrationQuestion): readonly MigrationEdits[] {
  const library = view.library(root);
  if (library === undefined) return [];
  return files.flatMap(({ path, text, before }): readonly MigrationEdits[] => {
    const kind = view.facts(root, path, text)?.kind;
    const present = kind === undefined ? undefined : contextOf(library, kind, text)?.template;
    const earlier = before === undefined ? undefined : earlierTemplate(before, present, library);
    const migration = migrateDocument({ path, text, ...(earlier && { before: earlier }) }, library);
    if (migration === undefined || migration.text === text) return [];
    const source = new SourceText(text);
    const edits = minimalEdits(source, migration.text).map(({ span, newText }) => ({
      range: source.rangeOf(span),
      newText,
    }));
    const sentences = migration.changes.map((change) =>
      renderMessage({ key: `migration.${change.kind}`, args: { ...change } }, view.locale),
    );
    return [{ path, edits, detail: sentences.join(renderMessage({ key: 'migration.and' }, view.locale)) }];
  });
}
