// `npm start`: builds, checks the example library in the terminal, then opens it in a real VS Code with the extension.
// --no-open stops after the terminal part; --desktop and --browser force the editor.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageQuietly, runNode } from '../build/program.ts';
import { desktopHint, findDesktop, hasDisplay, openAddress, rootFlags } from '../editor/desktop.ts';
import { startServer } from '../editor/server.ts';

/** @returns 0 where everything asked for was shown, 1 where a part of it could not be had */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { 'no-open': { type: 'boolean' }, desktop: { type: 'boolean' }, browser: { type: 'boolean' } },
  });
  const { file } = await packageQuietly();
  const library = exampleLibrary();
  if (!(await checkInTerminal(library))) return 1;
  if (values['no-open'] === true) return 0;

  const document = await documentToOpen(library);
  const desktop = values.browser === true ? undefined : findDesktop();
  if (desktop !== undefined && (hasDisplay() || values.desktop === true))
    return openDesktop(desktop, library, document);
  if (values.desktop === true) {
    console.error(`start: no desktop VS Code found: ${desktopHint}, or use --browser`);
    return 1;
  }
  return openBrowserWorkbench(resolve(file), library, document);
}

function exampleLibrary(): string {
  const preferred = join('examples', 'postgres-cases');
  if (existsSync(preferred)) return resolve(preferred);
  const folders = existsSync('examples') ? readdirSync('examples', { withFileTypes: true }) : [];
  const first = folders.find((entry) => entry.isDirectory());
  if (first === undefined) throw new Error('the example library is missing: examples/ has no folder');
  return resolve('examples', first.name);
}

/** The examples hold faults on purpose, so findings (exit 1) are the expected end; 2 means that the check itself failed. */
async function checkInTerminal(library: string): Promise<boolean> {
  const relative = library.slice(process.cwd().length + 1);
  console.log(`\n$ casewright check ${relative}\n`);
  const check = spawn(process.execPath, [resolve('dist/cli.cjs'), 'check', relative], { stdio: 'inherit' });
  await once(check, 'exit');
  return check.exitCode === 0 || check.exitCode === 1;
}

/** The case with most to mend shows at once what the extension is for; nothing is opened where the report is no use. */
async function documentToOpen(library: string): Promise<string | undefined> {
  const { output } = await runNode([resolve('dist/cli.cjs'), 'check', '--format', 'json', library]);
  try {
    // The command line's own report; its form is versioned.
    const { files } = JSON.parse(output) as { files: readonly { path: string; kind: string; findings: unknown[] }[] };
    const cases = files.filter(({ kind }) => kind === 'case');
    const [most] = cases.toSorted((one, other) => other.findings.length - one.findings.length);
    return most === undefined ? undefined : resolve(most.path);
  } catch {
    return undefined; // The check above has already said what is wrong.
  }
}

/** Stays until the window is closed. */
async function openDesktop(executable: string, library: string, document: string | undefined): Promise<number> {
  console.log(`\nOpening ${library} in ${executable}; Ctrl+C or closing the window ends it`);
  const root = process.getuid?.() === 0 ? ['--user-data-dir', resolve('.cache', 'vscode-user')] : [];
  const flags = ['--new-window', '--wait', `--extensionDevelopmentPath=${process.cwd()}`, ...rootFlags(), ...root];
  const editor = spawn(executable, [...flags, library, ...(document === undefined ? [] : [document])], {
    stdio: 'ignore',
  });
  await once(editor, 'exit');
  return editor.exitCode ?? 0;
}

/** Stays until Ctrl+C. */
async function openBrowserWorkbench(vsix: string, library: string, document: string | undefined): Promise<number> {
  console.log('\nNo desktop VS Code is used; starting the browser workbench');
  const server = await startServer({ vsix: [vsix] });
  const payload = document === undefined ? [] : [['openFile', server.remote(document)]];
  const address = server.address(library, { payload: JSON.stringify(payload) });
  openAddress(address);
  console.log(`Open this address in a browser on this machine (it carries its access token):\n\n  ${address}\n`);
  console.log('Ctrl+C stops it');
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  await server.stop();
  return 0;
}
