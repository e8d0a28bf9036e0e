// What the measures of text say of real documents, held against what a person read there before: which lines earn it, and
// where there is nothing.
import assert from 'node:assert/strict';
import { measures } from '../../server/src/core/measures/index.ts';
import type { MeasureContext, MeasureResult } from '../../server/src/core/measures/measure.ts';
import { measureContext } from '../support/describeMeasure.ts';
import { hasSharedDocuments, sharedDocument, sharedPaths } from '../support/sharedDocuments.ts';

/** Document, measure, amounts that are right, lines (from 1) where evidence has to begin. */
type Fact = readonly [document: string, measure: string, amounts: string, lines?: readonly number[]];

const stock = 'cases/327c13ca__电商系统__库存扣减完整案例.md';
const transfer = 'cases/327c13ca__金融系统__账户转账完整案例.md';
const logging = 'cases/327c13ca__日志系统__高频写入完整案例.md';
const tracking = 'cases/327c13ca__物流系统__订单跟踪完整案例.md';
const cap = 'cases/327c13ca__案例研究__CAP实践案例研究.md';
const index = 'cases/327c13ca__README.md';
const sale = 'cases/HEAD__01-电商秒杀系统__01-需求分析.md';
const risk = 'cases/HEAD__11-实时风控系统__README.md';
const players = 'cases/HEAD__游戏场景__玩家行为分析系统.md';
const finance = 'cases/HEAD__金融行业完整案例.md';
const speed = 'topics/performance_optimization_guide.md';
const security = 'topics/security_best_practices.md';
const some = 'some most all';

const facts: readonly Fact[] = [
  [stock, 'analysis-alternatives', some, [264, 320, 388]],
  [stock, 'analysis-trade-offs', some, [297, 365, 415]],
  [stock, 'analysis-decision', some, [314, 382, 431, 800]],
  [stock, 'analysis-cause', some, [118, 129]],
  [stock, 'practice-troubleshooting', some, [783]],
  [stock, 'practice-monitoring', some, [738]],
  [stock, 'practice-checklist', 'none'],
  [stock, 'topic-length', 'all'],
  [transfer, 'analysis-alternatives', some],
  [transfer, 'analysis-trade-offs', some, [291, 354, 422]],
  [transfer, 'practice-troubleshooting', 'none'],
  [transfer, 'practice-monitoring', some, [664]],
  [logging, 'analysis-trade-offs', some, [278, 304]],
  [logging, 'analysis-decision', some, [155, 156, 157, 561]],
  [logging, 'practice-monitoring', 'none'],
  [logging, 'practice-troubleshooting', 'none'],
  [tracking, 'analysis-alternatives', 'none'],
  [tracking, 'analysis-trade-offs', 'none'],
  [tracking, 'analysis-cause', 'none'],
  [tracking, 'practice-monitoring', some, [673]],
  [tracking, 'practice-troubleshooting', some, [715]],
  [tracking, 'practice-advice', some, [740]],
  [cap, 'analysis-trade-offs', some, [81, 125, 169]],
  [cap, 'practice-advice', 'none'],
  [cap, 'practice-monitoring', 'none'],
  [cap, 'practice-lessons', some, [231]],
  [sale, 'analysis-alternatives', 'none'],
  [sale, 'analysis-cause', some, [310]],
  [sale, 'analysis-solution', 'none'],
  [sale, 'practice-checklist', 'none'],
  [sale, 'topic-edge-cases', 'most all'],
  [risk, 'practice-checklist', some, [882]],
  [risk, 'analysis-cause', some, [134]],
  [risk, 'practice-monitoring', some, [858]],
  [risk, 'analysis-trade-offs', 'none'],
  [risk, 'practice-troubleshooting', 'none'],
  [players, 'analysis-alternatives', some, [487, 495]],
  [players, 'analysis-decision', some, [487, 495]],
  [players, 'practice-advice', some, [501]],
  [players, 'practice-monitoring', 'none'],
  [finance, 'practice-advice', some, [605]],
  [finance, 'practice-troubleshooting', 'none'],
  [finance, 'topic-edge-cases', 'none'],
  [speed, 'practice-pitfalls', some, [86, 415, 476, 571]],
  [speed, 'practice-performance', 'most all', [73, 269, 507, 661, 907]],
  [speed, 'analysis-mechanism', some, [77, 201, 511]],
  [speed, 'practice-troubleshooting', 'none'],
  [security, 'practice-pitfalls', some, [137, 217, 859]],
  [security, 'analysis-alternatives', 'none'],
  ['topics/advanced_monitoring_sre.md', 'practice-troubleshooting', some, [599, 726]],
  ['topics/advanced_monitoring_sre.md', 'practice-monitoring', some, [71]],
  ['topics/observability_complete_guide.md', 'practice-monitoring', 'most all', [791]],
  ['topics/distributed_reliability.md', 'analysis-mechanism', some, [101]],
  ['topics/distributed_reliability.md', 'practice-pitfalls', some, [46]],
  ['topics/advanced_concurrency_patterns.md', 'analysis-mechanism', some, [111, 451]],
  ['topics/advanced_concurrency_patterns.md', 'practice-pitfalls', some, [83, 967]],
  ['topics/state_management.md', 'analysis-trade-offs', 'none'],
  ['topics/testing_complete_guide.md', 'practice-advice', some, [962, 1016]],
  ['topics/multi_cloud_architecture.md', 'practice-monitoring', 'none'],
  ['topics/multi_cloud_architecture.md', 'practice-performance', 'none'],
  ['topics/cloud_native_best_practices.md', 'practice-monitoring', 'none'],
];

/** Blocks of code that a person counted (drawings and plain text apart). */
const examples: readonly (readonly [document: string, count: number])[] = [
  [stock, 29],
  [tracking, 20],
  [cap, 4],
  [sale, 3],
  [speed, 25],
  [index, 0],
];

const TEXT_MEASURE = /^(?:analysis|practice|topic)-/;

describe('measures of text on real documents', () => {
  before(function () {
    if (hasSharedDocuments) return;
    console.log('skipped: the shared documents are not here');
    this.skip();
  });

  const read = new Map<string, MeasureContext>();
  const contextOf = (document: string): MeasureContext => {
    const known = read.get(document);
    if (known !== undefined) return known;
    const context = measureContext(document, sharedDocument(`corpus/${document}`).text);
    read.set(document, context);
    return context;
  };
  const resultOf = (document: string, id: string): MeasureResult => {
    const measure = measures.find((one) => one.id === id);
    assert.ok(measure !== undefined, id);
    const result = measure.measure(contextOf(document));
    assert.ok('amount' in result, id);
    return result;
  };

  for (const [document, id, amounts, lines = []] of facts) {
    it(`${document}: ${id} is ${amounts.replaceAll(' ', ' or ')}`, () => {
      const { amount, evidence } = resultOf(document, id);
      assert.ok(amounts.split(' ').includes(amount), amount);
      const { source } = contextOf(document).model;
      const found = evidence.map(({ span }) => source.lineAt(span.start) + 1);
      assert.deepEqual(
        lines.filter((line) => !found.includes(line)),
        [],
        `evidence begins at ${found.join(', ')}`,
      );
    });
  }

  it('count examples as a person does', () => {
    assert.deepEqual(
      examples.map(([document]) => [document, resultOf(document, 'topic-examples').count]),
      examples,
    );
  });

  it('find nothing in a list of documents but its length', () => {
    const met = measures
      .filter(({ id }) => TEXT_MEASURE.test(id))
      .filter(({ id }) => resultOf(index, id).amount !== 'none')
      .map(({ id }) => id);
    assert.deepEqual(met, ['topic-length']);
  });

  it('give places inside the document, evidence only where something is earned', () => {
    for (const path of [...sharedPaths('corpus/cases'), ...sharedPaths('corpus/topics')]) {
      const document = path.slice('corpus/'.length);
      const { length } = contextOf(document).model.source.text;
      for (const { id } of measures.filter((one) => TEXT_MEASURE.test(one.id))) {
        const { amount, evidence, missing } = resultOf(document, id);
        assert.equal(amount === 'none', evidence.length === 0, `${path} ${id}`);
        assert.ok(evidence.length <= 8 && missing.length <= 8, `${path} ${id}`);
        for (const { span } of [...evidence, ...missing])
          assert.ok(span.start >= 0 && span.start < span.end && span.end <= length, `${path} ${id}`);
      }
    }
  });
});
