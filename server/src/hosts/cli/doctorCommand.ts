// `casewright doctor [path]`: how each document was seen, what was left out, and what is wrong between documents.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnose } from '../../core/doctor/diagnose.ts';
import { doctorSections, type ExaminedLibrary } from '../../core/doctor/doctorReport.ts';
import { compareText } from '../../core/finding.ts';
import { isInside, relativePath } from '../nodeFiles.ts';
import type { OpenAnalyzer } from './analyzer.ts';
import { openCache } from './cacheFolder.ts';
import type { CommandLine } from './commandLine.ts';
import { doctorDocument, doctorText } from './doctorFormats.ts';
import { mendSafely } from './doctorFixes.ts';
import { CommandFailure } from './failure.ts';
import { openLibrary, type OpenLibrary } from './libraryFacts.ts';
import { libraryOf, type LibraryTargets } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { writeResult } from './writeReport.ts';

export async function doctorCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  const { workingFolder } = terminal;
  const [word = '.'] = line.paths;
  const target = resolve(workingFolder, word);
  const stats = statSync(target, { throwIfNoEntry: false });
  if (stats === undefined) throw new CommandFailure({ key: 'cli.path-missing', args: { path: word } });
  const library = await libraryOf(target, line, { workingFolder });
  const read = async (work: (opened: OpenLibrary) => Promise<void>): Promise<OpenLibrary> =>
    readLibrary(library, { line, terminal, open, work });
  if (line.fix) await read((opened) => mendSafely(opened, { line, terminal }));
  const opened = await read(() => Promise.resolve());
  const { root } = library.texts;
  const shown = relativePath(workingFolder, root) || '.';
  const examined = examinedLibrary(opened, shown);
  const isOne = stats.isFile() || (!stats.isDirectory() && isInside(root, target));
  if (isOne) {
    const local = relativePath(root, target);
    await writeResult(doctorDocument(examined, local, line), line, terminal);
    return exitCodes.ok;
  }
  await writeResult(doctorText(examined, line, terminal), line, terminal);
  return doctorSections(examined).some(({ isTrouble }) => isTrouble) ? exitCodes.findings : exitCodes.ok;
}

interface Reading {
  readonly line: CommandLine;
  readonly terminal: Terminal;
  readonly open: OpenAnalyzer;
  readonly work: (opened: OpenLibrary) => Promise<void>;
}

/** Reads the library, with whatever the cache knows; its engine is closed when `work` is done. */
async function readLibrary(library: LibraryTargets, { work, ...run }: Reading): Promise<OpenLibrary> {
  const { line, open } = run;
  const cache = openCache(library.texts, run);
  const opened = await openLibrary(library, open, {
    ...(cache && { cache }),
    ...(line.threads !== undefined && { threads: line.threads }),
  });
  try {
    await work(opened);
    await cache?.save();
    return opened;
  } finally {
    await opened.analyzer.close();
  }
}

/** Paths stay relative to the root of the library. */
function examinedLibrary({ index, state, plans, folder, unread, sources }: OpenLibrary, root: string): ExaminedLibrary {
  const hashes = new Map(
    [...index.documents.keys()].flatMap((path) => {
      const hash = sources.hashOf(path);
      return hash === undefined ? [] : [[path, hash] as const];
    }),
  );
  return {
    root,
    diagnosis: diagnose({ index, configuration: state.configuration, plans, hashes }),
    skipped: folder.skipped.map(({ path, reason }) => ({ path: path || '.', reason: { key: `skipped.${reason}` } })),
    unread: [...unread].map(([path, { message }]) => ({ path, reason: message })),
    problems: state.problems
      .flatMap(([path, findings]) => findings.map((finding) => ({ path, finding })))
      .sort((a, b) => compareText(a.path, b.path)),
  };
}
