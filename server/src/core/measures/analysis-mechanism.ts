// Does the document explain how its subject works? It sees words of explaining and drawings of a flow, not whether they are true.
import type { CodeBlock, DocumentModel } from '../model/documentModel.ts';
import type { Measure } from './measure.ts';
import { isPlainBlock } from './text/codeUnits.ts';
import { account, type Place } from './text/places.ts';
import {
  COMMENTS,
  emptySections,
  FENCED,
  TEXT,
  topicPlaces,
  unitPlaces,
  type UnitWords,
  without,
} from './text/weigh.ts';
import type { Topic } from './text/topics.ts';
import type { UnitKind } from './text/textUnits.ts';

const HEADING =
  /原理|机制|工作方式|工作流程|运作方式|核心概念|概念$|核心思想|内部实现|内存模型|算法步骤|时序图|(?<!业务|操作|下单|审批)流程图?$|how .{1,40} works?|mechanisms?\b|internals?\b|under the hood|working principle|concepts?$|data flow|workflow/i;

const TERM = /^[A-Za-z][\w /()-]{2,40}[:：]\s?[^:：]{0,60}[\u3400-\u9FFF]{5}/;

const SENTENCES: ReadonlySet<UnitKind> = new Set<UnitKind>(['sentence']);
const EXPLAINING =
  /(?:通过|使用|利用|采用|基于|依靠)[^。；，]{2,40}(?:来|实现|保证|确保|避免|防止|减少|降低|提高|达到)|从而|具体来说|也就是说|当[^。；，]{2,40}[时后]，?[^。；]{0,12}(?:会|就|则|将)|如果[^。；]{2,40}(?:则|就|，说明)|\b(?:by|through) \w+ing\b|\b(?:works by|so that|in order to|which means|ensures? that)\b/i;

const SAYING: readonly UnitWords[] = [
  { words: EXPLAINING, kinds: SENTENCES, weight: 1, leastSize: 14 },
  // An item of a list says what is done, a sentence how.
  { words: EXPLAINING, kinds: TEXT, weight: 0.5, leastSize: 14 },
  { words: /^when\b.{3,80},/i, kinds: TEXT, weight: 0.5, atMost: 2, leastSize: 14 },
  {
    words:
      /(?:通过|使用|利用|采用|基于)[^。；，]{2,40}(?:保证|确保|避免|防止|减少)|如果[^。；，]{2,40}(?:则|就|，|更新)|才能?(?:提交|成功|算)|后才|每个[^。；，]{2,20}(?:都|获得|独立)|从而|\b(?:so that|ensures?|guarantees?)\b/i,
    kinds: FENCED,
    weight: 0.5,
  },
  // `// Relaxed: 最弱的序，只保证原子性` says what a part of it is for.
  { words: TERM, kinds: COMMENTS, weight: 0.5, atMost: 4 },
];

/** There it is said that it works, no longer how. */
const SUMMARY = /总结|小结|结论|summary|conclusion/i;
/** How a problem arises is its cause. */
const PROBLEM = /问题|风险|冲突|超卖|死锁|不一致|problem|conflict|race/i;
/** Steps beside code tell what is done; many of them no more than a few how it works. */
const MOST_OF_STEPS = 1;

const FLOW_LANGUAGE = /^(?:mermaid|plantuml|puml)$/i;
const FLOW = /^\s*(?:sequenceDiagram|flowchart|graph|stateDiagram|activity)\b/m;
const ARROW = /──?[>▶►]|-{1,2}>|→|↓|▼|⇒/;
const STEP = /^\s{0,40}(?:--|\/\/|#)?\s{0,9}(?:时[间刻]|time\s?)?T\d{1,2}\s?[:：]/gim;
const LEAST_STEPS = 3;
const MAXIMUM_CODE = 20_000;
/** `// 2. 检查库存`: the steps of an algorithm, told beside its code. */
const NUMBERED = /^\s{0,40}(?:--|\/\/\/?|#)\s?(?:步骤|阶段|step|phase)?\s?\d{1,2}\s?[.、:：)]\s?\S/gim;

export const analysisMechanism: Measure = {
  id: 'analysis-mechanism',
  names: {
    zh: [
      '机制说明',
      '工作机制说明',
      '工作机制',
      '机制分析',
      '技术原理说明',
      '技术原理',
      '原理说明',
      '原理分析',
      '优化原理',
      '实现原理',
      '工作原理',
      '原理',
      '机制怎样起作用',
    ],
    en: [
      'mechanism',
      'how it works',
      'working principle',
      'technical principle',
      'implementation principle',
      'internals',
    ],
  },
  measure({ model }) {
    const topics = topicPlaces(model, [{ words: HEADING, weight: weightOfTopic }]);
    const drawings = without(drawingsOf(model), topics);
    const steps = without(stepsOf(model), topics);
    const parts = [...topics, ...drawings, ...steps];
    return account({
      places: [...parts, ...unitPlaces(model, SAYING, [...parts, ...summariesOf(model)])],
      least: 3,
      found: 'measure.mechanism.found',
      none: 'measure.mechanism.none',
      missing: emptySections(model, HEADING),
    });
  },
};

/** Text and drawings explain; code alone shows that it works. */
function weightOfTopic({ substance, units }: Topic): number {
  const { size, figureLines } = substance;
  if (size >= 20 || figureLines >= 3) return size >= 60 || figureLines >= 3 ? 3 : 2;
  const comments = units.filter(({ kind }) => kind === 'comment').length;
  return comments >= 3 ? 1 : 0;
}

/** Timelines and drawings of a flow. */
function drawingsOf({ blocks, sections }: DocumentModel): readonly Place[] {
  let index = 0;
  return blocks.code.flatMap((block): readonly Place[] => {
    while (index < sections.length && (sections[index]?.span.start ?? 0) <= block.span.start) index += 1;
    const name = sections[index - 1]?.heading.identity.name ?? '';
    const weight = drawingWeight(block, name);
    return weight === 0 ? [] : [{ kind: 'part', span: block.span, weight }];
  });
}

function drawingWeight(block: CodeBlock, heading: string): number {
  const code = block.value.slice(0, MAXIMUM_CODE);
  if (countOf(STEP, code) >= LEAST_STEPS) return PROBLEM.test(heading) ? 0 : 2;
  if (FLOW_LANGUAGE.test(block.language ?? '')) return FLOW.test(code) ? 2 : 0;
  return isPlainBlock(block) && block.isDiagram && arrows(block) >= 3 ? 1.5 : 0;
}

/** Steps beside code. */
function stepsOf({ blocks }: DocumentModel): readonly Place[] {
  const found = blocks.code.filter((block) => {
    if (block.isDiagram || isPlainBlock(block) || FLOW_LANGUAGE.test(block.language ?? '')) return false;
    const code = block.value.slice(0, MAXIMUM_CODE);
    const numbered = countOf(NUMBERED, code);
    return numbered >= LEAST_STEPS && countOf(STEP, code) < LEAST_STEPS && codeLines(block) >= 2 * numbered;
  });
  const weight = Math.min(0.5, MOST_OF_STEPS / Math.max(1, found.length));
  return found.map(({ span }): Place => ({ kind: 'part', span, weight }));
}

function summariesOf({ sections }: DocumentModel): readonly Place[] {
  return sections
    .filter(({ level, heading }) => level > 1 && SUMMARY.test(heading.identity.name))
    .map(({ span }): Place => ({ kind: 'part', span, weight: 0 }));
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

const COMMENT_LINE = /^\s{0,200}(?:--|\/\/|#|\*|\/\*|$)/;

/** Lines that are no comment: a list of wishes in comments has none. */
function codeLines({ value }: CodeBlock): number {
  return value.split('\n').filter((line) => !COMMENT_LINE.test(line.slice(0, 250))).length;
}

function arrows({ value }: CodeBlock): number {
  return value.split('\n').filter((line) => ARROW.test(line)).length;
}
