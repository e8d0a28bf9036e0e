// One run of the command line: arguments in, exit code out. Everything that goes wrong ends in a sentence, not a stack.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Message } from '../../core/finding.ts';
import type { Locale, MessageKey } from '../../core/messages/catalog.ts';
import { catalogs } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { WorkerStartError } from '../workerPool.ts';
import type { OpenAnalyzer } from './analyzer.ts';
import { checkCommand } from './checkCommand.ts';
import { parseCommandLine, type Command, type CommandLine } from './commandLine.ts';
import { isCommandFailure } from './failure.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { productVersion } from './version.ts';

export async function main(words: readonly string[], terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  const isPath = (word: string): boolean => existsSync(resolve(terminal.workingFolder, word));
  const parsed = parseCommandLine(words, terminal.environment, isPath);
  if (!parsed.isValid) {
    complain(terminal, parsed.problem, parsed.locale);
    complain(terminal, { key: 'cli.see-help' }, parsed.locale);
    return exitCodes.failure;
  }
  try {
    return await run(parsed.line, terminal, open);
  } catch (error) {
    complain(terminal, problemOf(error), parsed.line.locale);
    if (terminal.environment['CASEWRIGHT_DEBUG'] !== undefined && error instanceof Error) {
      terminal.err.write(`${error.stack ?? ''}\n`);
    }
    return exitCodes.failure;
  }
}

type Run = (line: CommandLine, terminal: Terminal, open: OpenAnalyzer) => Promise<ExitCode>;

/** Loaded when they are asked for: starting takes longer than most checks. */
const runs: Readonly<Record<Exclude<Command, 'check' | 'fix'>, () => Promise<Run>>> = {
  new: async () => (await import('./newCommand.ts')).newCommand,
  schema: async () => (await import('./schemaCommand.ts')).schemaCommand,
  roadmap: async () => (await import('./roadmapCommand.ts')).roadmapCommand,
  report: async () => (await import('./roadmapCommand.ts')).roadmapCommand,
  index: async () => (await import('./indexCommand.ts')).indexCommand,
  archive: async () => (await import('./archiveCommand.ts')).archiveCommand,
  migrate: async () => (await import('./migrateCommand.ts')).migrateCommand,
  restore: async () => (await import('./archiveCommand.ts')).archiveCommand,
  bump: async () => (await import('./bumpCommand.ts')).bumpCommand,
  doctor: async () => (await import('./doctorCommand.ts')).doctorCommand,
  graph: async () => (await import('./graphCommand.ts')).graphCommand,
  review: async () => (await import('./reviewCommand.ts')).reviewCommand,
  maintenance: async () => (await import('./maintenanceCommand.ts')).maintenanceCommand,
  find: async () => (await import('./findCommand.ts')).findCommand,
  explain: async () => (await import('./explainCommand.ts')).explainCommand,
  score: async () => (await import('./scoreCommand.ts')).scoreCommand,
};

async function run(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  switch (line.command) {
    case 'help':
      // Help is laid out in lines, which renderMessage would join.
      terminal.out.write(catalogs[line.locale][helpKey(line.topic)]);
      return exitCodes.ok;
    case 'version':
      terminal.out.write(`${productVersion}\n`);
      return exitCodes.ok;
    case 'check':
    case 'fix':
      return checkCommand(line, terminal, open);
    default:
      return (await runs[line.command]())(line, terminal, open);
  }
}

function helpKey(topic: Command | undefined): MessageKey {
  return topic === undefined ? 'cli.help' : `cli.help.${topic}`;
}

function problemOf(error: unknown): Message {
  if (isCommandFailure(error)) return error.problem;
  const detail = error instanceof Error ? error.message : String(error);
  return { key: error instanceof WorkerStartError ? 'cli.engine-failed' : 'cli.internal', args: { detail } };
}

function complain(terminal: Terminal, message: Message, locale: Locale): void {
  terminal.err.write(`casewright: ${renderMessage(message, locale)}\n`);
}
