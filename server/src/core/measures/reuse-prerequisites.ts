// What has to be given before the document's solution fits: scenarios, sizes, hardware, what must be there first.
import type { DocumentModel } from '../model/documentModel.ts';
import type { Evidence, Measure } from './measure.ts';
import { tablesAbout, topicsAbout, type Topic } from './text/topics.ts';
import { textUnits, unitsIn, type TextUnit } from './text/textUnits.ts';

const HEADING =
  /适用(?:场景|前提|范围|条件|规模|情况|性)|不适用|使用(?:场景|条件)|前提|前置(?:条件|要求|知识)|先决条件|环境(?:要求|准备|依赖|约束)|系统(?:要求|约束)|[硬软]件(?:要求|约束|环境|配置)|运行环境|准备工作|数据量级|(?:业务|数据|系统)规模|prerequisites?|preconditions?|system requirements|before you (?:begin|start)|when (?:not )?to use|applicab/i;
const COLUMN = /适用|前提|规模|when to use|suitable for|prerequisite/i;
const SAYING =
  /适[用合]于?[^。；，]{2,}|前提(?:是|条件)|(?:需要?|必须)先(?:安装|准备|启用|创建|具备)|仅?支持[^。；]{0,20}以上|(?:要求|需要)[^。；]{0,20}(?:版本|以上)|\b(?:requires?|suitable for|assumes? that|applies to|before you)\b/i;
/** Parts that say what the solution is for. */
const SITUATION =
  /业务(?:场景|需求|背景|规模)|场景|性能要求|存储要求|非功能|约束|背景|requirements?|scenario|constraints?/i;
/** What was asked for tells what the solution fits. */
const REQUIREMENTS = /(?:需求|要求|约束)(?!分析|变更|管理)|\brequirements\b|\bconstraints\b/i;
const FEWEST_REQUIREMENTS = 2;
const SIZE =
  /\d[\d,.]{0,12} ?\+? ?(?:万|亿|[KMGTkm](?![A-Za-z])|[GT]B|QPS|TPS|个?用户|并发|条|单|笔|台|核)|(?:QPS|TPS|并发数?|数据量|日活|用户数?|规模|写入量|请求量)[^。；|]{0,12}\d/;

export const reusePrerequisites: Measure = {
  id: 'reuse-prerequisites',
  names: {
    zh: ['适用前提', '前提条件', '前置条件', '适用场景和规模', '适用规模', '适用范围', '环境要求'],
    en: ['preconditions', 'prerequisites', 'requirements to use it', 'scope of use'],
  },
  measure: ({ model }) => {
    const topics = topicsAbout(model, HEADING);
    const tables = tablesAbout(model, COLUMN).filter(({ rows }) => rows.length > 0);
    const parts: readonly Evidence[] = [
      ...topics.map(({ span, title }): Evidence => ({ span, message: { key: 'reuse.part', args: { title } } })),
      ...tables.map(({ span }) => ({ span })),
    ];
    const isFree = ({ span }: TextUnit): boolean => !isCovered(span.start, parts);
    const stated = [...sizes(model), ...requirements(model)].filter(isFree);
    const lines = [...sayings(model).filter(isFree), ...stated];
    const amount = parts.length > 0 ? 'all' : stated.length > 0 || lines.length > 1 ? 'some' : 'none';
    if (amount === 'none') return noneOf(lines);
    return {
      amount,
      count: parts.length + lines.length,
      summary: { key: 'reuse-prerequisites', args: { parts: parts.length, lines: lines.length } },
      evidence: [...parts, ...lines.map(({ span }) => ({ span }))].slice(0, MOST_SHOWN),
      missing: [],
    };
  },
};

const MOST_SHOWN = 12;

function noneOf(lines: readonly TextUnit[]): ReturnType<Measure['measure']> {
  const missing = lines.map(({ span }): Evidence => ({ span, message: { key: 'reuse-prerequisites.thin' } }));
  return { amount: 'none', count: 0, summary: { key: 'reuse-prerequisites.none' }, evidence: [], missing };
}

function sayings(model: DocumentModel): readonly TextUnit[] {
  return textUnits(model).filter(({ kind, text }) => kind !== 'figure' && kind !== 'comment' && SAYING.test(text));
}

/** Sizes in parts about the situation; the figures of a result say nothing about what has to be given. */
function sizes(model: DocumentModel): readonly TextUnit[] {
  return topicsAbout(model, SITUATION).flatMap(({ span }: Topic) =>
    unitsIn(model, span).filter(({ text }) => SIZE.test(text) && !SAYING.test(text)),
  );
}

/** Lists of what was required, of two items and more. */
function requirements(model: DocumentModel): readonly TextUnit[] {
  return topicsAbout(model, REQUIREMENTS).flatMap(({ units }) => {
    const items = units.filter(({ kind, size }) => size > 0 && (kind === 'item' || kind === 'row'));
    return items.length < FEWEST_REQUIREMENTS ? [] : items.filter(({ text }) => !SIZE.test(text));
  });
}

function isCovered(offset: number, parts: readonly Evidence[]): boolean {
  return parts.some(({ span }) => span.start <= offset && offset < span.end);
}
