// How many examples does the document hold: blocks of code, and example sections without code? It does not see whether they
// teach anything.
import type { CodeBlock } from '../model/documentModel.ts';
import type { Evidence, Measure } from './measure.ts';
import { isPlainBlock } from './text/codeUnits.ts';
import { sectionsAbout } from './text/topics.ts';
import { titled } from './text/weigh.ts';

const HEADING = /示例|实例|例子|案例|演示|场景\s?\d|\bexamples?\b|\bdemo\b|case stud(?:y|ies)/i;
const ENOUGH = 20;
const HALF = 10;
const MAXIMUM_PLACES = 8;

export const topicExamples: Measure = {
  id: 'topic-examples',
  names: {
    zh: ['实例', '示例', '代码示例数量', '例子'],
    en: ['examples', 'example'],
  },
  measure({ model }) {
    const blocks = model.blocks.code.filter((block) => !isPlainBlock(block) && linesOf(block) >= 2);
    const sections = sectionsAbout(model, HEADING).filter(
      ({ span }) => !blocks.some((block) => block.span.start >= span.start && block.span.start < span.end),
    );
    const count = blocks.length + sections.length;
    if (count === 0)
      return { amount: 'none', count, summary: { key: 'measure.examples.none' }, evidence: [], missing: [] };
    const largest = [...blocks].sort((a, b) => linesOf(b) - linesOf(a) || a.span.start - b.span.start);
    const evidence: Evidence[] = [
      ...largest.slice(0, MAXIMUM_PLACES).map(({ span }) => ({ span })),
      ...sections.map(({ span, title }): Evidence => ({ span, message: titled(title) })),
    ];
    return {
      amount: count >= ENOUGH ? 'all' : count >= HALF ? 'most' : 'some',
      count,
      summary: { key: 'measure.examples.found', args: { count, blocks: blocks.length, sections: sections.length } },
      evidence: evidence.slice(0, MAXIMUM_PLACES),
      missing: [],
    };
  },
};

function linesOf({ value }: CodeBlock): number {
  return value.split('\n').filter((line) => line.trim() !== '').length;
}
