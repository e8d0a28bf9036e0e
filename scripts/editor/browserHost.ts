// Host "browser": VS Code's server and web workbench, driven by Chromium.
import type { Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import type { EditorServer } from './server.ts';
import { startServer } from './server.ts';
import type { SuiteRun, TestResult } from './suites.ts';
import { collectResults } from './suites.ts';
import { setDisplayLanguage } from './displayLanguage.ts';

/** The server runs without its optional native parts and without a gallery; it says so many times. */
const knownNoise = /bindings file|watchdog|open-vsx|Service Worker|AccountPolicyGate/;

const suiteTimeoutMs = 180_000;

/** Starts an editor of its own, runs the suites in it and stops it. */
export function runSuitesInBrowser(run: SuiteRun): Promise<readonly TestResult[]> {
  return collectResults(run, async ({ environment, developmentPath }) => {
    const vsix = run.vsix === undefined ? [] : [run.vsix];
    const trust = run.workspaceTrust ?? false;
    const server = await startServer({ vsix, environment, workspaceTrust: trust, smokeTest: true });
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      if (run.locale !== undefined) await setDisplayLanguage(page, run.locale);
      await runInPage(page, run.name, server.address(run.folder, { payload: payload(server, run, developmentPath) }));
    } finally {
      await browser.close();
      await server.stop();
    }
  });
}

/** The workbench calls the two exposed functions; the second one ends the run. */
async function runInPage(page: Page, name: string, address: string): Promise<void> {
  const log: string[] = [];
  const ended = new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`${name}: no end after ${suiteTimeoutMs / 1000} s\n${log.slice(-40).join('\n')}`));
    }, suiteTimeoutMs);
    const exit = (code: number): void => {
      clearTimeout(timer);
      resolve(code);
    };
    page.exposeFunction('codeAutomationExit', exit).catch(reject);
  });
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
    const [first = ''] = args.map(String).join(' ').split('\n', 1);
    if (!knownNoise.test(first)) log.push(first);
  });
  await page.goto(address);
  await ended;
}

/** What the workbench reads from its address; the paths are on the server's machine. */
function payload(server: EditorServer, run: SuiteRun, developmentPath: string): string {
  return JSON.stringify([
    ['extensionDevelopmentPath', server.remote(developmentPath)],
    ['extensionTestsPath', server.remote(run.testsPath)],
  ]);
}
