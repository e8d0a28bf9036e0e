// Ratios of the fast parser and of the model build to remark, in one run. Usage: tsx bench/parse.ts [folder] [step]
import { markdownToMdast } from 'satteri';
import { remarkParser } from '../server/src/core/markdown/remarkParser.ts';
import type { MarkdownParser } from '../server/src/core/markdown/markdownParser.ts';
import { createSatteriParser } from '../server/src/core/markdown/satteriParser.ts';
import { buildModel } from '../server/src/core/model/buildModel.ts';
import { measureSpan } from '../server/src/core/model/measures.ts';
import { benchFolder, percentile, readDocuments, sum, time } from './documents.ts';

const ROUNDS = 3;
const satteriParser = createSatteriParser(markdownToMdast);
const features = { gfm: true, frontmatter: true };

/** Only the model: the tree is made before the clock starts. */
function modelAlone(text: string): number {
  const tree = satteriParser.parse(text);
  const parsed: MarkdownParser = { name: 'satteri', parse: () => tree };
  return time(() => {
    const model = buildModel(text, parsed);
    measureSpan(model, { start: 0, end: text.length });
  });
}

const subjects: Readonly<Record<string, (text: string) => number>> = {
  remark: (text) =>
    time(() => {
      remarkParser.parse(text);
    }),
  'satteri alone': (text) =>
    time(() => {
      markdownToMdast(text, { features });
    }),
  'satteri behind the port': (text) =>
    time(() => {
      satteriParser.parse(text);
    }),
  'model and measures': modelAlone,
  'parse and model': (text) =>
    time(() => {
      buildModel(text, satteriParser);
    }),
};

const folder = benchFolder(process.argv[2]);
const documents = readDocuments(folder, Number(process.argv[3] ?? 40));
const times = new Map(Object.keys(subjects).map((name) => [name, [] as number[]]));
for (const { text } of documents.slice(0, 5)) for (const run of Object.values(subjects)) run(text);
for (const { text } of documents) {
  // Interleaved per document, so that a slow moment of the machine hits all alike; the best of the rounds counts.
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(subjects)) best.set(name, Math.min(best.get(name) ?? Infinity, run(text)));
  }
  for (const [name, value] of best) times.get(name)?.push(value);
}

const megabytes = sum(documents.map(({ text }) => Buffer.byteLength(text))) / 1e6;
const base = sum(times.get('remark') ?? []);
const fast = sum(times.get('satteri alone') ?? []);
console.log(`${documents.length} documents, ${megabytes.toFixed(1)} MB, Node ${process.versions.node}, ${folder}`);
console.table(
  Object.fromEntries(
    [...times].map(([name, values]) => [
      name,
      {
        ms: Number(sum(values).toFixed(0)),
        'MB/s': Number(((megabytes * 1000) / sum(values)).toFixed(1)),
        'p50 ms': Number(percentile(values, 0.5).toFixed(2)),
        'p99 ms': Number(percentile(values, 0.99).toFixed(1)),
        'x remark': Number((sum(values) / base).toFixed(3)),
        'x satteri': Number((sum(values) / fast).toFixed(2)),
      },
    ]),
  ),
);
