// Ratios of reading and checking plans to building their models, in one run: real plans beside the repository where they are
// there, and generated ones of 20,000 lines. Usage: tsx bench/plans.ts [items]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownToMdast } from 'satteri';
import { analyzeDocument } from '../server/src/core/analyzeDocument.ts';
import { buildLibrary } from '../server/src/core/library/buildLibrary.ts';
import { createSatteriParser } from '../server/src/core/markdown/satteriParser.ts';
import { buildModel } from '../server/src/core/model/buildModel.ts';
import { readPlan } from '../server/src/core/roadmap/readPlan.ts';
import { createPlanReader, withRoadmap } from '../server/src/core/roadmap/roadmapLibrary.ts';
import { largePlans } from '../test/support/largePlans.ts';
import { time } from './documents.ts';

const ROUNDS = 5;
const parser = createSatteriParser(markdownToMdast);
const library = buildLibrary({ root: 'bench', files: new Map(), parser });
const shared = join(import.meta.dirname, '..', '..', 'shared');

function documentsIn(folder: string): readonly (readonly [string, string])[] {
  const path = join(shared, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).map((name) => [name.slice(0, 40), readFileSync(join(path, name), 'utf8')]);
}

/** The best of some rounds, subjects interleaved so that a slow moment hits all alike. */
function measure(subjects: Readonly<Record<string, () => void>>): Readonly<Record<string, number>> {
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, run] of Object.entries(subjects)) best.set(name, Math.min(best.get(name) ?? Infinity, time(run)));
  return Object.fromEntries(best);
}

function row(text: string): Readonly<Record<string, number | string>> {
  const model = buildModel(text, parser);
  const {
    base = 1,
    reading = 0,
    keystroke = 0,
  } = measure({
    base: () => buildModel(text, parser),
    reading: () => readPlan('plans/plan.md', model),
    keystroke: () => analyzeDocument({ path: 'plans/plan.md', text }, library),
  });
  const items = readPlan('plans/plan.md', model)?.items.length ?? 0;
  return {
    lines: model.source.lineCount,
    items,
    'model ms': Number(base.toFixed(1)),
    'readPlan x model': Number((reading / base).toFixed(1)),
    'keystroke x model': Number((keystroke / base).toFixed(1)),
  };
}

const count = Number(process.argv[2] ?? 1_000);
const large = Object.entries(largePlans).map(([name, make]) => [name, make(count)] as const);
const real = documentsIn('seeds');
console.table(Object.fromEntries([...real, ...large].map(([name, text]) => [name, row(text)])));

const plans = new Map([...real, ...documentsIn('corpus/plans')].map(([name, text]) => [`plans/${name}`, text]));
if (plans.size > 0) {
  const texts = { paths: new Set(plans.keys()), plans, files: new Map(), lineCounts: new Map() };
  const reader = createPlanReader();
  const cold = time(() => withRoadmap(library, texts, reader).plans);
  const [first = ''] = plans.keys();
  const edited = { ...texts, plans: new Map(plans).set(first, `${plans.get(first) ?? ''}\n`) };
  const one = time(() => withRoadmap(library, edited, reader).plans);
  console.log(`${plans.size} plans: one edit costs ${((one / cold) * 100).toFixed(1)} % of the first reading`);
}
