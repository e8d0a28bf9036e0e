// How many of the longer code blocks have a comment that explains them.
import { amountOf, type Evidence, type Measure } from './measure.ts';
import { explanations } from './code/explains.ts';
import { programsOf, type Program } from './code/programs.ts';

/** Up to so many lines of code speak for themselves. */
const SHORT = 3;

export const codeComments: Measure = {
  id: 'code-comments',
  names: {
    zh: ['代码注释', '详细注释', '充分的注释', '注释'],
    en: ['code comments', 'comments', 'commented', 'comment'],
  },
  measure({ model }) {
    const programs = programsOf(model).filter(isMeasured);
    if (programs.length === 0) return { notApplicable: { key: 'code-comments.no-code' } };
    const commented: { readonly evidence: Evidence; readonly share: number }[] = [];
    const missing: Evidence[] = [];
    let [comments, lines] = [0, 0];
    for (const program of programs) {
      const found = explanations(program).length;
      comments += found;
      lines += program.codeLines;
      const evidence: Evidence = { span: program.block.span };
      if (found > 0) commented.push({ evidence, share: found / program.codeLines });
      else missing.push({ ...evidence, message: { key: 'code-comments.missing', args: { lines: program.codeLines } } });
    }
    const [met, of] = [commented.length, programs.length];
    return {
      amount: amountOf({ met, of }),
      count: met,
      summary: {
        key: 'code-comments.summary',
        args: { met, total: of, comments, share: Math.round((comments * 100) / Math.max(1, lines)) },
      },
      evidence: commented.sort((a, b) => b.share - a.share).map(({ evidence }) => evidence),
      missing,
    };
  },
};

/** JSON has no comments, and markup is read by itself. */
function isMeasured({ codeLines, language }: Program): boolean {
  return codeLines > SHORT && language.name !== 'json' && language.kind !== 'markup';
}
