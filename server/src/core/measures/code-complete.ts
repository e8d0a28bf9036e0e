// How many code blocks can be read and run by themselves, as far as their text shows.
import { amountOf, type Evidence, type Measure } from './measure.ts';
import { findElisions } from './code/findElisions.ts';
import { findFault, startReading } from './code/findFault.ts';
import { fencesOf, placeIn, type Program } from './code/programs.ts';

export const codeComplete: Measure = {
  id: 'code-complete',
  names: {
    zh: [
      '完整、可运行的代码示例',
      '完整可运行代码',
      '完整可运行',
      '代码是否可运行',
      '代码块完整',
      '完整代码示例',
      '完整代码块',
      '完整的代码',
      '完整代码',
      '代码完整',
      '可运行的代码',
      '可运行',
      '完整的实现',
    ],
    en: [
      'complete code blocks',
      'code blocks complete',
      'complete code examples',
      'complete code',
      'runnable code',
      'code runs',
      'runnable',
    ],
  },
  asks: 'most',
  measure({ model }) {
    const programs = fencesOf(model).filter((one) => one.codeLines > 0 || findElisions(one).length > 0);
    if (programs.length === 0)
      return { amount: 'none', count: 0, summary: { key: 'measure.no-code' }, evidence: [], missing: [] };
    const complete: Program[] = [];
    const missing: Evidence[] = [];
    const reading = startReading();
    for (const program of programs) {
      const fault = findFault(program, reading);
      if (fault === undefined) complete.push(program);
      else
        missing.push({
          span: placeIn(program, model.source, fault.part),
          message: { key: `code-complete.${fault.kind}`, args: { text: fault.text } },
        });
    }
    const [met, of] = [complete.length, programs.length];
    return {
      amount: amountOf({ met, of }),
      count: met,
      summary: { key: 'code-complete.summary', args: { met, total: of } },
      evidence: complete.sort((a, b) => b.codeLines - a.codeLines).map(({ block }) => ({ span: block.span })),
      missing,
    };
  },
};
