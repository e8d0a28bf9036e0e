// Runs the suites beside this file with mocha inside the extension host. The results go into a file, because the two
// editor hosts treat the console of the extension host differently.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Mocha from 'mocha';

/** One test as the command that started the editor prints it. */
interface TestResult {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly durationMs: number;
  readonly error?: string;
}

/** VS Code calls this. CASEWRIGHT_SUITES names the suite files, CASEWRIGHT_RESULTS the file to write. */
export async function run(): Promise<void> {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const wanted = new Set(process.env['CASEWRIGHT_SUITES']?.split(',') ?? []);
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, reporter: 'dot' });
  for (const name of readdirSync(folder)) {
    const suite = /^(.+)\.test\.cjs$/.exec(name)?.[1];
    if (suite !== undefined && (wanted.size === 0 || wanted.has(suite))) mocha.addFile(join(folder, name));
  }
  const results = await runMocha(mocha);
  const target = process.env['CASEWRIGHT_RESULTS'];
  if (target !== undefined) writeFileSync(target, JSON.stringify(results));
  const failed = results.filter((result) => result.state === 'failed').length;
  if (failed > 0) throw new Error(`${failed} editor tests failed`);
}

function runMocha(mocha: Mocha): Promise<readonly TestResult[]> {
  const results: TestResult[] = [];
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      resolve(results);
    });
    const add = (test: Mocha.Test, state: TestResult['state'], error?: Error): void => {
      const title = test.titlePath().join(' › ');
      results.push({
        title,
        state,
        durationMs: test.duration ?? 0,
        ...(error && { error: error.stack ?? error.message }),
      });
    };
    runner.on('pass', (test) => {
      add(test, 'passed');
    });
    runner.on('pending', (test) => {
      add(test, 'skipped');
    });
    runner.on('fail', (test, error: Error) => {
      add(test, 'failed', error);
    });
  });
}
