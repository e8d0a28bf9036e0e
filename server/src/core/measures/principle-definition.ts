// Formal definitions: definitions and theorems by name, statements of logic, specifications in a formal language.
import { amountOfCount, type Evidence, type Measure } from './measure.ts';
import { topicsAbout, type Topic } from './text/topics.ts';
import { textUnits } from './text/textUnits.ts';

const HEADING =
  /形式化(?:定义|描述|规约|证明|模型|说明)|^定义$|定理|引理|公理|formal (?:definition|specification|model|proof)|^definitions?\b|theorem|lemma|axiom/i;
/** `定义 1 可串行化`: the word is part of the number. */
const NUMBERED = /^(?:定义|定理|引理|公理|推论|命题|definition|theorem|lemma|axiom|corollary|proposition) ?\d/i;
const LOGIC = /[∀∃⟹⟺⇒⇔⊢⊨∧∨¬⊆∪∩∅]|\\(?:forall|exists|implies|iff|land|lor|subseteq)\b/;
const FORMAL_LANGUAGE = /^(?:tla|tlaplus|tla\+|coq|lean4?|isabelle|alloy|z3|smt2?|agda)$/i;

type Part = Pick<Topic, 'title' | 'span'>;

export const principleDefinition: Measure = {
  id: 'principle-definition',
  names: {
    zh: ['形式化定义', '形式定义', '形式化', '定理'],
    en: ['formal definition', 'formal definitions', 'definitions and theorems', 'theorems'],
  },
  measure: ({ model }) => {
    const topics: readonly Part[] = [
      ...topicsAbout(model, HEADING),
      ...model.sections
        .filter(({ heading }) => NUMBERED.test(heading.text) && !HEADING.test(heading.identity.name))
        .map(({ heading, span }) => ({ title: heading.text, span })),
    ];
    const inTopic = (offset: number): boolean => topics.some(({ span }) => span.start <= offset && offset < span.end);
    const evidence: readonly Evidence[] = [
      ...topics.map(({ span, title }): Evidence => ({ span, message: { key: 'reuse.part', args: { title } } })),
      ...model.blocks.code
        .filter(({ language, span }) => FORMAL_LANGUAGE.test(language ?? '') && !inTopic(span.start))
        .map(({ span }) => ({ span })),
      ...textUnits(model)
        .filter(({ text, span }) => LOGIC.test(text) && !inTopic(span.start))
        .map(({ span }) => ({ span })),
    ].sort((a, b) => a.span.start - b.span.start);
    return {
      amount: amountOfCount(evidence.length),
      count: evidence.length,
      summary: { key: 'principle-definition', args: { count: evidence.length } },
      evidence,
      missing: [],
    };
  },
};
