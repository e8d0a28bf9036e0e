// One phrase of a standard to what a machine can hold a document against, and what is left to the reviewer. Whatever is not
// understood whole becomes a question: a measure never stands for words that it does not mean.
import { amounts, isAtLeast, type Amount, type Measure } from '../measures/measure.ts';
import { readDemands } from '../template/demands.ts';
import { readCount, type CountRange } from './amounts.ts';
import { amountIn, contentBesidesQuality, contentOf, isLack, isWeakened } from './degrees.ts';
import type { Item, Phrase } from './phrases.ts';
import type { Condition } from './rubric.ts';
import { tokensOf, type Named, type Token, type Vocabulary } from './vocabulary.ts';

export interface PhraseContext {
  readonly vocabulary: Vocabulary;
  /** What the dimension is about by its name: 学术论文引用. */
  readonly subject?: Named & { readonly words: string };
  /** The measure that the phrase before was about: 数量充足（10+篇） goes on with it. */
  readonly before?: Measure;
  /** In the highest row, and in checks, words of lack are a demand: 没有错别字. */
  readonly lackIsDemand: boolean;
}

export interface CompiledPhrase {
  readonly conditions: readonly Condition[];
  /** Words that ask for what no machine can see. */
  readonly questions: readonly string[];
  /** What the phrase was about. */
  readonly measure?: Measure;
  /** It says what is not there, and asks for nothing. */
  readonly isLack?: boolean;
}

const nothing: CompiledPhrase = { conditions: [], questions: [] };

export function compilePhrase(phrase: Phrase, context: PhraseContext): CompiledPhrase {
  const { items, least, text } = phrase;
  const compiled = items.map((item) => compileItem(item, context, phrase.isOnly));
  const measure = compiled.findLast((one) => one.measure !== undefined)?.measure;
  const about = measure === undefined ? {} : { measure };
  if (phrase.isOnly) return { ...onlyCondition(compiled, text), ...about };
  if (least !== undefined) return { ...groupCondition(compiled, least, text), ...about };
  return {
    conditions: compiled.flatMap(({ conditions }) => conditions),
    questions: compiled.flatMap(({ questions }) => questions),
    ...about,
    ...(compiled.length > 0 && compiled.every((one) => one.isLack === true) && { isLack: true }),
  };
}

/** What there is at most has to be there at all: that tells the row from the one below it. */
function onlyCondition(compiled: readonly CompiledPhrase[], text: string): CompiledPhrase {
  const found = distinct(compiled.flatMap(({ conditions }) => conditions));
  const [first] = found;
  if (first === undefined) return { ...nothing, isLack: true };
  const condition = found.length === 1 ? first : ({ kind: 'some-of', least: 1, conditions: found, text } as const);
  return { conditions: [condition], questions: [] };
}

/**
 * What is not understood may be there, so that of the others only the rest is asked for; a person judges the whole. One
 * measure of two names counts once.
 */
function groupCondition(compiled: readonly CompiledPhrase[], least: number, text: string): CompiledPhrase {
  if (compiled.length > 0 && compiled.every((one) => one.isLack === true)) return { ...nothing, isLack: true };
  const unknown = compiled.filter(({ conditions }) => conditions.length === 0).length;
  const isUnsure = unknown > 0 || compiled.some(({ questions }) => questions.length > 0);
  const questions = isUnsure ? [text] : [];
  const found = distinct(compiled.flatMap(({ conditions }) => conditions));
  const isPossible = least <= compiled.length;
  const needed = isPossible ? Math.min(least - unknown, found.length) : least;
  const [only] = found;
  if (only === undefined || needed <= 0) return { conditions: [], questions };
  if (found.length === 1 && isPossible) return { conditions: [only], questions };
  return { conditions: [{ kind: 'some-of', least: needed, conditions: found, text }], questions };
}

/** Of conditions on one measure those that ask for more. */
export function distinct(conditions: readonly Condition[]): readonly Condition[] {
  const kept: Condition[] = [];
  const counted = new Set(
    conditions.flatMap((one) => (one.kind === 'count' && (one.min ?? 0) > 0 ? [one.measure] : [])),
  );
  for (const condition of conditions) {
    const index = kept.findIndex((one) => isSameSubject(one, condition));
    const other = kept[index];
    // At least ten are some.
    if (condition.kind === 'measure' && condition.least === 'some' && counted.has(condition.measure)) continue;
    if (other === undefined) kept.push(condition);
    else if (asksMore(condition, other)) kept[index] = condition;
  }
  return kept;
}

function isSameSubject(one: Condition, other: Condition): boolean {
  if (one.kind === 'measure' && other.kind === 'measure') return one.measure === other.measure;
  if (one.kind === 'count' && other.kind === 'count') {
    return one.measure === other.measure && one.min === other.min && one.max === other.max;
  }
  if (one.kind === 'rule' && other.kind === 'rule') return one.rule === other.rule;
  if (one.kind === 'section' && other.kind === 'section') return one.name === other.name;
  return one.kind === 'field' && other.kind === 'field' && one.key === other.key;
}

function asksMore(one: Condition, other: Condition): boolean {
  if (one.kind !== 'measure' || other.kind !== 'measure') return false;
  return amounts.indexOf(one.least) > amounts.indexOf(other.least);
}

// ---- one item

function compileItem({ text, lead }: Item, context: PhraseContext, isOnly: boolean): CompiledPhrase {
  const whole = `${lead} ${text}`.trim();
  const found = findIn(text, context);
  if (found === undefined) return unnamed(whole, text, context);
  const { named, tokens } = found;
  const measure = specialised(named, tokens, context);
  const start = tokens[named.from]?.start ?? 0;
  const end = tokens[named.to - 1]?.end ?? text.length;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const around = `${lead} ${before} ${after}`;
  if (!isOnly && isLack(around)) return { ...lacking(text, context.lackIsDemand), measure };
  const condition = conditionOf(measure, { text, around, name: text.slice(start, end) });
  if (isOnly) return { measure, conditions: [condition], questions: [] };
  const isSure = isAbout({ before: withoutCount(before), after: withoutCount(after) }, isSpecific(named, tokens));
  const saysMore = contentOf(withoutCount(`${before} ${after}`)) !== '';
  return { measure, conditions: isSure ? [condition] : [], questions: saysMore ? [text] : [] };
}

/** 代码块格式正确 is about the format; 权威论文 is about papers, and something more. */
function isAbout({ before, after }: { readonly before: string; readonly after: string }, isLong: boolean): boolean {
  return contentBesidesQuality(after) === '' && (isLong || contentBesidesQuality(before) === '');
}

function lacking(text: string, isDemand: boolean): CompiledPhrase {
  return isDemand ? { conditions: [], questions: [text] } : { ...nothing, isLack: true };
}

/** Long enough to mean the same behind other words: 学术论文 does, 图 does not. */
function isSpecific({ from, to }: Named, tokens: readonly Token[]): boolean {
  const isLatin = /^[a-z]/.test(tokens[from]?.word ?? '');
  return to - from >= (isLatin ? 2 : 3);
}

/** Behind 有 stands what is asked for: 代码块有注释. Words of amount may stand inside a name: 链接基本有效. */
function findIn(
  text: string,
  { vocabulary }: PhraseContext,
): { readonly named: Named; readonly tokens: readonly Token[] } | undefined {
  const behind =
    /(?:(?<![所拥只没仅具])有|包含|含有|\bwith\b|\bhave\b|\bhas\b)(?!.*(?:有|包含|\bwith\b|\bhas\b))/i.exec(text);
  const at = behind === null ? 0 : behind.index + behind[0].length;
  const tokens = tokensOf(text);
  for (const candidates of [tokens.filter(({ start }) => at > 0 && start >= at), tokens, withoutAmounts(text)]) {
    const named = vocabulary.find(candidates);
    if (named !== undefined) return longer(vocabulary, { named, tokens: candidates }, withoutAmounts(text));
  }
  return undefined;
}

function longer(
  vocabulary: Vocabulary,
  found: { readonly named: Named; readonly tokens: readonly Token[] },
  tokens: readonly Token[],
): typeof found {
  const other = vocabulary.find(tokens);
  const overlaps = other !== undefined && other.weight > found.named.weight && isAround(other, tokens, found);
  return overlaps ? { named: other, tokens } : found;
}

function isAround(named: Named, tokens: readonly Token[], found: { named: Named; tokens: readonly Token[] }): boolean {
  const start = found.tokens[found.named.from]?.start ?? 0;
  return (tokens[named.from]?.start ?? 0) <= start && start < (tokens[named.to - 1]?.end ?? 0);
}

function withoutAmounts(text: string): readonly Token[] {
  const blanked = text.replace(
    /大多数|多数|大部分|完整|详细|充足|充分|丰富|全面|完全|基本|部分|较为?|\b(?:most|mostly|complete|some|all)\b/gi,
    (word) => ' '.repeat(word.length),
  );
  return tokensOf(blanked);
}

/** In “学术论文引用” a bare 引用 means papers. */
function specialised(named: Named, tokens: readonly Token[], { subject }: PhraseContext): Measure {
  if (subject === undefined || subject.measure === named.measure || subject.weight <= named.weight)
    return named.measure;
  const words = tokens.slice(named.from, named.to).map(({ word }) => word);
  const bare = words.join(' ').replace(/ 数 量$/, '');
  return ` ${subject.words} `.includes(` ${bare} `) ? subject.measure : named.measure;
}

interface Words {
  readonly text: string;
  readonly around: string;
  readonly name: string;
}

function conditionOf(measure: Measure, { text, around, name }: Words): Condition {
  const count = readCount(around);
  if (count !== undefined) return counted(measure.id, count, text);
  return { kind: 'measure', measure: measure.id, least: amountFor(measure, around, name), text };
}

function counted(measure: string, { min, max }: CountRange, text: string): Condition {
  return { kind: 'count', measure, ...(min !== undefined && { min }), ...(max !== undefined && { max }), text };
}

/** A name such as 准确的目录 asks for all by itself; 基本 takes one step back, 部分 all of them. */
function amountFor({ asks = 'some' }: Measure, around: string, name: string): Amount {
  const said = amountIn(around) ?? 'some';
  if (asks === 'some') return said;
  const words = around + name;
  if (/基本|较|大致|\b(?:basically|mostly)\b/.test(words)) return amounts[amounts.indexOf(asks) - 1] ?? 'some';
  if (isWeakened(words)) return 'some';
  return isAtLeast(said, asks) ? said : asks;
}

function withoutCount(text: string): string {
  const count = readCount(text);
  return count === undefined ? text : text.slice(0, count.start) + text.slice(count.end);
}

// ---- words that no measure knows

function unnamed(whole: string, text: string, context: PhraseContext): CompiledPhrase {
  const says = contentOf(withoutCount(text));
  if (says === '' || /^(?:充足|不足|足够|数量)+$/.test(says)) return continued(whole, text, context);
  const demanded = demandOf(text);
  if (demanded !== undefined) return { conditions: [demanded], questions: [] };
  return unknown(whole, text, context.lackIsDemand);
}

function unknown(whole: string, text: string, lackIsDemand: boolean): CompiledPhrase {
  return lacking(text, lackIsDemand || !isLack(whole));
}

/** Words of amount alone: 数量充足（10+篇）. They speak of what was named before, else of the dimension. */
function continued(whole: string, text: string, { before, subject, lackIsDemand }: PhraseContext): CompiledPhrase {
  const measure = before ?? subject?.measure;
  const count = readCount(text);
  if (measure === undefined) return boundOnly(text) ?? unknown(whole, text, lackIsDemand);
  if (count !== undefined) return { conditions: [counted(measure.id, count, text)], questions: [], measure };
  if (isLack(whole)) return lacking(text, lackIsDemand);
  const least = amountIn(whole);
  if (least === undefined) return { ...nothing, questions: [text] };
  return { conditions: [{ kind: 'measure', measure: measure.id, least, text }], questions: [], measure };
}

function boundOnly(text: string): CompiledPhrase | undefined {
  const condition = demandOf(text);
  return condition && { conditions: [condition], questions: [] };
}

/** What templates and checks know to say besides: counts of the document, sections, fields, rules. */
function demandOf(text: string): Condition | undefined {
  for (const demand of readDemands(text)) {
    switch (demand.kind) {
      case 'bound': {
        const { measure: counts, min, max } = demand;
        return { kind: 'bound', counts, ...(min !== undefined && { min }), ...(max !== undefined && { max }), text };
      }
      case 'section':
        return { kind: 'section', name: demand.name, text };
      case 'field':
        return { kind: 'field', key: demand.key, text };
      case 'rule':
        return { kind: 'rule', rule: demand.code, text };
    }
  }
  return undefined;
}

/** Codes of the rules that check what the words name. */
export function rulesNamed(text: string): readonly string[] {
  return readDemands(text).flatMap((demand) => (demand.kind === 'rule' ? [demand.code] : []));
}
