// In how many programming languages the document shows its solution. Configuration and markup are none.
import type { Measure } from './measure.ts';
import { countLanguages, languageCounts } from './code/countLanguages.ts';
import { programsOf } from './code/programs.ts';

export const codeLanguages: Measure = {
  id: 'code-languages',
  names: {
    zh: ['多语言实现', '多语言', '多种语言', '多种编程语言', '编程语言'],
    en: ['several languages', 'multiple languages', 'programming languages', 'multi-language'],
  },
  measure({ model }) {
    const programs = programsOf(model).filter(
      ({ language }) => language.kind !== 'configuration' && language.kind !== 'markup',
    );
    const counts = languageCounts(programs);
    const count = counts.length;
    const args = { count, languages: countLanguages(programs) };
    if (count < 2) {
      const key = count === 0 ? 'code-languages.none' : 'code-languages.one';
      return { amount: 'none', count, summary: { key, args }, evidence: [], missing: [] };
    }
    const longest = counts.map(([name]) =>
      programs
        .filter(({ language }) => language.name === name)
        .reduce((best, program) => (program.codeLines > best.codeLines ? program : best)),
    );
    return {
      amount: 'all',
      count,
      summary: { key: 'code-languages.summary', args },
      evidence: longest.map(({ block, language }) => ({
        span: block.span,
        message: { key: 'code-languages.language', args: { language: language.name } },
      })),
      missing: [],
    };
  },
};
