// Relations that real libraries state, and what the rules say of them, whatever kind a document is of: these libraries have no
// configuration. Counts are pinned; every finding was read against its document. The default run measures two libraries,
// FUZZ=full all four; SHOW=1 prints the findings.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import { emptyIndex, updateIndex } from '../../server/src/core/index/libraryIndex.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import { renderMessage } from '../../server/src/core/messages/render.ts';
import { relationsOf } from '../../server/src/core/relations/relationsOf.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { hasSharedDocuments, sharedDocument, sharedFolder, sharedPaths } from '../support/sharedDocuments.ts';

type Counts = Readonly<Record<string, number>>;

interface Measured {
  readonly relations: Counts;
  readonly findings: Counts;
}

const libraries: Readonly<Record<string, Measured>> = {
  'mooncake-2025-12-29': { relations: { 'prerequisite, section': 1, 'related, section': 9 }, findings: {} },
  'pg-2025-11-28': { relations: { 'related, field': 180, 'related, section': 269 }, findings: {} },
  'otlp-2025-10-09': { relations: { 'related, field': 37 }, findings: {} },
  // Five paths in 关联 of documents that were moved to an archive; none of the files is there.
  'otlp-2025-10-29': {
    relations: { 'related, field': 50, 'related, section': 700 },
    findings: { 'relation-target': 5 },
  },
};

const everyday = ['mooncake-2025-12-29', 'pg-2025-11-28'];
const isFull = process.env['FUZZ'] === 'full';

async function measure(name: string): Promise<Measured> {
  const parser = await loadParser();
  const folder = `corpus/libraries/${name}`;
  const texts = sharedPaths(folder).map((path) => [path.slice(folder.length + 1), sharedDocument(path).text] as const);
  const list = join(sharedFolder, `${folder}.files.txt`);
  const paths = new Set(existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : texts.map(([path]) => path));
  const library = buildLibrary({ root: 'file:///library', files: new Map(), parser });
  const changed = texts.map(([path, text]) => examineDocument({ path, text }, library).facts);
  const index = updateIndex(emptyIndex, { changed, paths });
  const { configuration } = library;
  const relations = new Map<string, number>();
  for (const { type, via } of relationsOf({ index, configuration }).edges) add(relations, `${type}, ${via}`);
  const findings = new Map<string, number>();
  const textOf = new Map(texts);
  for (const facts of index.documents.values()) {
    for (const rule of rules) {
      if (rule.kind !== 'library' || !rule.code.startsWith('relation-')) continue;
      for (const { code, message, span } of rule.check({ facts, index, configuration, options: {} })) {
        add(findings, code);
        show(
          `${facts.path}:${String(lineAt(textOf.get(facts.path) ?? '', span.start))} ${renderMessage(message, 'zh')}`,
        );
      }
    }
  }
  return { relations: recordOf(relations), findings: recordOf(findings) };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function show(line: string): void {
  if (process.env['SHOW'] === '1') process.stdout.write(`${line}\n`);
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function recordOf(counts: ReadonlyMap<string, number>): Counts {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('relations of real libraries', () => {
  for (const [name, expected] of Object.entries(libraries)) {
    if (!isFull && !everyday.includes(name)) continue;
    it(`are read and judged as before: ${name}`, async function () {
      this.timeout(300_000);
      if (!hasSharedDocuments) this.skip();
      const measured = await measure(name);
      process.stdout.write(`      ${JSON.stringify(measured)}\n`);
      assert.deepEqual(measured, expected);
    });
  }
});
