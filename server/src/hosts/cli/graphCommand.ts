// `casewright graph`: the relations between the documents of a library as Mermaid, DOT or JSON.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderMessage } from '../../core/messages/render.ts';
import { graphText } from '../../core/relations/graphText.ts';
import { graphPart, type GraphQuestion } from '../../core/relations/graphView.ts';
import { relationTypesOf } from '../../core/relations/relationTypes.ts';
import { relativePath } from '../nodeFiles.ts';
import type { OpenAnalyzer } from './analyzer.ts';
import { openCache } from './cacheFolder.ts';
import type { CommandLine } from './commandLine.ts';
import { CommandFailure } from './failure.ts';
import { readLibraryFacts, type LibraryFacts } from './libraryFacts.ts';
import { libraryOf } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { writeOutput } from './writeFile.ts';

export async function graphCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  const { workingFolder } = terminal;
  const [word = '.'] = line.paths;
  const target = resolve(workingFolder, word);
  if (statSync(target, { throwIfNoEntry: false }) === undefined) {
    throw new CommandFailure({ key: 'cli.path-missing', args: { path: word } });
  }
  // Here a kind chooses documents; elsewhere it says what all of them are.
  const { kind, ...ofLibrary } = line;
  const library = await libraryOf(target, ofLibrary, { workingFolder });
  const cache = openCache(library.texts, { line, terminal, open });
  const facts = await readLibraryFacts(library, open, {
    ...(line.threads !== undefined && { threads: line.threads }),
    ...(cache && { cache }),
  });
  await cache?.save();
  const place = { root: library.texts.root, workingFolder };
  const question = { ...questionOf(line, facts, place), ...(kind !== undefined && { kinds: [kind] }) };
  const { configuration } = facts.state;
  const part = graphPart({ index: facts.index, plans: facts.plans, configuration }, question);
  if (part.edges.length === 0)
    say(line, terminal, renderMessage({ key: 'cli.graph.empty', args: { path: word } }, line.locale));
  const words = { types: relationTypesOf(configuration), locale: line.locale };
  await write(graphText(part, line.graphFormat, words), line, terminal);
  return exitCodes.ok;
}

function questionOf(
  line: CommandLine,
  { index, state }: LibraryFacts,
  { root, workingFolder }: { readonly root: string; readonly workingFolder: string },
): GraphQuestion {
  const types = relationTypesOf(state.configuration).map(({ name }) => name);
  const unknown = line.types.find((type) => !types.includes(type));
  if (unknown !== undefined) {
    throw new CommandFailure({ key: 'cli.graph.type-unknown', args: { type: unknown, types: types.join(', ') } });
  }
  return {
    types: line.types,
    // Other tools draw what they are given.
    isWhole: true,
    ...(line.of !== undefined && { of: documentOf(line.of, index.documents, { root, workingFolder }) }),
    ...(line.depth !== undefined && { depth: line.depth }),
  };
}

/** A path from the working folder, or from the root of the library. */
function documentOf(
  given: string,
  documents: ReadonlyMap<string, unknown>,
  { root, workingFolder }: { readonly root: string; readonly workingFolder: string },
): string {
  const found = [relativePath(root, resolve(workingFolder, given)), given].find((path) => documents.has(path));
  if (found === undefined) throw new CommandFailure({ key: 'cli.graph.of-unknown', args: { path: given } });
  return found;
}

function say(line: CommandLine, terminal: Terminal, text: string): void {
  if (!line.isQuiet) terminal.err.write(`${text}\n`);
}

async function write(text: string, line: CommandLine, terminal: Terminal): Promise<void> {
  if (line.output === undefined) {
    terminal.out.write(text);
    return;
  }
  await writeOutput(resolve(terminal.workingFolder, line.output), text, line.output);
  say(line, terminal, renderMessage({ key: 'cli.written', args: { path: line.output } }, line.locale));
}
