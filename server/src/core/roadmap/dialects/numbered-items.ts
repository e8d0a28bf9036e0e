// Items as numbered lines with a bold title: `1. **name**（`path`）`, `2. **name**（P0）`, `3. **name**（ID-001）`, with points, label
// lines and the effort nested below. A list without brackets holds items only where something says so: a count over it that is
// right, a label such as 任务清单, an effort or file in it. Everything else with bold titles is advice, and stays that.
import { readBlockFields } from '../blockFields.ts';
import { boldItem, type BoldItem } from '../boldItem.ts';
import type { Dialect, GroupFact, ItemFact, PlanFact } from '../facts.ts';
import { listRuns, type ListRun, type RunEntry } from '../listRuns.ts';
import type { ItemKind, Stated } from '../plan.ts';
import { groupsAround } from '../sectionGroups.ts';
import { figuresIn } from '../words/figure.ts';
import { labelKindOf } from '../words/labels.ts';
import { isPath } from '../words/path.ts';

export const numberedItems: Dialect = {
  name: 'numbered-items',
  read(plan) {
    const groups = new Map<number, GroupFact>();
    const items = listRuns(plan).flatMap((run) => {
      const found = itemsOfRun(run);
      if (found.length > 0) for (const group of groupsAround(run, plan.model.source)) groups.set(group.line, group);
      return found;
    });
    return [...items, ...groups.values()] satisfies readonly PlanFact[];
  },
};

interface Candidate {
  readonly entry: RunEntry;
  readonly bold: BoldItem;
}

function itemsOfRun(run: ListRun): readonly ItemFact[] {
  const candidates = run.entries.flatMap((entry): readonly Candidate[] => {
    const bold = entry.line.number === undefined || entry.line.box !== undefined ? undefined : boldItem(entry.line);
    // A file as the title is another way of writing plans.
    return bold === undefined || isPath(bold.title) ? [] : [{ entry, bold }];
  });
  const isList = candidates.length > 0 && (isAnnounced(run, candidates) || candidates.some(hasEffort));
  return candidates.filter((each) => isItem(each, isList)).map((each) => itemOf(each, run));
}

function isItem(candidate: Candidate, isList: boolean): boolean {
  const { bold } = candidate;
  if (bold.paths.length > 0 || hasEffort(candidate)) return true;
  if (bold.isAnnouncement) return false;
  return bold.id !== undefined || bold.priority !== undefined || isList;
}

function hasEffort({ entry, bold }: Candidate): boolean {
  return (
    bold.effort !== undefined ||
    entry.block.some(({ label }) => label !== undefined && labelKindOf(label.text) === 'effort')
  );
}

/** A heading or bold line over the list says how many there are, or that it is a list of tasks. */
function isAnnounced({ head, section }: ListRun, candidates: readonly Candidate[]): boolean {
  const label = head?.label?.text ?? '';
  if (
    /(?:任务|案例|主题|文档|工作|待办)(?:清单|列表)$|(?:task|case|topic|work|to-?do|document) (?:list|items)$|^tasks$/i.test(
      label,
    )
  )
    return true;
  const names = [label, head === undefined ? (section?.heading.text ?? '') : ''];
  const brackets = names.flatMap((name) =>
    [...name.matchAll(/[（(]([^（()）]{1,40})[)）]/g)].map(([, inside]) => inside ?? ''),
  );
  return brackets.some((inside) =>
    figuresIn(inside).some(({ value }) => value.min === candidates.length && value.min > 1),
  );
}

function itemOf({ entry, bold }: Candidate, run: ListRun): ItemFact {
  const { line, block } = entry;
  const fields = readBlockFields(block);
  const { title, place, paths, id, priority, effort, status, isOptional } = bold;
  const all = [...paths, ...(fields.paths ?? [])];
  const kind = kindOf(bold, all.length > 0, run);
  return {
    fact: 'item',
    via: 'item',
    title,
    ...place,
    kind,
    extent: { start: line.span.start, end: block.at(-1)?.span.end ?? line.span.end },
    ...fields,
    ...(line.number !== undefined && { number: `${line.number}` }),
    ...(id !== undefined && { id }),
    paths: all,
    priorities: [...(priority ? [priority] : []), ...(fields.priorities ?? [])],
    efforts: [...(effort ? [effort] : []), ...(fields.efforts ?? [])],
    statuses: [...(status ? [status] : []), ...(fields.statuses ?? [])],
    outline: [...fields.outline, ...pointsOf(entry)].toSorted((a, b) => a.line - b.line),
    ...(isOptional && { isOptional }),
  };
}

/** Points right below the title that stand under no label: what the item is about. */
function pointsOf({ line, block }: RunEntry): readonly Stated<string>[] {
  const points: Stated<string>[] = [];
  let isLabelled = false;
  for (const each of block) {
    if (each.kind === 'text' && each.label !== undefined) isLabelled = true;
    if (each.kind !== 'list' || each.depth !== line.depth + 1) continue;
    const isLabel = each.label !== undefined && labelKindOf(each.label.text) !== undefined;
    const isPlain =
      /^[^:：]{1,12}[:：]/.test(each.text) && labelKindOf(each.text.replace(/[:：].*$/, '')) !== undefined;
    if (isLabel || isPlain || isLabelled || each.box !== undefined) continue;
    const span = { start: each.rawStart, end: each.span.end };
    points.push({ line: each.line, span, value: each.text, text: each.text, via: 'item' });
  }
  return points;
}

/** From the words around: what there is already, cases, topics, files; everything else is a task. */
function kindOf({ title, id }: BoldItem, hasPath: boolean, { head, section }: ListRun): ItemKind {
  const label = head?.label?.text ?? '';
  const above = [label, ...headingsAround(section)].join('\n');
  const isCase = /案例|场景|case|scenario/i.test(`${title}\n${above}`);
  if (isCase && hasPath) return 'new-case';
  if (isCase && isThereAlready(above)) return 'existing-case';
  if (isCase && id !== undefined && !/任务|task/i.test(`${label}${id}`)) return 'case';
  if (!hasPath) return 'task';
  return /主题|专题|topic/i.test(`${title}\n${above}`) ? 'topic' : 'document';
}

function headingsAround(section: ListRun['section']): readonly string[] {
  const headings: string[] = [];
  for (let each = section; each !== undefined && each.level > 1; each = each.parent) headings.push(each.heading.text);
  return headings;
}

/** 现有案例, but not 现有案例完善计划. */
function isThereAlready(words: string): boolean {
  return /现有|已有|existing|current/i.test(words) && !/计划|完善|改进|plan|improve/i.test(words);
}
