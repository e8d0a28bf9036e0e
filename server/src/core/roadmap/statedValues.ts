// Values together with the place where the plan states them. It decides nothing about what a line means.
import type { ItemTitle } from './itemTitle.ts';
import type { ItemFact } from './facts.ts';
import type { Effort, Place, Priority, Stated, StatedStatus, Via } from './plan.ts';
import type { PlanLine, PlanText } from './planText.ts';
import { effortsIn } from './words/effort.ts';
import { prioritiesIn } from './words/priority.ts';
import { statusOf } from './words/status.ts';

export function placeOfLine({ line, span }: PlanLine): Place {
  return { line, span };
}

/** The place of the words in the line, as the file writes them; the whole line where marks stand between them. */
export function placeOfWords(plan: PlanText, line: PlanLine, words: string): Place {
  const at = words === '' ? -1 : plan.model.source.slice(line.span).indexOf(words);
  if (at < 0) return placeOfLine(line);
  const start = line.span.start + at;
  return { line: line.line, span: { start, end: start + words.length } };
}

export interface Words {
  readonly plan: PlanText;
  readonly line: PlanLine;
  /** Flattened text of the line or of a part of it. */
  readonly text: string;
  readonly via: Via;
}

export function statedText({ plan, line, text, via }: Words): Stated<string> {
  return { value: text, text, via, ...placeOfWords(plan, line, text) };
}

export function statedPriorities({ plan, line, text, via }: Words): readonly Stated<Priority>[] {
  return prioritiesIn(text).map(({ value, text: code }) => {
    return { value, text: code, via, ...placeOfWords(plan, line, code) };
  });
}

export function statedEfforts({ plan, line, text, via }: Words): readonly Stated<Effort>[] {
  return effortsIn(text).map(({ value, text: written }) => {
    return { value, text: written, via, ...placeOfWords(plan, line, written) };
  });
}

/** The text is a status and nothing else: a cell, the value of a label, a mark with its words. */
export function statedStatus({ plan, line, text, via }: Words): StatedStatus | undefined {
  const found = statusOf(text);
  if (found === undefined) return undefined;
  const { value, percent } = found;
  return { value, text, via, ...placeOfWords(plan, line, text), ...(percent !== undefined && { percent }) };
}

/** `（已完成）`: nothing but a state. */
const STATE_ONLY =
  /^(?:已(?:全部)?完成|部分完成|进行中|未开始|待开始|待启动|已暂停|暂缓|已取消|done|completed|in progress|not started|paused|cancell?ed)$/i;

function bracketStatuses(
  brackets: ItemTitle['brackets'],
  at: { readonly line: number; readonly via: Via },
): readonly StatedStatus[] {
  return brackets.flatMap(({ text, span }) => {
    const value = STATE_ONLY.test(text) ? statusOf(text)?.value : undefined;
    return value === undefined ? [] : [{ ...at, span, value, text }];
  });
}

export type HeadValues = Pick<ItemFact, 'efforts' | 'priorities' | 'statuses' | 'isOptional'>;

/** What a head line says behind the name: `（可选，3-4 天）`, `（优先级：P2）⏸️ 暂缓`. */
export function headValues(line: PlanLine, { brackets, status, box }: ItemTitle, via: Via): HeadValues {
  const efforts: Stated<Effort>[] = [];
  const priorities: Stated<Priority>[] = [];
  const statuses: StatedStatus[] = [];
  const at = { line: line.line, via };
  for (const { text, span } of brackets) {
    for (const { value, text: code } of prioritiesIn(text)) priorities.push({ ...at, span, value, text: code });
    const effort = effortsIn(text)[0];
    if (effort !== undefined) efforts.push({ ...at, span, value: effort.value, text: effort.text });
  }
  statuses.push(...bracketStatuses(brackets, at));
  if (box !== undefined) {
    const [value, text] = box.isChecked ? (['done', '[x]'] as const) : (['open', '[ ]'] as const);
    statuses.push({ ...at, span: box.span, value, text });
  }
  if (status !== undefined) {
    const { value, text, span, percent } = status;
    statuses.push({ ...at, span, value, text, ...(percent !== undefined && { percent }) });
  }
  return {
    ...(efforts.length > 0 && { efforts }),
    ...(priorities.length > 0 && { priorities }),
    ...(statuses.length > 0 && { statuses }),
    ...(brackets.some(({ text }) => /可选|选做|optional/i.test(text)) && { isOptional: true }),
  };
}
