// Builds the model of every document of a folder with both parsers: none may throw, both must agree. Prints times and
// differences, exit code 1 for any. Usage: tsx bench/library.ts [folder] [step]
import { markdownToMdast } from 'satteri';
import { remarkParser } from '../server/src/core/markdown/remarkParser.ts';
import { createSatteriParser } from '../server/src/core/markdown/satteriParser.ts';
import { buildModel } from '../server/src/core/model/buildModel.ts';
import type { DocumentModel } from '../server/src/core/model/documentModel.ts';
import { measureSpan } from '../server/src/core/model/measures.ts';
import { benchFolder, percentile, readDocuments, sum } from './documents.ts';
import type { BenchDocument } from './documents.ts';

const satteriParser = createSatteriParser(markdownToMdast);

/** Everything but the tree and the text, without the cycles of parents. */
function facts(model: DocumentModel): string {
  const sections = model.sections.map(({ heading, level, span, bodySpan, anchor }) => ({
    heading,
    level,
    span,
    bodySpan,
    anchor,
  }));
  const counts = measureSpan(model, { start: 0, end: model.source.text.length });
  const toc = model.toc && { listSpan: model.toc.listSpan, entries: model.toc.entries };
  return JSON.stringify({
    sections,
    toc,
    counts,
    metadata: model.metadata,
    blocks: model.blocks,
    comments: model.comments,
    problems: model.problems,
  });
}

const folder = benchFolder(process.argv[2]);
const documents = readDocuments(folder, Number(process.argv[3] ?? 1));
const times: { remark: number[]; satteri: number[] } = { remark: [], satteri: [] };
const failures: string[] = [];
const tally = { sections: 0, metadataBlocks: 0, fields: 0, tocs: 0, tocEntries: 0, code: 0, problems: 0 };
function check({ path, text }: BenchDocument): void {
  try {
    const seen: string[] = [];
    for (const [name, parser] of [
      ['satteri', satteriParser],
      ['remark', remarkParser],
    ] as const) {
      const start = performance.now();
      const model = buildModel(text, parser);
      times[name].push(performance.now() - start);
      seen.push(facts(model));
      if (name === 'remark') continue;
      tally.sections += model.sections.length;
      tally.metadataBlocks += model.metadata.length;
      tally.fields += sum(model.metadata.map((block) => block.fields.length));
      tally.tocs += model.toc === undefined ? 0 : 1;
      tally.tocEntries += model.toc?.entries.length ?? 0;
      tally.code += model.blocks.code.length;
      tally.problems += model.problems.length;
    }
    if (seen[0] !== seen[1]) failures.push(`${path}: the parsers differ`);
  } catch (error) {
    failures.push(`${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}
for (const document of documents) check(document);
for (const failure of failures) console.error(failure);
console.log(`${documents.length} documents of ${folder}, Node ${process.versions.node}: ${failures.length} failures`);
console.log(tally);
for (const [name, values] of Object.entries(times)) {
  const worst = values.indexOf(Math.max(...values));
  console.log(
    `${name}: ${(sum(values) / 1000).toFixed(1)} s, p50 ${percentile(values, 0.5).toFixed(1)} ms, p99 ${percentile(values, 0.99).toFixed(1)} ms, ` +
      `worst ${Math.max(...values).toFixed(0)} ms (${documents[worst]?.path ?? ''})`,
  );
}
process.exitCode = failures.length === 0 ? 0 : 1;
