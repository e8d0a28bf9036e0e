// Files as lines of a list, each with a mark or a box and nothing else but remarks: `1. ✅ **媒体场景/推荐系统.md**`,
// `- ✅ 风控系统.md（待确认）`, `- [ ] docs/a.md`. A numbered file without a mark only names one again; other lines with files refer to them.
import { readBlockFields } from '../blockFields.ts';
import { defined, some } from '../defined.ts';
import type { Dialect, GroupFact, ItemFact, PlanFact } from '../facts.ts';
import { readTitle } from '../itemTitle.ts';
import { headingOrdinalPriority } from '../words/priority.ts';
import type { Section } from '../../model/documentModel.ts';
import type { HeadingLine, ListLine, PlanLine, PlanText } from '../planText.ts';
import type { StatedStatus } from '../plan.ts';
import { labelKindOf } from '../words/labels.ts';
import { isPath } from '../words/path.ts';
import { leadingPhase } from '../words/references.ts';
import { timeRangeIn } from '../words/timeRange.ts';
import { leadingMark } from '../words/status.ts';

export const markedFiles: Dialect = {
  name: 'marked-files',
  read(plan: PlanText): readonly PlanFact[] {
    const facts: PlanFact[] = [];
    const holders = new Set<Section | ListLine>();
    for (const { line, file, index } of filesOf(plan)) {
      const item = itemOf(line, file, blockBelow(plan, line, index));
      facts.push(item);
      const parent = line.parent === undefined ? undefined : plan.lines[line.parent];
      if (item.isMentionOnly === true) continue;
      if (parent?.kind === 'list') holders.add(parent);
      else if (line.section !== undefined) holders.add(named(line.section));
    }
    const headings = plan.lines.filter((line) => line.kind === 'heading');
    return [...facts, ...[...holders].flatMap((holder) => groupOf(holder, headings, plan))];
  },
};

interface FileLine {
  readonly line: ListLine;
  readonly file: MarkedFile;
  readonly index: number;
}

/** Lines that are files, where they stand for themselves. */
function filesOf(plan: PlanText): readonly FileLine[] {
  const tasks = new Set(plan.lines.flatMap((line) => (isWorkLabel(line) ? (line.section ?? []) : [])));
  const found: FileLine[] = [];
  let isOutput = false;
  plan.lines.forEach((line, index) => {
    if (line.kind === 'heading') isOutput = isTimed(line.text);
    else if (line.kind === 'text' && line.label !== undefined) isOutput = isOutputLabel(line.label.text);
    if (line.kind !== 'list' || isOutput || (line.section !== undefined && tasks.has(line.section))) return;
    const file = fileOf(line);
    if (file !== undefined) found.push({ line, file, index });
  });
  return found;
}

/** Files with boxes are steps of a task where the section has labels of work. */
function isWorkLabel({ kind, label }: PlanLine): boolean {
  return kind === 'text' && label !== undefined && WORK.has(labelKindOf(label.text) ?? '');
}

/** Lines of a day or week are work, also where they name a file. */
function isTimed(heading: string): boolean {
  const found = timeRangeIn(heading.slice(0, 40));
  return found !== undefined && !/[\p{L}\p{N}]/u.test(heading.slice(0, found.index));
}

/** The section, or the one around a heading such as 交付物. */
function named(section: Section): Section {
  return labelKindOf(section.heading.identity.name) === undefined ? section : (section.parent ?? section);
}

/** What stands below belongs to one item, which another dialect reads. */
function isOutputLabel(label: string): boolean {
  const kind = labelKindOf(label);
  return kind !== undefined && ['outputs', 'file', 'tasks', 'acceptance'].includes(kind);
}

const WORK = new Set(['effort', 'priority', 'acceptance', 'dependency', 'tasks']);

interface MarkedFile {
  readonly path: string;
  readonly start: number;
  readonly statuses: readonly StatedStatus[];
}

const FILE =
  /^(?:\*\*|__|`|\s)*([^\s（(*`|][^（(*`|\n]{0,200}?\.(?:md|mdx|markdown|rst|adoc|ipynb|html?|py|rs|go|sql|ts|java|cpp|h))(?:\*\*|__|`|\s)*(?:[（(].*)?$/i;

function fileOf(line: ListLine): MarkedFile | undefined {
  const mark = leadingMark(line.raw);
  const lead = mark?.length ?? 0;
  const path = FILE.exec(line.raw.slice(lead, lead + 300))?.[1];
  if (path === undefined || !isPath(path)) return undefined;
  // A numbered file with remarks behind it is a plan of its own form.
  const isBare = line.number !== undefined && line.raw.trim() === path;
  const statuses = statusesOf(line, mark);
  return statuses.length > 0 || isBare ? { path, start: line.rawStart + line.raw.indexOf(path), statuses } : undefined;
}

function itemOf(line: ListLine, { path, start, statuses }: MarkedFile, block: readonly PlanLine[]): ItemFact {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const place = { line: line.line, span: { start, end: start + path.length } };
  const isMarked = statuses.length > 0;
  const { kinds, ...fields } = readBlockFields(block);
  return {
    ...(isMarked && kinds.size > 0 && fields),
    fact: 'item',
    via: isMarked ? 'item' : 'list',
    ...place,
    title: name.replace(/^\d{1,4}(?:\.\d{1,3})*[_\-. ]+/, ''),
    kind: 'document',
    paths: [{ path, ...place }],
    ...defined({ number: line.number?.toString(), statuses: some(statuses) }),
    ...(!isMarked && { isMentionOnly: true }),
  };
}

function statusesOf(line: ListLine, mark: ReturnType<typeof leadingMark>): readonly StatedStatus[] {
  const at = { line: line.line, via: 'item' } as const;
  if (line.box !== undefined) {
    const isDone = line.isChecked === true;
    return [{ ...at, span: line.box, value: isDone ? 'done' : 'open', text: isDone ? '[x]' : '[ ]' }];
  }
  if (mark === undefined) return [];
  const span = { start: line.rawStart, end: line.rawStart + mark.length };
  return [{ ...at, span, value: mark.status, text: mark.mark }];
}

/** Lines nested in the list line. */
function blockBelow(plan: PlanText, line: ListLine, index: number): readonly PlanLine[] {
  const block: PlanLine[] = [];
  for (const below of plan.lines.slice(index + 1, index + 200)) {
    if (below.kind !== 'list' || below.depth <= line.depth) break;
    block.push(below);
  }
  return block;
}

/** The section, or the list line above: `1. ✅ **金融场景** (4个)`. */
function groupOf(holder: Section | ListLine, headings: readonly HeadingLine[], plan: PlanText): readonly GroupFact[] {
  if ('heading' in holder) {
    const line = headings.find(({ section }) => section === holder);
    return line === undefined || holder.level === 1 || leadingPhase(line.raw) !== undefined
      ? []
      : [sectionGroup(line, holder)];
  }
  const title = readTitle(holder.raw, holder.rawStart);
  const index = plan.lines.indexOf(holder);
  const last = blockBelow(plan, holder, index).at(-1) ?? holder;
  const extent = { start: holder.span.start, end: last.span.end };
  return [{ fact: 'group', via: 'group', line: holder.line, span: title.span, title: title.title, extent }];
}

function sectionGroup(line: HeadingLine, section: Section): GroupFact {
  const ordinal = headingOrdinalPriority(line.raw);
  const lead = ordinal?.length ?? 0;
  const title = readTitle(line.raw.slice(lead), line.rawStart + lead);
  const span = { start: line.rawStart, end: line.rawStart + lead };
  return {
    fact: 'group',
    via: 'group',
    line: line.line,
    span: title.span,
    title: title.title,
    extent: section.span,
    ...(ordinal && { priorities: [{ line: line.line, span, value: ordinal.value, text: ordinal.text, via: 'group' }] }),
  };
}
