// Real plans read without a fault: whole, and cut off anywhere. Documents that are plans by name only yield nothing.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import type { Plan } from '../../server/src/core/roadmap/plan.ts';
import { readPlan } from '../../server/src/core/roadmap/readPlan.ts';
import { sharedDocument, sharedFolder, sharedPaths } from '../support/sharedDocuments.ts';

const hasPlans = existsSync(join(sharedFolder, 'corpus', 'plans'));
const CUTS = 4;

function planOf(path: string, text: string): Plan | undefined {
  return readPlan(path, buildModel(text, remarkParser));
}

/** Every place lies in the document, and every key that one part names is there. */
function checkPlan(plan: Plan, text: string): void {
  const items = new Set(plan.items.map(({ key }) => key));
  assert.equal(items.size, plan.items.length, 'keys are there once');
  const known = new Set([...items, ...plan.phases.map(({ key }) => key)]);
  const groups = new Set(plan.groups.map(({ key }) => key));
  for (const item of plan.items) {
    for (const { span } of [item, ...item.mentions, ...item.paths, ...item.statuses, ...item.tasks])
      assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, `${item.key}: ${span.start}`);
    assert.ok(item.group === undefined || groups.has(item.group), `${item.key}: group ${item.group ?? ''}`);
    for (const key of item.dependsOn) assert.ok(known.has(key), `${item.key} needs ${key}`);
    for (const slot of item.slots) assert.ok(plan.slots[slot]?.items.includes(item.key), `${item.key}: slot ${slot}`);
  }
  for (const key of plan.milestones.flatMap((milestone) => milestone.items)) assert.ok(items.has(key), key);
}

describe('real plans', () => {
  if (!hasPlans) {
    it('skipped: ../shared/corpus/plans is not there', function () {
      this.skip();
    });
    return;
  }
  for (const path of sharedPaths(join('corpus', 'plans'))) {
    it(`reads ${path}`, () => {
      const { text } = sharedDocument(path);
      const plan = planOf(path, text);
      if (plan !== undefined) checkPlan(plan, text);
    });
  }

  for (const path of sharedPaths('seeds')) {
    it(`reads ${path} cut off anywhere`, () => {
      const { text } = sharedDocument(path);
      for (let cut = 1; cut <= CUTS; cut++) {
        // Not at line ends only: somewhere in a word, a mark, a cell.
        const part = text.slice(0, Math.floor((text.length * cut) / (CUTS + 0.37)));
        const plan = planOf(path, part);
        if (plan !== undefined) checkPlan(plan, part);
      }
    });
  }

  const others = [
    ['corpus/plans/mooncake__docs__RELEASE_PLAN.md', 'a release procedure'],
    ['corpus/libraries/otlp-2025-10-29/analysis/02_distributed_architecture/control_data_planes.md', 'planes'],
  ] as const;
  for (const [path, what] of others) {
    it(`finds no plan in ${path}: ${what}`, function () {
      if (!existsSync(join(sharedFolder, path))) this.skip();
      assert.equal(planOf(path, sharedDocument(path).text), undefined);
    });
  }
});
