// One picture of the workbench with the packaged extension installed.
import { launchChromium } from './chromium.ts';
import { chineseTexts, setDisplayLanguage } from './displayLanguage.ts';
import { startServer } from './server.ts';
import { goToLine, openFile, runCommand, waitForWorkbench } from './workbench.ts';

export interface ScreenshotOptions {
  readonly folder: string;
  readonly vsix: string;
  readonly out: string;
  readonly theme: 'light' | 'dark';
  readonly locale?: string;
  /** A file to open, as a path inside the folder. */
  readonly open?: string;
  /** One-based line to put the cursor on. */
  readonly line?: number;
  /** Palette titles, run one after the other. */
  readonly commands: readonly string[];
  /** Pressed last, such as `Control+Period` for the quick fixes at the cursor; plain text is typed. */
  readonly keys: readonly string[];
  /** CSS selector of an element that is clicked after the keys, such as a status item. */
  readonly click?: string;
  readonly size: { readonly width: number; readonly height: number };
  /** How long the workbench may settle before the picture. */
  readonly settleMs: number;
}

export async function screenshot(options: ScreenshotOptions): Promise<void> {
  const settings = {
    'workbench.colorTheme': options.theme === 'dark' ? 'Default Dark Modern' : 'Default Light Modern',
  };
  const server = await startServer({ vsix: [options.vsix], settings });
  const browser = await launchChromium();
  try {
    const colorScheme = options.theme;
    const page = await browser.newPage({ viewport: options.size, colorScheme, deviceScaleFactor: 1.5 });
    if (options.locale !== undefined) {
      const texts = options.locale === 'zh-cn' ? await chineseTexts() : undefined;
      await setDisplayLanguage(page, options.locale, texts);
    }
    await page.goto(server.address(options.folder));
    await waitForWorkbench(page);
    if (options.open !== undefined) await openFile(page, options.open);
    if (options.line !== undefined) await goToLine(page, options.line);
    await page.waitForTimeout(options.settleMs);
    for (const title of options.commands) {
      await runCommand(page, title);
      await page.waitForTimeout(options.settleMs);
    }
    for (const key of options.keys) {
      if (/^(\w+\+)*[A-Z]\w*$/.test(key)) await page.keyboard.press(key);
      else await page.keyboard.type(key);
      await page.waitForTimeout(options.settleMs);
    }
    if (options.click !== undefined) {
      await page.locator(options.click).first().click();
      await page.waitForTimeout(options.settleMs);
    }
    await page.screenshot({ path: options.out });
  } finally {
    await browser.close();
    await server.stop();
  }
}
