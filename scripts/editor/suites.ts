// What both editor hosts share about a run of the suites: what to run, and how its results come back.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SuiteRun {
  /** A name for the printed summary. */
  readonly name: string;
  /** Suite files under test/e2e/suite, without `.test.ts`. */
  readonly suites: readonly string[];
  /** The folder to open; the suites may write into it. */
  readonly folder: string;
  /** The bundled index of the suites. */
  readonly testsPath: string;
  /** Exactly one of the two: a checkout under development, or a packaged extension to install. */
  readonly developmentPath?: string;
  readonly vsix?: string;
  readonly workspaceTrust?: boolean;
  /** Display language such as `zh-cn`; English without. */
  readonly locale?: string;
}

export interface TestResult {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly durationMs: number;
  readonly error?: string;
}

/** How an editor is started for a run. */
export interface SuiteStart {
  readonly environment: Readonly<Record<string, string>>;
  readonly developmentPath: string;
}

/** Runs `start` with the environment that the suites read and returns what they wrote; throws if they wrote nothing. */
export async function collectResults(
  run: SuiteRun,
  start: (how: SuiteStart) => Promise<void>,
): Promise<readonly TestResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-results-'));
  const file = join(folder, 'results.json');
  try {
    const environment = { CASEWRIGHT_RESULTS: file, CASEWRIGHT_SUITES: run.suites.join(',') };
    await start({ environment, developmentPath: run.developmentPath ?? emptyExtension(folder) });
    if (!existsSync(file)) throw new Error(`${run.name}: the editor ended without results`);
    // The file was written by test/e2e/index.ts of the same checkout.
    return JSON.parse(readFileSync(file, 'utf8')) as readonly TestResult[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** VS Code runs suites only with an extension under development; the installed package is then beside an empty one. */
function emptyExtension(parent: string): string {
  const folder = join(parent, 'empty');
  mkdirSync(folder);
  const manifest = { name: 'empty', publisher: 'casewright', version: '0.0.1', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
