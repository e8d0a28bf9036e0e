// Does the document think of what happens at the edges: nothing, too much, too late, twice, at once, failed? It sees that
// they are spoken of in text, headings and comments, not that the code is right there.
import type { Measure } from './measure.ts';
import { isAtLeast, type Amount, type Evidence, type MeasureResult } from './measure.ts';
import { amountOfWeight, weightOf, type Place } from './text/places.ts';
import { COMMENTS, TEXT, topicPlaces, unitPlaces } from './text/weigh.ts';
import type { DocumentModel } from '../model/documentModel.ts';

/** Kinds of edges: words of headings, and words of pieces. */
const KINDS: readonly { readonly name: string; readonly heading: RegExp; readonly saying: RegExp }[] = [
  {
    name: 'limit',
    heading: /边界|极限|约束$|限制|\blimits?\b|limitations?|boundar(?:y|ies)|edge cases?|corner cases?/i,
    saying:
      /边界|极限|上限|下限|溢出|越界|超出|超过(?:阈值|限制|最大)|不能为负|overflow|underflow|out of (?:range|bounds)|edge case|exceeds?\b/i,
  },
  {
    name: 'empty',
    heading: /空值|空输入|empty|null/i,
    saying:
      /为空|空(?:值|列表|数据|输入|集)|除以?零|为零时|为 ?0 ?时|不存在|没有(?:数据|结果)|未找到|库存不足|余额不足|not found|is (?:null|empty|zero)|empty (?:list|input|string|set|result)|division by zero/i,
  },
  {
    name: 'timeout',
    heading: /超时|timeouts?/i,
    saying: /超时|timed? ?out|deadline exceeded/i,
  },
  {
    name: 'failure',
    heading:
      /失败|异常处理|错误处理|容错(?:模式|机制|设计|处理)|降级|故障(?:注入|检测|转移)|failure modes?|error handling|fallback|fault/i,
    saying:
      /失败(?:时|后|，|则|立即|重试|回滚)|异常时|出错时|宕机|断线|回滚|不可用时|降级|补偿|rollback|fallback|on failure|if .{2,30} fails/i,
  },
  {
    name: 'repeat',
    heading: /幂等|重试|重复|idempoten|retr(?:y|ies)/i,
    saying: /幂等|重复(?:请求|提交|执行|消费)|重试|idempoten|retr(?:y|ies)|duplicate|at least once/i,
  },
  {
    name: 'concurrent',
    heading: /并发(?:冲突|问题|场景)|死锁|竞争条件|超卖|\brace\b|deadlock/i,
    saying:
      /死锁|竞[争态]条件|并发(?:冲突|更新|修改)|同时(?:更新|修改|写入|下单)|超卖|锁竞争|deadlock|race condition|concurrent(?:ly)? (?:update|write|modif)/i,
  },
];

const LEAST_KINDS = 2;
const MAXIMUM_PLACES = 8;

export const topicEdgeCases: Measure = {
  id: 'topic-edge-cases',
  names: {
    zh: ['边界情况', '考虑边界情况', '边界条件', '异常情况', '极端情况'],
    en: ['edge cases', 'boundary conditions', 'corner cases'],
  },
  measure({ model }) {
    const found = KINDS.map((kind) => ({ kind, places: placesOf(kind, model) })).filter(
      ({ places }) => amountOfWeight(weightOf(places), 1) !== 'none',
    );
    const places = found.flatMap(({ places: those }) => those);
    const count = found.length;
    const amount: Amount = count < LEAST_KINDS ? 'none' : count >= 5 ? 'all' : count >= 4 ? 'most' : 'some';
    return isAtLeast(amount, 'some') ? met(amount, found) : unmet(places);
  },
};

interface Found {
  readonly kind: (typeof KINDS)[number];
  readonly places: readonly Place[];
}

function placesOf({ heading, saying }: (typeof KINDS)[number], model: DocumentModel): readonly Place[] {
  const parts = topicPlaces(model, [{ words: heading, weight: 2 }]);
  const lines = unitPlaces(
    model,
    [
      { words: saying, kinds: TEXT, weight: 1, leastSize: 6 },
      { words: saying, kinds: COMMENTS, weight: 0.5 },
    ],
    parts,
  );
  return [...parts, ...lines];
}

/** The heaviest place of every kind first, then the next of every kind. */
function met(amount: Amount, found: readonly Found[]): MeasureResult {
  const queues = found.map(({ places }) =>
    [...places].sort((a, b) => b.weight - a.weight || a.span.start - b.span.start),
  );
  const shown: Evidence[] = [];
  const longest = Math.max(...queues.map((queue) => queue.length));
  for (let turn = 0; turn < longest && shown.length < MAXIMUM_PLACES; turn++) {
    for (const queue of queues) {
      const place = queue[turn];
      const isNew = place !== undefined && !shown.some(({ span }) => span.start === place.span.start);
      if (isNew && shown.length < MAXIMUM_PLACES) shown.push({ span: place.span });
    }
  }
  const total = found.reduce((sum, { places }) => sum + places.length, 0);
  return {
    amount,
    count: found.length,
    summary: { key: 'measure.edge-cases.found', args: { kinds: found.length, of: KINDS.length, count: total } },
    evidence: shown,
    missing: [],
  };
}

function unmet(all: readonly Place[]): MeasureResult {
  const places = all.filter(({ span }, index) => all.findIndex((other) => other.span.start === span.start) === index);
  const missing = places
    .slice(0, MAXIMUM_PLACES)
    .map(({ span }): Evidence => ({ span, message: { key: 'measure.text.thin' } }));
  return { amount: 'none', count: 0, summary: { key: 'measure.edge-cases.none' }, evidence: [], missing };
}
