// Formulas, and algorithms step by step.
import type { DocumentModel } from '../model/documentModel.ts';
import { amountOfCount, type Evidence, type Measure } from './measure.ts';
import { topicsAbout, type Topic } from './text/topics.ts';
import { textUnits, type TextUnit } from './text/textUnits.ts';

const MATH_FENCE = /^(?:math|latex|tex|katex|asciimath)$/i;
/** Written in TeX, or an equation with a sign of mathematics. */
const TEX = /\$\$?[^$\n]{0,300}[\\^_=<>+][^$\n]{0,300}\$\$?/;
const EQUATION =
  /[=≈≤≥<>][^=]{0,200}[Σ∑∏√∫∈∀∃×÷·∞π∂]|[Σ∑∏√∫∈∀∃×÷∂][^=]{0,200}[=≈≤≥]|[\p{L})\]] = [^=]{0,100}(?: [+*/×÷] |\bmax\(|\bmin\(|\blog\w?\()|\b[OΘΩ]\((?:1|n|N|log|m|k)[^)]{0,20}\)/u;
const ALGORITHM = /算法|algorithm/i;
const STEP = /步骤 ?\d|第[一二三四五六七八九十]{1,2}步|阶段 ?\d|\bstep \d|\bphase \d|^\d{1,2}[.、)]/i;
const FEWEST_STEPS = 3;

export const principleFormula: Measure = {
  id: 'principle-formula',
  names: {
    zh: ['数学公式', '公式', '算法步骤', '公式和算法', '数学公式或算法步骤', '算法'],
    en: ['formulas', 'mathematical formulas', 'formulas or algorithms', 'steps of algorithms', 'algorithm steps'],
  },
  measure: ({ model }) => {
    const fences = model.blocks.code.filter(({ language }) => MATH_FENCE.test(language ?? ''));
    const formulas: readonly Evidence[] = [...fences, ...textUnits(model).filter(isFormula)].map(({ span }) => ({
      span,
    }));
    const algorithms: readonly Evidence[] = algorithmsOf(model);
    const evidence = [...formulas, ...algorithms].sort((a, b) => a.span.start - b.span.start);
    const count = evidence.length;
    return {
      amount: amountOfCount(count),
      count,
      summary: { key: 'principle-formula', args: { formulas: formulas.length, algorithms: algorithms.length } },
      evidence,
      missing: [],
    };
  },
};

function isFormula({ kind, text }: TextUnit): boolean {
  if (kind === 'comment' || kind === 'row') return TEX.test(text);
  return TEX.test(text) || EQUATION.test(text.slice(0, 500));
}

function algorithmsOf(model: DocumentModel): readonly Evidence[] {
  return topicsAbout(model, ALGORITHM)
    .filter(hasSteps)
    .map(({ span, title }) => ({ span, message: { key: 'reuse.part', args: { title } } }));
}

function hasSteps({ units }: Topic): boolean {
  return units.filter(({ kind, text }) => kind === 'item' || STEP.test(text)).length >= FEWEST_STEPS;
}
