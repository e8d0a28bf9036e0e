// `npm test`: every check in order, one line each, and at the end the sums alone on a line.
// --only=<step,…> and --skip=<step,…> choose steps, --host=desktop|browser the editor host.
import { parseArgs } from 'node:util';
import type { HostName } from '../editor/hosts.ts';
import type { StepResult } from '../test/step.ts';
import { steps } from '../test/steps.ts';

/** @returns 0 where nothing failed and something ran */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, skip: { type: 'string' }, host: { type: 'string' } },
  });
  const chosen = steps.filter(({ name }) => isChosen(name, values.only, values.skip));
  const results: StepResult[] = [];
  for (const step of chosen) {
    const started = performance.now();
    const result = await step.run({ host: hostName(values.host) }).catch(crashed);
    results.push(result);
    print(step.name, result, performance.now() - started);
  }
  const sum = (pick: (result: StepResult) => number): number => results.reduce((all, result) => all + pick(result), 0);
  const failed = sum((result) => result.failed);
  const passed = sum((result) => result.passed);
  const skipped = sum((result) => result.skipped ?? 0);
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

function isChosen(name: string, only: string | undefined, skip: string | undefined): boolean {
  if (skip?.split(',').includes(name) === true) return false;
  return only === undefined || only.split(',').includes(name);
}

function hostName(value: string | undefined): HostName | undefined {
  if (value === undefined || value === 'desktop' || value === 'browser') return value;
  throw new Error(`--host is desktop or browser, not ${value}`);
}

function crashed(error: unknown): StepResult {
  return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
}

function print(name: string, result: StepResult, milliseconds: number): void {
  const state = result.failed === 0 ? 'ok    ' : 'FAILED';
  const counts = result.passed + result.failed > 1 ? `${result.passed} passed, ${result.failed} failed` : '';
  const note = [counts, result.note ?? ''].filter((text) => text !== '').join(', ');
  console.log(`${state} ${name.padEnd(10)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${note}`.trimEnd());
  if (result.failed > 0 && result.output !== undefined) console.log(result.output.trimEnd());
}
