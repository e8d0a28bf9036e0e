// `casewright review <step> <document>`: what a person does in a review, written into the record; `review status` lists.
import { resolve } from 'node:path';
import { applyEdits } from '../../core/applyEdits.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { actOnReview, type ActGround } from '../../core/review/actOnReview.ts';
import { reviewActions } from '../../core/review/guards.ts';
import { readRecord } from '../../core/review/readRecord.ts';
import { recordOf } from '../../core/review/recordOf.ts';
import { recordPathOf } from '../../core/review/recordPath.ts';
import type { ActOutcome, ReviewAct } from '../../core/review/reviewAct.ts';
import { labelOfState } from '../../core/review/stateWords.ts';
import { reviewStatus } from '../../core/review/states.ts';
import { SourceText } from '../../core/sourceText.ts';
import { refusalTexts } from '../../features/review/reviewTexts.ts';
import { countBySeverity } from '../../features/status.ts';
import { personName } from '../gitHistory.ts';
import { readDocument, relativePath } from '../nodeFiles.ts';
import { today } from '../today.ts';
import type { OpenAnalyzer } from './analyzer.ts';
import type { CommandLine } from './commandLine.ts';
import { CommandFailure } from './failure.ts';
import { LibraryCheck } from './libraryCheck.ts';
import { openLibrary, type OpenLibrary } from './libraryFacts.ts';
import { PlanFindings } from './planFindings.ts';
import { actOf, documentWord } from './reviewWords.ts';
import { listOfReviews, statusOfReview } from './reviewStatus.ts';
import { libraryOf, type LibraryTargets } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { replaceDocument, writeOutput } from './writeFile.ts';
import { writeResult } from './writeReport.ts';

interface Run {
  readonly line: CommandLine;
  readonly terminal: Terminal;
  readonly open: OpenAnalyzer;
}

export async function reviewCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  const run = { line, terminal, open };
  const [step = 'status', word] = line.paths;
  if (step === 'status') return status(word, run);
  const action = reviewActions.find((known) => known === step);
  if (action === undefined || word === undefined) {
    throw new CommandFailure({ key: 'cli.review.usage', args: { actions: reviewActions.join(', ') } });
  }
  return act(actOf(action, line), documentWord(word).path, run);
}

async function status(word: string | undefined, run: Run): Promise<ExitCode> {
  const { line, terminal } = run;
  if (word === undefined) {
    const text = await inLibrary(terminal.workingFolder, run, ({ opened }) =>
      Promise.resolve(listOfReviews(opened, line)),
    );
    await writeResult(text, line, terminal);
    return exitCodes.ok;
  }
  const text = await inLibrary(resolve(terminal.workingFolder, word), run, async (library) => {
    const subject = await subjectOf(word, library, run);
    return statusOfReview(subject.ground, subject.recordPath, line);
  });
  await writeResult(text, line, terminal);
  return exitCodes.ok;
}

async function act(action: ReviewAct, word: string, run: Run): Promise<ExitCode> {
  const { line, terminal } = run;
  return inLibrary(resolve(terminal.workingFolder, word), run, async (library) => {
    const subject = await subjectOf(word, library, run);
    const by = line.by?.trim() ?? (await personName(library.root));
    if (by === undefined || by === '') throw new CommandFailure({ key: 'cli.review.nobody' });
    const random = Math.random().toString(16).slice(2, 6).padEnd(4, '0');
    const outcome = actOnReview(action, { by, now: new Date().toISOString(), random }, subject.ground);
    if (outcome.kind === 'refused') {
      await writeResult(refusedText(outcome.refusals, word, line), line, terminal);
      return exitCodes.findings;
    }
    const text = await carryOut(outcome, subject, { root: library.root, line, terminal });
    await writeResult(text, line, terminal);
    return exitCodes.ok;
  });
}

interface InLibrary {
  readonly root: string;
  readonly opened: OpenLibrary;
  readonly check: LibraryCheck;
}

async function inLibrary<Result>(
  path: string,
  { line, terminal, open }: Run,
  work: (library: InLibrary) => Promise<Result>,
): Promise<Result> {
  const library: LibraryTargets = await libraryOf(path, line, { workingFolder: terminal.workingFolder });
  const { texts } = library;
  const opened = await openLibrary(library, open, line.threads === undefined ? {} : { threads: line.threads });
  const planFindings = new PlanFindings({ library: opened, texts, open });
  try {
    const check = new LibraryCheck({ library: opened, planFindings, isAlone: false });
    return await work({ root: texts.root, opened, check });
  } finally {
    await Promise.all([opened.analyzer.close(), planFindings.close()]);
  }
}

interface Subject {
  readonly file: string;
  readonly text: string;
  readonly recordPath: string;
  readonly ground: ActGround;
}

async function subjectOf(word: string, { root, opened, check }: InLibrary, { terminal }: Run): Promise<Subject> {
  const file = resolve(terminal.workingFolder, documentWord(word).path);
  const read = await readDocument(file);
  if (!read.isText) throw new CommandFailure(read.finding.message);
  const path = relativePath(root, file);
  const { index, life, plans, state, analyzer } = opened;
  const facts = index.documents.get(path);
  if (facts === undefined) throw new CommandFailure({ key: 'cli.review.no-document', args: { path: word } });
  const recordPath = recordOf(facts, index, life)?.path ?? recordPathOf(path);
  const recordFile = await readDocument(resolve(root, recordPath));
  const recordText = recordFile.isText ? recordFile.text : undefined;
  const record = recordText === undefined ? undefined : readRecord(recordPath, recordText);
  await check.readPlanFindings([path]);
  const answer = await analyzer.run({
    kind: 'review-ground',
    path,
    text: read.text,
    ...(recordText !== undefined && { record: [recordPath, recordText] as const }),
  });
  if (answer.kind !== 'done' || answer.value.kind !== 'review-ground') throw new Error(answer.kind);
  const ground: ActGround = {
    facts,
    source: new SourceText(read.text),
    index,
    configuration: state.configuration,
    plans,
    record,
    recordText,
    findings: countBySeverity(check.judge(path).findings),
    today: today(),
    ...answer.value.answer,
  };
  return { file, text: read.text, recordPath, ground };
}

interface Place {
  readonly root: string;
  readonly line: CommandLine;
  readonly terminal: Terminal;
}

async function carryOut(
  { path, record, document, thread }: Extract<ActOutcome, { kind: 'done' }>,
  { file, text, ground }: Subject,
  { root, line, terminal }: Place,
): Promise<string> {
  const before = ground.recordText ?? '';
  const after = record.kind === 'create' ? record.text : applyEdits(before, record.edits);
  const target = resolve(root, path);
  const shown = relativePath(terminal.workingFolder, target);
  if (!line.isDryRun) {
    if (ground.recordText === undefined) await writeOutput(target, after, shown);
    else await replaceDocument(target, { before, after, shown });
    if (document.length > 0) {
      const name = relativePath(terminal.workingFolder, file);
      await replaceDocument(file, { before: text, after: applyEdits(text, document), shown: name });
    }
  }
  const { facts, configuration, today: day } = ground;
  const { state } = reviewStatus(readRecord(path, after), facts, { configuration, today: day });
  const words = document.map(({ newText }) => newText).join('');
  if (line.format === 'json') {
    const result = {
      path: facts.path,
      record: path,
      state,
      written: !line.isDryRun,
      status: words === '' ? null : words,
      thread: thread ?? null,
    };
    return `${JSON.stringify(result, null, 2)}\n`;
  }
  const say = (
    key: 'cli.review.done' | 'cli.review.would' | 'cli.review.status-field' | 'cli.review.thread',
  ): string => {
    const label = labelOfState(state, configuration, line.locale);
    return renderMessage(
      { key, args: { path: facts.path, record: shown, label, words, thread: thread ?? '' } },
      line.locale,
    );
  };
  const lines = [
    say(line.isDryRun ? 'cli.review.would' : 'cli.review.done'),
    ...(words === '' ? [] : [say('cli.review.status-field')]),
    ...(thread === undefined ? [] : [say('cli.review.thread')]),
  ];
  return `${lines.join('\n')}\n`;
}

function refusedText(
  refusals: Parameters<typeof refusalTexts>[0],
  path: string,
  { locale, format }: CommandLine,
): string {
  const reasons = refusalTexts(refusals, locale);
  if (format === 'json') return `${JSON.stringify({ path, refused: reasons }, null, 2)}\n`;
  const head = renderMessage({ key: 'cli.review.refused', args: { path } }, locale);
  return `${[head, ...reasons.flatMap(({ text, remedy }) => [`  - ${text}`, `    ${remedy}`])].join('\n')}\n`;
}
