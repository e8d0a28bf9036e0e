// Figures with units in one line: 120 ms, 3,000-5,000 QPS, QPS: 8000, 98%, 3.8x. What they mean, and whether anybody
// measured them, is decided elsewhere.

export type UnitKind = 'time' | 'long-time' | 'rate' | 'percent' | 'factor' | 'size';

export interface UnitFigure {
  /** Offsets in the line. */
  readonly start: number;
  readonly end: number;
  readonly kind: UnitKind;
  /** A bound such as `< 100ms`, `≥ 99.9%`, `1000+ QPS`: says what shall be, not what was. */
  readonly isBound: boolean;
}

const NUMBER = '\\d[\\d,]{0,15}(?:\\.\\d{1,6})?';
const RANGE = `${NUMBER}(?:\\s?(?:-|~|–|—|至|到)\\s?${NUMBER})?`;
const TIMES = 'ns|µs|μs|us|ms|s(?:ec(?:onds?)?)?(?![A-Za-z/])|毫秒|微秒|纳秒|秒(?!杀|级)';
const LONG_TIMES = 'min(?:utes?)?(?![A-Za-z])|分钟|小时|hours?(?![A-Za-z])';
const RATES =
  '(?:[万千百亿]|k|K|M)?\\s?(?:QPS|TPS|RPS|IOPS|tps|qps|rps|ops(?:/s(?:ec)?)?(?![A-Za-z])|op/s|req(?:uests?)?/s(?:ec)?|rows?/s|tx/s|msgs?/s|events?/s|[KMG]i?B/s(?:ec)?|[KMG]bps|[个次条笔行件](?:请求|订单|消息|记录|事件|事务)?/(?:秒|s)|/秒|/s(?![A-Za-z]))';
const SIZES = '[KMGT]i?B(?![A-Za-z/])|字节|bytes?(?![A-Za-z])';
const FACTORS = '倍(?!率)|[x×](?![A-Za-z0-9])';

const withUnit = new RegExp(
  `(?<![\\w.])(?<number>${RANGE})(?<plus>\\+)?\\s{0,2}(?:(?<rate>${RATES})|(?<long>${LONG_TIMES})|(?<time>${TIMES})|(?<percent>%|％)|(?<factor>${FACTORS})|(?<size>${SIZES}))(?<more>\\+)?`,
  'g',
);
/** The unit stands in front: QPS: 3000-5000, 吞吐量约 12,000. */
const rateFirst = new RegExp(
  `(?:QPS|TPS|RPS|IOPS|吞吐量?|throughput)[^\\d\\n<>≤≥]{0,12}?(?<sign>[<>≤≥]=?)?\\s?(?<number>${RANGE})(?<plus>\\+|[万千kK]\\+)?`,
  'gi',
);
const boundBefore =
  /(?:[<>≤≥]=?|[大小低高少多]于(?:等于)?|不超过|超过|至少|最多|以[内上下]|within|under|over|at (?:least|most)|up to)\s{0,3}\**$/i;
const boundAfter = /^\s{0,2}\**(?:以[内上下]|之内)/;

/** In order. Lines are cut after 2,000 characters. */
export function readFigures(line: string): readonly UnitFigure[] {
  const text = line.length > 2_000 ? line.slice(0, 2_000) : line;
  if (!/\d/.test(text)) return [];
  const figures = [...text.matchAll(withUnit)].map((match) => unitFigure(text, match));
  for (const match of text.matchAll(rateFirst)) {
    const number = match.groups?.['number'] ?? '';
    const start = match.index + match[0].lastIndexOf(number);
    const end = start + number.length;
    if (figures.some((other) => start < other.end && end > other.start)) continue;
    figures.push({
      start,
      end,
      kind: 'rate',
      isBound: match.groups?.['plus'] !== undefined || /[<>≤≥]/.test(match[0]),
    });
  }
  return figures.sort((a, b) => a.start - b.start);
}

function unitFigure(text: string, { index, 0: whole, groups = {} }: RegExpExecArray): UnitFigure {
  const end = index + whole.length;
  const isBound =
    groups['plus'] !== undefined ||
    groups['more'] !== undefined ||
    boundBefore.test(text.slice(Math.max(0, index - 20), index)) ||
    boundAfter.test(text.slice(end, end + 6));
  return { start: index, end, kind: kindOf(groups), isBound };
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): UnitKind {
  if (groups['rate'] !== undefined) return 'rate';
  if (groups['long'] !== undefined) return 'long-time';
  if (groups['time'] !== undefined) return 'time';
  if (groups['percent'] !== undefined) return 'percent';
  return groups['factor'] !== undefined ? 'factor' : 'size';
}
