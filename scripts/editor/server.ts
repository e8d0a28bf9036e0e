// Starts and stops one VS Code server on the loopback address. It knows nothing about browsers.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installEditorServer } from './codeServer.ts';

export interface ServerOptions {
  /** Packaged extensions to install before the start. */
  readonly vsix?: readonly string[];
  /** User settings of the workbench, over quiet defaults. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Workspace Trust is off unless a suite is about it. */
  readonly workspaceTrust?: boolean;
  /** The workbench accepts the test payload of its address. */
  readonly smokeTest?: boolean;
  /** Variables that the extension host sees. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface EditorServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** What a workbench address must carry as `tkn`. */
  readonly token: string;
  /** The address of the workbench with a folder open. */
  address(folder: string, query?: Readonly<Record<string, string>>): string;
  /** A path of this machine as the workbench names it. */
  remote(path: string): string;
  stop(): Promise<void>;
}

/** Telemetry and first-start pages would only cover what is under test. */
const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.menuBarVisibility': 'compact',
};

/** Resolves when the server accepts connections; rejects with its output if it ends before that. */
export async function startServer(options: ServerOptions = {}): Promise<EditorServer> {
  const { node, serverMain } = installEditorServer();
  const data = mkdtempSync(join(tmpdir(), 'casewright-editor-'));
  const extensions = join(data, 'extensions');
  writeSettings(data, { ...quietSettings, ...options.settings });
  const common = ['--server-data-dir', data, '--extensions-dir', extensions, '--accept-server-license-terms'];
  for (const vsix of options.vsix ?? []) await installVsix(node, [serverMain, ...common, '--install-extension', vsix]);

  const token = randomUUID();
  const args = [serverMain, ...common, '--host', '127.0.0.1', '--port', '0', '--connection-token', token];
  args.push('--disable-telemetry');
  if (!options.workspaceTrust) args.push('--disable-workspace-trust');
  if (options.smokeTest) args.push('--enable-smoke-test-driver');
  const server = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment(options.environment) });
  const port = await listeningPort(server);
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    token,
    address: (folder, query = {}) => {
      const path = decodeURIComponent(pathToFileURL(folder).pathname);
      return `${origin}/?${new URLSearchParams({ tkn: token, folder: path, ...query }).toString()}`;
    },
    remote: (path) => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`,
    stop: async () => {
      if (server.exitCode === null && server.signalCode === null) {
        const ended = once(server, 'exit');
        server.kill();
        await ended;
      }
      rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

function writeSettings(data: string, settings: Readonly<Record<string, unknown>>): void {
  // The workbench reads what concerns the machine from one place and everything else from the other.
  for (const scope of ['Machine', 'User']) {
    mkdirSync(join(data, 'data', scope), { recursive: true });
    writeFileSync(join(data, 'data', scope, 'settings.json'), JSON.stringify(settings, null, 2));
  }
}

/** A terminal inside VS Code sets variables that would make the server think that it is a child of that editor. */
function environment(added: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(own), ...added };
}

async function installVsix(node: string, args: readonly string[]): Promise<void> {
  const installer = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment() });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  installer.stdout.on('data', collect);
  installer.stderr.on('data', collect);
  await once(installer, 'close');
  if (installer.exitCode !== 0) throw new Error(`the extension could not be installed: ${output.trim()}`);
}

type ServerProcess = ReturnType<typeof spawn>;

function listeningPort(server: ServerProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string): void => {
      server.kill();
      reject(new Error(`the editor server did not start (${why}): ${output.trim().slice(-2000)}`));
    };
    const timer = setTimeout(() => {
      fail('60 s passed');
    }, 60_000);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', (code) => {
      clearTimeout(timer);
      fail(`exit code ${code ?? 'none'}`);
    });
  });
}
