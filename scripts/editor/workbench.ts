// Hands on the web workbench: what a person does with keyboard and mouse, for suites and screenshots.
import type { Page } from 'playwright-core';

/** Waits until the workbench shows its status bar and the extension host is up. */
export async function waitForWorkbench(page: Page): Promise<void> {
  await page.waitForSelector('.monaco-workbench .statusbar', { timeout: 60_000 });
  await page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: 60_000 });
}

/** Opens a file of the folder by its workspace path, as Go to File does. */
export async function openFile(page: Page, path: string): Promise<void> {
  await pickInQuickInput(page, path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  await page.waitForSelector(`.tab[data-resource-name="${name}"]`, { timeout: 30_000 });
}

/** Runs a command by its title in the command palette; the first match is taken. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await pickInQuickInput(page, `>${title}`);
}

/** Puts the cursor on a one-based line of the open file. */
export async function goToLine(page: Page, line: number): Promise<void> {
  await pickInQuickInput(page, `:${line}`);
}

async function pickInQuickInput(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor({ state: 'visible' });
  await input.fill(text);
  const first = page.locator('.quick-input-list .monaco-list-row').first();
  await first.waitFor({ state: 'visible' });
  // The list is filtered a moment after the text is there.
  await page.waitForTimeout(700);
  await page.keyboard.press('Enter');
}
