// Where a run keeps what it learned of documents: the user's cache folder, or the one that was named. Never in a library
// unless a person says so.
import { createHash } from 'node:crypto';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { FACTS_VERSION } from '../../core/facts/documentFacts.ts';
import type { LibraryTexts } from '../libraryFiles.ts';
import type { OpenAnalyzer } from './analyzer.ts';
import type { CommandLine } from './commandLine.ts';
import { ExaminationCache } from './examinationCache.ts';
import type { Terminal } from './terminal.ts';
import { productVersion } from './version.ts';

/** Undefined where nothing is to be kept, or nobody knows where. */
export function openCache(
  texts: LibraryTexts,
  { line, terminal, open }: { readonly line: CommandLine; readonly terminal: Terminal; readonly open: OpenAnalyzer },
): ExaminationCache | undefined {
  const { identity } = open;
  if (!line.isCached || identity === undefined) return undefined;
  const top = topFolder(line, terminal);
  if (top === undefined) return undefined;
  const { root, files, configurationText, override } = texts;
  // A named folder travels between machines, where the library lies elsewhere.
  const place = line.cache === undefined ? root : relative(top, root);
  const isAsConfigured = line.isConfigured && override === undefined;
  const name = hashOf([place, ...(isAsConfigured ? [] : [line.isConfigured, override ?? null])]);
  const ground = hashOf([
    productVersion,
    FACTS_VERSION,
    identity(),
    configurationText ?? null,
    [...files],
    override ?? null,
  ]);
  return new ExaminationCache({ folder: join(top, name), ground });
}

function topFolder({ cache }: CommandLine, { workingFolder, environment }: Terminal): string | undefined {
  if (cache !== undefined) return resolve(workingFolder, cache);
  const { XDG_CACHE_HOME: given, HOME: home, LOCALAPPDATA: windows } = environment;
  if (given !== undefined && isAbsolute(given)) return join(given, 'casewright');
  if (process.platform === 'win32') return windows === undefined ? undefined : join(windows, 'casewright', 'cache');
  if (home === undefined || !isAbsolute(home)) return undefined;
  return process.platform === 'darwin'
    ? join(home, 'Library', 'Caches', 'casewright')
    : join(home, '.cache', 'casewright');
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
