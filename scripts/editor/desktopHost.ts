// Host "desktop": the suites in a desktop VS Code, an installed one or one that @vscode/test-electron downloads.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { cacheFolder } from '../build/machine.mjs';
import { findDesktop, findVirtualDisplay, hasDisplay, rootFlags } from './desktop.ts';
import type { SuiteRun, TestResult } from './suites.ts';
import { collectResults } from './suites.ts';

const desktopVersion = '1.139.1';
const suiteTimeoutMs = 180_000;

/** @returns the executable, downloaded if need be; throws one line where neither can be had */
export async function obtainDesktop(): Promise<string> {
  if (!hasDisplay() && findVirtualDisplay() === undefined) throw new Error('no display and no xvfb-run');
  const cachePath = join(cacheFolder(), 'vscode');
  return findDesktop() ?? (await downloadAndUnzipVSCode({ version: desktopVersion, cachePath, timeout: 15_000 }));
}

/** Starts a window of its own with its own profile, runs the suites in it and waits for its end. */
export function runSuitesOnDesktop(executable: string, run: SuiteRun): Promise<readonly TestResult[]> {
  return collectResults(run, async ({ environment, developmentPath }) => {
    const profile = mkdtempSync(join(tmpdir(), 'casewright-desktop-'));
    try {
      const folders = ['--user-data-dir', join(profile, 'user'), '--extensions-dir', join(profile, 'extensions')];
      if (run.vsix !== undefined) installVsix(executable, run.vsix, folders);
      await startAndWait(executable, desktopArguments(run, developmentPath, folders), environment);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
}

function desktopArguments(run: SuiteRun, developmentPath: string, folders: readonly string[]): readonly string[] {
  const quiet = ['--disable-updates', '--disable-telemetry', '--skip-welcome', '--skip-release-notes', '--disable-gpu'];
  const trust = run.workspaceTrust === true ? [] : ['--disable-workspace-trust'];
  const locale = run.locale === undefined ? [] : ['--locale', run.locale];
  const development = `--extensionDevelopmentPath=${developmentPath}`;
  const tests = `--extensionTestsPath=${run.testsPath}`;
  return [run.folder, development, tests, ...folders, ...quiet, ...trust, ...locale, ...rootFlags()];
}

function installVsix(executable: string, vsix: string, folders: readonly string[]): void {
  const [cli = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const all = [...args, ...folders, ...rootFlags(), '--install-extension', vsix];
  execFileSync(cli, all, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
}

/** The exit code is not looked at: the suites' own results say more. */
async function startAndWait(
  executable: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const virtualDisplay = hasDisplay() ? undefined : findVirtualDisplay();
  const [file, all] = virtualDisplay === undefined ? [executable, args] : [virtualDisplay, ['-a', executable, ...args]];
  const editor = spawn(file, [...all], {
    stdio: 'ignore',
    env: { ...process.env, ...environment },
    timeout: suiteTimeoutMs,
  });
  await once(editor, 'exit');
}
