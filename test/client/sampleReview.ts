// A score and a review as the server would send them, for tests of the rows that show them.
import type {
  Range,
  ReviewResult,
  ScoreCondition,
  ScoreDimension,
  ScoreResult,
} from '../../server/src/lsp/protocol.ts';

export const uri = 'file:///library/cases/orders.md';
const recordUri = 'file:///library/.casewright/reviews/cases/orders.yaml';

export function lines(from: number, to = from): Range {
  return { start: { line: from, character: 0 }, end: { line: to, character: 3 } };
}

export function condition(demand: string, more: Partial<ScoreCondition> = {}): ScoreCondition {
  return { text: demand, demand, outcome: 'met', evidence: [], missing: [], ...more };
}

export function dimension(name: string, more: Partial<ScoreDimension> = {}): ScoreDimension {
  const origin = { uri: 'file:///library/standard.md', line: 10 };
  return { name, weight: 25, max: 5, origin, held: [], checks: [], questions: [], ...more };
}

const code = dimension('代码完整性', {
  level: 4,
  label: '良好',
  held: [
    condition('语言：至少 2', {
      summary: 'SQL、Python',
      evidence: [
        { range: lines(40, 60), excerpt: 'CREATE TABLE' },
        { range: lines(70, 90), excerpt: 'import psycopg' },
      ],
    }),
  ],
  next: {
    level: 5,
    label: '优秀',
    text: '多种语言，带测试',
    origin: { uri: 'file:///library/standard.md', line: 12 },
    lacking: [
      condition('测试代码：有', { outcome: 'unmet', missing: [{ range: lines(70), excerpt: 'import psycopg' }] }),
    ],
  },
  checks: [
    {
      key: '代码能直接运行',
      text: '代码能直接运行',
      origin: { uri: 'file:///library/standard.md', line: 30 },
      outcome: 'asked',
      by: 'answered',
    },
    {
      key: '代码有注释',
      text: '代码有注释',
      origin: { uri: 'file:///library/standard.md', line: 31 },
      outcome: 'met',
      by: 'measured',
      condition: condition('注释：多数', { evidence: [{ range: lines(41), excerpt: '-- 订单' }] }),
    },
  ],
});

export const sampleScore: ScoreResult = {
  uri,
  version: 3,
  title: '订单超时关闭',
  standard: { name: '审查标准', path: 'standard.md', uri: 'file:///library/standard.md', version: 'v1.2' },
  measured: { value: 4.1, max: 5, text: '4.1', grade: 'B', weight: 85 },
  dimensions: [code, dimension('注释', { parent: '代码完整性', level: 3 }), dimension('可复用性')],
  actions: [
    { text: '补测试数据', dimension: '数据完整性', from: 3, to: 4, gain: 0.3, gainText: '+0.3', range: lines(5) },
    {
      text: '补“常见问题”一节',
      dimension: '最佳实践',
      from: 2,
      to: 3,
      gain: 0.2,
      gainText: '+0.2',
      fix: { kind: 'section', name: '常见问题', title: '插入“常见问题”' },
    },
  ],
  questions: { total: 2, open: 1 },
};

export const sampleReview: ReviewResult = {
  uri,
  path: 'cases/orders.md',
  title: '订单超时关闭',
  recordUri,
  hasRecord: true,
  state: 'approved',
  label: '✅ 已通过',
  reason: '',
  since: '2026-11-01T08:00:00Z',
  reviewers: [{ name: 'Mei', decision: 'approved', at: '2026-11-01T08:00:00Z' }],
  changed: {
    summary: '审查后改动了 9 节中的 1 节',
    sections: [{ kind: 'changed', name: '业务背景', range: lines(8) }],
  },
  approvedLevels: [{ dimension: '代码完整性', level: 3 }],
  suspect: [{ uri: 'file:///library/cases/base.md', path: 'cases/base.md', title: '基础' }],
  questions: [],
  actions: [
    { action: 'publish', label: '发布', isAllowed: true, reasons: [] },
    { action: 'start', label: '发起审查', isAllowed: false, reasons: [{ text: '已通过', remedy: '先重新打开' }] },
  ],
  threads: [
    {
      id: 't1',
      range: lines(9),
      place: 'found',
      note: '',
      heading: '业务背景',
      isResolved: true,
      comments: [{ key: 'c1', by: 'Mei', at: '2026-11-01T07:00:00Z', text: '已改' }],
    },
    {
      id: 't2',
      range: lines(20),
      place: 'moved',
      note: '',
      heading: '方案',
      isResolved: false,
      comments: [
        { key: 'c2', by: 'Mei', at: '2026-11-01T07:00:00Z', text: '请补数据' },
        { key: 'c3', by: 'Lin', at: '2026-11-01T07:30:00Z', text: '好' },
      ],
    },
  ],
  history: [
    { key: 'e1', at: '2026-10-30T08:00:00Z', by: 'Lin', kind: 'start', text: '发起审查', range: lines(2) },
    { key: 'e2', at: '2026-11-01T08:00:00Z', by: 'Mei', kind: 'approve', text: '通过', range: lines(6) },
  ],
  problems: [],
};
