// `casewright migrate [path …]`: documents brought from the version of the template that they were written against to the
// present one. With --dry-run or --diff nothing is written.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderMessage } from '../../core/messages/render.ts';
import type { Migration } from '../../core/migration/migrateDocument.ts';
import { defaultTemplatesFolder } from '../../core/migration/templateVersionSettings.ts';
import { earlierTemplate } from '../gitVersions.ts';
import { readDocument, relativePath } from '../nodeFiles.ts';
import { today } from '../today.ts';
import type { OpenAnalyzer } from './analyzer.ts';
import type { CheckRequest, CheckResult } from './checkProtocol.ts';
import type { CommandLine } from './commandLine.ts';
import { CommandFailure } from './failure.ts';
import { collectTargets, type LibraryTargets } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { replaceDocument } from './writeFile.ts';
import { writeResult } from './writeReport.ts';
import { unifiedDiff } from './unifiedDiff.ts';

interface Migrated extends Migration {
  readonly shown: string;
  readonly file: string;
  readonly before: string;
}

export async function migrateCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  const found: Migrated[] = [];
  for (const library of await collectTargets(line, terminal.workingFolder)) {
    found.push(...(await migrated(library, { line, terminal, open })));
  }
  const changed = found.filter(({ before, text }) => before !== text);
  if (!line.isDryRun) {
    for (const { file, shown, before, text } of changed) await replaceDocument(file, { before, after: text, shown });
  }
  await writeResult(line.format === 'json' ? jsonOf(found) : textOf(changed, line), line, terminal);
  if (!line.isQuiet) {
    const args = { count: changed.length, of: found.length };
    const key = line.isDryRun ? 'cli.migrate.would' : 'cli.migrate.done';
    terminal.err.write(`${renderMessage({ key, args }, line.locale)}\n`);
  }
  return exitCodes.ok;
}

interface Run {
  readonly line: CommandLine;
  readonly terminal: Terminal;
  readonly open: OpenAnalyzer;
}

async function migrated(library: LibraryTargets, { line, terminal, open }: Run): Promise<readonly Migrated[]> {
  const { root } = library.texts;
  const analyzer = open({ library: library.texts, today: today() }, 1);
  const ask = async (request: CheckRequest): Promise<CheckResult> => {
    const outcome = await analyzer.run(request);
    if (outcome.kind === 'done') return outcome.value;
    throw new Error(outcome.kind === 'crash' ? outcome.detail : outcome.kind);
  };
  const earlier = new EarlierTemplates(library);
  const found: Migrated[] = [];
  try {
    for (const file of library.documents) {
      const read = await readDocument(file);
      if (!read.isText) continue;
      const path = relativePath(root, file);
      const first = await ask({ kind: 'migrate', path, text: read.text });
      if (first.kind !== 'migrate' || first.migration === undefined) continue;
      const { documentKind, migration } = first;
      const version = line.from ?? migration.from;
      if (version === undefined || migration.to === undefined) continue;
      const before = await earlier.textOf(documentKind, version);
      if (before === undefined && line.from !== undefined) {
        throw new CommandFailure({ key: 'cli.migrate.no-template', args: { kind: documentKind, version } });
      }
      const second = before === undefined ? first : await ask({ kind: 'migrate', path, text: read.text, before });
      const result = second.kind === 'migrate' ? second.migration : undefined;
      if (result !== undefined) {
        found.push({ ...result, file, before: read.text, shown: relativePath(terminal.workingFolder, file) });
      }
    }
    return found;
  } finally {
    await analyzer.close();
  }
}

/** Kept copies first, then the history of the template's file. */
class EarlierTemplates {
  readonly #library: LibraryTargets;
  readonly #known = new Map<string, string | undefined>();

  constructor(library: LibraryTargets) {
    this.#library = library;
  }

  async textOf(kind: string, version: string): Promise<string | undefined> {
    const name = `${kind}@${version}`;
    if (!this.#known.has(name)) this.#known.set(name, await this.#find(kind, version));
    return this.#known.get(name);
  }

  async #find(kind: string, version: string): Promise<string | undefined> {
    const { configuration, texts } = this.#library;
    const folder = configuration.templateVersion?.folder ?? defaultTemplatesFolder;
    const plain = version.replace(/^v(?=\d)/i, '');
    if (!/^[\w.+-]{1,40}$/.test(plain)) return undefined;
    const kept = join(texts.root, folder, `${kind}@${plain}.md`);
    if (existsSync(kept)) return readFileSync(kept, 'utf8');
    const template = configuration.kinds.find((each) => each.kind === kind)?.template?.split('#', 1)[0];
    if (template === undefined || template.startsWith('builtin:')) return undefined;
    return earlierTemplate(resolve(texts.root), template, plain);
  }
}

function textOf(changed: readonly Migrated[], line: CommandLine): string {
  if (line.diff) {
    return changed.map(({ shown, before, text }) => unifiedDiff(shown, shown, before, text)).join('');
  }
  const say = (
    key: Parameters<typeof renderMessage>[0]['key'],
    args: Readonly<Record<string, string | number>>,
  ): string => renderMessage({ key, args }, line.locale);
  return changed
    .map(({ shown, from, to, changes }) => {
      const head = say('cli.migrate.document', { path: shown, from: from ?? '?', to: to ?? '?' });
      return (
        [head, ...changes.map((change) => `  ${say(`migration.${change.kind}`, { ...change })}`)].join('\n') + '\n'
      );
    })
    .join('');
}

function jsonOf(found: readonly Migrated[]): string {
  const documents = found.map(({ shown, from, to, changes, before, text }) => ({
    path: shown,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    isChanged: before !== text,
    changes,
  }));
  return `${JSON.stringify({ documents }, null, 2)}\n`;
}
