// What measures of code and data say of real documents, against facts that were read in them by hand: amounts, counts, and
// the lines where something is missing.
import assert from 'node:assert/strict';
import { markdownToMdast } from 'satteri';
import { createSatteriParser } from '../../server/src/core/markdown/satteriParser.ts';
import type { Measure, MeasureContext } from '../../server/src/core/measures/measure.ts';
import { measures } from '../../server/src/core/measures/index.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { measureContext } from '../support/describeMeasure.ts';
import { hasSharedDocuments, sharedDocument, sharedPaths } from '../support/sharedDocuments.ts';

const parser = createSatteriParser(markdownToMdast);

interface Fact {
  /** Part of the file's name. */
  readonly document: string;
  readonly measure: string;
  readonly amount: 'none' | 'some' | 'most' | 'all' | 'not applicable';
  readonly count?: number;
  /** One-based lines where something is missing. */
  readonly missing?: readonly number[];
}

const facts: readonly Fact[] = [
  // No code at all: an index of cases.
  { document: '327c13ca__README', measure: 'code-blocks', amount: 'none', count: 0 },
  { document: '327c13ca__README', measure: 'code-comments', amount: 'not applicable' },
  // 29 fences, nine of which hold nothing but remarks in comments.
  { document: '库存扣减', measure: 'code-blocks', amount: 'all', count: 20 },
  { document: '库存扣减', measure: 'code-languages', amount: 'all', count: 4 },
  { document: '库存扣减', measure: 'code-elisions', amount: 'all', missing: [] },
  // The Go block lists its imports without fmt.
  { document: '库存扣减', measure: 'code-complete', amount: 'most', count: 19, missing: [655] },
  { document: '库存扣减', measure: 'code-tests', amount: 'none', count: 0 },
  { document: '库存扣减', measure: 'code-usage', amount: 'none' },
  // QPS and latency of three solutions in comments, three figures in the summary; the requirements do not count.
  { document: '库存扣减', measure: 'data-performance', amount: 'most', count: 10 },
  { document: '库存扣减', measure: 'data-comparison', amount: 'some', count: 1 },
  { document: '库存扣减', measure: 'data-environment', amount: 'none' },
  { document: '库存扣减', measure: 'data-test-data', amount: 'none' },
  { document: '库存扣减', measure: 'data-generator', amount: 'none' },
  { document: '高频写入', measure: 'code-elisions', amount: 'most', missing: [148, 272] },
  { document: '高频写入', measure: 'code-complete', amount: 'most', missing: [148, 272, 406] },
  { document: '高频写入', measure: 'data-description', amount: 'none' },
  // Java and Go are left out wholly; IF stands outside of a routine three times.
  { document: '订单跟踪', measure: 'code-languages', amount: 'all', count: 2 },
  { document: '订单跟踪', measure: 'code-complete', amount: 'most', count: 11, missing: [323, 366, 471, 632, 639] },
  // Bounds and targets only.
  { document: '订单跟踪', measure: 'data-performance', amount: 'none', count: 0 },
  { document: '账户转账', measure: 'code-elisions', amount: 'most', missing: [206, 347, 416] },
  { document: '账户转账', measure: 'data-comparison', amount: 'some', count: 1 },
  // Requirements: targets, volumes and machines that are constraints.
  { document: '需求分析', measure: 'data-performance', amount: 'none' },
  { document: '需求分析', measure: 'data-environment', amount: 'none' },
  { document: '需求分析', measure: 'code-error-handling', amount: 'all', count: 3 },
  // Settings in the middle of SQL; tasks that only say `pass`.
  { document: '实时风控', measure: 'code-complete', amount: 'most', missing: [715, 777] },
  { document: '实时风控', measure: 'code-usage', amount: 'some' },
  { document: '实时风控', measure: 'data-test-data', amount: 'some', count: 1 },
  { document: '实时风控', measure: 'data-description', amount: 'some', count: 19 },
  { document: '玩家行为', measure: 'code-error-handling', amount: 'none', count: 0 },
  { document: '玩家行为', measure: 'code-complete', amount: 'most', missing: [324] },
  { document: '玩家行为', measure: 'data-comparison', amount: 'all' },
  { document: '玩家行为', measure: 'data-environment', amount: 'none', missing: [475] },
  // A stray fence has turned the one behind it around.
  { document: '金融行业', measure: 'code-blocks', amount: 'all', count: 9 },
  { document: 'CAP实践', measure: 'code-blocks', amount: 'all', count: 4 },
  { document: 'multi_cloud', measure: 'code-complete', amount: 'most', missing: [197, 225, 638, 702] },
  { document: 'state_management', measure: 'code-elisions', amount: 'most', missing: [638, 852] },
  { document: 'advanced_concurrency', measure: 'code-elisions', amount: 'most', missing: [732, 751, 971, 984] },
  { document: 'reactive', measure: 'code-complete', amount: 'most', missing: [395] },
  { document: 'performance_opt', measure: 'code-usage', amount: 'all' },
  { document: 'performance_opt', measure: 'data-performance', amount: 'all' },
  { document: 'performance_opt', measure: 'data-comparison', amount: 'all' },
  { document: 'performance_opt', measure: 'data-environment', amount: 'none' },
  { document: 'testing_complete', measure: 'code-tests', amount: 'all' },
  { document: 'security', measure: 'code-error-handling', amount: 'all' },
  { document: 'security', measure: 'code-tests', amount: 'some', count: 2 },
  // Dice choose a worker and a fault there; they make no data.
  { document: 'advanced_concurrency', measure: 'data-generator', amount: 'none' },
  { document: 'resilience', measure: 'data-generator', amount: 'none' },
  { document: 'cloud_native', measure: 'code-languages', amount: 'all', count: 2 },
];

describe('measures of code and data on real documents', function () {
  before(function () {
    if (!hasSharedDocuments) {
      console.log('skipped: the real documents are not here');
      this.skip();
    }
  });

  const small = measureContext('cases/案例.md', '# 案例\n');
  const contexts = new Map<string, MeasureContext>();
  const contextOf = (path: string): MeasureContext => {
    // These measures read the model alone; findings and facts of real documents would take most of the time.
    const known = contexts.get(path) ?? { ...small, model: buildModel(sharedDocument(path).text, parser) };
    contexts.set(path, known);
    return known;
  };
  const paths = hasSharedDocuments ? [...sharedPaths('corpus/cases'), ...sharedPaths('corpus/topics')] : [];

  for (const fact of facts) {
    it(`${fact.measure} of ${fact.document}`, () => {
      const measure = measures.find(({ id }) => id === fact.measure);
      const path = paths.find((one) => one.includes(fact.document));
      assert.ok(measure !== undefined && path !== undefined);
      assert.deepEqual(readFact(measure, contextOf(path), fact), fact);
    });
  }

  it('find performance data in one topic only: the others have code and no figures', () => {
    const measure = measures.find(({ id }) => id === 'data-performance');
    assert.ok(measure !== undefined);
    const topics = paths.filter((path) => path.startsWith('corpus/topics/'));
    const withFigures = topics.filter((path) => {
      const result = measure.measure(contextOf(path));
      return 'amount' in result && result.amount !== 'none';
    });
    assert.deepEqual(
      withFigures.map((path) => path.split('/').at(-1)),
      ['performance_optimization_guide.md'],
    );
  });

  it('give places inside the document, and none without an amount', () => {
    for (const path of paths)
      for (const measure of measures.filter(({ id }) => /^(?:code|data)-/.test(id)))
        checkPlaces(measure, contextOf(path));
  });
});

function readFact(measure: Measure, context: MeasureContext, { document, count, missing }: Fact): Fact {
  const result = measure.measure(context);
  if ('notApplicable' in result) return { document, measure: measure.id, amount: 'not applicable' };
  const lines = result.missing.map(({ span }) => context.model.source.lineAt(span.start) + 1);
  return {
    document,
    measure: measure.id,
    amount: result.amount,
    ...(count !== undefined && result.count !== undefined && { count: result.count }),
    ...(missing !== undefined && { missing: lines }),
  };
}

function checkPlaces(measure: Measure, context: MeasureContext): void {
  const result = measure.measure(context);
  if ('notApplicable' in result) return;
  const { length } = context.model.source.text;
  assert.equal(result.evidence.length === 0, result.amount === 'none', measure.id);
  for (const { span } of [...result.evidence, ...result.missing]) {
    assert.ok(span.start >= 0 && span.start < span.end && span.end <= length, measure.id);
    assert.ok(context.model.source.slice(span).trim() !== '', measure.id);
  }
}
