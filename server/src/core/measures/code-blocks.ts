// Whether there is code at all, and how many blocks of it.
import type { Measure } from './measure.ts';
import { countLanguages } from './code/countLanguages.ts';
import { programsOf } from './code/programs.ts';

export const codeBlocks: Measure = {
  id: 'code-blocks',
  names: {
    zh: ['代码块', '代码示例', '代码实例', '示例代码', '代码'],
    en: ['code blocks', 'code examples', 'code samples', 'example code', 'code'],
  },
  measure({ model }) {
    const programs = programsOf(model);
    const count = programs.length;
    if (count === 0) return { amount: 'none', count, summary: { key: 'code-blocks.none' }, evidence: [], missing: [] };
    return {
      amount: 'all',
      count,
      summary: { key: 'code-blocks.summary', args: { count, languages: countLanguages(programs) } },
      evidence: [...programs].sort((a, b) => b.codeLines - a.codeLines).map(({ block }) => ({ span: block.span })),
      missing: [],
    };
  },
};
