// Whether the document shows how its code is tested: test code, load scripts, queries with the result they must have.
import type { Evidence, Measure, MeasureContext } from './measure.ts';
import { findTests } from './code/findTests.ts';
import { placeIn, programsOf } from './code/programs.ts';

/** From so many tests on it is not one for show. */
const SEVERAL = 3;
const MANY = 10;

export const codeTests: Measure = {
  id: 'code-tests',
  names: {
    zh: [
      '测试代码',
      '测试用例',
      '单元测试',
      '集成测试',
      '性能测试代码',
      '性能测试',
      '测试验证',
      '测试脚本',
      '压测脚本',
    ],
    en: ['test code', 'test cases', 'unit tests', 'integration tests', 'tests', 'verification', 'load tests'],
  },
  measure(context) {
    const found: { readonly evidence: Evidence; readonly count: number }[] = [];
    for (const program of programsOf(context.model)) {
      const tests = findTests(program);
      if (tests === undefined) continue;
      const span = placeIn(program, context.model.source, tests.part);
      found.push({
        evidence: { span, message: { key: 'code-tests.found', args: { count: tests.count } } },
        count: tests.count,
      });
    }
    found.push(...caseTables(context));
    const count = found.reduce((sum, one) => sum + one.count, 0);
    if (count === 0) return { amount: 'none', count, summary: { key: 'code-tests.none' }, evidence: [], missing: [] };
    return {
      amount: count >= MANY ? 'all' : count >= SEVERAL ? 'most' : 'some',
      count,
      summary: { key: 'code-tests.summary', args: { count, places: found.length } },
      evidence: found.sort((a, b) => b.count - a.count).map(({ evidence }) => evidence),
      missing: [],
    };
  },
};

/** Tables of test cases: each row says what is expected. */
function caseTables({ model }: MeasureContext): { readonly evidence: Evidence; readonly count: number }[] {
  return model.blocks.tables
    .filter(({ header, rows }) => {
      const names = header.map(({ text }) => text).join('|');
      return (
        rows.length > 0 && /用例|测试(?:项|场景|编号)|test case/i.test(names) && /预期|期望|结果|expected/i.test(names)
      );
    })
    .map(({ span, rows }) => ({
      evidence: { span, message: { key: 'code-tests.table', args: { count: rows.length } } },
      count: rows.length,
    }));
}
