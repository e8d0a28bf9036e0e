// The command line over a whole library against what it can not be faster than: a bare parse of all files (cold), reading
// and hashing all files (warm), and the same again for a library of many small files. Ratios of one run.
// usage: tsx bench/check.ts [folder] [small files, 0 for none]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { markdownToMdast } from 'satteri';
import { benchFolder, readDocuments, time } from './documents.ts';

const bundle = join(import.meta.dirname, '..', 'dist', 'cli.cjs');
if (!existsSync(bundle)) throw new Error('npm run build first: the bundle is what people run');

const folder = benchFolder(process.argv[2]);
const smallFiles = Number(process.argv[3] ?? 0);
const work = mkdtempSync(join(tmpdir(), 'casewright-bench-'));

/** Milliseconds of one process of the command line. */
function check(path: string, ...options: readonly string[]): number {
  const words = [bundle, 'check', '.', '-q', '-f', 'json', '-o', join(work, 'report.json'), ...options];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: path, encoding: 'utf8' });
  const milliseconds = performance.now() - start;
  if (status === 2 || status === null) throw new Error(`check failed: ${stderr}`);
  return milliseconds;
}

function best(count: number, run: () => number): number {
  return Math.min(...Array.from({ length: count }, run));
}

function ratio(value: number, base: number): string {
  return (value / base).toFixed(2);
}

function measure(path: string, label: string): number {
  const documents = readDocuments(path);
  const cache = join(work, `cache-${label}`);
  const parse = best(2, () =>
    time(() => {
      for (const { text } of documents) markdownToMdast(text);
    }),
  );
  const hash = best(3, () =>
    time(() => {
      for (const document of documents)
        createHash('sha256')
          .update(readFileSync(join(path, document.path)))
          .digest();
    }),
  );
  const nothing = best(3, () => time(() => spawnSync(process.execPath, [bundle, '--version'])));
  const cold = check(path, '--no-cache', '--threads', '1');
  check(path, '--cache', cache);
  const warm = best(3, () => check(path, '--cache', cache));
  console.log(`${label}: ${documents.length} documents`);
  console.log(
    `  parse ${parse.toFixed(0)} ms, read and hash ${hash.toFixed(0)} ms, start with nothing to do ${nothing.toFixed(0)} ms`,
  );
  console.log(`  cold, one thread ${cold.toFixed(0)} ms: ${ratio(cold, parse)} of a bare parse`);
  console.log(
    `  warm ${warm.toFixed(0)} ms: ${ratio(warm, hash + nothing)} of starting, reading and hashing; ${ratio(warm, cold)} of cold`,
  );
  return cold / documents.length;
}

/** Many small documents that link to each other, in folders of a hundred. */
function smallLibrary(count: number): string {
  const root = join(work, `small-${count}`);
  for (let index = 0; index < count; index++) {
    const path = join(root, `f${Math.floor(index / 100)}`, `${index}.md`);
    if (index % 100 === 0) mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `# Document ${index}\n\n## Part\n\nSee [the next](${index + 1}.md#part).\n`);
  }
  return root;
}

try {
  measure(folder, 'real');
  if (smallFiles > 0) {
    const few = measure(smallLibrary(Math.ceil(smallFiles / 10)), 'small, a tenth');
    const many = measure(smallLibrary(smallFiles), 'small');
    console.log(`cost per document of ten times as many: ${ratio(many, few)}`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
