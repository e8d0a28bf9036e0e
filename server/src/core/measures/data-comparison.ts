// Figures that can be held against each other: before and after, or one solution against another.
import type { Evidence, Measure, MeasureContext } from './measure.ts';
import type { Section, Table } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import { figureGroups, type FigureGroup } from './data/figures.ts';
import { sectionAt } from './data/surroundings.ts';

const SEVERAL = 3;
const MANY = 6;

/** Rows that stand for alternatives, not for different things that are measured. */
const alternatives =
  /方案|算法|方法|策略|模式|类型|版本|实现|引擎|隔离级别|级别|数据量|并发|场景|规模|配置|approach|method|strategy|algorithm|version|engine|solution|mode|level|size|variant/i;
const contrast =
  /提升|提高|降低|减少|下降|缩短|节省|加速|优化[前后]|改进[前后]|对比|相比|\bvs\b|versus|faster|slower|speed-?up|improve|reduc|before|after|compar|无\S{1,12}\s*[:：][^]*有\S{1,12}\s*[:：]/i;
const change = /(?:提升|提高|降低|减少|下降|缩短|节省|加快|增加|faster|slower|speed-?up|improv|reduc|increas|decreas)/i;

export const dataComparison: Measure = {
  id: 'data-comparison',
  names: {
    zh: ['性能对比数据', '性能对比', '数据对比', '效果对比', '优化前后对比', '对比数据'],
    en: ['performance comparison', 'comparison of figures', 'before and after', 'benchmark comparison'],
  },
  measure(context) {
    const groups = figureGroups(context.model);
    const strong: Evidence[] = groups.filter(isComparison).map((group) => evidenceOf(group));
    const between = comparedSections(context, groups);
    const changes = groups
      .filter((group) => !isComparison(group) && isChange(group))
      .map(({ span }) => ({ span, message: { key: 'data-comparison.change' } as const }));
    const evidence = [...strong, ...between.evidence, ...changes];
    const count = strong.length + between.count + changes.length;
    // One sentence of “提升 30%” compares nothing that a reader could follow.
    const isEnough = strong.length + between.count > 0 || changes.length >= 2;
    if (!isEnough)
      return { amount: 'none', count, summary: { key: 'data-comparison.none' }, evidence: [], missing: [] };
    return {
      amount: count >= MANY ? 'all' : count >= SEVERAL ? 'most' : 'some',
      count,
      summary: {
        key: 'data-comparison.summary',
        args: { tables: strong.length, sections: between.count, changes: changes.length },
      },
      evidence,
      missing: [],
    };
  },
};

function evidenceOf({ span, figures }: FigureGroup): Evidence {
  return { span, message: { key: 'data-comparison.figures', args: { count: figures.length } } };
}

function isComparison(group: FigureGroup): boolean {
  if (group.table !== undefined) return isComparedTable(group, group.table);
  const rows = new Set(group.figures.map(({ row }) => row));
  return group.kind === 'output' && rows.size >= 2 && (contrast.test(group.words) || isSameKind(group.figures));
}

/** Two figures in one row, a column of change, or alternatives below each other. */
function isComparedTable({ figures, words }: FigureGroup, { header }: Table): boolean {
  if (hasRepeats(figures.map(({ row }) => row))) return true;
  if (header.some(({ text }) => /[前后]$|提升|改善|变化|加速|before|after/i.test(text))) return true;
  const areRows = alternatives.test(header[0]?.text ?? '') || contrast.test(words);
  return areRows && hasRepeats(figures.map(({ column }) => column));
}

function hasRepeats(values: readonly number[]): boolean {
  return new Set(values).size < values.length;
}

/** One kind of figure on several lines: each line is one of the things compared. */
function isSameKind(figures: FigureGroup['figures']): boolean {
  const [first] = figures;
  return figures.length >= 3 && figures.every(({ kind }) => kind === first?.kind);
}

function isChange({ kind, figures, words }: FigureGroup): boolean {
  return (
    kind !== 'table' &&
    change.test(words) &&
    figures.some((figure) => figure.kind === 'factor' || figure.kind === 'percent')
  );
}

const solution = /^(?:方案|Option|Solution|Approach|策略|方法|Strategy|算法|Plan)$/i;
const solutionTitle = /^(?:方案|Option|Solution|Approach|策略|方法)\s{0,2}[\dA-Z一二三四五六七八九]/i;

/** 方案1, 方案2 … side by side, each with its figures. */
function comparedSections(
  { model }: MeasureContext,
  groups: readonly FigureGroup[],
): { readonly count: number; readonly evidence: readonly Evidence[] } {
  const families = new Map<Section | undefined, Map<Section, Span>>();
  for (const { span } of groups) {
    const section = solutionOf(sectionAt(model, span.start));
    if (section === undefined) continue;
    const family = families.get(section.parent) ?? new Map<Section, Span>();
    if (!family.has(section)) family.set(section, span);
    families.set(section.parent, family);
  }
  const compared = [...families.values()].filter((family) => family.size >= 2);
  const evidence = compared.flatMap((family) =>
    [...family].map(([section, span]) => ({
      span,
      message: { key: 'data-comparison.solution', args: { name: section.heading.identity.name } } as const,
    })),
  );
  return { count: compared.length, evidence };
}

function solutionOf(section: Section | undefined): Section | undefined {
  for (let current = section; current !== undefined; current = current.parent) {
    const { ordinal } = current.heading.identity;
    const text = current.heading.text.replace(/^[\d.、\s]+/, '');
    if ((ordinal?.label !== undefined && solution.test(ordinal.label)) || solutionTitle.test(text)) return current;
  }
  return undefined;
}
