// Files as lines of a list, each with a mark or a box and nothing else but remarks: `1. ✅ **媒体场景/推荐系统.md**`,
// `- ✅ 风控系统.md（待确认）`, `- [ ] docs/a.md`. A numbered file without a mark only names one again; other lines with files refer to them.
import { readBlockFields } from '../blockFields.ts';
import { defined, some } from '../defined.ts';
import type { Dialect, GroupFact, ItemFact, PlanFact } from '../facts.ts';
import { readTitle, type ItemTitle } from '../itemTitle.ts';
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
    let isOutput = false;
    plan.lines.forEach((line, index) => {
      if (line.kind === 'heading') isOutput = isTimed(line.text);
      else if (line.kind === 'text' && line.label !== undefined) isOutput = isOutputLabel(line.label.text);
      if (isOutput) return;
      const file = line.kind === 'list' ? fileOf(line) : undefined;
      if (line.kind !== 'list' || file === undefined) return;
      const item = itemOf(line, file, blockBelow(plan, line, index));
      facts.push(item);
      if (item.isMentionOnly === true) return;
      const parent = line.parent === undefined ? undefined : plan.lines[line.parent];
      if (parent?.kind === 'list') holders.add(parent);
      else if (line.section !== undefined) holders.add(line.section);
    });
    const headings = plan.lines.filter((line) => line.kind === 'heading');
    return [...facts, ...[...holders].flatMap((holder) => groupOf(holder, headings, plan))];
  },
};

/** Lines of a day or week are work, also where they name a file. */
function isTimed(heading: string): boolean {
  const found = timeRangeIn(heading.slice(0, 40));
  return found !== undefined && !/[\p{L}\p{N}]/u.test(heading.slice(0, found.index));
}

/** What stands below belongs to one item, which another dialect reads. */
function isOutputLabel(label: string): boolean {
  const kind = labelKindOf(label);
  return kind === 'outputs' || kind === 'file' || kind === 'tasks';
}

interface MarkedFile {
  readonly path: string;
  readonly title: ItemTitle;
}

function fileOf(line: ListLine): MarkedFile | undefined {
  const title = readTitle(line.raw.replace(/`/g, ' '), line.rawStart);
  const path = title.title.trim();
  if (!/\.(?:md|mdx|markdown|rst|adoc|ipynb|html?|py|rs|go|sql|ts|java|cpp|h)$/i.test(path) || !isPath(path))
    return undefined;
  const isMarked = title.mark !== undefined || line.box !== undefined;
  // A numbered file with remarks behind it is a plan of its own form.
  const isBare = line.number !== undefined && line.raw.trim() === path;
  return isMarked || isBare ? { path, title } : undefined;
}

function itemOf(line: ListLine, { path, title }: MarkedFile, block: readonly PlanLine[]): ItemFact {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const start = title.span.start + Math.max(0, line.raw.slice(title.span.start - line.rawStart).indexOf(path));
  const place = { line: line.line, span: { start, end: start + path.length } };
  const statuses = statusesOf(line, title);
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

function statusesOf(line: ListLine, { mark }: ItemTitle): readonly StatedStatus[] {
  const at = { line: line.line, via: 'item' } as const;
  if (line.box !== undefined) {
    const isDone = line.isChecked === true;
    return [{ ...at, span: line.box, value: isDone ? 'done' : 'open', text: isDone ? '[x]' : '[ ]' }];
  }
  const status = mark && leadingMark(mark.text)?.status;
  return mark === undefined || status === undefined ? [] : [{ ...at, span: mark.span, value: status, text: mark.text }];
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
