// `casewright archive <document>` and `casewright restore <document>`: one document laid aside or brought back, with
// everything that names it. With --dry-run or --diff nothing is written.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isRecordPath } from '../../core/review/recordPath.ts';
import type { ArchiveAct } from '../../features/archive/archiveChange.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { personName } from '../gitHistory.ts';
import { isInside, relativePath } from '../nodeFiles.ts';
import { today } from '../today.ts';
import type { Analyzer, OpenAnalyzer } from './analyzer.ts';
import type { ArchiveAnswer, ArchiveRequest } from './archiveEngine.ts';
import type { CommandLine } from './commandLine.ts';
import { CommandFailure } from './failure.ts';
import { openLibrary, type OpenLibrary } from './libraryFacts.ts';
import { roadmapOf } from './libraryRoadmap.ts';
import { libraryOf, type LibraryTargets } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { leftOutAt } from '../walkFolder.ts';
import { writeChanges } from './writeChanges.ts';
import { writeResult } from './writeReport.ts';
import { unifiedDiff } from './unifiedDiff.ts';

type Change = Extract<ArchiveAnswer, { readonly moves: unknown }>;

/** Texts are asked for in a few rounds: what changes shows what else is concerned. */
const MOST_ROUNDS = 12;

export async function archiveCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  const [word, ...others] = line.paths;
  if (word === undefined || others.length > 0) throw new CommandFailure({ key: 'cli.archive.one' });
  const { workingFolder } = terminal;
  const target = resolve(workingFolder, word);
  if (!existsSync(target)) throw new CommandFailure({ key: 'cli.path-missing', args: { path: word } });
  const library = await libraryOf(target, line, { workingFolder });
  const { root } = library.texts;
  const successor = line.successor === undefined ? undefined : resolve(workingFolder, line.successor);
  for (const path of [target, successor]) {
    if (path !== undefined && !isInside(root, path))
      throw new CommandFailure({ key: 'cli.archive.outside', args: { path: word } });
  }
  const act = await actOf(line, root, successor);
  const change = await changeOf(library, line, open, { path: relativePath(root, target), act });
  if (line.command === 'archive') refuseIgnored(root, change);
  if (!line.isDryRun) await writeChanges(root, change);
  await writeResult(line.format === 'json' ? jsonOf(change) : textOf(change, line), line, terminal);
  for (const notice of change.notices) terminal.err.write(`${notice}\n`);
  return exitCodes.ok;
}

/** Nothing in there would be checked again. What `exclude` says the engine knows. */
function refuseIgnored(root: string, { moves: [move] }: Change): void {
  const folder = move && leftOutAt(root, [], move.to);
  if (folder !== undefined) throw new CommandFailure({ key: 'archive.excluded', args: { folder } });
}

async function actOf(line: CommandLine, root: string, successor: string | undefined): Promise<ArchiveAct> {
  const now = new Date();
  return {
    by: line.by ?? (await personName(root)) ?? unnamed(line),
    at: `${now.toISOString().slice(0, 19)}Z`,
    day: today(now),
    random: randomBytes(2).toString('hex'),
    ...(line.reason !== undefined && { reason: line.reason }),
    ...(successor !== undefined && { successor: relativePath(root, successor) }),
  };
}

/** Where git does not know. */
function unnamed({ locale }: CommandLine): string {
  return renderMessage({ key: 'archive.somebody' }, locale);
}

async function changeOf(
  library: LibraryTargets,
  line: CommandLine,
  open: OpenAnalyzer,
  wanted: Pick<ArchiveRequest['question'], 'path' | 'act'>,
): Promise<Change> {
  const opened = await openLibrary(library, open, {
    ...(line.threads !== undefined && { threads: line.threads }),
    more: [wanted.path],
  });
  await opened.analyzer.close();
  const roadmap = roadmapOf(opened.plans, opened);
  const analyzer = open({ library: { ...library.texts, roadmap }, today: today() }, 1);
  try {
    return await ask(analyzer, opened, line, wanted);
  } finally {
    await analyzer.close();
  }
}

async function ask(
  analyzer: Analyzer,
  { index, folder, sources }: OpenLibrary,
  { command, locale }: CommandLine,
  wanted: Pick<ArchiveRequest['question'], 'path' | 'act'>,
): Promise<Change> {
  const records = [...folder.paths].filter(isRecordPath).flatMap((path): [string, string][] => {
    const text = sources.textOf(path);
    return text === undefined ? [] : [[path, text]];
  });
  const content = { facts: [...index.documents.values()], records };
  const name = command === 'restore' ? 'restoreFiles' : 'archiveFiles';
  let texts: ArchiveRequest['question']['texts'] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const request = { name, locale, question: { ...wanted, texts }, ...(round === 0 && { content }) } as const;
    const outcome = await analyzer.run({ kind: 'archive', request });
    if (outcome.kind !== 'done') throw new Error(outcome.kind === 'crash' ? outcome.detail : outcome.kind);
    if (outcome.value.kind !== 'archive') throw new Error(`unexpected answer ${outcome.value.kind}`);
    const { answer } = outcome.value;
    if ('refusal' in answer) throw new CommandFailure({ key: 'cli.archive.refused', args: { detail: answer.refusal } });
    if ('moves' in answer) return answer;
    texts = [...texts, ...answer.missing.map((path) => [path, sources.textOf(path) ?? null] as const)];
  }
  throw new Error('texts are asked for without end');
}

function textOf({ moves, files }: Change, line: CommandLine): string {
  if (line.diff) {
    return [
      ...moves.map(({ from, to, before, after }) => unifiedDiff(from, to, before, after)),
      ...files.map(({ path, before, after }) =>
        unifiedDiff(
          before === undefined ? '/dev/null' : path,
          after === undefined ? '/dev/null' : path,
          before ?? '',
          after ?? '',
        ),
      ),
    ].join('');
  }
  const say = (key: 'moved' | 'changed' | 'created' | 'removed', args: Readonly<Record<string, string>>): string =>
    `${renderMessage({ key: `cli.archive.${key}`, args }, line.locale)}\n`;
  return [
    ...moves.map(({ from, to }) => say('moved', { from, to })),
    ...files.map(({ path, before, after }) =>
      say(after === undefined ? 'removed' : before === undefined ? 'created' : 'changed', { path }),
    ),
  ].join('');
}

function jsonOf({ moves, files, notices }: Change): string {
  const plain = {
    moves: moves.map(({ from, to }) => ({ from, to })),
    files: files.map(({ path, before, after }) => ({
      path,
      change: after === undefined ? 'removed' : before === undefined ? 'created' : 'changed',
    })),
    notices,
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}
