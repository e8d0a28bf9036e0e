// Every change that the roadmap can write into a plan: the rest of the text stays as it was, a second time changes nothing,
// no item is lost. FUZZ=full takes every item; the ordinary run takes some of each plan, always the same ones.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../server/src/core/applyEdits.ts';
import type { TextEdit } from '../../server/src/core/finding.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { provenChange } from '../../server/src/core/roadmap/edits/provenChange.ts';
import type { ChangeTarget, PlanChange } from '../../server/src/core/roadmap/edits/planChange.ts';
import { renameItem } from '../../server/src/core/roadmap/edits/renameItem.ts';
import type { PlanItem } from '../../server/src/core/roadmap/plan.ts';
import { readPlan } from '../../server/src/core/roadmap/readPlan.ts';
import { loadParser, type LoadedParser } from '../../server/src/hosts/loadParser.ts';
import { readPage } from '../support/mdtest.ts';
import { hasSharedDocuments, sharedDocument, sharedPaths } from '../support/sharedDocuments.ts';

const isFull = process.env['FUZZ'] === 'full';
const folder = join(import.meta.dirname, '..', 'dialects');
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => readPage(readFileSync(join(folder, name), 'utf8')).map(({ text }) => ({ name, text })));
const seeds = hasSharedDocuments
  ? sharedPaths('seeds').map((path) => ({ name: path, text: sharedDocument(path).text }))
  : [];

let parser: LoadedParser;

type Found = Omit<ChangeTarget, 'item'>;

function read(text: string): Found | undefined {
  const model = buildModel(text, parser);
  const plan = readPlan('plans/plan.md', model);
  return plan && { plan, model };
}

/** Some items of each plan, spread over it. */
function sample(items: readonly PlanItem[]): readonly PlanItem[] {
  const step = isFull ? 1 : Math.max(1, Math.ceil(items.length / 4));
  return items.filter((_, index) => index % step === 0);
}

function sameItem({ plan }: Found, { key, title }: PlanItem): PlanItem | undefined {
  return plan.items.find((item) => item.key === key && item.title === title);
}

function editsOf(found: Found, item: PlanItem, change: PlanChange): readonly TextEdit[] {
  const outcome = provenChange({ ...found, item }, change, parser);
  return 'edits' in outcome ? outcome.edits : [];
}

function checkEdits(edits: readonly TextEdit[], text: string, label: string): void {
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start);
  let end = 0;
  for (const { span } of ordered) {
    assert.ok(span.start >= end && span.start <= span.end && span.end <= text.length, `${label}: edits overlap`);
    end = span.end;
  }
}

/** The change is made once and for all, and no item goes away. */
function checkChange(text: string, found: Found, item: PlanItem, change: PlanChange): void {
  const label = `${JSON.stringify(change)} of “${item.title}” in\n${text.slice(0, 80)}`;
  const edits = editsOf(found, item, change);
  if (edits.length === 0) return;
  checkEdits(edits, text, label);
  const after = applyEdits(text, edits);
  const again = read(after);
  assert.ok(again, `${label}: no plan any more`);
  const titles = new Set(again.plan.items.map(({ title }) => title));
  const lost = found.plan.items.filter(({ title }) => !titles.has(title));
  assert.deepEqual(
    lost.map(({ title }) => title),
    [],
    `${label}: lost`,
  );
  if (change.kind !== 'priority') assert.equal(again.plan.items.length, found.plan.items.length, `${label}: items`);
  if (change.kind === 'move') return;
  const same = sameItem(again, item);
  assert.ok(same, `${label}: not found again`);
  assert.deepEqual(editsOf(again, same, change), [], `${label}: a second time in\n${after}`);
}

describe('changes of plans, one by one', function () {
  this.timeout(isFull ? 3_600_000 : 60_000);

  before(async () => {
    parser = await loadParser();
  });

  const states = ['done', 'in-progress', 'pending', 'paused'] as const;
  const kinds: Readonly<Record<string, (found: Found, item: PlanItem, index: number) => readonly PlanChange[]>> = {
    status: (_, __, index) => [{ kind: 'status', status: states[index % states.length] ?? 'done' }],
    priority: (_, __, index) => [{ kind: 'priority', priority: index % 2 === 0 ? 'P0' : 'P3' }],
    milestone: ({ plan }, _, index) =>
      plan.milestones.slice(index % 3, (index % 3) + 1).map(({ key }) => ({ kind: 'milestone', milestone: key })),
    move: ({ plan }, item, index) =>
      plan.groups
        .filter(({ key }) => key !== item.group)
        .slice(index % 3, (index % 3) + 1)
        .map(({ key }) => ({ kind: 'move', group: key })),
    task: (_, item) => item.tasks.slice(0, 2).map(({ box, isDone }) => ({ kind: 'task', box, isDone: !isDone })),
  };
  for (const [kind, changesOf] of Object.entries(kinds)) {
    it(`${kind}: once, and nothing else`, () => {
      for (const { text } of [...pages, ...seeds]) {
        const found = read(text);
        if (found === undefined) continue;
        sample(found.plan.items).forEach((item, index) => {
          for (const change of changesOf(found, item, index)) checkChange(text, found, item, change);
        });
      }
    });
  }

  it('rename: the new name is read where the old one was, and no other item goes away', () => {
    for (const { text, name } of [...pages, ...seeds]) {
      const found = read(text);
      if (found === undefined) continue;
      for (const item of sample(found.plan.items)) {
        const title = `${item.title}新名`;
        const edits = renameItem({ ...found, item }, title, parser);
        checkEdits(edits, text, `${name}: ${item.title}`);
        const again = read(applyEdits(text, edits));
        const label = `${name}: ${item.title} becomes ${title}`;
        assert.ok(again, label);
        const titles = again.plan.items.map((each) => each.title);
        assert.ok(titles.includes(title), label);
        assert.ok(again.plan.items.length >= found.plan.items.length, label);
      }
    }
  });
});
