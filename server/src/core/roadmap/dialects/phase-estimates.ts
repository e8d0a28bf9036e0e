// What a plan says its phases take: `- **Phase 1**：2-3 周（P0）` as a list with a sum below, and lists that sort phases by priority.
import type { Section } from '../../model/documentModel.ts';
import type { Dialect, PhaseFact, PlanFact, TotalFact } from '../facts.ts';
import type { Effort, Place } from '../plan.ts';
import type { ListLine, PlanLine, PlanText } from '../planText.ts';
import { placeOfLine, placeOfWords, statedEfforts, statedPriorities } from '../statedValues.ts';
import { leadingPhase } from '../words/references.ts';
import { effortsIn, type Found } from '../words/effort.ts';
import { prioritiesIn } from '../words/priority.ts';

export const phaseEstimates: Dialect = { name: 'phase-estimates', read };

const SUM = /^(?:总计|合计|共计|总时间|总工期|总体时间|总工作量|total(?: time| effort)?)$/i;
const SHORTEST = /^(?:最短|最快|最少)(?:时间|工期)|^(?:minimum|shortest|best case)/i;
const LONGEST = /^(?:最长|最慢|最多)(?:时间|工期)|^(?:maximum|longest|worst case)/i;

interface Part {
  readonly place: Place;
  readonly effort: Effort;
  readonly section: Section | undefined;
}

function read(plan: PlanText): readonly PlanFact[] {
  const facts: PlanFact[] = [];
  let parts: Part[] = [];
  for (const line of plan.lines) {
    // A line below the next heading may still speak of the list: `**最短时间**：8 周`.
    if (line.kind === 'heading') parts = line.level > 2 ? parts : [];
    else if (line.kind === 'list' && line.depth === 0 && line.box === undefined) {
      const named = phaseOfLabel(line);
      if (named === undefined) continue;
      const { effort, facts: own } = phaseLine(plan, line, named);
      facts.push(...own);
      if (effort === undefined) continue;
      if (parts[0]?.section !== line.section) parts = [];
      parts.push({ place: placeOfLine(line), effort, section: line.section });
    } else if (line.kind === 'text' && line.label !== undefined && parts.length > 1) {
      facts.push(...sumFacts(plan, line, parts));
    }
  }
  return facts;
}

function phaseOfLabel({ label, number }: ListLine): string | undefined {
  if (label?.hasColon !== true || number !== undefined) return undefined;
  const phase = leadingPhase(label.text);
  return phase !== undefined && phase.length === label.text.trim().length ? phase.id : undefined;
}

function phaseLine(plan: PlanText, line: ListLine, id: string): { effort?: Effort; facts: readonly PlanFact[] } {
  const value = line.label?.value ?? '';
  const estimate = effortsIn(value)[0];
  if (estimate?.index === 0) {
    const words = { plan, line, text: value, via: 'list' as const };
    const efforts = statedEfforts(words).slice(0, 1);
    const fact = phaseFact(line, id, { efforts, priorities: statedPriorities(words) });
    return { effort: estimate.value, facts: [fact, ...totalsOfPhase(plan, line, [estimate], id)] };
  }
  // Under `### P0（最高优先级）`: the heading gives the priority.
  const above = prioritiesIn(line.section?.heading.text ?? '')[0];
  if (above === undefined) return { facts: [] };
  const priority = { value: above.value, text: above.text, via: 'list' as const, ...placeOfLine(line) };
  const title = /^[^，,。；;]{1,60}/.exec(value)?.[0].trim() ?? id;
  return { facts: [{ ...phaseFact(line, id, { priorities: [priority] }), title }] };
}

function phaseFact(line: PlanLine, id: string, stated: Pick<PhaseFact, 'efforts' | 'priorities'>): PhaseFact {
  const { start } = line.span;
  return { fact: 'phase', id, title: id, via: 'list', extent: { start, end: start }, ...placeOfLine(line), ...stated };
}

/** What the plan says the phase takes, to be held against its tasks. */
export function totalsOfPhase(
  plan: PlanText,
  line: PlanLine,
  efforts: readonly Found<Effort>[],
  id: string,
): readonly TotalFact[] {
  return efforts.map(({ value, text }) => ({
    fact: 'total',
    text,
    min: value.min,
    max: value.max,
    unit: value.unit,
    scope: { kind: 'phase', of: id, label: id },
    ...placeOfWords(plan, line, text),
  }));
}

function sumFacts(plan: PlanText, line: PlanLine, parts: readonly Part[]): readonly TotalFact[] {
  const { label } = line;
  const edge = label && edgeOf(label.text);
  if (label === undefined || edge === undefined) return [];
  return effortsIn(label.value)
    .slice(0, edge === 'both' ? 2 : 1)
    .map(({ value, text, index }) => {
      const same = parts.filter(({ effort }) => effort.unit === value.unit);
      const isAbout = /(?:约|~|about)\s*$/i.test(label.value.slice(0, index));
      return {
        fact: 'total',
        text: isAbout ? `约 ${text}` : text,
        min: value.min,
        max: value.max,
        unit: value.unit,
        ...(isAbout && { bound: 'about' as const }),
        scope: { kind: same.length > 1 ? 'list' : 'unknown', label: label.text },
        ...placeOfWords(plan, line, text),
        ...(same.length > 1 && { parts: same.map((part) => partOf(part, edge)) }),
      };
    });
}

type Edge = 'both' | 'min' | 'max';

/** Which ends of the ranges the line adds up. */
function edgeOf(label: string): Edge | undefined {
  if (SUM.test(label)) return 'both';
  if (SHORTEST.test(label)) return 'min';
  return LONGEST.test(label) ? 'max' : undefined;
}

function partOf({ place, effort: { min, max } }: Part, edge: Edge): NonNullable<TotalFact['parts']>[number] {
  return { place, min: edge === 'max' ? max : min, max: edge === 'min' ? min : max };
}
