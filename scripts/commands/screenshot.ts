// `npm run screenshot -- <folder> --out=<file.png>`: opens a folder in the browser workbench with the packaged extension
// and takes a picture. It shows what a person sees and changes nothing in the folder that no command changes.
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageQuietly } from '../build/program.ts';
import { screenshot } from '../editor/screenshot.ts';

const usage = `usage: npm run screenshot -- <folder> --out=<file.png> [--open=<file in the folder>] [--line=<n>]
  [--command=<palette title>]… [--keys=<Control+Period or text>]… [--click=<CSS selector>] [--theme=light|dark] [--locale=zh-cn] [--size=1400x900] [--wait=<ms>] [--vsix=<file>]`;

export async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      open: { type: 'string' },
      line: { type: 'string' },
      command: { type: 'string', multiple: true },
      keys: { type: 'string', multiple: true },
      click: { type: 'string' },
      theme: { type: 'string', default: 'light' },
      locale: { type: 'string' },
      size: { type: 'string', default: '1400x900' },
      wait: { type: 'string', default: '3000' },
      vsix: { type: 'string' },
    },
  });
  const [folder] = positionals;
  const [width, height] = values.size.split('x').map(Number);
  if (folder === undefined || values.out === undefined || !width || !height) {
    console.error(usage);
    return 2;
  }
  const vsix = values.vsix ?? (await packageQuietly()).file;
  mkdirSync(dirname(resolve(values.out)), { recursive: true });
  await screenshot({
    folder: resolve(folder),
    vsix: resolve(vsix),
    out: resolve(values.out),
    theme: values.theme === 'dark' ? 'dark' : 'light',
    locale: values.locale,
    open: values.open,
    line: values.line === undefined ? undefined : Number(values.line),
    commands: values.command ?? [],
    keys: values.keys ?? [],
    click: values.click,
    size: { width, height },
    settleMs: Number(values.wait),
  });
  console.log(values.out);
  return 0;
}
