// Order and side by side, said of phases or tasks: `Phase 1 → Phase 2 → Phase 3`, `**Phase 1 和 Phase 2**：可以部分并行（…）`,
// `**Phase 5**：可以在 Phase 1-4 完成后开始`. Arrows between other words say nothing about the plan.
import type { DependencyFact, Dialect } from '../facts.ts';
import type { PlanLine, PlanText } from '../planText.ts';
import { placeOfLine, placeOfWords } from '../statedValues.ts';
import { referencesIn } from '../words/references.ts';

export const dependencyChains: Dialect = {
  name: 'dependency-chains',
  read: (plan) =>
    plan.lines.flatMap((line) => {
      if (line.kind === 'heading' || line.kind === 'row') return [];
      const chain = chainOf(plan, line);
      return chain.length > 0 ? chain : [...parallelOf(line), ...afterOf(line)];
    }),
};

const ARROW = /[ \t]*(?:→|⟶|➜|➡️?|=>|-{1,3}>|─{1,8}[>→▶►])[ \t]*/u;
const LEAD = /^[^:：]{0,30}[:：][ \t]*/;

/** One statement for each arrow. */
function chainOf(plan: PlanText, line: PlanLine): readonly DependencyFact[] {
  const text = line.label?.hasColon === true ? line.label.value : line.text;
  const parts = partsOf(text) ?? partsOf(text.replace(LEAD, ''));
  if (parts === undefined) return [];
  const whole = placeOfWords(plan, line, text);
  return parts.slice(1).map((from, index) => ({
    fact: 'dependency',
    from,
    on: parts.slice(index, index + 1),
    text,
    form: 'chain',
    via: 'text',
    ...whole,
  }));
}

/** Undefined unless every part names one phase or task. */
function partsOf(text: string): readonly string[] | undefined {
  if (text.length > 400 || !ARROW.test(text)) return undefined;
  const parts = text.split(ARROW).map((part) => nameOf(part.trim()));
  return parts.length > 1 && parts.every((part) => part !== undefined) ? parts : undefined;
}

function nameOf(part: string): string | undefined {
  const [only, more] = referencesIn(part);
  if (only === undefined || more !== undefined || only.index > 0) return undefined;
  // The name may stand behind: `Phase 1: 基础框架`, `Phase 1（基础）`; a sentence may not.
  const rest = part.slice(only.text.length);
  return rest === '' || /^[ \t]*[:：（(]/.test(rest) ? only.value : undefined;
}

const PARALLEL = /并行|同时进行|同步进行|in parallel|concurrently|at the same time|parallel/i;
const NOT_PARALLEL = /不(?:能|可|可以|应|宜)(?:部分)?并行|not (?:be )?(?:run )?in parallel/i;

/** Two or more that the same words let run side by side; those after the bold name are the explanation. */
function parallelOf(line: PlanLine): readonly DependencyFact[] {
  const { text, label } = line;
  if (!PARALLEL.test(text) || NOT_PARALLEL.test(text) || text.length > 400) return [];
  const named = label === undefined ? firstClause(text) : label.text;
  const [from, ...others] = [...new Set(referencesIn(named).map(({ value }) => value))].toReversed();
  if (from === undefined || others.length === 0) return [];
  const on = others.toReversed();
  return [{ fact: 'dependency', from, on, text, form: 'parallel', via: 'text', ...placeOfLine(line) }];
}

function firstClause(text: string): string {
  return /^[^（(；;。]{1,200}/.exec(text)?.[0] ?? '';
}

const AFTER =
  /(?:在|等|待)?([^，,；;。（）()]{2,40}?)[ \t]*(?:全部)?(?:完成|结束)(?:后|之后|以后)(?:才能|才可|可以|再|即可)?[^，,；;。（）()]{0,12}?(?:开始|启动|进行|实施)/;
const AFTER_ENGLISH =
  /(?:starts?|begins?|can start|only) after ([^,;.()]{2,40}?)(?: (?:is|are) (?:complete|completed|done|finished))?(?=[,;.()]|$)/i;

/** `X … 可以在 Y 完成后开始`: X is what the line names before. */
function afterOf(line: PlanLine): readonly DependencyFact[] {
  const { text } = line;
  if (line.kind === 'fence' || text.length > 400) return [];
  const match = AFTER.exec(text) ?? AFTER_ENGLISH.exec(text);
  const words = match?.[1];
  if (match === null || words === undefined) return [];
  const clause = match.index + match[0].indexOf(words);
  const before = text.slice(0, clause);
  const inWords = referencesIn(words);
  // `Phase 2 的 X 可以在 Phase 1 完成后开始`: the subject stands in the same clause.
  const at = words.search(/在|after/);
  const subjects = [...referencesIn(before), ...inWords.filter(({ index }) => at > 0 && index < at)];
  const from = subjects.at(-1)?.value;
  const on = inWords.filter(({ index }) => at <= 0 || index > at).map(({ value }) => value);
  const needs = [...new Set(on)].filter((name) => name !== from);
  if (from === undefined || needs.length === 0) return [];
  return [{ fact: 'dependency', from, on: needs, text, form: 'needs', via: 'text', ...placeOfLine(line) }];
}
