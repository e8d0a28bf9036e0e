// `casewright bump <document>`: raises the version of a document by what changed since it was written, with dates, changelog and contents.
import { resolve } from 'node:path';
import type { Message } from '../../core/finding.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { recordPathOf } from '../../core/review/recordPath.ts';
import type { BumpOrder } from '../../core/versions/bumpDocument.ts';
import { personName, textWhenStated } from '../gitHistory.ts';
import { readDocument, relativePath } from '../nodeFiles.ts';
import { today } from '../today.ts';
import type { Analyzer, OpenAnalyzer } from './analyzer.ts';
import type { BumpAnswer, BumpKnown } from './checkProtocol.ts';
import type { CommandLine } from './commandLine.ts';
import { CommandFailure } from './failure.ts';
import { libraryOf } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { replaceDocument } from './writeFile.ts';
import { writeResult } from './writeReport.ts';
import { unifiedDiff } from './unifiedDiff.ts';

interface Bumped {
  readonly shown: string;
  readonly file: string;
  readonly before: string;
  readonly answer: Required<BumpAnswer>;
}

export async function bumpCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  if (line.paths.length === 0) throw new CommandFailure({ key: 'cli.bump.usage' });
  const bumped: Bumped[] = [];
  for (const path of line.paths) bumped.push(await bumpOne(path, { line, terminal, open }));
  if (!line.isDryRun) {
    for (const { file, shown, before, answer } of bumped) {
      await replaceDocument(file, { before, after: answer.bumped.text, shown });
    }
  }
  await writeResult(line.format === 'json' ? jsonOf(bumped) : textOf(bumped, line), line, terminal);
  return exitCodes.ok;
}

interface Run {
  readonly line: CommandLine;
  readonly terminal: Terminal;
  readonly open: OpenAnalyzer;
}

async function bumpOne(word: string, { line, terminal, open }: Run): Promise<Bumped> {
  const { workingFolder } = terminal;
  const file = resolve(workingFolder, word);
  const read = await readDocument(file);
  if (!read.isText) throw new CommandFailure(read.finding.message);
  const { texts } = await libraryOf(file, line, { workingFolder });
  const path = relativePath(texts.root, file);
  const analyzer = open({ library: texts, today: today() }, 1);
  try {
    const ask = asker(analyzer, { path, text: read.text });
    const first: BumpKnown = { today: line.date ?? today(), ...(await recordOf(texts.root, path)) };
    const { stated } = await ask(first, {});
    const shown = relativePath(workingFolder, file);
    if (stated === undefined) throw new CommandFailure({ key: 'cli.bump.no-version', args: { path: shown } });
    const before = await textWhenStated(texts.root, path, stated);
    const { level, message, addsChangelog } = line;
    const person = await personName(texts.root);
    const answer = await ask(
      { ...first, ...(before && { before }) },
      {
        ...(level && { level }),
        ...(message !== undefined && { message }),
        ...(person !== undefined && { person }),
        addsChangelog,
      },
    );
    const { proposal, bumped } = answer;
    if (proposal === undefined || bumped === undefined) throw new Error('no proposal');
    return { shown, file, before: read.text, answer: { stated, proposal, bumped } };
  } finally {
    await analyzer.close();
  }
}

async function recordOf(root: string, path: string): Promise<Pick<BumpKnown, 'record'>> {
  const record = recordPathOf(path);
  const read = await readDocument(resolve(root, record));
  return read.isText ? { record: [record, read.text] } : {};
}

function asker(analyzer: Analyzer, { path, text }: { readonly path: string; readonly text: string }) {
  return async (known: BumpKnown, order: BumpOrder): Promise<BumpAnswer> => {
    const outcome = await analyzer.run({ kind: 'bump', path, text, known, order });
    if (outcome.kind === 'done' && outcome.value.kind === 'bump') return outcome.value.answer;
    throw new Error(outcome.kind === 'crash' ? outcome.detail : outcome.kind);
  };
}

/** What was found and done; the difference where it was asked for. */
function textOf(bumped: readonly Bumped[], { diff, locale, isDryRun, level }: CommandLine): string {
  const say = (message: Message): string => renderMessage(message, locale);
  return bumped
    .map(({ shown, before, answer: { proposal, bumped: after } }) => {
      if (diff) return unifiedDiff(shown, shown, before, after.text);
      const args = { path: shown, current: proposal.current, version: after.version };
      const { done } = after;
      return [
        say({ key: isDryRun ? 'cli.bump.would' : 'cli.bump.done', args }),
        ...(level === undefined ? proposal.reasons.map((reason) => `  ${say(reason)}`) : []),
        `  ${say({ key: 'cli.bump.parts', args: { versions: done.versions, dates: done.dates } })}`,
        ...(done.changelog ? [`  ${say({ key: 'cli.bump.changelog' })}`] : []),
        ...(!done.changelog && proposal.changelog === 'none' ? [`  ${say({ key: 'cli.bump.no-changelog' })}`] : []),
        ...(done.contents ? [`  ${say({ key: 'cli.bump.contents' })}`] : []),
        '',
      ].join('\n');
    })
    .join('');
}

function jsonOf(bumped: readonly Bumped[]): string {
  const documents = bumped.map(({ shown, answer: { proposal, bumped: after } }) => ({
    path: shown,
    current: proposal.current,
    version: after.version,
    proposed: proposal.level,
    reasons: proposal.reasons.map((reason) => renderMessage(reason, 'en')),
    ...after.done,
  }));
  return `${JSON.stringify({ documents }, null, 2)}\n`;
}
