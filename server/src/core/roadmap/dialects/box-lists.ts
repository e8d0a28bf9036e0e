// The plainest plan: boxes below headings. `- [ ] name（`path`）：2周`, with nested boxes as tasks and nested points as outline.
// It reads only plans in which no other way of writing names items, and no boxes that are something to check.
import { readBlockFields } from '../blockFields.ts';
import { defined, some } from '../defined.ts';
import type { Dialect, GroupFact, ItemFact, PlanFact } from '../facts.ts';
import { flattenInline } from '../inlineText.ts';
import { readTitle, type ItemTitle } from '../itemTitle.ts';
import { listRuns, type ListRun, type RunEntry } from '../listRuns.ts';
import type { ItemKind, Priority, Stated, StatedPath, StatedStatus } from '../plan.ts';
import type { ListLine, PlanLine, PlanText } from '../planText.ts';
import { groupsAround } from '../sectionGroups.ts';
import type { Span } from '../../sourceText.ts';
import { effortIn, type Found } from '../words/effort.ts';
import { kindOfWords } from '../words/kind.ts';
import { labelKindOf } from '../words/labels.ts';
import { pathsIn } from '../words/path.ts';
import { prioritiesIn } from '../words/priority.ts';
import { sizeIn } from '../words/size.ts';

export const boxLists: Dialect = {
  name: 'box-lists',
  isFallback: true,
  read(plan) {
    const runs = listRuns(plan).filter((run) => isOfBoxes(run) && !isToCheck(run));
    if (!isPlanOf(runs, plan)) return [];
    const groups = new Map<number, GroupFact>();
    const items = runs.flatMap((run) => {
      const found = run.entries.flatMap((entry) => (entry.line.box === undefined ? [] : itemOf(entry, run)));
      if (found.length > 0) for (const group of groupsAround(run, plan.model.source)) groups.set(group.line, group);
      return found;
    });
    return [...items, ...groups.values()] satisfies readonly PlanFact[];
  },
};

/** One list of wishes at the end of a long text makes no plan of it. */
const LEAST_SHARE = 0.1;

function isPlanOf(runs: readonly ListRun[], { lines }: PlanText): boolean {
  if (runs.length !== 1) return runs.length > 1;
  const listed = (runs[0]?.entries ?? []).reduce((sum, { block }) => sum + 1 + block.length, 0);
  return listed >= lines.length * LEAST_SHARE;
}

function isOfBoxes({ entries }: ListRun): boolean {
  return entries.some(({ line }) => line.box !== undefined);
}

/** Boxes that nobody works off: criteria, reviews, habits, what was delivered. */
const TO_CHECK =
  /标准|验收|检查|质量|核对|自检|审查|评审|门禁|原则|注意|条件|前提|每日|每天|每周|习惯|风险|问题|缺口|缺失|交付|产出|里程碑|acceptance|criteria|check ?list|quality|review|sign-?off|principle|prerequisite|daily|habit|risk|question|gap|deliverable|milestone|definition of done|发布前|上线前|before (?:the )?release/i;

function isToCheck({ head, section }: ListRun): boolean {
  if (head !== undefined && TO_CHECK.test(head.label?.text ?? head.text)) return true;
  for (let each = section; each !== undefined && each.level > 1; each = each.parent) {
    if (TO_CHECK.test(each.heading.text)) return true;
  }
  return false;
}

function itemOf({ line, block }: RunEntry, run: ListRun): readonly ItemFact[] {
  const named = nameOf(line);
  if (named === undefined) return [];
  const { title, paths } = named;
  const fields = readBlockFields(block);
  const values = valuesOf(line, named);
  return [
    {
      ...fields,
      fact: 'item',
      via: 'item',
      line: line.line,
      span: title.span,
      title: title.title,
      kind: kindOf(title.title, paths, run),
      extent: { start: line.span.start, end: block.at(-1)?.span.end ?? line.span.end },
      paths: [...paths, ...(fields.paths ?? [])],
      priorities: [...values.priorities, ...(fields.priorities ?? [])],
      efforts: [...values.efforts, ...(fields.efforts ?? [])],
      statuses: [boxStatus(line), ...(fields.statuses ?? [])],
      outline: [...fields.outline, ...pointsOf(line, block)].toSorted((a, b) => a.line - b.line),
      ...defined({ id: title.id ?? fields.id, number: title.number, expectedSize: fields.expectedSize ?? values.size }),
      ...(/可选|选做|optional/i.test(line.text) && { isOptional: true }),
    },
  ];
}

interface Named {
  readonly title: Pick<ItemTitle, 'title' | 'span' | 'id' | 'number'>;
  readonly paths: readonly StatedPath[];
  /** What stands behind the title. */
  readonly rest: Span;
}

const LINK = /^\[([^\][]{1,200})\]\([^()\s]{1,400}\)/;
/** Where the title ends: a bracket, code marks, a colon or dash before a figure. */
const END = /\s*(?:[（(]|`|[:：]|\s[-–—]\s)/;

/** Undefined for a box without words. */
function nameOf({ raw, rawStart, line, label, span }: ListLine): Named | undefined {
  const paths = pathsIn(raw, rawStart, line);
  const link = LINK.exec(raw)?.[1];
  if (link !== undefined) return named(readTitle(link, rawStart + 1), paths, span.end);
  if (label !== undefined) return named(readTitle(label.text, label.span.start), paths, span.end);
  const end = END.exec(raw)?.index ?? raw.length;
  const title = readTitle(raw.slice(0, end), rawStart);
  if (title.title !== '') return named(title, paths, span.end);
  const [path] = paths;
  if (path === undefined) return undefined;
  const name = path.path.slice(path.path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  return { title: { title: name, span: path.span }, paths, rest: { start: path.span.end, end: span.end } };
}

function named(title: ItemTitle, paths: readonly StatedPath[], end: number): Named | undefined {
  return title.title === '' ? undefined : { title, paths, rest: { start: title.span.end, end } };
}

interface Values {
  readonly priorities: readonly Stated<Priority>[];
  readonly efforts: NonNullable<ItemFact['efforts']>;
  readonly size?: NonNullable<ItemFact['expectedSize']>;
}

function valuesOf({ raw, rawStart, line }: ListLine, { rest }: Named): Values {
  const at = Math.min(raw.length, Math.max(0, rest.start - rawStart));
  const behind = raw.slice(at);
  const stated = <T>({ value, text, index }: Found<T>): Stated<T> => {
    const start = rawStart + at + index;
    return { line, via: 'item', value, text, span: { start, end: start + text.length } };
  };
  const effort = effortIn(behind);
  const size = sizeIn(behind);
  return {
    priorities: prioritiesIn(behind).map(stated),
    efforts: effort === undefined ? [] : [stated(effort)],
    ...(size && { size: stated(size) }),
  };
}

function boxStatus({ box, isChecked, line }: ListLine): StatedStatus {
  const isDone = isChecked === true;
  const span = box ?? { start: 0, end: 0 };
  return { line, via: 'item', span, value: isDone ? 'done' : 'open', text: isDone ? '[x]' : '[ ]' };
}

/** Plain points right below: what the item is about. */
function pointsOf(line: ListLine, block: readonly PlanLine[]): readonly Stated<string>[] {
  return block.flatMap((each): readonly Stated<string>[] => {
    if (each.kind !== 'list' || each.depth !== line.depth + 1 || each.box !== undefined) return [];
    const words = each.label?.text ?? each.text.split(/[:：]/, 1)[0] ?? '';
    if (labelKindOf(words) !== undefined) return [];
    const value = flattenInline(each.raw);
    const span = { start: each.rawStart, end: each.span.end };
    return value === '' ? [] : [{ line: each.line, span, value, text: value, via: 'item' }];
  });
}

/** What the words say; a document where only a file says something. */
function kindOf(title: string, paths: readonly StatedPath[], { head, section }: ListRun): ItemKind {
  const around = [title, head?.label?.text ?? '', section?.heading.text ?? ''];
  const kind = some(around.flatMap((words) => kindOfWords(words) ?? []))?.[0];
  if (kind === 'case' && paths.length > 0) return 'new-case';
  return kind ?? (paths.length > 0 ? 'document' : 'task');
}
