// Half-typed, damaged and re-encoded plans: read without a throw, into a model that holds together, with every finding in
// its place (Invariants 3, 4, 5). FUZZ=full takes every prefix and many more damages.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import type { Plan } from '../../server/src/core/roadmap/plan.ts';
import { readPlan } from '../../server/src/core/roadmap/readPlan.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { loadParser, type LoadedParser } from '../../server/src/hosts/loadParser.ts';
import { describePlan } from '../support/describePlan.ts';
import { readPage } from '../support/mdtest.ts';
import { unsoundParts } from '../support/planPlaces.ts';
import { hasSharedDocuments, sharedDocument, sharedPaths } from '../support/sharedDocuments.ts';

const isFull = process.env['FUZZ'] === 'full';
const dialectsFolder = join(import.meta.dirname, '..', 'dialects');

interface Fixture {
  readonly name: string;
  readonly text: string;
}

const pages: readonly Fixture[] = readdirSync(dialectsFolder)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => readPage(readFileSync(join(dialectsFolder, name), 'utf8')).map(({ text }) => ({ name, text })));
const seeds: readonly Fixture[] = hasSharedDocuments
  ? sharedPaths('seeds').map((path) => ({ name: path, text: sharedDocument(path).text }))
  : [];

let parser: LoadedParser;

/** Reads and checks; fails where anything is out of place. */
function check(text: string, name: string): Plan | undefined {
  const model = buildModel(text, parser);
  const plan = readPlan('plans/plan.md', model);
  if (plan === undefined) return undefined;
  assert.deepEqual(unsoundParts(plan, model.source).slice(0, 5), [], name);
  const files = { paths: new Set(['plans/plan.md', 'docs/a.md']), text: () => 'text\n' };
  for (const rule of rules) {
    if (rule.kind !== 'plan') continue;
    for (const { span, related, fixes } of rule.check({ plan, model, otherPlans: [], files }, {})) {
      const edits = fixes?.flatMap((fix) => fix.edits) ?? [];
      for (const { start, end } of [
        span,
        ...edits.map((edit) => edit.span),
        ...(related ?? []).map((each) => each.span),
      ])
        assert.ok(start >= 0 && start <= end && end <= text.length, `${name}: ${rule.code} at ${start}-${end}`);
    }
  }
  return plan;
}

function prefixLengths({ length }: string, most: number): readonly number[] {
  if (isFull) return Array.from({ length: length + 1 }, (_, index) => index);
  return Array.from({ length: most }, (_, step) => Math.floor((length * (step + 0.37)) / most));
}

describe('damaged plans', function () {
  this.timeout(isFull ? 3_600_000 : 60_000);

  before(async () => {
    parser = await loadParser();
  });

  it('every prefix reads into a model that holds together', () => {
    for (const { name, text } of pages) for (const length of prefixLengths(text, 5)) check(text.slice(0, length), name);
    for (const { name, text } of seeds) for (const length of prefixLengths(text, 9)) check(text.slice(0, length), name);
  });

  it('lines that are lost, doubled, exchanged, half-typed or indented do no harm', () => {
    const fixtures = isFull ? [...pages, ...seeds] : pages;
    const damage = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('delete', 'double', 'swap', 'cut', 'indent', 'glue'));
    const property = fc.property(fc.nat(), fc.array(damage, { minLength: 1, maxLength: 6 }), (pick, damages) => {
      const { name, text } = fixtures[pick % fixtures.length] ?? { name: '', text: '' };
      const lines = text.split('\n');
      for (const [first, second, kind] of damages) harm(lines, { kind, at: first % lines.length, other: second });
      check(lines.join('\n'), name);
    });
    fc.assert(property, { numRuns: isFull ? 20_000 : 250, seed: isFull ? Date.now() : 7 });
  });

  it('CRLF and a byte order mark change nothing that is read', () => {
    for (const { name, text } of [...pages, ...seeds]) {
      const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
      const expected = describePlan(check(plain, name));
      assert.equal(describePlan(check(plain.replaceAll('\n', '\r\n'), name)), expected, `${name} with CRLF`);
      assert.equal(describePlan(check(`\uFEFF${plain}`, name)), expected, `${name} with a mark`);
    }
  });

  it('signs of full width, tabs and odd blanks do no harm', () => {
    for (const { name, text } of [...pages, ...seeds]) {
      check(text.replaceAll(':', '：').replaceAll('(', '（').replaceAll(')', '）'), name);
      check(text.replaceAll('：', ':').replaceAll('（', '(').replaceAll('）', ')'), name);
      check(text.replaceAll('  ', '\t'), name);
      check(text.replaceAll(' ', '\u3000'), name);
      check(text.replaceAll('\n', '\r'), name);
    }
  });

  const oddPlans: Readonly<Record<string, string>> = {
    'a circle of needs': `# Plan\n\n| Phase | Focus | Priority | Effort | Depends on |\n|---|---|---|---|---|\n| Phase 1 | A | P0 | 1 week | Phase 3 |\n| Phase 2 | B | P0 | 1 week | Phase 1, Phase 2 |\n| Phase 3 | C | P0 | 1 week | Phase 2, Phase 99 |\n\n## Phase 1: A\n\n#### 1.1 First thing (2 days)\n\n**Tasks**:\n- [ ] do\n`,
    'weeks that can not be':
      '# Plan\n\n### P0\n1. ⏳ core: First guide\n2. ⏳ core: Second guide\n\n## Schedule\n\n- Week 0: First guide\n- Week 9-2: Second guide\n- Week 9999-10000: First guide\n- Week -3: Second guide\n- Day 0-0: First guide\n',
    'rows twice': `# Plan\n\n| ID | Task | Priority | Status |\n|---|---|---|---|\n${'| A-1 | Same | P0 | done |\n'.repeat(40)}`,
    'rows too short and too long':
      '# Plan\n\n| ID | Task | Priority | Status |\n|---|---|\n| A-1 |\n| A-2 | x | P0 | done | more | more |\n|\n||||\n| A-3 | y',
    'boxes of all kinds':
      '# Plan\n\n### Task 1: thing\n\n**Priority**: P0\n\n- [ ] a\n- [x]\n- [X] b\n- [  ] c\n- [-] d\n- []\n- [ ]',
    'numbers without end': `# Plan\n\n### P0\n${'9'.repeat(400)}. ⏳ core: Guide\n1. ⏳ core: Other guide (${'9'.repeat(400)} weeks)\n- Week ${'9'.repeat(400)}: Guide\n**Total**: ${'9'.repeat(400)} documents\n`,
    'names from prototypes':
      '# Plan\n\n### P0\n1. ⏳ __proto__: constructor\n2. ⏳ toString: hasOwnProperty\n\n| ID | Task | Status |\n|---|---|---|\n| __proto__ | constructor | done |\n',
    'lone surrogates': '# Plan \uD83D\n\n### P0\n1. \uDE00 core: A\uD83D guide\n2. ⏳ core: \uDFFF\n',
  };
  for (const [name, text] of Object.entries(oddPlans)) {
    it(`${name}: read, checked, nothing thrown`, () => {
      check(text, name);
      for (let length = 0; length < text.length; length += Math.max(1, Math.floor(text.length / 60)))
        check(text.slice(0, length), name);
    });
  }
});

interface Harm {
  readonly kind: 'delete' | 'double' | 'swap' | 'cut' | 'indent' | 'glue';
  readonly at: number;
  readonly other: number;
}

function harm(lines: string[], { kind, at, other }: Harm): void {
  const line = lines[at] ?? '';
  const place = other % Math.max(1, lines.length);
  if (kind === 'delete') lines.splice(at, 1);
  else if (kind === 'double') lines.splice(place, 0, line);
  else if (kind === 'cut') lines[at] = line.slice(0, other % (line.length + 1));
  else if (kind === 'indent') lines[at] = `${' '.repeat(other % 9)}${line}`;
  else if (kind === 'glue') lines.splice(at, 2, line + (lines[at + 1] ?? ''));
  else [lines[at], lines[place]] = [lines[place] ?? '', line];
}
