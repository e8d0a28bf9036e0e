// Figures that words of a plan carry: counts behind bold group lines (`**name（3个）**：`), what a summary says of a
// section (`- name（25个案例，34周）`, `**短期目标（31周）**: …`), of what there is (`现有的27个文档`), of milestones (`5个关键里程碑`).
import type { Section } from '../../model/documentModel.ts';
import { normalKey } from '../../model/headingIdentity.ts';
import type { Dialect, TotalFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import type { FigureUnit, TotalScope } from '../plan.ts';
import type { PlanLine } from '../planText.ts';
import { amountsIn, unitOfNoun, type Figure } from '../words/figure.ts';
import { leadingMark } from '../words/status.ts';
import { isFigures } from './priority-overviews.ts';

export const bracketFigures: Dialect = {
  name: 'bracket-figures',
  read(plan) {
    const sections = new Map(plan.model.sections.map((section) => [normalKey(bareName(section)), section]));
    return plan.lines.flatMap((line) => {
      if (line.kind === 'row' || line.kind === 'fence' || line.kind === 'heading') return [];
      return [...bracketTotals(line, sections), ...proseTotals(line)];
    });
  },
};

function bareName({ heading }: Section): string {
  return heading.identity.name.replace(/\s*[（(][^（()）]{0,80}[）)]\s*$/, '');
}

type Bracket = { readonly text: string; readonly span: TotalFact['span'] };

function bracketTotals(line: PlanLine, sections: ReadonlyMap<string, Section>): readonly TotalFact[] {
  // A numbered line is an item or an overview, which have dialects of their own.
  if (line.kind === 'list' && (line.number !== undefined || line.box !== undefined)) return [];
  // So is a line with a state: its figure is its own.
  if (leadingMark(line.raw) !== undefined) return [];
  if (!/[（(][^（()）]{0,80}\d/.test(line.raw)) return [];
  const { label } = line;
  const words = label?.text ?? line.raw;
  const { title, brackets } = readTitle(words, label?.span.start ?? line.rawStart);
  const bracket = brackets.find(({ text }) => isFigures(text));
  if (bracket === undefined || title === '' || isUnderPriority(line)) return [];
  const section = sectionNamed(title, sections);
  return amountsIn(bracket.text).flatMap(({ value }) => {
    const scope = scopeOf(line, title, value, section);
    return scope === undefined ? [] : [total(line, bracket, value, { scope, title })];
  });
}

/** Overviews of one priority are read elsewhere. */
function isUnderPriority({ section }: PlanLine): boolean {
  return section !== undefined && /^[^\p{L}\p{N}]*P[0-4](?![.\d])/u.test(section.heading.text);
}

/** A section of exactly this name, with or without a word or two before it: 识别了业务场景案例缺口. */
function sectionNamed(title: string, sections: ReadonlyMap<string, Section>): Section | undefined {
  const key = normalKey(title);
  for (let lead = 0; lead <= 4 && key.length - lead >= 4; lead++) {
    const section = sections.get(key.slice(lead));
    if (section !== undefined) return section;
  }
  return undefined;
}

function scopeOf(
  line: PlanLine,
  title: string,
  { unit }: Figure,
  section: Section | undefined,
): TotalScope | undefined {
  const isEffort = unit === 'hour' || unit === 'day' || unit === 'week' || unit === 'month';
  if (section !== undefined) return { kind: 'section', of: bareName(section), label: title };
  if (line.kind === 'text' && !isEffort) return { kind: 'group', of: title, label: title };
  return line.label === undefined ? undefined : { kind: 'unknown', label: title };
}

interface TotalOptions {
  readonly scope: TotalScope;
  readonly title: string;
}

/** `3个` counts what the title is about. */
function total(
  line: PlanLine,
  bracket: Bracket,
  { min, max, unit, bound }: Figure,
  { scope, title }: TotalOptions,
): TotalFact {
  return {
    fact: 'total',
    line: line.line,
    span: bracket.span,
    text: bracket.text,
    min,
    max,
    unit: unit ?? unitOfWords(bracket.text) ?? unitOfWords(title) ?? 'item',
    scope,
    ...(bound && { bound }),
  };
}

const NOUNS: readonly (readonly [FigureUnit, RegExp])[] = [
  ['gap', /缺口|缺失|不足|gap/i],
  ['case', /案例|case/i],
  ['topic', /主题|topic/i],
  ['task', /任务|task/i],
  ['milestone', /里程碑|milestone/i],
  ['document', /文档|document/i],
];

function unitOfWords(title: string): FigureUnit | undefined {
  return NOUNS.find(([, noun]) => noun.test(title))?.[0];
}

const THERE =
  /(?:现有|已有|existing)[ \t]*的?[ \t]*(\d{1,5})[ \t]*个?[ \t]*([^，。；,;.:：\d]{0,16}?(?:文档|案例|主题|documents|cases|topics))|(?<![\d.])(\d{1,5})[ \t]*个?[ \t]*((?:现有|已有|existing)[^，。；,;.:：\d]{0,12}?(?:文档|案例|主题|documents|cases|topics))/gi;
const WHOLE = /(?<![\d.-])(\d{1,3})[ \t]*个?[ \t]*(?:关键|主要|重要|key |main )?(里程碑|milestones)/gi;

/** Counts in running words that the plan can be held against. */
function proseTotals(line: PlanLine): readonly TotalFact[] {
  if (!/\d/.test(line.raw)) return [];
  const found: TotalFact[] = [];
  const add = (match: RegExpExecArray, [number, noun]: readonly [string, string], scope: TotalScope): void => {
    const at = match.index + match[0].indexOf(number);
    const start = line.rawStart + at;
    const text = line.raw.slice(at, match.index + match[0].length);
    const unit = unitOfNoun(noun) ?? unitOfWords(noun) ?? 'item';
    const value = Number(number);
    found.push({
      fact: 'total',
      line: line.line,
      span: { start, end: start + text.length },
      text,
      min: value,
      max: value,
      unit,
      scope,
    });
  };
  for (const match of line.raw.matchAll(THERE)) {
    const [, first, noun, second, other] = match;
    add(match, [first ?? second ?? '', noun ?? other ?? ''], { kind: 'all', of: 'existing-case', label: match[0] });
  }
  for (const match of line.raw.matchAll(WHOLE))
    add(match, [match[1] ?? '', match[2] ?? ''], { kind: 'all', label: match[0] });
  return found;
}
