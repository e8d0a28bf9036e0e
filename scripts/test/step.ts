// The shape of one step of `npm test`, and how a step that is a program of node_modules runs.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { HostName } from '../editor/hosts.ts';

export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped?: number;
  /** A few words for the summary line. */
  readonly note?: string;
  /** Printed only where something failed. */
  readonly output?: string;
}

export interface StepOptions {
  readonly host: HostName | undefined;
}

export interface Step {
  readonly name: string;
  run(options: StepOptions): Promise<StepResult>;
}

export interface ProgramResult {
  readonly code: number;
  readonly output: string;
}

/** A check that counts as one: passed where the program ends with 0. */
export function programStep(name: string, packageName: string, args: readonly string[]): Step {
  return {
    name,
    run: async () => {
      const { code, output } = await runProgram(packageName, args);
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
    },
  };
}

/** Starts a package's program with this Node, without npx and without a shell. */
export function runProgram(packageName: string, args: readonly string[]): Promise<ProgramResult> {
  return runNode([programFile(packageName), ...args]);
}

export async function runNode(args: readonly string[]): Promise<ProgramResult> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'close');
  return { code: child.exitCode ?? 1, output: Buffer.concat(chunks).toString() };
}

function programFile(packageName: string): string {
  const require = createRequire(import.meta.url);
  const manifestFile = join(process.cwd(), 'node_modules', packageName, 'package.json');
  const { bin } = require(manifestFile) as { bin: string | Record<string, string> };
  const program = typeof bin === 'string' ? bin : (bin[packageName] ?? Object.values(bin)[0] ?? '');
  return join(dirname(manifestFile), program);
}
