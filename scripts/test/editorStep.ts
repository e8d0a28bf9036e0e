// The editor suites: the checkout under development, and the packaged extension as a person installs it.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromiumHint, findChromium } from '../editor/chromium.ts';
import { desktopHint } from '../editor/desktop.ts';
import { chooseHost } from '../editor/hosts.ts';
import type { SuiteRun, TestResult } from '../editor/suites.ts';
import type { Step, StepResult } from './step.ts';

type PlannedRun = Omit<SuiteRun, 'folder' | 'testsPath'>;

export const editorStep: Step = {
  name: 'editor',
  run: async ({ host: forced }) => {
    const host = await chooseHost(forced);
    console.log(`       editor host: ${host.name} (${host.reason})`);
    if (host.name === 'browser' && findChromium() === undefined) {
      return { passed: 0, failed: 1, output: `no browser found: ${chromiumHint}; or ${desktopHint}` };
    }
    const results: TestResult[] = [];
    for (const run of plannedRuns()) results.push(...(await runInFreshFolder(run, host.run)));
    return summary(host.name, results);
  },
};

function plannedRuns(): readonly PlannedRun[] {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
  const vsix = resolve(`${name}-${version}.vsix`);
  if (!existsSync(vsix)) throw new Error(`${vsix} is not there: run the step "package" before "editor"`);
  const developmentPath = resolve('.');
  return [
    {
      name: 'development',
      suites: ['smoke', 'mend', 'newCase', 'understand', 'restart', 'roadmap', 'navigate', 'review', 'archive'],
      developmentPath,
    },
    { name: 'installed', suites: ['smoke', 'chinese'], vsix, locale: 'zh-cn' },
    { name: 'restricted', suites: ['restricted'], vsix, workspaceTrust: true },
  ];
}

/** The suites edit their documents, so each run has a copy of the library. */
async function runInFreshFolder(
  run: PlannedRun,
  start: (run: SuiteRun) => Promise<readonly TestResult[]>,
): Promise<readonly TestResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-library-'));
  try {
    cpSync('test/e2e/library', folder, { recursive: true });
    const results = await start({ ...run, folder, testsPath: resolve('dist-test/index.cjs') });
    return results.map((result) => ({ ...result, title: `${run.name}: ${result.title}` }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function summary(host: string, results: readonly TestResult[]): StepResult {
  const count = (state: TestResult['state']): number => results.filter((result) => result.state === state).length;
  const failures = results.filter((result) => result.state === 'failed');
  const output = failures.map(({ title, error }) => `${title}\n${error ?? ''}`).join('\n\n');
  return { passed: count('passed'), failed: failures.length, skipped: count('skipped'), note: `host ${host}`, output };
}
