// Phases that are headings: `## Phase 4：name（优先级：P2）⏸️ 暂缓`, with the label lines right below and the tests that end them.
// A heading that only names a phase (`### Phase 1 里程碑`) is none.
import { readBlockFields } from '../blockFields.ts';
import type { Section } from '../../model/documentModel.ts';
import type { Dialect, PhaseFact, PlanFact } from '../facts.ts';
import { readTitle, type ItemTitle } from '../itemTitle.ts';
import type { PlanTask } from '../plan.ts';
import type { PlanLine, PlanText } from '../planText.ts';
import { headValues, statedPriorities } from '../statedValues.ts';
import { labelKindOf } from '../words/labels.ts';
import { leadingPhase } from '../words/references.ts';
import { timeRangeIn } from '../words/timeRange.ts';

export const phaseHeadings: Dialect = {
  name: 'phase-headings',
  read: (plan) =>
    plan.lines.flatMap((line) => {
      if (line.kind !== 'heading' || line.section === undefined) return [];
      const head = phaseHead(line);
      return head === undefined ? [] : factsOf(plan, line, line.section, head);
    }),
};

interface PhaseHead {
  readonly id: string;
  readonly title: ItemTitle;
}

/** Words after a phase that make the heading one about the phase, not the phase. */
const ABOUT =
  /^(?:的)?(?:里程碑|总结|小结|目标|测试|任务|检查|完成|进度|交付|验收|统计|回顾|milestones?|summary|goals?|tests?|tasks?|status|progress|report|checklist)/i;
/** Ornament and the number of the section: `🎯 **3.1 Phase 1: …`. */
const LEAD =
  /^[\p{Extended_Pictographic}\uFE0F\u200D\s*]{0,12}(?:\d{1,3}(?:\.\d{1,3}){0,3}[.、)]?\s{1,4})?[\p{Extended_Pictographic}\uFE0F\u200D\s*]{0,12}/u;

/** Undefined for other headings. */
function phaseHead({ raw, rawStart }: PlanLine): PhaseHead | undefined {
  const lead = LEAD.exec(raw)?.[0].length ?? 0;
  const phase = leadingPhase(raw.slice(lead));
  if (phase === undefined) return undefined;
  const at = lead + phase.length;
  const rest = raw.slice(at);
  const separator = /^[ \t]*[:：—–|-]+[ \t]*/.exec(rest)?.[0];
  if (separator === undefined && (ABOUT.test(rest.trim()) || /^[^\s（(]/.test(rest))) return undefined;
  const skip = separator?.length ?? 0;
  return { id: phase.id, title: readTitle(rest.slice(skip), rawStart + at + skip) };
}

function factsOf(plan: PlanText, line: PlanLine, section: Section, { id, title }: PhaseHead): readonly PlanFact[] {
  const own = plan.linesOf(section).filter((each) => each.section === section);
  const stated = readBlockFields(own, 'phase');
  const head = headValues(line, title, 'phase');
  const range = timeRangeIn(title.brackets.map(({ text }) => text).join(' '))?.value;
  const tests = testsOf(plan, section);
  // `Phase 1: P0优先级内容` is of that priority.
  const ofName = statedPriorities({ plan, line, text: title.title, via: 'phase' });
  const isNamed = /[\p{L}\p{N}]/u.test(title.title) && !title.title.startsWith('（');
  const fact: PhaseFact = {
    fact: 'phase',
    id,
    title: isNamed ? title.title : id,
    via: 'phase',
    extent: section.span,
    line: line.line,
    span: isNamed ? title.span : line.span,
    priorities: [...ofName, ...(head.priorities ?? []), ...(stated.priorities ?? [])],
    efforts: [...(head.efforts ?? []), ...(stated.efforts ?? [])],
    statuses: [...(head.statuses ?? []), ...(stated.statuses ?? [])],
    dependencyTexts: stated.dependencyTexts,
    ...(range && { range }),
    ...(tests.length > 0 && { tests }),
  };
  return [fact, ...stated.designNotes.map((note) => ({ ...note, fact: 'design-note' as const }))];
}

/** Boxes under a heading such as 测试要求 right below the phase. */
function testsOf(plan: PlanText, section: Section): readonly PlanTask[] {
  return section.children
    .filter(({ heading }) => labelKindOf(heading.identity.name) === 'tests')
    .flatMap((child) => readBlockFields(plan.linesOf(child)).tasks);
}
