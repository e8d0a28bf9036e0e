// Runs Node programs as children with their output collected, without npx and without a shell.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface ProgramResult {
  readonly code: number;
  readonly output: string;
}

/** Starts a package's own program with this Node. */
export function runProgram(packageName: string, args: readonly string[]): Promise<ProgramResult> {
  return runNode([programFile(packageName), ...args]);
}

/** @param args a script and its arguments; the output is stdout and stderr as they came */
export async function runNode(args: readonly string[]): Promise<ProgramResult> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'close');
  return { code: child.exitCode ?? 1, output: Buffer.concat(chunks).toString() };
}

/** Packages in a child, because the packager prints a page of its own. Returns the last line; throws with everything. */
export async function packageQuietly(): Promise<{ readonly file: string; readonly note: string }> {
  const { code, output } = await runNode(['scripts/run.mjs', 'package']);
  if (code !== 0) throw new Error(output.trimEnd());
  const note = output.trimEnd().split('\n').at(-1) ?? '';
  return { file: note.slice(0, note.indexOf(':')), note };
}

function programFile(packageName: string): string {
  const manifestFile = join(process.cwd(), 'node_modules', packageName, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifestFile, 'utf8')) as { bin: string | Record<string, string> };
  const program = typeof bin === 'string' ? bin : (bin[packageName] ?? Object.values(bin)[0] ?? '');
  return join(dirname(manifestFile), program);
}
