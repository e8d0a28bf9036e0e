// Host "browser": VS Code's server and web workbench, driven by Chromium.
import type { Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import type { EditorServer } from './server.ts';
import { startServer } from './server.ts';
import type { SuiteRun, TestResult } from './suites.ts';
import { collectResults } from './suites.ts';
import { setDisplayLanguage } from './workbench.ts';

const suiteTimeoutMs = 300_000;

/** Starts an editor of its own, runs the suites in it and stops it. */
export function runSuitesInBrowser(run: SuiteRun): Promise<readonly TestResult[]> {
  return collectResults(run, async (environment) => {
    const vsix = run.vsix === undefined ? [] : [run.vsix];
    const trust = run.workspaceTrust ?? false;
    const server = await startServer({ vsix, environment, workspaceTrust: trust, smokeTest: true });
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      if (run.locale !== undefined) await setDisplayLanguage(page, run.locale);
      await runInPage(page, server, run);
    } finally {
      await browser.close();
      await server.stop();
    }
  });
}

/** The workbench calls the two exposed functions; the second one ends the run. */
async function runInPage(page: Page, server: EditorServer, run: SuiteRun): Promise<void> {
  const log: string[] = [];
  const ended = new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`${run.name}: no end after ${suiteTimeoutMs / 1000} s\n${log.slice(-40).join('\n')}`));
    }, suiteTimeoutMs);
    const exit = (code: number): void => {
      clearTimeout(timer);
      resolve(code);
    };
    page.exposeFunction('codeAutomationExit', exit).catch(reject);
  });
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
    log.push(args.map(String).join(' '));
  });
  await page.goto(server.address(run.folder, { payload: JSON.stringify(payload(server, run)) }));
  await ended;
}

function payload(server: EditorServer, run: SuiteRun): readonly (readonly [string, string])[] {
  const remote = (path: string): string => `vscode-remote://${new URL(server.origin).host}${path}`;
  const tests = ['extensionTestsPath', remote(run.testsPath)] as const;
  if (run.developmentPath === undefined) return [tests];
  return [['extensionDevelopmentPath', remote(run.developmentPath)], tests];
}
