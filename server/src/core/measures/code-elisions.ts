// Whether the code is shown whole: blocks in which nothing was left out.
import { amountOf, type Evidence, type Measure } from './measure.ts';
import { findElisions } from './code/findElisions.ts';
import { fencesOf, placeIn } from './code/programs.ts';

export const codeElisions: Measure = {
  id: 'code-elisions',
  names: {
    zh: ['没有省略', '无省略', '不省略', '省略'],
    en: ['no elisions', 'nothing left out', 'without elisions', 'not abridged', 'unabridged', 'elisions'],
  },
  measure({ model }) {
    // A fence in which a comment stands for all of the code is elided as well; one of mere notes holds no code.
    const programs = fencesOf(model).filter((program) => program.codeLines > 0 || findElisions(program).length > 0);
    if (programs.length === 0) return { notApplicable: { key: 'measure.no-code' } };
    const whole: Evidence[] = [];
    const missing: Evidence[] = [];
    for (const program of programs) {
      const elisions = findElisions(program);
      if (elisions.length === 0) whole.push({ span: program.block.span });
      for (const { part, text } of elisions)
        missing.push({
          span: placeIn(program, model.source, part),
          message: { key: 'code-elisions.left-out', args: { text } },
        });
    }
    const [met, of] = [whole.length, programs.length];
    const key = met === of ? 'code-elisions.whole' : 'code-elisions.summary';
    return {
      amount: amountOf({ met, of }),
      count: met,
      summary: { key, args: { elided: of - met, total: of } },
      evidence: whole,
      missing,
    };
  },
};
