// `casewright schema`: the JSON Schema that template and review standard give, self-contained, for other tools.
import { resolve } from 'node:path';
import { renderMessage } from '../../core/messages/render.ts';
import { type OpenAnalyzer } from './analyzer.ts';
import { today } from '../today.ts';
import type { CommandLine } from './commandLine.ts';
import { CommandFailure } from './failure.ts';
import { libraryOf } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { writeOutput } from './writeFile.ts';

export async function schemaCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  const { workingFolder } = terminal;
  const [given = '.'] = line.paths;
  const { texts } = await libraryOf(resolve(workingFolder, given), line, { workingFolder });
  const documentKind = line.kind ?? 'case';
  const analyzer = open({ library: texts, today: today() }, 1);
  try {
    const outcome = await analyzer.run({ kind: 'schema', documentKind, language: line.locale });
    if (outcome.kind === 'crash') throw new Error(outcome.detail);
    if (outcome.kind !== 'done' || outcome.value.kind !== 'schema') {
      throw new CommandFailure({ key: 'cli.no-template', args: { kind: documentKind } });
    }
    const { schema } = outcome.value;
    if (schema === undefined) throw new CommandFailure({ key: 'cli.no-template', args: { kind: documentKind } });
    const text = `${JSON.stringify(schema, undefined, 2)}\n`;
    if (line.output === undefined) {
      terminal.out.write(text);
      return exitCodes.ok;
    }
    await writeOutput(resolve(workingFolder, line.output), text, line.output);
    const written = renderMessage({ key: 'cli.written', args: { path: line.output } }, line.locale);
    if (!line.isQuiet) terminal.err.write(`${written}\n`);
    return exitCodes.ok;
  } finally {
    await analyzer.close();
  }
}
