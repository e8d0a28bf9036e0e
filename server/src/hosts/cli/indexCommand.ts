// `casewright index`: generated regions of index documents brought up to date, or, with --check, only held against the library.
import { resolve } from 'node:path';
import { applyEdits } from '../../core/applyEdits.ts';
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import { updateIndex, type LibraryIndex } from '../../core/index/libraryIndex.ts';
import type { Message } from '../../core/finding.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { FieldGround } from '../../core/regions/fields.ts';
import { isMarkRight } from '../../core/regions/markProblems.ts';
import { regionUpdates } from '../../core/regions/regionUpdates.ts';
import { relativePath } from '../nodeFiles.ts';
import type { OpenAnalyzer } from './analyzer.ts';
import { openCache } from './cacheFolder.ts';
import type { CommandLine } from './commandLine.ts';
import { openLibrary, type OpenLibrary } from './libraryFacts.ts';
import { collectTargets, type LibraryTargets } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { replaceDocument } from './writeFile.ts';
import { writeResult } from './writeReport.ts';
import { unifiedDiff } from './unifiedDiff.ts';

/** Regions may speak of each other's documents (lines, dates); they come to rest long before. */
const MOST_ROUNDS = 4;

interface IndexedDocument {
  /** As a person types it. */
  readonly shown: string;
  readonly file: string;
  readonly regions: number;
  /** Regions that nothing can be written into: `check` says why. */
  readonly broken: number;
  /** Regions that differ. */
  readonly stale: number;
  readonly before: string;
  readonly after: string;
}

export async function indexCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  const documents: IndexedDocument[] = [];
  for (const library of await collectTargets(line, terminal.workingFolder)) {
    documents.push(...(await readDocuments(library, { line, terminal, open })));
  }
  const isWriting = !line.isCheckOnly && !line.isDryRun;
  if (isWriting) for (const document of documents) await write(document);
  await writeResult(line.format === 'json' ? jsonOf(documents) : textOf(documents, line), line, terminal);
  const stale = documents.filter(({ stale: count }) => count > 0).length;
  const broken = documents.reduce((sum, document) => sum + document.broken, 0);
  const say = (message: Message): void => {
    terminal.err.write(`${renderMessage(message, line.locale)}\n`);
  };
  if (broken > 0) say({ key: 'cli.index.broken', args: { count: broken } });
  if (!line.isQuiet) say(summaryOf(documents, isWriting));
  return broken > 0 || (line.isCheckOnly && stale > 0) ? exitCodes.findings : exitCodes.ok;
}

function summaryOf(documents: readonly IndexedDocument[], isWriting: boolean): Message {
  const regions = documents.reduce((sum, document) => sum + document.regions, 0);
  const stale = documents.reduce((sum, document) => sum + document.stale, 0);
  if (regions === 0) return { key: 'cli.index.none' };
  if (stale === 0) return { key: 'cli.index.current', args: { regions } };
  return { key: isWriting ? 'cli.index.written' : 'cli.index.stale', args: { regions, stale } };
}

async function write({ file, shown, before, after }: IndexedDocument): Promise<void> {
  if (before !== after) await replaceDocument(file, { before, after, shown });
}

interface Run {
  readonly line: CommandLine;
  readonly terminal: Terminal;
  readonly open: OpenAnalyzer;
}

async function readDocuments(library: LibraryTargets, run: Run): Promise<readonly IndexedDocument[]> {
  const { line, terminal, open } = run;
  const { root } = library.texts;
  const cache = openCache(library.texts, run);
  const paths = library.documents.map((path) => relativePath(root, path));
  const opened = await openLibrary(library, open, {
    ...(library.folder && { folder: library.folder }),
    ...(cache && { cache }),
    ...(line.threads !== undefined && { threads: line.threads }),
    more: paths,
  });
  try {
    const changed = await updatedTexts(opened, paths);
    await cache?.save();
    return changed.map(({ path, ...rest }) => {
      const file = resolve(root, path);
      return { ...rest, file, shown: relativePath(terminal.workingFolder, file) };
    });
  } finally {
    await opened.analyzer.close();
  }
}

type Updated = Omit<IndexedDocument, 'shown' | 'file'> & { readonly path: string };

async function updatedTexts(opened: OpenLibrary, paths: readonly string[]): Promise<readonly Updated[]> {
  const { sources, examiner } = opened;
  let { index } = opened;
  const first = groundOf(opened, index);
  const marked = paths.flatMap((path) => {
    const facts = index.documents.get(path);
    return facts !== undefined && facts.regions.length > 0 ? [facts] : [];
  });
  const before = new Map(marked.map(({ path }) => [path, sources.textOf(path) ?? '']));
  const after = new Map(before);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const changed: DocumentFacts[] = [];
    for (const { path } of marked) {
      const facts = index.documents.get(path);
      const edits = facts === undefined ? [] : regionUpdates(facts, groundOf(opened, index)).edits;
      if (edits.length === 0) continue;
      const text = applyEdits(after.get(path) ?? '', edits);
      after.set(path, text);
      const examined = await examiner.text(path, text);
      if ('facts' in examined) changed.push(examined.facts);
    }
    if (changed.length === 0) break;
    index = updateIndex(index, { changed });
  }
  return marked.map((facts) => ({
    path: facts.path,
    regions: facts.regions.length,
    broken: facts.regions.filter((region) => region.fault !== undefined || !isMarkRight(region, first)).length,
    stale: regionUpdates(facts, first).count,
    before: before.get(facts.path) ?? '',
    after: after.get(facts.path) ?? '',
  }));
}

function groundOf({ state, plans }: OpenLibrary, index: LibraryIndex): FieldGround {
  return { index, configuration: state.configuration, plans };
}

/** What differs, as a patch where asked for or only checked. */
function textOf(documents: readonly IndexedDocument[], line: CommandLine): string {
  const changed = documents.filter(({ before, after }) => before !== after);
  if (line.diff || line.isCheckOnly) {
    return changed.map(({ shown, before, after }) => unifiedDiff(shown, shown, before, after)).join('');
  }
  return changed.map(({ shown, stale }) => `${sayChanged(shown, stale, line)}\n`).join('');
}

function sayChanged(path: string, count: number, { locale }: CommandLine): string {
  return renderMessage({ key: 'cli.index.document', args: { path, count } }, locale);
}

function jsonOf(documents: readonly IndexedDocument[]): string {
  const plain = documents.map(({ shown, regions, stale, broken }) => ({ path: shown, regions, stale, broken }));
  return `${JSON.stringify({ documents: plain }, null, 2)}\n`;
}
