// The tool's levels against two people's: each document of the corpus that both read, dimension by dimension by the built-in
// standard, and item by item. Readings are never changed; a difference of two levels has its reason in disagreements.json.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { builtInText } from '../../server/src/core/library/builtIn.ts';
import { measures } from '../../server/src/core/measures/index.ts';
import { compileRubric } from '../../server/src/core/rubric/compileRubric.ts';
import type { Condition } from '../../server/src/core/rubric/rubric.ts';
import { createJudge } from '../../server/src/core/score/judge.ts';
import { scoreDocument, type ScoreContext } from '../../server/src/core/score/scoreDocument.ts';
import { parseStandard } from '../../server/src/core/standard/parseStandard.ts';
import { measureContext } from '../support/describeMeasure.ts';
import {
  agreementOf,
  asRead,
  criteria,
  dimensions,
  figuresOf,
  loadReading,
  measured,
  percent,
  readingsFolder,
  type Agreement,
  type DimensionKey,
  type ItemPair,
} from '../support/readings.ts';
import { hasSharedDocuments, sharedDocument } from '../support/sharedDocuments.ts';

const first = loadReading('reading-1.json');
const second = loadReading('reading-2.json');
const documents = [...first.keys()].sort();

const LEAST_EXACT = 70;
const LEAST_WITHIN_ONE = 95;

interface Disagreement {
  readonly document: string;
  readonly dimension: string;
  readonly tool: number;
  readonly readings: readonly [number, number];
  readonly why: string;
}

const explained = JSON.parse(
  readFileSync(join(readingsFolder, 'disagreements.json'), 'utf8'),
) as readonly Disagreement[];

interface Compared {
  readonly document: string;
  readonly dimension: DimensionKey;
  readonly tool: number;
  readonly readings: readonly [number, number];
}

function levelIn(reading: typeof first, document: string, dimension: DimensionKey): number {
  return reading.get(document)?.dimensions.get(dimension)?.level ?? Number.NaN;
}

describe('readings of real documents', () => {
  it('are of the same 23 documents, with a level from 1 to 5 and a reason for every dimension', () => {
    assert.equal(documents.length, 23);
    assert.deepEqual([...second.keys()].sort(), documents);
    for (const reading of [first, second]) {
      for (const [document, { dimensions: read }] of reading) {
        for (const dimension of dimensions) {
          const { level = 0, reason = '' } = read.get(dimension) ?? {};
          assert.ok(level >= 1 && level <= 5 && reason.length > 3, `${document} ${dimension}`);
        }
      }
    }
  });

  it('say what every item of the level tables is, by a measure that exists', () => {
    const ids = new Set(measures.map(({ id }) => id));
    for (const dimension of dimensions) {
      for (const [item, { measure }] of Object.entries(measured[dimension])) {
        assert.ok(ids.has(measure), measure);
        for (const reading of [first, second])
          assert.ok(documents.every((document) => reading.get(document)?.dimensions.get(dimension)?.items.has(item)));
      }
    }
  });
});

describe('levels of the tool against readings', () => {
  const contexts = new Map<string, ScoreContext>();
  const compared: Compared[] = [];

  before(function () {
    if (!hasSharedDocuments) {
      console.log('skipped: the shared documents are not here');
      this.skip();
    }
    this.timeout(60_000);
    const standard = parseStandard('builtin:standard.zh', builtInText('builtin:standard.zh') ?? '', remarkParser);
    const rubric = compileRubric(standard, measures);
    assert.equal(rubric.dimensions.length, dimensions.length);
    for (const document of documents) {
      const context = { ...measureContext(document, sharedDocument(`corpus/${document}`).text), measures };
      contexts.set(document, context);
      const score = scoreDocument(context, rubric);
      dimensions.forEach((dimension, index) => {
        compared.push({
          document,
          dimension,
          tool: score.dimensions[index]?.level ?? Number.NaN,
          readings: [levelIn(first, document, dimension), levelIn(second, document, dimension)],
        });
      });
    }
  });

  const against = (pick: (one: Compared) => readonly [number, number] | undefined): Agreement =>
    agreementOf(compared.flatMap((one) => [pick(one) ?? []].filter((pair) => pair.length === 2)));
  const consensus = ({ tool, readings: [a, b] }: Compared): readonly [number, number] | undefined =>
    a === b ? [tool, a] : undefined;
  const comparisons: readonly (readonly [string, (one: Compared) => readonly [number, number] | undefined])[] = [
    ['first reading', ({ tool, readings }) => [tool, readings[0]]],
    ['second reading', ({ tool, readings }) => [tool, readings[1]]],
    ['what both say', consensus],
  ];

  for (const [name, pick] of comparisons) {
    it(`agree with the ${name}: exactly in 70%, within one level in 95%`, () => {
      const { exact, withinOne, of } = against(pick);
      console.log(`      ${percent(exact, of)} exact, ${percent(withinOne, of)} within one, of ${String(of)}`);
      assert.ok(of > 100);
      assert.ok((100 * exact) / of >= LEAST_EXACT, percent(exact, of));
      assert.ok((100 * withinOne) / of >= LEAST_WITHIN_ONE, percent(withinOne, of));
    });
  }

  it('are printed with how far the readings agree with each other', () => {
    const row = (name: string, ones: readonly Compared[]): string => {
      const pairs = (pick: (one: Compared) => readonly [number, number]): Agreement => agreementOf(ones.map(pick));
      const shown = [
        pairs(({ tool, readings }) => [tool, readings[0]]),
        pairs(({ tool, readings }) => [tool, readings[1]]),
        pairs(({ readings }) => readings),
      ].map(({ exact, withinOne, of }) => `${percent(exact, of)} / ${percent(withinOne, of)}`.padEnd(18));
      return `      ${name.padEnd(12)} ${shown.join('')}`;
    };
    console.log(
      `      ${''.padEnd(12)} ${['tool and 1', 'tool and 2', '1 and 2'].map((one) => one.padEnd(18)).join('')}`,
    );
    for (const dimension of dimensions)
      console.log(
        row(
          dimension,
          compared.filter((one) => one.dimension === dimension),
        ),
      );
    console.log(row('all', compared));
    assert.equal(compared.length, documents.length * dimensions.length);
    assert.ok(compared.every(({ tool }) => Number.isInteger(tool)));
  });

  it('differ by two levels only where the reason is known', () => {
    const far = compared.filter(({ tool, readings }) => readings.some((level) => Math.abs(level - tool) >= 2));
    const short = ({ document, dimension, tool, readings }: Omit<Disagreement, 'why'>): string =>
      `${document} ${dimension}: tool ${String(tool)}, readings ${readings.join(' and ')}`;
    assert.deepEqual(far.map(short).sort(), explained.map(short).sort());
    assert.ok(explained.every(({ why }) => why.length > 20));
  });

  /** Documents in which both readings say the same of an item; where they differ nobody is right. */
  const itemPairs = (dimension: DimensionKey, item: string): readonly ItemPair[] =>
    documents.flatMap((document) => {
      const read = first.get(document)?.dimensions.get(dimension)?.items.get(item);
      const other = second.get(document)?.dimensions.get(dimension)?.items.get(item);
      const { measure, least } = measured[dimension][item] ?? { measure: '' };
      const context = contexts.get(document);
      const result = context && measures.find(({ id }) => id === measure)?.measure(context);
      if (read === undefined || read !== other || result === undefined) return [];
      return [{ tool: asRead('amount' in result ? result.amount : undefined, read, least), read }];
    });

  it('stand on items that are found as the readings find them', () => {
    console.log(`      ${'item'.padEnd(30)} precision  recall     same as both`);
    for (const dimension of dimensions) {
      for (const item of Object.keys(measured[dimension])) {
        const { precision, recall, same, of } = figuresOf(itemPairs(dimension, item));
        const shown = [precision, recall, `${String(same)} of ${String(of)}`].map((one) => one.padEnd(11)).join('');
        console.log(`      ${`${dimension} ${item}`.padEnd(30)} ${shown}`);
        assert.ok(same * 2 > of, `${dimension} ${item}: less than half as both readings say`);
      }
    }
  });

  /** What the tool and both readings say of a criterion, where the readings agree. */
  const criterionPairs = (item: string, condition: Condition): readonly { tool: boolean; read: unknown }[] =>
    documents.flatMap((document) => {
      const read = first.get(document)?.criteria?.get(item);
      const context = contexts.get(document);
      if (read === undefined || read !== second.get(document)?.criteria?.get(item) || context === undefined) return [];
      return [{ tool: createJudge(context).judge(condition).outcome === 'met', read }];
    });

  it('and criteria of topics are found as the readings find them', () => {
    const lines = Object.values(criteria).map((text) => `- ✅ ${text}`);
    const plan = parseStandard('plan.md', `# 计划\n\n## 成功标准\n\n${lines.join('\n')}\n`, remarkParser);
    const compiled = compileRubric(plan, measures).dimensions[0]?.checks ?? [];
    assert.equal(compiled.length, lines.length);
    for (const [index, [item, text]] of Object.entries(criteria).entries()) {
      const condition = compiled[index]?.condition;
      const pairs = condition === undefined ? [] : criterionPairs(item, condition);
      const same = pairs.filter(({ tool, read }) => tool === read).length;
      const figure = condition === undefined ? 'asked' : `${String(same)} of ${String(pairs.length)}`;
      console.log(`      ${item.padEnd(30)} ${figure.padEnd(11)} ${text}`);
      assert.ok(condition === undefined || pairs.length > 0);
    }
  });
});
