// The shape of one step of `npm test`, and how a step that is a program of node_modules runs.
import { runProgram } from '../build/program.ts';
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
