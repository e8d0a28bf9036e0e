// Chooses the editor host for the suites: desktop where VS Code can be had, else the browser workbench.
import { runSuitesInBrowser } from './browserHost.ts';
import { findDesktop, hasDisplay } from './desktop.ts';
import { obtainDesktop, runSuitesOnDesktop } from './desktopHost.ts';
import type { SuiteRun, TestResult } from './suites.ts';

export type HostName = 'desktop' | 'browser';

export interface EditorHost {
  readonly name: HostName;
  /** Why this one, for the printed line. */
  readonly reason: string;
  readonly run: (run: SuiteRun) => Promise<readonly TestResult[]>;
}

const browser = (reason: string): EditorHost => ({ name: 'browser', reason, run: runSuitesInBrowser });

/** @param forced the value of `--host`; a forced host that can not be had is an error, not a reason for the other one */
export async function chooseHost(forced: HostName | undefined): Promise<EditorHost> {
  if (forced === 'browser') return browser('--host=browser');
  if (forced === undefined && findDesktop() === undefined && !hasDisplay()) return browser('no desktop VS Code here');
  try {
    const executable = await obtainDesktop();
    return { name: 'desktop', reason: executable, run: (run) => runSuitesOnDesktop(executable, run) };
  } catch (error) {
    if (forced === 'desktop') throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return browser(`desktop VS Code can not be had: ${reason}`);
  }
}
