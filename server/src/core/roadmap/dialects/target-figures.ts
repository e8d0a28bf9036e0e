// Figures of the whole plan, a line each in a text fence: in a drawn frame (`║  🎯 新增文档:  14 个  ║`) or marked as what will be reached
// (`✅ 总文档数量:  72+ 个 (从 58 增加)`). Under a heading that says milestone the lines are what the milestone promises.
import type { Section } from '../../model/documentModel.ts';
import type { Dialect, MilestoneFact, PlanFact, TotalFact } from '../facts.ts';
import type { FigureUnit, Place } from '../plan.ts';
import type { FenceLine, PlanText } from '../planText.ts';
import { placeOfWords } from '../statedValues.ts';
import { figuresIn } from '../words/figures.ts';
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
    if (framed !== undefined) facts.push(...framedTotals(plan, line, framed));
  }
  for (const section of plan.model.sections) {
    if (isMilestone(section)) facts.push(...promises(plan, section, lines));
  }
  return facts;
}

function framedTotals(plan: PlanText, line: FenceLine, words: string): readonly TotalFact[] {
  const field = FIELD.exec(words.replace(LEAD, ''));
  const [, label, value] = field ?? [];
  if (label === undefined || value === undefined) return [];
  return totalsOf(plan, line, label, value).slice(0, 1);
}

const NOUNS: readonly (readonly [FigureUnit, RegExp])[] = [
  ['document', /文档|文章|documents?|docs/i],
  ['module', /模块|目录|任务组|modules?/i],
  ['case', /案例|cases?/i],
  ['topic', /主题|topics?/i],
  ['milestone', /里程碑|milestones?/i],
  ['phase', /阶段|phases?/i],
  ['task', /任务|tasks?/i],
];

/** The label says what is counted where only 个 stands behind the number. */
function totalsOf(plan: PlanText, line: FenceLine, label: string, value: string): readonly TotalFact[] {
  return figuresIn(value).flatMap((figure): readonly TotalFact[] => {
    const { min, max, bound } = figure.value;
    const unit = figure.value.unit ?? NOUNS.find(([, noun]) => noun.test(label))?.[0];
    if (unit === undefined || figure.index > 0) return [];
    const scope = { kind: 'all', label: label.trim() } as const;
    const place = placeOfWords(plan, line, figure.text);
    return [{ fact: 'total', text: figure.text, min, max, unit, scope, ...(bound && { bound }), ...place }];
  });
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
  return [milestone, ...marked.flatMap(({ line, mark }) => growth(plan, line, line.text.slice(mark.length).trim()))];
}

function placeOf({ model: { source } }: PlanText, { heading }: Section): Place {
  return { line: source.lineAt(heading.span.start), span: heading.textSpan };
}

const FROM = /[（(](?:从|由|from)\s*(\d{1,3}(?:[,，]\d{3})+|\d{1,7})[^（()）]{0,20}[)）]/i;

/** `72+ 个 (从 58 增加)`: what there is, and what the plan adds to it. */
function growth(plan: PlanText, line: FenceLine, words: string): readonly TotalFact[] {
  const [, label, value] = FIELD.exec(words) ?? [];
  const from = FROM.exec(words);
  if (label === undefined || value === undefined || from === null) return [];
  const [total] = totalsOf(plan, line, label, value);
  if (total === undefined) return [];
  const text = `${total.text} ${from[0]}`;
  const scope = { kind: 'stated-sum', of: from[1] ?? '', label: label.trim() } as const;
  return [{ ...total, text, scope, ...placeOfWords(plan, line, text) }];
}
