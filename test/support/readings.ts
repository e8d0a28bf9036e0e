// Two people's readings of real documents (test/corpus/readings), and how far the tool agrees with them. The readings are
// facts: they were written before the tool measured anything and are never changed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { amounts, type Amount } from '../../server/src/core/measures/measure.ts';

export const dimensions = ['code', 'data', 'analysis', 'practice', 'reuse', 'references', 'readability'] as const;
export type DimensionKey = (typeof dimensions)[number];

type Item = boolean | number | string;

export interface DimensionReading {
  readonly level: number;
  readonly items: ReadonlyMap<string, Item>;
  readonly reason: string;
}

export interface DocumentReading {
  readonly dimensions: ReadonlyMap<DimensionKey, DimensionReading>;
  /** Of topics: the criteria of a plan. */
  readonly criteria?: ReadonlyMap<string, Item>;
}

export type Reading = ReadonlyMap<string, DocumentReading>;

export const readingsFolder = join(import.meta.dirname, '..', 'corpus', 'readings');

type Raw = Readonly<Record<string, Readonly<Record<string, Item>>>>;

export function loadReading(name: string): Reading {
  const { documents } = JSON.parse(readFileSync(join(readingsFolder, name), 'utf8')) as {
    readonly documents: Readonly<Record<string, Raw>>;
  };
  return new Map(Object.entries(documents).map(([path, raw]) => [path, documentReading(raw)]));
}

function documentReading(raw: Raw): DocumentReading {
  const read = dimensions.map((key): readonly [DimensionKey, DimensionReading] => {
    const { level, reason, ...items } = raw[key] ?? {};
    return [key, { level: Number(level), reason: String(reason), items: new Map(Object.entries(items)) }];
  });
  const criteria = raw['criteria'];
  return {
    dimensions: new Map(read),
    ...(criteria && { criteria: new Map(Object.entries(criteria).filter(([key]) => key !== 'reason')) }),
  };
}

/** The measure behind each item of the readings; `least` is what counts as true. */
export const measured: Readonly<Record<DimensionKey, Readonly<Record<string, { measure: string; least?: Amount }>>>> = {
  code: {
    complete: { measure: 'code-complete' },
    comments: { measure: 'code-comments' },
    errorHandling: { measure: 'code-error-handling' },
    tests: { measure: 'code-tests' },
    usage: { measure: 'code-usage' },
  },
  data: {
    performance: { measure: 'data-performance' },
    environment: { measure: 'data-environment' },
    comparison: { measure: 'data-comparison' },
    testData: { measure: 'data-test-data' },
    generator: { measure: 'data-generator' },
    description: { measure: 'data-description' },
  },
  analysis: {
    mechanism: { measure: 'analysis-mechanism' },
    cause: { measure: 'analysis-cause' },
    alternatives: { measure: 'analysis-alternatives' },
    tradeOffs: { measure: 'analysis-trade-offs' },
    decision: { measure: 'analysis-decision' },
  },
  practice: {
    advice: { measure: 'practice-advice' },
    pitfalls: { measure: 'practice-pitfalls' },
    troubleshooting: { measure: 'practice-troubleshooting' },
    monitoring: { measure: 'practice-monitoring' },
    checklist: { measure: 'practice-checklist' },
  },
  reuse: {
    versions: { measure: 'reuse-versions' },
    prerequisites: { measure: 'reuse-prerequisites' },
    parameters: { measure: 'reuse-parameters' },
    configuration: { measure: 'reuse-configuration' },
    dependencies: { measure: 'reuse-dependencies', least: 'most' },
  },
  references: { official: { measure: 'references-official' }, papers: { measure: 'references-papers' } },
  readability: {
    contents: { measure: 'readability-contents', least: 'all' },
    overview: { measure: 'readability-overview' },
    numbering: { measure: 'readability-numbering', least: 'all' },
    figures: { measure: 'readability-figures' },
    summary: { measure: 'readability-summary' },
    noPlaceholders: { measure: 'readability-placeholders' },
  },
};

/** The criteria of topics as a plan states them. */
export const criteria: Readonly<Record<string, string>> = {
  lines800: '每个主题 800+ 行',
  examples20: '包含 20+ 个实例',
  performanceData: '有性能数据支撑',
  troubleshooting: '包含故障排除',
  principles: '深入探讨实现原理',
  prosCons: '分析优缺点',
  comparison: '对比不同方案',
  selection: '提供选型建议',
  fullConfiguration: '包含完整配置',
  tests: '有测试验证',
  edgeCases: '考虑边界情况',
};

/**
 * An item as a reader would write it: none, some or most of what is there by degrees, else whether it is there. Nothing to
 * judge (`amount` absent) is no fault for a yes or no, and none by degrees.
 */
export function asRead(amount: Amount | undefined, item: Item, least: Amount = 'some'): Item {
  if (typeof item === 'string') return amount === 'all' ? 'most' : (amount ?? 'none');
  return amount === undefined || amounts.indexOf(amount) >= amounts.indexOf(least);
}

function isPositive(item: Item): boolean {
  return item === true || item === 'most' || item === 'some';
}

export interface Agreement {
  readonly exact: number;
  readonly withinOne: number;
  readonly of: number;
}

/** How often two numbers are the same, and how often they differ by no more than one. */
export function agreementOf(pairs: readonly (readonly [number, number])[]): Agreement {
  return {
    exact: pairs.filter(([one, other]) => one === other).length,
    withinOne: pairs.filter(([one, other]) => Math.abs(one - other) <= 1).length,
    of: pairs.length,
  };
}

export function percent(part: number, of: number): string {
  return of === 0 ? '–' : `${String(Math.round((1000 * part) / of) / 10)}%`;
}

/** One item in one document: as the tool has it, and as both readings have it. */
export interface ItemPair {
  readonly tool: Item;
  readonly read: Item;
}

export interface ItemFigures {
  readonly precision: string;
  readonly recall: string;
  readonly same: number;
  readonly of: number;
}

export function figuresOf(pairs: readonly ItemPair[]): ItemFigures {
  const count = (matches: (pair: ItemPair) => boolean): number => pairs.filter(matches).length;
  const found = count(({ tool, read }) => isPositive(tool) && isPositive(read));
  return {
    precision: percent(
      found,
      count(({ tool }) => isPositive(tool)),
    ),
    recall: percent(
      found,
      count(({ read }) => isPositive(read)),
    ),
    same: count(({ tool, read }) => tool === read),
    of: pairs.length,
  };
}
