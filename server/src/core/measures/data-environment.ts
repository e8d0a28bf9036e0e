// On which machine and software the figures were measured: processor, memory, disk, system, versions, told together.
import type { Amount, Evidence, Measure, MeasureContext } from './measure.ts';
import type { Span } from '../sourceText.ts';
import { figureGroups } from './data/figures.ts';
import { labelAbove, titlesAbove } from './data/surroundings.ts';

const parts = ['processor', 'memory', 'disk', 'system', 'software'] as const;
type Part = (typeof parts)[number];

const signs: Readonly<Record<Part, RegExp>> = {
  processor:
    /\bCPU\b|处理器|\d\s?(?:核|vCPU|C(?=\d|\s?\/)|cores?\b)|\b(?:Intel|AMD|Xeon|EPYC|Ryzen|Graviton|Apple M\d)\b/i,
  memory:
    /(?:内存|RAM|memory)[^\n|]{0,15}\d+\s?[GT]i?B?|\d+\s?[GT]i?B?\s?(?:内存|RAM|DDR\d?|memory)|\d+\s?[C核]\s?\d+\s?G/i,
  disk: /\bSSD\b|\bNVMe\b|硬盘|磁盘|\bRAID\b|\bHDD\b|\bEBS\b|\bgp3\b/i,
  system:
    /\b(?:Ubuntu|CentOS|Debian|RHEL|Red ?Hat|Rocky|AlmaLinux|Alpine|Windows|macOS|Linux|Fedora)\b|内核\s?\d|操作系统|kernel\s?\d/i,
  software:
    /\b(?:PostgreSQL|Postgres|PG|MySQL|Redis|Rust|rustc|Python|Java|JDK|OpenJDK|Go|Node(?:\.js)?|Kafka|Docker|Kubernetes|TimescaleDB|pgbench|JMeter|wrk|sysbench|Tokio)\s{0,3}[:：|]?\s{0,3}v?\d+(?:\.\d+)*/i,
};

const place =
  /测试环境|实验环境|压测环境|运行环境|环境(?:配置|说明|信息)|^环境$|测试(?:配置|机器?|平台|条件|说明|方法|设置)|压测|基准测试|硬件(?:配置|环境)|benchmark|test (?:environment|setup|bed|machine)|^environment$|hardware|testbed/i;
const demand = /约束|要求|需求|推荐|最低|建议|目标|requirement|recommended|minimum/i;
const inline =
  /(?:测试环境|实验环境|压测环境|环境|测试机器?|机器配置|硬件|environment|hardware|test (?:machine|setup))\s{0,3}[:：*]/i;

/** Fewer figures are no performance data. */
const FEW = 3;

interface Found {
  readonly span: Span;
  readonly has: readonly Part[];
}

export const dataEnvironment: Measure = {
  id: 'data-environment',
  names: {
    zh: ['测试环境', '实验环境', '压测环境', '环境说明', '硬件环境', '环境、并发数和单位'],
    en: ['test environment', 'environment', 'test setup', 'hardware'],
  },
  measure(context) {
    const found = [...environmentsIn(context)].sort((a, b) => b.has.length - a.has.length);
    const best = found[0];
    if (best === undefined)
      return { amount: 'none', summary: { key: 'data-environment.none' }, evidence: [], missing: lacking(context) };
    const has = parts.filter((part) => found.some((one) => one.has.includes(part)));
    const absent = parts.filter((part) => !has.includes(part));
    return {
      amount: amountOfParts(has.length),
      count: has.length,
      summary: { key: 'data-environment.summary', args: { count: has.length, total: parts.length } },
      evidence: found.map(({ span }) => ({ span })),
      missing: absent.map((part) => ({ span: best.span, message: { key: `data-environment.no-${part}` } })),
    };
  },
};

function amountOfParts(count: number): Amount {
  if (count >= 4) return 'all';
  return count === 3 ? 'most' : 'some';
}

/** Sections, labelled blocks and single lines that name at least two parts. */
function environmentsIn({ model }: MeasureContext): readonly Found[] {
  const { source, sections, blocks } = model;
  const found: Found[] = [];
  const add = (span: Span): void => {
    const text = source.slice(span).slice(0, 3_000);
    const has = parts.filter((part) => signs[part].test(text));
    const isInside = found.some((one) => span.start < one.span.end && span.end > one.span.start);
    if (has.length >= 2 && !isInside) found.push({ span, has });
  };
  for (const section of sections) {
    if (section === model.title) continue;
    const titles = titlesAbove(model, section.span.start);
    const own = titles[0] ?? '';
    if (!place.test(own) || titles.some((title) => demand.test(title))) continue;
    const { start, end } = section.bodySpan;
    if (source.slice(section.bodySpan).trim() !== '') add(trimmed(source.text, { start, end }));
  }
  for (const { span } of [...blocks.lists, ...blocks.tables, ...blocks.code]) {
    const label = labelAbove(model, span.start);
    if (place.test(label.replace(/[:：]\s*$/, '')) && !demand.test(label)) add(span);
  }
  for (const { span, text } of blocks.paragraphs) if (inline.test(text) && !demand.test(text)) add(span);
  return found;
}

function trimmed(text: string, { start, end }: Span): Span {
  let [first, last] = [start, Math.min(end, text.length)];
  while (first < last && /\s/.test(text.charAt(first))) first += 1;
  while (last > first && /[\s-]/.test(text.charAt(last - 1))) last -= 1;
  return { start: first, end: last };
}

/** Figures whose environment nobody knows. */
function lacking({ model }: MeasureContext): readonly Evidence[] {
  const groups = [...figureGroups(model)].sort((a, b) => b.figures.length - a.figures.length);
  const largest = groups[0];
  const count = groups.reduce((sum, { figures }) => sum + figures.length, 0);
  return largest === undefined || count < FEW
    ? []
    : [{ span: largest.span, message: { key: 'data-environment.missing' } }];
}
