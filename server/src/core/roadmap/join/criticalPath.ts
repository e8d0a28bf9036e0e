// The longest way through the needs of a plan, in working days. Cycles do not stop it: an edge that closes one is left out.
import type { Plan } from '../plan.ts';
import type { Effort } from '../plan.ts';
import { DAYS } from '../words/effort.ts';

export interface Step {
  readonly key: string;
  readonly dependsOn: readonly string[];
  readonly effort?: Effort;
}

interface Length {
  readonly keys: readonly string[];
  readonly min: number;
  readonly max: number;
}

/** Undefined without dependencies. Steps without an effort last no time. */
export function criticalPath(steps: readonly Step[]): Plan['criticalPath'] {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const lengths = new Map<string, Length>();
  for (const step of inOrder(steps, byKey)) {
    const before = step.dependsOn
      .flatMap((key) => lengths.get(key) ?? [])
      .reduce<Length>(
        (best, each) =>
          each.max > best.max || (each.max === best.max && each.keys.length > best.keys.length) ? each : best,
        {
          keys: [],
          min: 0,
          max: 0,
        },
      );
    const { effort } = step;
    lengths.set(step.key, {
      keys: [...before.keys.slice(-MOST_STEPS), step.key],
      min: before.min + (effort === undefined ? 0 : effort.min * DAYS[effort.unit]),
      max: before.max + (effort === undefined ? 0 : effort.max * DAYS[effort.unit]),
    });
  }
  const longest = [...lengths.values()]
    .filter(({ keys }) => keys.length > 1)
    .reduce<Length | undefined>(
      (best, each) =>
        best === undefined || each.max > best.max || (each.max === best.max && each.keys.length > best.keys.length)
          ? each
          : best,
      undefined,
    );
  return longest && { keys: longest.keys, days: { min: longest.min, max: longest.max } };
}

/** A chain of more steps is no plan, and would cost the square of its length. */
const MOST_STEPS = 500;

/** Each step after what it needs; without recursion, for chains of any length. */
function inOrder(steps: readonly Step[], byKey: ReadonlyMap<string, Step>): readonly Step[] {
  const ordered: Step[] = [];
  const state = new Map<string, 'open' | 'done'>();
  for (const first of steps) {
    const stack = [{ step: first, next: 0 }];
    if (state.has(first.key)) continue;
    state.set(first.key, 'open');
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const need = byKey.get(top.step.dependsOn[top.next] ?? '');
      top.next++;
      if (need !== undefined && !state.has(need.key)) {
        state.set(need.key, 'open');
        stack.push({ step: need, next: 0 });
      } else if (top.next > top.step.dependsOn.length) {
        state.set(top.step.key, 'done');
        ordered.push(top.step);
        stack.pop();
      }
    }
  }
  return ordered;
}
