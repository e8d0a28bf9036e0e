// A document laid aside: moved to the archive with its record, its status set, a tombstone left, and everything that names it
// following: links, plans, generated regions, the list of retired ids. Pure: it says what changes and writes nothing.
import { archivedPath, isInArchive } from '../../core/archive/archivePlace.ts';
import type { ArchiveSettings } from '../../core/archive/archiveSettings.ts';
import { archivedWordOf, statusEdit } from '../../core/archive/archivedStatus.ts';
import { keptLines, type KeptLines } from '../../core/archive/keptLines.ts';
import { planStatusEdits } from '../../core/archive/planStatus.ts';
import { withConfiguredId, withRetiredId } from '../../core/archive/retireId.ts';
import { tombstoneText } from '../../core/archive/tombstone.ts';
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import type { Message, TextEdit } from '../../core/finding.ts';
import { ownIdOf } from '../../core/ids/ownId.ts';
import { contextOf } from '../../core/library/contextOf.ts';
import { configurationPath } from '../../core/library/narrowConfiguration.ts';
import { matcherOf } from '../../core/library/globs.ts';
import { folderOf, relativePath } from '../../core/library/pathScope.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { snapshotOf } from '../../core/review/snapshot.ts';
import type { Move } from '../../core/roadmap/edits/movedPaths.ts';
import type { ReadDocument } from '../rename/otherDocuments.ts';
import { habitsOf, pathAddress } from '../rename/linkWriting.ts';
import { changedFile, sorted, type ArchiveAct, type ArchiveOutcome, type ChangedFile } from './archiveChange.ts';
import { broughtBack } from './broughtBack.ts';
import { textsAfterMove } from './followMove.ts';
import { textsWithRegions } from './followRegions.ts';
import { settingsOf, type LibraryTexts, type NewTexts } from './libraryTexts.ts';
import { recordAfter, recordRefusal } from './recordAfter.ts';

/** The change, or why the document can not be archived. Texts that are not at hand are noted in `texts.source.missing`. */
export function archiveDocument(texts: LibraryTexts, path: string, act: ArchiveAct): ArchiveOutcome {
  const settings = settingsOf(texts);
  const refusal = refusalOf(texts, path, { settings, act });
  if (refusal !== undefined) return { refusal };
  const document = texts.read(path);
  if (document === undefined) return { refusal: { key: 'archive.unreadable', args: { path } } };
  const taken = [...texts.index.paths].filter((other) => other !== path);
  const move = { from: path, to: archivedPath(path, settings, taken) };
  const word = wordFor(texts, document, settings);
  const before = new Map<string, string | undefined>();
  const note = (name: string): string | undefined => {
    if (!before.has(name)) before.set(name, texts.textOf(name));
    return before.get(name);
  };

  const followed = textsAfterMove(texts, [move], (name) => ownEdits(texts, name, { document, move, word }));
  const after = new Map<string, string | undefined>([...followed].filter(([name]) => name !== path));
  for (const name of after.keys()) note(name);
  const own = followed.get(path) ?? document.model.source.text;
  after.set(move.to, own);
  after.set(path, settings.tombstone === 'none' ? undefined : tombstoneFor(document, move, { texts, act, word }));
  const retired = retire(texts, document.facts, { act, note });
  for (const [name, text] of retired.files) after.set(name, text);

  const changed = texts.with(after);
  const regions = textsWithRegions(texts, changed, (name) => (name === path ? move.to : name));
  for (const [name, text] of regions) {
    if (name !== move.to) note(name);
    after.set(name, text);
  }
  const archived = changed.with(regions);
  const originals = new Map<string, string | undefined>([...before, [path, document.model.source.text]]);
  const kept = keptBy(archived, move, originals);
  const snapshot = snapshotOf(archived.index.documents.get(move.to) ?? document.facts);
  const record = recordAfter(texts, move, { kind: 'archive', snapshot, kept }, act);
  const files = [...after].flatMap(([name, text]): readonly ChangedFile[] =>
    name === move.to || name === path ? [] : [changedFile(name, before.get(name), text)],
  );
  const stone = after.get(path);
  return sorted({
    moves: [
      { ...move, before: document.model.source.text, after: after.get(move.to) ?? own },
      ...(record.move === undefined ? [] : [record.move]),
    ],
    files: [
      ...files,
      ...(stone === undefined ? [] : [{ path, after: stone }]),
      ...(record.file === undefined ? [] : [record.file]),
    ],
    notices: [...retired.notices, ...noticesOf(document, move, settings)],
  });
}

interface Wish {
  readonly settings: ArchiveSettings;
  readonly act: ArchiveAct;
}

function refusalOf(texts: LibraryTexts, path: string, { settings, act }: Wish): Message | undefined {
  const { index, source } = texts;
  const facts = index.documents.get(path);
  if (facts === undefined) return { key: 'archive.unknown', args: { path } };
  if (facts.tombstone !== undefined) return { key: 'archive.is-tombstone', args: { path: facts.tombstone.to } };
  if (isInArchive(path, settings)) return { key: 'archive.is-archived', args: { path } };
  if (facts.limit !== undefined) return { key: `archive.${facts.limit}`, args: { path } };
  const { kinds } = source.library.configuration;
  const role = kinds.find(({ template, standard }) =>
    [template, standard].some((name) => name?.split('#', 1)[0] === path),
  );
  if (role !== undefined) return { key: 'archive.in-use', args: { path, kind: role.kind } };
  const { successor } = act;
  if (successor !== undefined && (successor === path || !index.documents.has(successor))) {
    return { key: 'archive.no-successor', args: { path: successor } };
  }
  if (isExcluded(`${settings.folder}/${path}`, source.library.configuration.exclude)) {
    return { key: 'archive.excluded', args: { folder: settings.folder } };
  }
  return recordRefusal(texts, path);
}

/** What is left out of the library is never checked again, and nothing finds it. */
function isExcluded(path: string, exclude: readonly string[]): boolean {
  const matches = matcherOf(exclude);
  const parts = path.split('/');
  return parts.some((_, index) => matches(parts.slice(0, index + 1).join('/')));
}

function wordFor({ source }: LibraryTexts, { model, facts }: ReadDocument, settings: ArchiveSettings): string {
  const template = contextOf(source.library, facts.kind, model.source.text)?.template;
  return archivedWordOf({
    settings,
    configuration: source.library.configuration,
    language: facts.language,
    ...(template && { template }),
  });
}

// ---- texts

interface Moving {
  readonly document: ReadDocument;
  readonly move: Move;
  readonly word: string;
}

/** Besides links and paths: the document's own status, and what plans say of it. */
function ownEdits(texts: LibraryTexts, path: string, { document, move, word }: Moving): readonly TextEdit[] {
  if (path === move.from) return statusEdit(document.model, word);
  const read = texts.plans.find(({ plan }) => plan.path === path);
  return read === undefined ? [] : planStatusEdits({ ...read, paths: texts.index.paths }, move.from, word);
}

function tombstoneFor(
  { model, facts }: ReadDocument,
  { from, to }: Move,
  { texts, act, word }: { readonly texts: LibraryTexts; readonly act: ArchiveAct; readonly word: string },
): string {
  const { encodes } = habitsOf(facts);
  const addressOf = (path: string): string =>
    pathAddress(relativePath(folderOf(from), path), { encodes, isInBrackets: false });
  const { successor } = act;
  const next = successor === undefined ? undefined : texts.index.documents.get(successor);
  return tombstoneText(
    { to, ...(successor !== undefined && { successor }) },
    {
      title: facts.title?.text ?? to,
      address: addressOf(to),
      ...(successor !== undefined && {
        successorAddress: addressOf(successor),
        successorTitle: next?.title?.text ?? successor,
      }),
      status: word,
      date: act.day,
      by: act.by,
      ...(act.reason !== undefined && { reason: act.reason }),
      dialect: model.metadata.find(({ place }) => place !== 'tail')?.dialect,
      language: facts.language,
      lineEnding: model.source.lineEnding,
    },
  );
}

// ---- ids

interface Retired {
  readonly files: ReadonlyMap<string, string>;
  readonly notices: readonly Message[];
}

/** Into the list that the team keeps, or into the configuration; where there is neither, the archived document itself holds it. */
function retire(
  texts: LibraryTexts,
  facts: DocumentFacts,
  { act, note }: { readonly act: ArchiveAct; readonly note: (path: string) => string | undefined },
): Retired {
  const nothing = { files: new Map<string, string>(), notices: [] };
  const { ids } = texts.source.library.configuration;
  const id = ownIdOf(facts)?.id;
  if (id === undefined) return { ...nothing, notices: [{ key: 'archive.no-id' }] };
  if (ids === undefined) return nothing;
  const path = ids.retiredFile ?? configurationPath;
  const text = note(path);
  if (text === undefined) return { ...nothing, notices: [{ key: 'archive.no-list', args: { id, path } }] };
  const why = act.reason ?? renderMessage({ key: 'archive.retired-note', args: { day: act.day } }, facts.language);
  const next = ids.retiredFile === undefined ? withConfiguredId(text, id) : withRetiredId(path, text, id, why);
  return next === text ? nothing : { ...nothing, files: new Map([[path, next]]) };
}

// ---- what undoing it needs

/** Lines that the inverse alone would not bring back: first of files without regions, because regions show what these say. */
function keptBy(archived: LibraryTexts, { from, to }: Move, originals: NewTexts): readonly KeptLines[] {
  const back = { from: to, to: from };
  const hasRegions = (path: string): boolean =>
    (archived.index.documents.get(path === from ? to : path)?.regions.length ?? 0) > 0;
  const plain = keptIn(archived, broughtBack(archived, back, []).texts, originals).filter(
    ({ path }) => !hasRegions(path),
  );
  const others = keptIn(archived, broughtBack(archived, back, plain).texts, originals);
  return [...plain, ...others].toSorted((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

function keptIn(archived: LibraryTexts, back: NewTexts, originals: NewTexts): readonly KeptLines[] {
  return [...new Set([...originals.keys(), ...back.keys()])].flatMap((path) => {
    const was = originals.has(path) ? originals.get(path) : archived.textOf(path);
    const is = back.has(path) ? back.get(path) : archived.textOf(path);
    return was === undefined || is === undefined ? [] : keptLines(path, is, was);
  });
}

function noticesOf({ model }: ReadDocument, { from, to }: Move, { folder }: ArchiveSettings): readonly Message[] {
  const states = model.metadata
    .flatMap(({ fields }) => fields)
    .some(({ normalKey }) => /状态$|status$/i.test(normalKey));
  return [
    ...(states ? [] : [{ key: 'archive.no-status' } as const]),
    ...(to === `${folder}/${from}` ? [] : [{ key: 'archive.renamed', args: { path: to } } as const]),
  ];
}
