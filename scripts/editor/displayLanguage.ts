// Chinese for the browser workbench, for pictures. Microsoft's language pack is not on npm; a repackaged one is, as a
// list without English keys. The pseudo-language pack of the same release has the same order and is English with other
// letters, so that the two together are a dictionary. What is not in it stays English.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { npmCommand } from '../build/machine.mjs';
import { installEditorServer, installOnce } from './codeServer.ts';

const release = '25.1.2';
const chinese = '@codingame/monaco-vscode-language-pack-zh-hans';
const pseudo = '@codingame/monaco-vscode-language-pack-qps-ploc';

const pseudoLetters = 'øØëËæÆçÇïÏñÑðÐµÜþßÿÝ£§';
const plainLetters = 'oOeEaAcCiInNdDuUbByYLS';

/**
 * Makes the page's workbench believe in a display language: extensions see it, and their own texts follow. The
 * workbench's texts follow too where they are given. Call it before the page opens the workbench.
 */
export async function setDisplayLanguage(page: Page, locale: string, texts?: readonly string[]): Promise<void> {
  // The workbench's own scripts would set English. Strings, because a function that a TypeScript loader has rewritten
  // does not run in the page.
  const pin = (name: string, value: unknown): string =>
    `{ const value = ${JSON.stringify(value)};
       Object.defineProperty(globalThis, '${name}', { get: () => value, set: () => undefined }); }`;
  await page.addInitScript(pin('_VSCODE_NLS_LANGUAGE', locale));
  if (texts !== undefined) await page.addInitScript(pin('_VSCODE_NLS_MESSAGES', texts));
}

/** The workbench's texts in its own order, Chinese where known. */
export async function chineseTexts(): Promise<readonly string[]> {
  const folder = installOnce(`language-pack-${release}`, (fresh) => {
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = npmCommand(['install', `${chinese}@${release}`, `${pseudo}@${release}`, ...quiet]);
    execFileSync(npm.file, npm.args, { cwd: fresh, stdio: ['ignore', 'ignore', 'inherit'] });
  });
  const [translated, keys] = await Promise.all([readPack(folder, chinese), readPack(folder, pseudo)]);
  const dictionary = new Map(keys.map((key, index) => [plain(key ?? ''), translated[index]]));
  const messages = join(dirname(installEditorServer().serverMain), 'nls.messages.json');
  // The server's list of English texts.
  const english = JSON.parse(readFileSync(messages, 'utf8')) as readonly string[];
  return english.map((text) => dictionary.get(text) ?? text);
}

async function readPack(folder: string, name: string): Promise<readonly (string | undefined)[]> {
  const file = join(folder, 'node_modules', name, 'translations', 'main.i18n.json.js');
  const pack = (await import(pathToFileURL(file).href)) as { default: readonly (string | undefined)[] };
  return pack.default;
}

function plain(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, (letter) => plainLetters[pseudoLetters.indexOf(letter)] ?? letter);
}
