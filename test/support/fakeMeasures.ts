// Small measures for tests of rubrics and scores: what each finds is said by the test.
import type { Amount, Measure, MeasureResult, NotApplicable } from '../../server/src/core/measures/measure.ts';

export interface Given {
  readonly amount: Amount;
  readonly count?: number;
  readonly at?: readonly (readonly [start: number, end: number])[];
  readonly missing?: readonly (readonly [start: number, end: number])[];
}

interface FakeNames {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly asks?: Amount;
}

/** Names as the built-in standard and the real one use them. */
const fakeNames: Readonly<Record<string, FakeNames>> = {
  'analysis-cause': { zh: ['原因分析'], en: ['causes'] },
  'analysis-mechanism': { zh: ['机制说明', '工作机制', '技术原理'], en: ['mechanism'] },
  'code-blocks': { zh: ['代码', '代码示例', '实例'], en: ['code', 'code examples', 'code blocks'] },
  'code-comments': { zh: ['注释', '代码注释'], en: ['comments', 'commented'] },
  'code-complete': { zh: ['代码块完整', '可运行的代码'], en: ['code blocks complete'] },
  'code-errors': { zh: ['错误处理'], en: ['error handling'] },
  'code-tests': { zh: ['测试代码', '测试用例'], en: ['test code'] },
  'code-usage': { zh: ['使用说明'], en: ['usage notes'] },
  'practice-monitoring': { zh: ['监控告警'], en: ['monitoring and alerts'] },
  'readability-contents': { zh: ['目录', '准确的目录', '目录完整'], en: ['exact table of contents'], asks: 'all' },
  'readability-placeholders': { zh: ['没有占位符'], en: ['no placeholders'] },
  'references-links': { zh: ['链接有效'], en: ['links work'], asks: 'all' },
  'references-papers': { zh: ['学术论文', '论文'], en: ['papers'] },
  'references-sources': { zh: ['引用', '参考资料'], en: ['references'] },
};

/** `notApplicable` and amounts by id; a measure that is not named finds nothing. */
export function fakeMeasures(
  given: Readonly<Record<string, Given | 'not-applicable'>> = {},
  onRun: (id: string) => void = () => undefined,
): readonly Measure[] {
  return Object.entries(fakeNames).map(([id, { asks, ...names }]) => ({
    id,
    names,
    ...(asks !== undefined && { asks }),
    measure: () => {
      onRun(id);
      return resultOf(given[id] ?? { amount: 'none' });
    },
  }));
}

function resultOf(given: Given | 'not-applicable'): MeasureResult | NotApplicable {
  const summary = { key: 'kind.default' } as const;
  if (given === 'not-applicable') return { notApplicable: summary };
  const places = (spans: Given['at'] = []): { span: { start: number; end: number } }[] =>
    spans.map(([start, end]) => ({ span: { start, end } }));
  const { amount, count, at, missing } = given;
  return { amount, ...(count !== undefined && { count }), summary, evidence: places(at), missing: places(missing) };
}
