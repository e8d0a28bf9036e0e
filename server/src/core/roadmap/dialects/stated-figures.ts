// Figures that a plan states of itself: `### 1. libraries Crate (4个高级主题)`, `总计: 13 个主题, ~10,950 行` in a fence,
// `- P0 主题: 2-3 小时（5个主题）`, `- 5,700+ 行可运行代码`. Labels of single items and progress are read elsewhere.
import { countsIn } from '../counts.ts';
import type { Dialect, PlanFact, TotalFact } from '../facts.ts';
import type { TotalScope } from '../plan.ts';
import type { PlanLine, PlanText } from '../planText.ts';
import { planHeadings } from '../planHeadings.ts';
import { effortsIn } from '../words/effort.ts';
import { figuresIn } from '../words/figure.ts';
import { columnKindOf } from '../words/columns.ts';
import { labelKindOf } from '../words/labels.ts';
import { prioritiesIn } from '../words/priority.ts';
import { leadingMark } from '../words/status.ts';
import { partCode, planCode } from '../words/partCode.ts';

export const statedFigures: Dialect = {
  name: 'stated-figures',
  read(plan: PlanText): readonly PlanFact[] {
    const isReport = REPORT.test(plan.model.title?.heading.text ?? '');
    const code = planCode(plan.model.title?.heading.text ?? '');
    return planHeadings(plan).flatMap(({ line: heading, body }) => {
      const own = figuresOfHeading(heading, code);
      if (body.some(isItemLabel)) return own;
      const about = { isReport, isCumulative: CUMULATIVE.test(heading.text) };
      return [...own, ...body.flatMap((line, index) => figuresOf(line, body.slice(0, index), about))];
    });
  },
};

/** Figures over more than this plan can not be recounted in it. */
const CUMULATIVE = /累计|历史|cumulative|to date|so far/i;

interface About {
  readonly isReport: boolean;
  readonly isCumulative: boolean;
}

const REPORT = /总结|报告|完成情况|summary|report/i;

/** The block belongs to one item, and its figures to the item. */
function isItemLabel({ label, kind }: PlanLine): boolean {
  const found = label === undefined || kind === 'row' ? undefined : labelKindOf(label.text);
  return found === 'file' || found === 'expected-size';
}

function figuresOfHeading(line: PlanLine, own: string | undefined): readonly TotalFact[] {
  if (line.kind !== 'heading' || line.level === 1) return [];
  const { text, raw, rawStart, section } = line;
  const name = section?.heading.identity.name ?? text;
  const facts: TotalFact[] = [];
  for (const match of raw.matchAll(/[（(]([^（()）]{1,60})[)）]/g)) {
    const inside = match[1] ?? '';
    if (figuresIn(inside).length === 0 || /\d\s*\/\s*\d/.test(inside)) continue;
    const start = rawStart + match.index + 1;
    const priority = prioritiesIn(raw)[0]?.value;
    const scope: TotalScope =
      priority !== undefined && partCode(raw, own)?.id === priority
        ? { kind: 'priority', of: priority, label: name }
        : { kind: 'section', of: name, label: name };
    facts.push(
      ...countsIn({ text: inside, span: { start, end: start + inside.length } }, line.line, {
        scope,
        noun: raw.slice(0, match.index),
      }),
    );
  }
  return facts;
}

/** `name: figures` in a fence or list, plain or bold. */
const NAMED = /^((?:P\d(?:\.\d)?|[^:：\d]){1,40}?)\s*[:：]\s*(?=[约大~≈\d])/;

function figuresOf(line: PlanLine, above: readonly PlanLine[], about: About): readonly TotalFact[] {
  if (line.kind === 'heading' || line.kind === 'row') return [];
  if (line.kind === 'fence' && !['', 'text', 'txt'].includes(line.language)) return [];
  const { words, start } = plainWords(line);
  const named = NAMED.exec(words);
  const name = named?.[1]?.trim();
  if (named !== null && name !== undefined) {
    if (labelKindOf(name) !== undefined || columnKindOf(name) === 'title') return [];
    const value = words.slice(named[0].length);
    const scope = scopeOfName(name, line.kind === 'fence', about);
    const at = start + named[0].length;
    const facts = countsIn({ text: value, span: { start: at, end: at + value.length } }, line.line, {
      scope,
      noun: name,
    });
    const told = facts.filter(({ unit }) => unit !== 'item');
    return TOTAL.test(name) && line.kind === 'list' ? told.map((fact) => withParts(fact, above)) : told;
  }
  return line.kind === 'fence' ? [] : figuresAtHead({ line, words, start }, about);
}

const TOTAL = /^(?:总计|合计|小计|共计|总|total|sum|subtotal)/i;
const ALL = /总|合计|共计|全部|已完成|覆盖|total|overall|\ball\b/i;

function scopeOfName(name: string, isFence: boolean, { isReport, isCumulative }: About): TotalScope {
  if (isCumulative) return { kind: 'unknown', label: name };
  const reported = isReport ? { isReported: true } : {};
  const priority = prioritiesIn(name)[0]?.value;
  if (priority !== undefined) return { kind: 'priority', of: priority, label: name };
  if (TOTAL.test(name) && !isFence) return { kind: 'list', label: name };
  if (ALL.test(name)) return { kind: 'all', label: name, ...reported };
  return isFence ? { kind: 'group', of: name, label: name, ...reported } : { kind: 'unknown', label: name };
}

interface Words {
  readonly line: PlanLine;
  readonly words: string;
  readonly start: number;
}

/** A figure that a point or sentence begins with, or that its bold head holds: `1. **5 个核心主题**: …`. */
function figuresAtHead({ line, words, start }: Words, { isReport }: About): readonly TotalFact[] {
  const found = figuresIn(words).find(({ value }) => value.unit !== undefined);
  const unit = found?.value.unit;
  if (found === undefined || unit === undefined || !leads(line, words, found.index)) return [];
  const { value, text, index } = found;
  const label = line.label?.text ?? words.slice(0, 40);
  const scope: TotalScope = { kind: 'unknown', label, ...(isReport && { isReported: true }) };
  const span = { start: start + index, end: start + index + text.length };
  const bound = value.bound === undefined ? {} : { bound: value.bound };
  return [{ fact: 'total', line: line.line, span, text, min: value.min, max: value.max, unit, scope, ...bound }];
}

/** The figure stands first, or first behind a label that is none of an item's. */
function leads({ kind, label }: PlanLine, words: string, index: number): boolean {
  if (label !== undefined && labelKindOf(label.text) !== undefined) return false;
  if (label?.hasColon === true && figuresIn(label.value)[0]?.index === 0) return true;
  if (kind !== 'text') return index <= 1;
  return index <= 8 && /^(?:已有|现有|共|总共|一共|包含|there are|we have)/i.test(words);
}

/** The efforts of the points above, which the total of a list adds up. */
function withParts(fact: TotalFact, above: readonly PlanLine[]): TotalFact {
  const parts: { place: { line: number; span: PlanLine['span'] }; min: number; max: number }[] = [];
  for (const line of above.toReversed()) {
    if (line.kind !== 'list') break;
    const effort = effortsIn(line.text).find(({ value }) => value.unit === fact.unit);
    if (effort === undefined || effortsIn(line.text).length !== 1) break;
    parts.unshift({ place: { line: line.line, span: line.span }, min: effort.value.min, max: effort.value.max });
  }
  return parts.length < 2 ? fact : { ...fact, parts };
}

/** The words without leading mark and emphasis marks; offsets stay right up to the first bold end. */
function plainWords(line: PlanLine): { readonly words: string; readonly start: number } {
  const mark = leadingMark(line.raw)?.length ?? 0;
  const lead = mark + (/^[ \t*_│║┃|]*/.exec(line.raw.slice(mark))?.[0].length ?? 0);
  const words = line.raw.slice(lead).replace(/(?:\*\*|__)(?=[:：]?)/g, (bold) => ' '.repeat(bold.length));
  return { words, start: line.rawStart + lead };
}
