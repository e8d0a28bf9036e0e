// Does the document explain how its subject works? It sees words of explaining and drawings of a flow, not whether they are true.
import type { CodeBlock } from '../model/documentModel.ts';
import type { Measure } from './measure.ts';
import { account, type Place } from './text/places.ts';
import { emptySections, FENCED, TEXT, topicPlaces, unitPlaces, without, type UnitWords } from './text/weigh.ts';
import type { Topic } from './text/topics.ts';

const HEADING =
  /原理|机制|工作方式|工作流程|运作方式|核心概念|概念$|核心思想|核心理念|内部实现|内存模型|算法步骤|时序图|流程图?$|how .{1,40} works?|mechanisms?\b|internals?\b|under the hood|working principle|concepts?$|data flow|workflow/i;

const SAYING: readonly UnitWords[] = [
  {
    words:
      /(?:通过|使用|利用|采用|基于|依靠)[^。；，]{2,40}(?:来|实现|保证|确保|避免|防止|减少|降低|提高|达到)|从而|具体来说|也就是说|当[^。；，]{2,40}[时后]，?[^。；]{0,12}(?:会|就|则|将)|如果[^。；，]{2,40}(?:则|就|，说明)|\b(?:by|through) \w+ing\b|\b(?:works by|so that|in order to|which means|ensures? that)\b|\bwhen\b.{3,60},/i,
    kinds: TEXT,
    weight: 1,
    leastSize: 14,
  },
  {
    words:
      /(?:通过|使用|利用|采用|基于)[^。；，]{2,40}(?:保证|确保|避免|防止|减少)|如果[^。；，]{2,40}(?:则|就|，|更新)|[才]能?(?:提交|成功|算)|(?:^|[^?])没有?变|(?:之后|后)才|每个[^。；，]{2,20}(?:都|获得|独立)|从而|\b(?:so that|ensures?|guarantees?)\b/i,
    kinds: FENCED,
    weight: 0.5,
  },
];

const FLOW_LANGUAGE = /^(?:mermaid|plantuml|puml)$/i;
const FLOW = /^\s*(?:sequenceDiagram|flowchart|graph|stateDiagram|activity)\b/m;
const ARROW = /──?[>▶►]|-{1,2}>|→|↓|▼|⇒/;
const STEP = /^\s*(?:--|\/\/|#)?\s*(?:时间|time\s?)?T\d{1,2}\s?[:：]/gim;
const LEAST_STEPS = 3;

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
    en: ['mechanism', 'how it works', 'working principle', 'technical principle', 'implementation principle', 'internals'],
  },
  measure({ model }) {
    const topics = topicPlaces(model, [{ words: HEADING, weight: weightOfTopic }]);
    const drawings = without(model.blocks.code.flatMap(flowOf), topics);
    const parts = [...topics, ...drawings];
    return account({
      places: [...parts, ...unitPlaces(model, SAYING, parts)],
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

function flowOf(block: CodeBlock): readonly Place[] {
  const steps = block.value.slice(0, 20_000).match(STEP)?.length ?? 0;
  if (steps >= LEAST_STEPS) return [{ kind: 'part', span: block.span, weight: 2 }];
  const isFlow = FLOW_LANGUAGE.test(block.language ?? '') ? FLOW.test(block.value) : block.isDiagram && arrows(block) >= 3;
  return isFlow ? [{ kind: 'part', span: block.span, weight: 2 }] : [];
}

function arrows({ value }: CodeBlock): number {
  return value.split('\n').filter((line) => ARROW.test(line)).length;
}

