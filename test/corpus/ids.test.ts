// Ids of real libraries: the schemes of a real id standard against an expectation made by reading it, ids counted in another
// way, and every duplicate judged by reading.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentFacts } from '../../server/src/core/facts/documentFacts.ts';
import { libraryFindings } from '../../server/src/core/checking/libraryFindings.ts';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import { idsOf } from '../../server/src/core/ids/idsOf.ts';
import { readIdStandard } from '../../server/src/core/ids/readIdStandard.ts';
import { emptyIndex, updateIndex } from '../../server/src/core/index/libraryIndex.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { hasSharedDocuments, sharedDocument, sharedFolder } from '../support/sharedDocuments.ts';

const standardPath = '00-项目文件/20-文档编号体系规范.md';
const standardText = (): string =>
  sharedDocument('corpus/templates/pg__MVCC-ACID-CAP__00-项目文件__20-文档编号体系规范.md').text;

/** Read from the tables 1.1, 1.2 and 3.3 of the standard: line in the file, prefix row, form, folder, range row (or 2.1 for all). */
const expected: readonly (readonly [line: number, pattern: string, folder: string, rangeLine: number])[] = [
  [65, 'MVCC-{NNN}', 'view/MVCC核心文档', 119],
  [66, 'CAP-{NNN}', 'view/CAP核心文档', 119],
  [67, 'RUST-{NNN}', 'view/Rust同构性文档', 119],
  [68, 'PG{NN}-FEATURE-{NNN}', '01-理论基础/PostgreSQL版本特性', 119],
  [69, 'TOOLS-{CATEGORY}-{NNN}', '02-多维度视角/工具生态视角', 265],
  [70, 'DESIGN-{CATEGORY}-{NNN}', '02-多维度视角/数据库设计视角', 266],
  [71, 'DEV-{CATEGORY}-{NNN}', '02-多维度视角/程序员视角', 267],
  [72, 'OPS-{CATEGORY}-{NNN}', '02-多维度视角/运维视角', 268],
  [73, 'SCENARIO-{CATEGORY}-{NNN}', '03-场景实践', 269],
  [74, 'THEORY-{CATEGORY}-{NNN}', '04-形式化论证/理论论证', 270],
  [75, 'CAP-ARG-{NNN}', '04-形式化论证/CAP同构性论证', 271],
  [76, 'PROOF-{CATEGORY}-{NNN}', '04-形式化论证/形式化证明', 272],
  [77, 'PERF-{CATEGORY}-{NNN}', '04-形式化论证/性能模型', 273],
  [78, 'MATRIX-{CATEGORY}-{NNN}', '04-形式化论证/概念矩阵', 274],
  [79, 'MINDMAP-{CATEGORY}-{CATEGORY}-{NNN}', '04-形式化论证/思维导图', 275],
  [80, 'PLAN-{CATEGORY}-{NNN}', '06-后续规划', 119],
  [81, 'STRUCTURE-{CATEGORY}-{NNN}', '00-项目文件', 119],
];

const libraries = ['pg-2025-11-28', 'otlp-2025-10-09', 'otlp-2025-10-29', 'mooncake-2025-12-29'];

/** Every id that two documents of these libraries have, judged by reading them. */
const duplicates = new Map<string, 'clash' | 'copy'>([
  // A reading guide of the theory folder, and one of the proofs.
  ['THEORY-INDEX', 'clash'],
  // A page about tools for checking, and one about the tools around the database.
  ['TOOLS-INDEX', 'clash'],
  // One paper with one title: 59 of the 60 headings among the proofs stand in the longer version under view/ too.
  ['THEORY-RUST-ISOMORPHISM-001', 'copy'],
]);

interface RealDocument {
  readonly path: string;
  readonly text: string;
}

function documentsOf(library: string): readonly RealDocument[] {
  const folder = join(sharedFolder, 'corpus', 'libraries', library);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(folder.length + 1).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}

/** The id of a document, told by a plain pattern over what stands before its first code: no part of the product is used. */
function idInText(text: string): string | undefined {
  return /^> \*\*文档编号\*\*: (\S+)\s*$/m.exec(text.split('```')[0] ?? '')?.[1];
}

describe('ids of real libraries', function () {
  before(function () {
    if (hasSharedDocuments) return;
    console.log('skipped: the shared documents are not here');
    this.skip();
  });

  it('follow schemes that are read from the id standard: 17 prefixes with forms, folders, ranges and lines', () => {
    const { schemes, allocations, retired } = readIdStandard(standardPath, standardText(), remarkParser);
    assert.deepEqual(
      schemes.map(({ pattern, folders, range, origin }) => [
        origin.line + 1,
        pattern,
        folders.join(),
        (range?.origin.line ?? -1) + 1,
      ]),
      expected,
    );
    assert.ok(schemes.every(({ range }) => range?.from === 1 && range.to === 999));
    assert.equal(allocations.length, 13, 'nine core documents and four of versions');
    assert.deepEqual(
      allocations.find(({ id }) => id === 'RUST-001'),
      {
        id: 'RUST-001',
        file: 'postgresql_rust.md',
        origin: { path: standardPath, line: 258 },
      },
    );
    assert.deepEqual(retired, []);
  });

  describe('counted and judged', () => {
    const indexes = new Map<string, readonly DocumentFacts[]>();
    const texts = new Map<string, readonly RealDocument[]>();

    before(async () => {
      const parser = await loadParser();
      for (const library of libraries) {
        const documents = documentsOf(library);
        const context = buildLibrary({ root: library, files: new Map(), parser });
        // Only documents that speak of ids at all are worth the time.
        const speaking = documents.filter(({ text }) => text.includes('编号'));
        texts.set(library, documents);
        indexes.set(
          library,
          speaking.map((document) => examineDocument(document, context).facts),
        );
      }
    });

    for (const library of libraries) {
      it(`${library}: the ids that a plain search finds`, () => {
        const found = new Map<string, string[]>();
        for (const { path, text } of texts.get(library) ?? []) {
          const id = idInText(text);
          if (id !== undefined) found.set(id, [...(found.get(id) ?? []), path]);
        }
        const index = updateIndex(emptyIndex, { changed: indexes.get(library) ?? [] });
        const sorted = (ids: ReadonlyMap<string, readonly string[]>) =>
          [...ids]
            .map(([id, paths]) => [id, paths.toSorted()])
            .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
        assert.deepEqual(sorted(idsOf(index)), sorted(found));
        assert.equal([...found.values()].flat().length, library.startsWith('pg') ? 253 : 0);
        assert.equal(found.size, library.startsWith('pg') ? 250 : 0);
      });
    }

    it('duplicates are clashes and copies as judged, without any configuration, and nothing else is said', () => {
      const judged = new Map<string, string>();
      for (const [id, findings] of idFindings(undefined)) {
        assert.equal(findings.length, 2, `${id} in both documents`);
        judged.set(id, [...new Set(findings)].join());
      }
      const codes = new Map([...duplicates].map(([id, kind]) => [id, kind === 'copy' ? 'id-copy' : 'id-duplicate']));
      assert.deepEqual(judged, codes);
    });

    it('the standard finds what departs from it', () => {
      const counts = new Map<string, number>();
      for (const findings of idFindings(standardPath).values())
        for (const code of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
      assert.deepEqual(Object.fromEntries([...counts].toSorted()), {
        'id-allocation': 1,
        'id-copy': 2,
        'id-duplicate': 4,
        'id-format': 50,
        'id-prefix': 92,
      });
    });

    /** Codes of the findings by id. */
    function idFindings(standard: string | undefined): ReadonlyMap<string, readonly string[]> {
      const facts = indexes.get('pg-2025-11-28') ?? [];
      const index = updateIndex(emptyIndex, { changed: facts, paths: new Set(facts.map(({ path }) => path)) });
      const files = new Map([[standardPath, standardText()]]);
      const text = standard === undefined ? undefined : JSON.stringify({ ids: { standard } });
      const { configuration } = buildLibrary({
        root: 'pg',
        files,
        parser: remarkParser,
        ...(text !== undefined && { configurationText: text }),
      });
      const found = new Map<string, string[]>();
      for (const document of facts) {
        for (const { code, span } of libraryFindings(document, { index, configuration })) {
          if (!code.startsWith('id-')) continue;
          const id = document.ids.find((each) => each.span.start === span.start)?.id ?? '';
          found.set(id, [...(found.get(id) ?? []), code]);
        }
      }
      return found;
    }
  });
});
