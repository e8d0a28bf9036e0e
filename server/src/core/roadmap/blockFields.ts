// The label lines of an item's block as fields: file, size, outline, priority, effort, status, tasks, acceptance …
// It decides neither what an item is nor where its block ends.
import type { ItemFact } from './facts.ts';
import type { DesignNote, PlanTask, Stated, StatedPath, Via } from './plan.ts';
import type { LineLabel, ListLine, PlanLine } from './planText.ts';
import { flattenInline } from './inlineText.ts';
import { effortIn } from './words/effort.ts';
import { labelKindOf, type LabelKind } from './words/labels.ts';
import { pathsIn } from './words/path.ts';
import { priorityOfCell } from './words/priority.ts';
import { plainNumber, sizeIn } from './words/size.ts';
import { leadingMark, statusOf } from './words/status.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What label lines of a block say; absent fields are not stated. */
export type BlockFields = Pick<
  ItemFact,
  'id' | 'expectedSize' | 'owner' | 'due' | 'milestone' | 'paths' | 'priorities' | 'efforts' | 'statuses'
> & {
  readonly outline: readonly Stated<string>[];
  readonly tasks: readonly PlanTask[];
  readonly acceptance: readonly Stated<string>[];
  readonly dependencyTexts: readonly Stated<string>[];
  /** Points under labels such as 说明 and 设计说明, and files that have no path yet. */
  readonly notes: readonly Stated<string>[];
  /** Those of the notes that say how it is built. */
  readonly designNotes: readonly DesignNote[];
  /** Which kinds of labels the block has. */
  readonly kinds: ReadonlySet<LabelKind>;
};

type PointKind = 'outline' | 'acceptance' | 'dependency' | 'design' | 'notes';

function isPointKind(kind: LabelKind | undefined): kind is PointKind {
  return kind !== undefined && ['outline', 'acceptance', 'dependency', 'design', 'notes'].includes(kind);
}

interface OpenLabel {
  readonly kind: LabelKind | undefined;
  /** As written. */
  readonly label: string;
  /** Label on a list line: only deeper lines belong to it. */
  readonly depth: number;
  /** Depth of its first point; deeper ones explain a point. */
  pointDepth?: number;
}

/** `block` are the lines below the item's head, in order. */
export function readBlockFields(block: readonly PlanLine[], via: Via = 'item'): BlockFields {
  const reader = new BlockReader(via);
  for (const line of block) reader.read(line);
  return reader.fields();
}

class BlockReader {
  readonly #via: Via;
  readonly #kinds = new Set<LabelKind>();
  readonly #single: Partial<Mutable<Pick<ItemFact, 'id' | 'expectedSize' | 'owner' | 'due' | 'milestone'>>> = {};
  readonly #paths: StatedPath[] = [];
  readonly #priorities: NonNullable<ItemFact['priorities']>[number][] = [];
  readonly #efforts: NonNullable<ItemFact['efforts']>[number][] = [];
  readonly #statuses: NonNullable<ItemFact['statuses']>[number][] = [];
  readonly #points: Readonly<Record<PointKind, Stated<string>[]>> = {
    design: [],
    notes: [],
    outline: [],
    acceptance: [],
    dependency: [],
  };
  readonly #tasks: PlanTask[] = [];
  readonly #designNotes: DesignNote[] = [];
  #open: OpenLabel | undefined;
  /** Depth of the outermost list lines. */
  #base: number | undefined;

  constructor(via: Via) {
    this.#via = via;
  }

  read(line: PlanLine): void {
    if (line.kind === 'row') return;
    if (line.kind === 'heading') {
      this.#openHeading(line);
      return;
    }
    const label = this.#isOfPoint(line) ? undefined : this.#labelOf(line);
    if (label !== undefined) this.#openLabel(line, label);
    else if (line.kind === 'list') this.#readPoint(line);
    else if (line.kind === 'fence' && this.#open?.kind === 'outline') this.#addPoint('outline', line);
  }

  fields(): BlockFields {
    return {
      ...this.#single,
      ...(this.#paths.length > 0 && { paths: this.#paths }),
      ...(this.#priorities.length > 0 && { priorities: this.#priorities }),
      ...(this.#efforts.length > 0 && { efforts: this.#efforts }),
      ...(this.#statuses.length > 0 && { statuses: this.#statuses }),
      outline: this.#points.outline,
      acceptance: this.#points.acceptance,
      dependencyTexts: this.#points.dependency,
      notes: [...this.#points.design, ...this.#points.notes],
      designNotes: this.#designNotes,
      tasks: this.#tasks,
      kinds: this.#kinds,
    };
  }

  /** Fields below a box or a point are its own: `- [ ] task`, `  - **预计工作量**: 1周`; below a label they are the block's. */
  #isOfPoint(line: PlanLine): boolean {
    if (line.kind !== 'list') return false;
    this.#base ??= line.depth;
    const isBelowLabel = this.#open !== undefined && this.#open.depth === line.depth - 1;
    return line.depth > this.#base && !isBelowLabel;
  }

  /** A heading inside the block may be a label too: `##### 验收标准`. */
  #openHeading(line: PlanLine): void {
    const kind = labelKindOf(line.section?.heading.identity.name ?? line.text);
    this.#open = { kind, label: line.text, depth: -1 };
    if (kind !== undefined) this.#kinds.add(kind);
  }

  /** A label that opens a field: known words, or bold words with a colon outside of a list that is being read. */
  #labelOf(line: PlanLine): LineLabel | undefined {
    const label = line.label ?? plainLabel(line);
    if (label === undefined || line.kind === 'fence') return undefined;
    const isKnown = labelKindOf(label.text) !== undefined && (label.hasColon || label.value === '');
    if (isKnown) return label;
    const isPoint = line.kind === 'list' && (this.#open !== undefined ? line.depth > this.#open.depth : true);
    return label.hasColon && !isPoint ? label : undefined;
  }

  #openLabel(line: PlanLine, label: LineLabel): void {
    const announced = labelKindOf(label.text);
    const kind = announced === 'highlights' ? 'outline' : announced;
    if (announced !== undefined) this.#kinds.add(announced);
    this.#open = { kind, label: label.text, depth: line.kind === 'list' ? line.depth : -1 };
    if (kind === undefined) return;
    if (label.value !== '') this.#readValue(kind, line, label);
  }

  #readValue(kind: LabelKind, line: PlanLine, label: LineLabel): void {
    const stated = this.#stated(line.line, label.value, label.valueSpan);
    if (kind === 'file' || kind === 'outputs') {
      this.#paths.push(...pathsIn(label.rawValue, label.valueSpan.start, line.line));
    }
    if (kind === 'id' || kind === 'owner' || kind === 'due' || kind === 'milestone') this.#readSingle(kind, stated);
    else if (isPointKind(kind)) {
      if (!/^(?:无|none|n\/a|-|—)$/i.test(label.value)) this.#pushPoint(kind, { ...stated, value: label.value });
    } else this.#readFigure(kind, label, stated);
  }

  #readSingle(kind: 'id' | 'owner' | 'due' | 'milestone', stated: Stated<string>): void {
    if (kind === 'id') this.#single.id ??= stated.value;
    else this.#single[kind] ??= stated;
  }

  #readFigure(kind: LabelKind, label: LineLabel, stated: Stated<string>): void {
    const { value: text } = stated;
    if (kind === 'expected-size') {
      const size = sizeIn(text) ?? sizeIn(`${text} ${unitOfLabel(label.text)}`);
      if (size) this.#single.expectedSize ??= { ...stated, value: size.value, text: sizeIn(text)?.text ?? text };
    } else if (kind === 'priority') {
      const priority = priorityOfCell(text);
      if (priority) this.#priorities.push({ ...stated, value: priority.value });
    } else if (kind === 'effort') {
      const effort = effortIn(text);
      if (effort) this.#efforts.push({ ...stated, value: effort.value, text: effort.text });
    } else if (kind === 'status') {
      const status = statusOf(text);
      if (status)
        this.#statuses.push({
          ...stated,
          value: status.value,
          ...(status.percent !== undefined && { percent: status.percent }),
        });
    }
  }

  #readPoint(line: ListLine): void {
    const open = this.#open;
    const isInside = open !== undefined && line.depth > open.depth;
    const kind = isInside ? open.kind : undefined;
    if (!isInside) this.#open = undefined;
    if (isPointKind(kind)) {
      if (open !== undefined) open.pointDepth ??= line.depth;
      if (line.depth === open?.pointDepth) this.#addPoint(kind, line);
      return;
    }
    if ((kind === 'file' || kind === 'outputs') && line.box === undefined) {
      const paths = pathsIn(line.raw, line.rawStart, line.line);
      this.#paths.push(...paths);
      if (paths.length === 0) this.#addPoint('notes', line);
      return;
    }
    const task = taskOf(line, kind === 'tasks');
    if (task) this.#tasks.push(task);
  }

  #addPoint(kind: PointKind, line: PlanLine): void {
    const mark = leadingMark(line.raw)?.length ?? 0;
    const bullet = line.kind === 'fence' ? (/^[-*•]\s+/.exec(line.raw)?.[0].length ?? 0) : mark;
    const written = line.raw.slice(bullet);
    const at = line.rawStart + bullet + (written.length - written.trimStart().length);
    const value = flattenInline(written);
    if (value === '' || (line.kind === 'fence' && bullet === 0)) return;
    this.#pushPoint(kind, this.#stated(line.line, value, { start: at, end: line.span.end }));
  }

  #pushPoint(kind: PointKind, point: Stated<string>): void {
    this.#points[kind].push(point);
    const { line, span, text } = point;
    if (kind === 'design') this.#designNotes.push({ line, span, text, under: this.#open?.label ?? '' });
  }

  #stated(line: number, text: string, span: PlanLine['span']): Stated<string> {
    return { line, span, value: text, text, via: this.#via };
  }
}

/** `- 优先级: P0`, without emphasis, where the words are a label that we know. */
function plainLabel(line: PlanLine): LineLabel | undefined {
  const match = /^([^\s:：*`[(（][^:：*`[(（]{0,16}?)\s*[:：]\s*(?=\S|$)/.exec(line.raw);
  const words = match?.[1];
  if (match === null || words === undefined || labelKindOf(words) === undefined) return undefined;
  const rawValue = line.raw.slice(match[0].length).trim();
  const start = line.rawStart + match[0].length;
  return {
    text: words,
    span: { start: line.rawStart, end: line.rawStart + words.length },
    value: flattenInline(rawValue),
    rawValue,
    valueSpan: { start, end: start + rawValue.length },
    hasColon: true,
  };
}

/** A box, or under a label of tasks a status mark in its place. */
export function taskOf(line: ListLine, isUnderLabel: boolean): PlanTask | undefined {
  const mark = leadingMark(line.raw);
  if (line.box === undefined && (mark === undefined || !isUnderLabel)) return undefined;
  const box = line.box ?? { start: line.rawStart, end: line.rawStart + (mark?.length ?? 0) };
  const isDone = line.box === undefined ? mark?.status === 'done' : line.isChecked === true;
  const text = line.box === undefined ? flattenInline(line.raw.slice(mark?.length ?? 0)) : line.text;
  const base = { line: line.line, span: line.span, text, isDone, box };
  const inline = line.box === undefined ? undefined : inlineStatusOf(line);
  return inline === undefined ? base : { ...base, inlineStatus: inline };
}

/** `（✅ 已实现）`, `（待实现）` or a mark at the end of a task's words. */
function inlineStatusOf(line: ListLine): PlanTask['inlineStatus'] {
  const match =
    /[（(]\s*((?:✅|⏳|⏸|🔄|🚧|⚠|❌)[^（()）]{0,30}|[^（()）,，:：\s]{2,5})[）)]\s*$|\s((?:✅|⏳|⏸|🔄|🚧|⚠|❌)\uFE0F?)$/u.exec(
      line.raw,
    );
  const text = match?.[1] ?? match?.[2];
  const status = text === undefined ? undefined : statusOf(text);
  if (match === null || text === undefined || status === undefined) return undefined;
  const start = line.rawStart + match.index + match[0].indexOf(text);
  return {
    value: status.value,
    text: text.trim(),
    line: line.line,
    span: { start, end: start + text.length },
    via: 'item',
  };
}

function unitOfLabel(label: string): string {
  if (/页|page/i.test(label)) return '页';
  return /字|word/i.test(label) ? '字' : '行';
}

/** A cell such as `~850` or `1,200+` in a column whose header says the unit. */
export function sizeOfCell(text: string, header: string): ReturnType<typeof sizeIn> {
  const whole = sizeIn(text);
  if (whole !== undefined) return whole;
  if (!/^[~约≈]?\s*\d[\d,，]*\s*\+?$/.test(text.trim())) return undefined;
  const number = plainNumber(text.replace(/[^\d,，]/g, ''));
  return {
    value: {
      min: number,
      ...(!text.includes('+') && { max: number }),
      unit: /页|page/i.test(header) ? 'page' : /字|word/i.test(header) ? 'character' : 'line',
      ...(/[~约≈]/.test(text) && { isApproximate: true }),
    },
    text: text.trim(),
    index: 0,
  };
}
