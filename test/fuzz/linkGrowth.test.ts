// One line with very many links, images or tags: the cost of examining and judging it grows with its length, not with the
// square of it, and no call takes its nodes as arguments. Processor time, four times the marks against one time.
import assert from 'node:assert/strict';
import { judgeDocument } from '../../server/src/core/analyzeDocument.ts';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import { emptyIndex, updateIndex } from '../../server/src/core/index/libraryIndex.ts';
import { narrowConfiguration } from '../../server/src/core/library/narrowConfiguration.ts';
import type { LibraryContext } from '../../server/src/core/library/libraryContext.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';

const FEW = 2_000;
const STEP = 4;
/** 4 is linear, 16 is the square. */
const MOST_GROWTH = 9;
const ATTEMPTS = 4;
/** More nodes than a call takes as arguments. */
const VERY_MANY = 150_000;

const lines: Readonly<Record<string, (count: number) => string>> = {
  'links in a paragraph': (count) => `x ${'[a](b.md) '.repeat(count)}`,
  'links in a Chinese field': (count) => `> **相关文档**：${'[甲](b.md) '.repeat(count)}`,
  'links in a list item': (count) => `- ${'[a](b.md) '.repeat(count)}`,
  'links in a cell': (count) => `| a | b |\n|---|---|\n| ${'[a](b.md) '.repeat(count)} | x |`,
  'links in a heading': (count) => `## ${'[a](#b) '.repeat(count)}`,
  images: (count) => 'x ![a](b.png) '.repeat(count),
  labels: (count) => `${'[a][x] '.repeat(count)}\n\n[x]: b.md`,
  'links that are none': (count) => '[a b][xx] [a](b c.md) '.repeat(count),
  'tags without a comment': (count) => 'x <a id="x"></a> '.repeat(count),
  paths: (count) => '`a/b.md` '.repeat(count),
};

describe('growth of lines with many links', function () {
  this.timeout(120_000);
  let library: LibraryContext;

  before(async () => {
    const { configuration } = narrowConfiguration('{"kinds": {"case": {"files": ["**"]}}}');
    library = { root: 'test', parser: await loadParser(), configuration, kinds: new Map(), problems: new Map() };
  });

  /** Milliseconds of processor time for one document, and how many links its facts hold. */
  function check(text: string): { readonly time: number; readonly marks: number } {
    const start = process.cpuUsage().user;
    const examination = examineDocument({ path: 'a/x.md', text: `# T\n\n${text}\n\n## S\n` }, library);
    const { facts } = examination;
    const index = updateIndex(emptyIndex, { changed: [facts], paths: new Set([facts.path, 'b/y.md']) });
    judgeDocument(examination, { ...library, index });
    const { links, missedLinks = [], codePaths } = facts;
    const time = (process.cpuUsage().user - start) / 1_000;
    return { time, marks: links.length + missedLinks.length + codePaths.length };
  }

  for (const [name, make] of Object.entries(lines)) {
    it(`${name}: no step that grows with the square`, () => {
      const isTag = name.startsWith('tags');
      check(make(FEW));
      let growth = Infinity;
      for (let attempt = 0; attempt < ATTEMPTS && growth >= MOST_GROWTH; attempt++) {
        const few = check(make(FEW));
        const many = check(make(FEW * STEP));
        assert.ok(isTag || (few.marks >= FEW && many.marks >= FEW * STEP), `${few.marks} and ${many.marks} marks`);
        growth = Math.min(growth, many.time / Math.max(few.time, 5));
      }
      assert.ok(growth < MOST_GROWTH, `${STEP} times the marks took ${growth.toFixed(1)} times as long`);
    });
  }

  it('examines a line of more nodes than a call takes arguments', () => {
    assert.equal(check('`a/` '.repeat(VERY_MANY)).marks, VERY_MANY);
  });
});
