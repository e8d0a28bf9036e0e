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
    case 'new':
      return (await import('./newCommand.ts')).newCommand(line, terminal, open);
    case 'schema':
      return (await import('./schemaCommand.ts')).schemaCommand(line, terminal, open);
    case 'roadmap':
    case 'report':
      return (await import('./roadmapCommand.ts')).roadmapCommand(line, terminal, open);
    case 'index':
      return (await import('./indexCommand.ts')).indexCommand(line, terminal, open);
    case 'bump':
      return (await import('./bumpCommand.ts')).bumpCommand(line, terminal, open);
    case 'doctor':
      return (await import('./doctorCommand.ts')).doctorCommand(line, terminal, open);
    case 'graph':
      return (await import('./graphCommand.ts')).graphCommand(line, terminal, open);
    case 'find':
      return (await import('./findCommand.ts')).findCommand(line, terminal, open);
    case 'explain':
      return (await import('./explainCommand.ts')).explainCommand(line, terminal, open);
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
