// `casewright explain <file|code>`: why a document is checked as it is, section by section, with the lines that demand
// it; or what a rule means.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import type { Locale, MessageKey } from '../../core/messages/catalog.ts';
import { printable, renderMessage } from '../../core/messages/render.ts';
import type { Message, Severity } from '../../core/finding.ts';
import { isAnnotated } from '../../core/template/annotatedBound.ts';
import { boundText } from '../../features/boundText.ts';
import { readDocument, relativePath } from '../nodeFiles.ts';
import { type OpenAnalyzer } from './analyzer.ts';
import { today } from '../today.ts';
import type { ExplainedDemand, ExplainedField, ExplainedSection, Explanation } from './checkProtocol.ts';
import type { CommandLine } from './commandLine.ts';
import { CommandFailure } from './failure.ts';
import { explainRule } from './explainRule.ts';
import { Reporter } from './report.ts';
import { libraryOf } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { hasColor } from './writeReport.ts';

type Colors = ReturnType<typeof createColors>;

interface Context {
  readonly colors: Colors;
  readonly reporter: Reporter;
  readonly locale: Locale;
  readonly text: (message: Message) => string;
}

export async function explainCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  const [word] = line.paths;
  if (word === undefined) throw new CommandFailure({ key: 'cli.explain.usage' });
  const path = resolve(terminal.workingFolder, word);
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  if (!isFile) {
    terminal.out.write(`${explainRule(word, line.locale).join('\n')}\n`);
    return exitCodes.ok;
  }
  const explanation = await explain(path, line, { terminal, open });
  const { workingFolder } = terminal;
  const { texts } = await libraryOf(path, line, { workingFolder });
  const reporter = new Reporter({
    root: texts.root,
    workingFolder,
    locale: line.locale,
    textOf: (other) => texts.files.get(other),
  });
  const colors = createColors(hasColor(terminal));
  const text = (message: Message): string => renderMessage(message, line.locale);
  terminal.out.write(`${explanationLines(explanation, { colors, reporter, locale: line.locale, text }).join('\n')}\n`);
  return exitCodes.ok;
}

async function explain(
  path: string,
  line: CommandLine,
  { terminal, open }: { readonly terminal: Terminal; readonly open: OpenAnalyzer },
): Promise<Explanation> {
  const { texts } = await libraryOf(path, line, { workingFolder: terminal.workingFolder });
  const read = await readDocument(path);
  if (!read.isText) throw new CommandFailure(read.finding.message);
  const analyzer = open({ library: texts, today: today() }, 1);
  try {
    const outcome = await analyzer.run({ kind: 'explain', path: relativePath(texts.root, path), text: read.text });
    if (outcome.kind === 'done' && outcome.value.kind === 'explanation') return outcome.value.explanation;
    throw new Error(outcome.kind === 'crash' ? outcome.detail : outcome.kind);
  } finally {
    await analyzer.close();
  }
}

function explanationLines(explanation: Explanation, context: Context): string[] {
  const { document, fields, sections, extras } = explanation;
  const { colors, reporter, text } = context;
  const none = text({ key: 'cli.explain.none' });
  const count = (severity: Severity): number =>
    document.findings.filter((finding) => finding.severity === severity).length;
  const counts = {
    errors: count('error'),
    warnings: count('warning'),
    information: count('information'),
    hints: count('hint'),
  };
  const template = document.template === undefined ? none : reporter.shownPath(document.template);
  const standard = document.standard === undefined ? none : reporter.shownPath(document.standard);
  const lines = [
    colors.bold(printable(reporter.shownPath(document.path))),
    text({ key: 'cli.explain.kind', args: { kind: document.kind } }),
    text({ key: 'cli.explain.reason', args: { reason: text(document.reason) } }),
    text({ key: 'cli.explain.template', args: { template } }),
    text({ key: 'cli.explain.standard', args: { standard } }),
    text({ key: 'cli.explain.findings', args: counts }),
  ];
  lines.push(...explanation.demands.map((demand) => demandText(demand, context)));
  if (fields.length > 0) lines.push('', colors.bold(text({ key: 'cli.explain.metadata' })));
  lines.push(...fields.map((field) => fieldLine(field, context)));
  if (sections.length > 0) lines.push('', colors.bold(text({ key: 'cli.explain.sections' })));
  lines.push(...sections.flatMap((section) => sectionLines(section, context)));
  if (extras.length > 0) lines.push('', colors.bold(text({ key: 'cli.explain.extras' })));
  lines.push(...extras.map(({ title, line }) => `  ${printable(title)} ${colors.dim(`:${line + 1}`)}`));
  return lines;
}

function fieldLine({ key, isRequired, value, line, source }: ExplainedField, context: Context): string {
  const { colors } = context;
  const missing = stateText(isRequired ? 'missing' : 'absent', context);
  const state = value === undefined ? missing : `${colors.green('✓')} ${printable(value)}`;
  return `  ${printable(key)}: ${state}${placeOf(line, source, context)}`;
}

function sectionLines(section: ExplainedSection, context: Context): string[] {
  const indent = '  '.repeat(section.depth + 1);
  const head = `${indent}${printable(section.name)}: ${stateText(section.state, context)}`;
  const demands = section.demands.map((demand) => `${indent}  ${demandText(demand, context)}`);
  return [`${head}${placeOf(section.line, section.source, context)}`, ...demands];
}

function demandText({ bound, path, line }: ExplainedDemand, { colors, locale, text, reporter }: Context): string {
  // An annotation has no words of its own.
  const words = isAnnotated(bound) ? boundText(bound, locale) : bound.text;
  const demand = text({ key: 'cli.explain.demands', args: { text: words } });
  return colors.dim(`${demand} (${reporter.shownPath(path)}:${line + 1})`);
}

function stateText(state: ExplainedSection['state'], { colors, text }: Context): string {
  const key: MessageKey = `cli.explain.state.${state}`;
  const words = text({ key });
  if (state === 'present') return colors.green(`✓ ${words}`);
  if (state === 'missing') return colors.red(`✗ ${words}`);
  return state === 'absent' ? colors.dim(words) : colors.yellow(`! ${words}`);
}

/** Where it stands in the document, and which line demands it. */
function placeOf(
  line: number | undefined,
  source: { path: string; line: number },
  { colors, reporter, text }: Context,
): string {
  const here = line === undefined ? '' : ` :${line + 1}`;
  const place = `${reporter.shownPath(source.path)}:${source.line + 1}`;
  return colors.dim(`${here} ${text({ key: 'cli.demanded-by', args: { place } })}`);
}
