// Figures of the whole plan, a line each in a text fence: in a drawn frame (`║  🎯 新增文档:  14 个  ║`) or marked as what will be reached
// (`✅ 总文档数量:  72+ 个 (从 58 增加)`). Under a heading that says milestone the lines are what the milestone promises.
import type { Section } from '../../model/documentModel.ts';
import { countsIn } from '../counts.ts';
import type { Dialect, MilestoneFact, PlanFact, TotalFact } from '../facts.ts';
import type { Place } from '../plan.ts';
import type { FenceLine, PlanText } from '../planText.ts';
import { leadingMark } from '../words/status.ts';

export const targetFigures: Dialect = { name: 'target-figures', read };

const FRAME = /^[║│┃|]\s*(.*?)\s*[║│┃|]$/u;
const LEAD = /^[\p{Extended_Pictographic}\uFE0F\u200D\s•*-]+/u;
const FIELD = /^([^:：]{2,40}?)\s*[:：]\s*(\S.*)$/;

function read(plan: PlanText): readonly PlanFact[] {
  const lines = plan.lines.filter((line) => line.kind === 'fence');
  const facts: PlanFact[] = [];
  for (const line of lines) {
    const framed = FRAME.exec(line.text)?.[1];
    if (framed !== undefined) facts.push(...framedTotals(line, framed));
  }
  for (const section of plan.model.sections) {
    if (isMilestone(section)) facts.push(...promises(plan, section, lines));
  }
  return facts;
}

function framedTotals(line: FenceLine, words: string): readonly TotalFact[] {
  const [, label, value] = FIELD.exec(words.replace(LEAD, '')) ?? [];
  return label === undefined || value === undefined ? [] : totalsOf(line, label, value);
}

/** The figure that the value begins with; the label says what is counted where only 个 stands behind the number. */
function totalsOf(line: FenceLine, label: string, value: string): readonly TotalFact[] {
  const start = line.rawStart + line.raw.lastIndexOf(value);
  const scope = { kind: 'all', label: label.trim() } as const;
  const counts = countsIn({ text: value, span: { start, end: start + value.length } }, line.line, {
    scope,
    noun: label,
  });
  return counts.filter(({ unit, span }) => unit !== 'item' && span.start === start).slice(0, 1);
}

function isMilestone({ heading, level }: Section): boolean {
  return level > 1 && /里程碑|milestone/i.test(heading.identity.name);
}

function promises(plan: PlanText, section: Section, lines: readonly FenceLine[]): readonly PlanFact[] {
  const marked = lines.flatMap((line) => {
    const mark = line.section === section ? leadingMark(line.text) : undefined;
    return mark === undefined ? [] : [{ line, mark }];
  });
  if (marked.length < 2) return [];
  const claims = marked.map(({ line, mark }) => {
    const text = line.text.slice(mark.length).trim();
    return { text, mark: mark.mark, line: line.line, span: line.span };
  });
  const milestone: MilestoneFact = {
    fact: 'milestone',
    title: section.heading.identity.name,
    claims,
    ...placeOf(plan, section),
  };
  return [milestone, ...marked.flatMap(({ line, mark }) => growth(line, line.text.slice(mark.length).trim()))];
}

function placeOf({ model: { source } }: PlanText, { heading }: Section): Place {
  return { line: source.lineAt(heading.span.start), span: heading.textSpan };
}

const FROM = /[（(](?:从|由|from)\s*(\d{1,3}(?:[,，]\d{3})+|\d{1,7})[^（()）]{0,20}[)）]/i;

/** `72+ 个 (从 58 增加)`: what there is, and what the plan adds to it. */
function growth(line: FenceLine, words: string): readonly TotalFact[] {
  const [, label, value] = FIELD.exec(words) ?? [];
  const from = FROM.exec(words);
  if (label === undefined || value === undefined || from === null) return [];
  const [total] = totalsOf(line, label, value);
  if (total === undefined) return [];
  const { start } = total.span;
  const end = line.rawStart + line.raw.indexOf(from[0]) + from[0].length;
  const text = line.raw.slice(start - line.rawStart, end - line.rawStart);
  const scope = { kind: 'stated-sum', of: from[1] ?? '', label: label.trim() } as const;
  return [{ ...total, text, scope, span: { start, end } }];
}
