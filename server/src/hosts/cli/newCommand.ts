// `casewright new <kind> --title …`: a document written from the template of its kind, at a free path.
import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { BEGINNING_LENGTH, documentIds, type DocumentIds } from '../../features/usedIds.ts';
import { readDocument } from '../nodeFiles.ts';
import { walkFolder } from '../walkFolder.ts';
import { type OpenAnalyzer } from './analyzer.ts';
import { today } from '../today.ts';
import type { WantedDocument } from './checkProtocol.ts';
import type { CommandLine } from './commandLine.ts';
import { CommandFailure } from './failure.ts';
import { libraryOf, type LibraryTargets } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { writeOutput } from './writeFile.ts';

export async function newCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  const { workingFolder } = terminal;
  const documentKind = line.kind ?? line.paths[0] ?? 'case';
  if (line.title === undefined || line.title.trim() === '') throw new CommandFailure({ key: 'cli.new.title' });
  const library = await libraryOf(resolve(workingFolder, '.'), line, { workingFolder });
  const kinds = library.configuration.kinds.map((kind) => kind.kind);
  if (!kinds.includes(documentKind)) {
    throw new CommandFailure({ key: 'cli.kind-unknown', args: { kind: documentKind, kinds: kinds.join(', ') } });
  }
  const wanted = {
    documentKind,
    title: line.title.trim(),
    language: line.locale,
    ...(await takenNames(library, line)),
  };
  const document = await written(library, wanted, open);
  const path =
    line.output === undefined ? resolve(library.texts.root, document.path) : resolve(workingFolder, line.output);
  const shown = relative(workingFolder, path).split(sep).join('/');
  if (line.isDryRun) {
    terminal.out.write(document.text);
    return exitCodes.ok;
  }
  if (existsSync(path)) throw new CommandFailure({ key: 'new.exists', args: { path: shown } });
  await writeOutput(path, document.text, shown);
  terminal.out.write(`${shown}\n`);
  return exitCodes.ok;
}

/** Paths and ids of the library; ids only where none is given. */
async function takenNames(
  library: LibraryTargets,
  line: CommandLine,
): Promise<Pick<WantedDocument, 'id' | 'documents' | 'paths'>> {
  const { root } = library.texts;
  const { documents: paths } = await walkFolder(root, []);
  if (line.id !== undefined) return { id: line.id, documents: [], paths };
  const known: DocumentIds[] = [];
  for (const path of paths) {
    const read = await readDocument(resolve(root, path));
    if (!read.isText) continue;
    known.push(documentIds({ path, text: read.text.slice(0, BEGINNING_LENGTH) }));
  }
  return { documents: known, paths };
}

async function written(
  { texts }: LibraryTargets,
  wanted: WantedDocument,
  open: OpenAnalyzer,
): Promise<{ readonly path: string; readonly text: string }> {
  const analyzer = open({ library: texts, today: today() }, 1);
  try {
    const outcome = await analyzer.run({ kind: 'new', wanted });
    if (outcome.kind !== 'done') throw new Error(outcome.kind === 'crash' ? outcome.detail : outcome.kind);
    const document = outcome.value.kind === 'new' ? outcome.value.document : undefined;
    if (document !== undefined) return document;
    throw new CommandFailure({ key: 'cli.new.no-template', args: { kind: wanted.documentKind } });
  } finally {
    await analyzer.close();
  }
}
