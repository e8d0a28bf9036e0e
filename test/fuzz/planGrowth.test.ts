// Large plans: the cost of reading and checking one grows with its length, not with the square of it. Processor time of
// this process, four times the items against one time; no limit in seconds, for machines differ.
import assert from 'node:assert/strict';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { readPlan } from '../../server/src/core/roadmap/readPlan.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { loadParser, type LoadedParser } from '../../server/src/hosts/loadParser.ts';
import { largePlans } from '../support/largePlans.ts';

const isFull = process.env['FUZZ'] === 'full';
const FEW = isFull ? 1_000 : 200;
const STEP = 4;
/** 4 is linear, 16 is the square. */
const MOST_GROWTH = 9;
const ATTEMPTS = 4;

let parser: LoadedParser;

/** Milliseconds of processor time that the plan took, and how many items it holds. */
function read(text: string): { readonly time: number; readonly items: number } {
  const model = buildModel(text, parser);
  const start = process.cpuUsage().user;
  const plan = readPlan('plans/plan.md', model);
  if (plan === undefined) return { time: 0, items: 0 };
  const paths = new Set(['docs/0.md', 'docs/1.md', 'plans/plan.md']);
  const context = { plan, model, otherPlans: [], files: { paths, text: () => undefined } };
  for (const rule of rules) if (rule.kind === 'plan') rule.check(context, {});
  return { time: (process.cpuUsage().user - start) / 1_000, items: plan.items.length };
}

describe('growth of large plans', function () {
  this.timeout(isFull ? 600_000 : 60_000);

  before(async () => {
    parser = await loadParser();
  });

  for (const [name, make] of Object.entries(largePlans)) {
    it(`${name}: no step that grows with the square`, () => {
      read(make(50));
      let growth = Infinity;
      for (let attempt = 0; attempt < ATTEMPTS && growth >= MOST_GROWTH; attempt++) {
        const few = read(make(FEW));
        const many = read(make(FEW * STEP));
        assert.ok(few.items >= FEW / 2 && many.items >= few.items, `${few.items} and ${many.items} items`);
        growth = Math.min(growth, many.time / Math.max(few.time, 1));
      }
      assert.ok(growth < MOST_GROWTH, `${STEP} times the items took ${growth.toFixed(1)} times as long`);
    });
  }
});
