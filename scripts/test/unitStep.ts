// All mocha tests that need no editor, in one process; the failed ones are shown with their stacks.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../build/program.ts';
import type { Step, StepResult } from './step.ts';

/** What mocha's JSON reporter writes, as far as it is read here. */
interface MochaReport {
  readonly stats: { readonly passes: number; readonly failures: number; readonly pending: number };
  readonly failures: readonly { readonly fullTitle: string; readonly err: { readonly stack?: string } }[];
}

export const unitStep: Step = {
  name: 'unit',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'casewright-unit-'));
    const file = join(folder, 'report.json');
    try {
      const { code, output } = await runProgram('mocha', ['--reporter=json', `--reporter-option=output=${file}`]);
      return summary(file, code, output);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Without a report mocha itself failed: a file that does not load is one failure, not none. */
function summary(file: string, code: number, output: string): StepResult {
  let report: MochaReport;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as MochaReport;
  } catch {
    return { passed: 0, failed: 1, output };
  }
  const { passes, failures, pending } = report.stats;
  const shown = report.failures.map(({ fullTitle, err }) => `${fullTitle}\n${err.stack ?? ''}`).join('\n\n');
  const failed = failures === 0 && code !== 0 ? 1 : failures;
  return { passed: passes, failed, skipped: pending, output: shown === '' ? output : shown };
}
