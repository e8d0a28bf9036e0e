// Runs the command line in place: a temporary library, written output instead of a terminal, an engine that is handed in.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Analyzer, OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import type { DocumentFacts } from '../../server/src/core/facts/documentFacts.ts';
import { defaultConfiguration } from '../../server/src/core/library/defaultConfiguration.ts';
import type { Finding } from '../../server/src/core/finding.ts';
import type { CheckRequest, CheckResult, ExaminedDocument } from '../../server/src/hosts/cli/checkProtocol.ts';
import { main } from '../../server/src/hosts/cli/main.ts';
import type { Terminal } from '../../server/src/hosts/cli/terminal.ts';
import type { TaskOutcome } from '../../server/src/hosts/workerPool.ts';

/** A folder with files, gone with `remove`. */
export class TemporaryFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'casewright-'));

  write(files: Readonly<Record<string, string | Uint8Array>>): this {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, path)), { recursive: true });
      writeFileSync(join(this.path, path), content);
    }
    return this;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export interface RunResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly folder: string;
  readonly open?: OpenAnalyzer;
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly columns?: number;
}

/** Words as typed, split at blanks unless given as a list. */
export async function runCli(words: string | readonly string[], options: RunOptions): Promise<RunResult> {
  let out = '';
  let err = '';
  const output = { isTerminal: options.isTerminal ?? false, columns: options.columns ?? 80 };
  const terminal: Terminal = {
    out: { ...output, write: (text) => void (out += text) },
    err: { ...output, write: (text) => void (err += text) },
    workingFolder: options.folder,
    environment: { LANG: 'zh_CN.UTF-8', ...options.environment },
    readInput: () => Promise.resolve(Buffer.from(options.input ?? '')),
  };
  const list = typeof words === 'string' ? words.split(' ') : words;
  const code = await main(list, terminal, options.open ?? todoEngine);
  return { code, out, err };
}

/** An engine in place of the real one: answers each request with `answer`. */
export function engineOf(answer: (request: CheckRequest) => CheckResult | TaskOutcome<CheckResult>): OpenAnalyzer {
  return (): Analyzer => ({
    run(request) {
      const result = answer(request);
      const isOutcome = result.kind === 'done' || result.kind === 'deadline' || result.kind === 'crash';
      return Promise.resolve(isOutcome ? result : { kind: 'done', value: result });
    },
    close: () => Promise.resolve(),
  });
}

/**
 * An engine with two rules: every `TODO` is an error with a preferred fix (removal), every `??` a warning without.
 * Documents with `poison` take too long; those with `bomb` kill the worker.
 */
export const todoEngine: OpenAnalyzer = engineOf((request) => {
  if (request.kind === 'library') return noProblems;
  if (request.kind !== 'examine') return { kind: 'crash', detail: 'not here' };
  if (request.text.includes('poison')) return { kind: 'deadline' };
  if (request.text.includes('bomb')) return { kind: 'crash', detail: 'exit 1' };
  return examined(request, todoFindings(request.text));
});

/** The answer to `library` where there is no configuration. */
export const noProblems: CheckResult = { kind: 'library', problems: [], configuration: defaultConfiguration };

/** The answer to `examine`: a case of which nothing is known but these findings. */
export function examined(
  { path, text }: { readonly path: string; readonly text: string },
  ownFindings: readonly Finding[],
): CheckResult {
  const facts: DocumentFacts = {
    path,
    kind: path.endsWith('other.md') ? 'other' : 'case',
    kindReason: { key: 'kind.default' },
    stage: 'normal',
    language: 'zh',
    fields: [],
    headings: [],
    prints: [''],
    namedAnchors: [],
    links: [],
    codePaths: [],
    regions: [],
    ids: [],
    suppressions: [],
    sizes: { length: text.length, lines: 1, firstLineEnd: 0, text: 0, codeBlocks: 0, tables: 0, images: 0 },
  };
  const document: ExaminedDocument = { facts, ownFindings, template: 'builtin:case.zh' };
  return { kind: 'examined', packed: { examined: JSON.stringify(document) } };
}

function todoFindings(text: string): readonly Finding[] {
  const todos = [...text.matchAll(/ ?TODO/g)].map(({ index, 0: word }): Finding => {
    const span = { start: index, end: index + word.length };
    return {
      code: 'todo',
      severity: 'error',
      message: { key: 'section-missing', args: { name: '方法' } },
      span,
      origin: { path: 'builtin:case.zh', line: 11 },
      fixes: [
        {
          title: { key: 'section-missing.fix', args: { name: '方法' } },
          edits: [{ span, newText: '' }],
          isPreferred: true,
        },
      ],
    };
  });
  const doubts = [...text.matchAll(/\?\?/g)].map(({ index }): Finding => ({
    code: 'doubt',
    severity: 'warning',
    message: { key: 'kind.stated-key', args: { key: 'a<b>', value: '\u001B[31m红' } },
    span: { start: index, end: index + 2 },
    related: [{ message: { key: 'kind.default' }, span: { start: 0, end: 1 } }],
  }));
  return [...todos, ...doubts];
}
