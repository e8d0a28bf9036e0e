// One condition of a rubric against one document. Each measure runs once per document; what-if questions lay assumptions
// over the same results. It knows no levels and no weights.
import type { BoundDocument, Counts, SectionBinding } from '../binding/boundDocument.ts';
import type { Message } from '../finding.ts';
import {
  isAtLeast,
  type Evidence,
  type Measure,
  type MeasureContext,
  type MeasureResult,
  type NotApplicable,
} from '../measures/measure.ts';
import { measureSpan } from '../model/measures.ts';
import { normalKey } from '../model/normalKey.ts';
import { implies, type Atom, type AtomOf, type CountRange } from '../rubric/atoms.ts';
import type { Condition } from '../rubric/rubric.ts';
import type { Span } from '../sourceText.ts';
import type { JudgedCondition } from './score.ts';

export interface JudgeContext extends MeasureContext {
  readonly measures: readonly Measure[];
  /** The document against its template, for sections and fields under other names. */
  readonly bound?: BoundDocument;
  /** Rules that the configuration has switched off: that they find nothing means nothing. */
  readonly isOff?: (code: string) => boolean;
}

export interface Judge {
  judge(condition: Condition): JudgedCondition;
  /** The same document as if these were met. */
  assuming(atoms: readonly Atom[]): Judge;
}

type Finding = Omit<JudgedCondition, 'condition'>;

const none = { evidence: [], missing: [] } as const;

export function createJudge(context: JudgeContext): Judge {
  const results = new Map<string, MeasureResult | NotApplicable | undefined>();
  let counts: Counts | undefined;
  const sources: Sources = {
    context,
    resultOf: (id) => {
      if (!results.has(id)) results.set(id, context.measures.find((one) => one.id === id)?.measure(context));
      return results.get(id);
    },
    counts: () => (counts ??= measureSpan(context.model, { start: 0, end: context.model.source.text.length })),
  };
  return judgeWith(sources, []);
}

interface Sources {
  readonly context: JudgeContext;
  readonly resultOf: (id: string) => MeasureResult | NotApplicable | undefined;
  readonly counts: () => Counts;
}

function judgeWith(sources: Sources, assumed: readonly Atom[]): Judge {
  const judge = (condition: Condition): JudgedCondition =>
    condition.kind === 'some-of'
      ? judgeGroup(condition, condition.conditions.map(judge))
      : { condition, ...assume(judgeAtom(condition, sources), condition, assumed) };
  return { judge, assuming: (atoms) => judgeWith(sources, [...assumed, ...atoms]) };
}

function assume(found: Finding, atom: Atom, assumed: readonly Atom[]): Finding {
  const isAssumed = found.outcome === 'unmet' && assumed.some((one) => implies(one, atom));
  return isAssumed ? { ...found, outcome: 'met' } : found;
}

/** What does not apply is left out, and no more is asked for than what is left. */
function judgeGroup(
  condition: Extract<Condition, { readonly kind: 'some-of' }>,
  parts: readonly JudgedCondition[],
): JudgedCondition {
  const applicable = parts.filter(({ outcome }) => outcome !== 'not-applicable');
  const met = parts.filter(({ outcome }) => outcome === 'met');
  const unmet = parts.filter(({ outcome }) => outcome === 'unmet');
  const least = Math.min(condition.least, applicable.length);
  const outcome = applicable.length === 0 ? 'not-applicable' : met.length >= least ? 'met' : 'unmet';
  return {
    condition,
    outcome,
    summary: { key: 'score.some-of', args: { met: met.length, of: applicable.length, least } },
    evidence: met.flatMap(({ evidence }) => evidence),
    missing: outcome === 'unmet' ? unmet.flatMap(({ missing }) => missing) : [],
    parts,
  };
}

function judgeAtom(atom: Atom, sources: Sources): Finding {
  switch (atom.kind) {
    case 'measure':
    case 'count':
      return judgeMeasure(atom, sources.resultOf(atom.measure));
    case 'bound':
      return judgeBound(atom, sources);
    case 'rule':
      return judgeRule(atom.rule, sources.context);
    case 'section':
      return judgePlace(sectionSpan(atom.name, sources.context), 'score.section', atom.name);
    case 'field':
      return judgePlace(fieldSpan(atom.key, sources.context), 'score.field', atom.key);
  }
}

// ---- measures

function judgeMeasure(
  atom: AtomOf<'measure'> | AtomOf<'count'>,
  result: MeasureResult | NotApplicable | undefined,
): Finding {
  if (result === undefined) {
    return {
      outcome: 'not-applicable',
      summary: { key: 'score.measure-unknown', args: { id: atom.measure } },
      ...none,
    };
  }
  if ('notApplicable' in result) return { outcome: 'not-applicable', summary: result.notApplicable, ...none };
  const isMet =
    atom.kind === 'measure'
      ? isAtLeast(result.amount, atom.least)
      : isInRange(result.count ?? result.evidence.length, atom);
  const { summary, evidence, missing } = result;
  return { outcome: isMet ? 'met' : 'unmet', summary, evidence, missing };
}

function isInRange(count: number, { min = 0, max = Infinity }: CountRange): boolean {
  return count >= min && count <= max;
}

// ---- what templates count

function judgeBound(atom: AtomOf<'bound'>, { context, counts }: Sources): Finding {
  const { languages } = atom;
  const count =
    languages === undefined
      ? counts()[atom.counts]
      : languages.reduce((sum, language) => sum + (counts().codeByLanguage[language] ?? 0), 0);
  const summary: Message = { key: 'score.bound', args: { count } };
  const outcome = isInRange(count, atom) ? 'met' : 'unmet';
  return { outcome, summary, evidence: countedPlaces(atom, context), missing: [] };
}

function countedPlaces({ counts, languages }: AtomOf<'bound'>, { model }: JudgeContext): readonly Evidence[] {
  const { code, tables, images, links, tasks } = model.blocks;
  const places: Partial<Record<typeof counts, readonly { readonly span: Span }[]>> = {
    codeBlocks: code.filter(
      (block) =>
        block.isFenced && !block.isDiagram && (languages?.includes((block.language ?? '').toLowerCase()) ?? true),
    ),
    codeLines: code.filter((block) => block.isFenced && !block.isDiagram),
    diagrams: [...code.filter((block) => block.isDiagram), ...images],
    tables,
    images,
    links,
    tasks,
    sections: model.sections.filter(({ level }) => level === 2).map(({ heading }) => heading),
    subsections: model.sections.filter(({ level }) => level === 3).map(({ heading }) => heading),
  };
  return (places[counts] ?? []).map(({ span }) => ({ span }));
}

// ---- rules, sections, fields

function judgeRule(code: string, { findings, isOff }: JudgeContext): Finding {
  if (isOff?.(code) === true)
    return { outcome: 'not-applicable', summary: { key: 'score.rule.off', args: { code } }, ...none };
  const found = findings.filter((finding) => finding.code === code);
  return {
    outcome: found.length === 0 ? 'met' : 'unmet',
    summary: { key: 'score.rule', args: { code, count: found.length } },
    evidence: [],
    missing: found.map(({ span, message }) => ({ span, message })),
  };
}

function judgePlace(span: Span | undefined, key: 'score.section' | 'score.field', name: string): Finding {
  if (span === undefined) return { outcome: 'unmet', summary: { key: `${key}.missing`, args: { name } }, ...none };
  return { outcome: 'met', summary: { key, args: { name } }, evidence: [{ span }], missing: [] };
}

function sectionSpan(name: string, { facts, bound }: JudgeContext): Span | undefined {
  const key = normalKey(name);
  const heading = facts.headings.find((one) => one.key === key);
  return heading?.span ?? boundSpan(bound?.bindings ?? [], key);
}

function boundSpan(bindings: readonly SectionBinding[], key: string): Span | undefined {
  for (const { spec, section, standIn, children } of bindings) {
    const isNamed = [spec.name, ...spec.aliases].some((name) => normalKey(name) === key);
    if (isNamed) return standIn?.span ?? section.heading.span;
    const inner = boundSpan(children, key);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function fieldSpan(name: string, { facts, bound }: JudgeContext): Span | undefined {
  const key = normalKey(name);
  const own = facts.fields.find((field) => field.normalKey === key && field.value.trim() !== '');
  if (own !== undefined) return own.valueSpan;
  for (const [spec, fields] of bound?.fields ?? []) {
    if (![spec.key, ...spec.aliases].some((alias) => normalKey(alias) === key)) continue;
    return fields.find(({ value }) => value.trim() !== '')?.valueSpan;
  }
  return undefined;
}
