// What a plan says of an item's state against its file: open although the file is there, done although it is not.
import type { Finding, RelatedSpan } from '../finding.ts';
import { indexOf } from '../roadmap/checks/planIndex.ts';
import { fileOfItem, isChangedOnly, itemFiles, type ItemFile } from '../roadmap/disk/itemFiles.ts';
import { linesOfFile } from '../roadmap/disk/countLines.ts';
import { producedFile } from '../roadmap/disk/producedFile.ts';
import type { LibraryFiles } from '../roadmap/libraryFiles.ts';
import type { PlanItem, PlanTask, StatedStatus } from '../roadmap/plan.ts';
import type { RoadmapContext } from '../roadmap/roadmapContext.ts';
import { isNotStarted } from '../roadmap/statedStatus.ts';
import type { PlanRule } from './rule.ts';

/** Notes that say that the file is still to come. */
const SAYS_IT_IS_TO_COME =
  /待实现|待创建|待编写|待完成|未实现|未创建|todo|to be (?:written|created|implemented)|planned/i;

export const planFileStatus: PlanRule = {
  kind: 'plan',
  code: 'plan-file-status',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: (context) => {
    const { plan, files } = context;
    if (files === undefined) return [];
    const shared = sharedStatements(context);
    return [
      ...plan.items.flatMap((item) => itemFindings(item, context, files)),
      ...itemFiles(plan, files).flatMap((file) => noteFindings(file, files)),
      ...shared,
      ...unmarkedWork(context, files),
    ];
  },
};

/** A statement of its own, not one of its phase or counted from boxes. */
function isOwn(status: StatedStatus): boolean {
  return status.isDerived !== true && !['phase', 'group', 'progress', 'metadata', 'milestone'].includes(status.via);
}

/** `⏳ 待开始 | 0%` says it once. */
function oneEachLine(statuses: readonly StatedStatus[]): readonly StatedStatus[] {
  const lines = new Map<string, StatedStatus>();
  for (const status of statuses) {
    const key = `${String(status.line)} ${status.value === 'done' ? 'done' : ''}`;
    if (!lines.has(key)) lines.set(key, status);
  }
  return [...lines.values()];
}

function itemFindings(item: PlanItem, context: RoadmapContext, files: LibraryFiles): readonly Finding[] {
  const own = oneEachLine(item.statuses.filter(isOwn));
  const open = own.filter(({ value }) => isNotStarted(value));
  const done = own.filter(({ value }) => value === 'done');
  const there = open.length === 0 ? undefined : fileOfItem(item, context);
  const findings: Finding[] = [];
  const [firstOpen, ...otherOpen] = open;
  if (firstOpen !== undefined && there !== undefined) {
    const args = {
      title: item.title,
      stated: firstOpen.text,
      path: there.path,
      lines: linesOfFile(files, there.path) ?? 0,
    };
    const related = [...statements(otherOpen), ...placeOfPath(there.stated)];
    findings.push(
      finding(
        firstOpen,
        { key: args.lines > 0 ? 'plan-file-status.there' : 'plan-file-status.there-uncounted', args },
        related,
      ),
    );
  }
  const missing = done.length === 0 ? [] : missingFiles(item, context, files);
  const [firstDone, ...otherDone] = done;
  const [lost] = missing;
  if (firstDone !== undefined && lost !== undefined) {
    const args = { title: item.title, stated: firstDone.text, path: lost.stated.path, count: missing.length };
    const related = [...statements(otherDone), ...missing.flatMap(({ stated }) => placeOfPath(stated))];
    findings.push(finding(firstDone, { key: 'plan-file-status.missing', args }, related));
  }
  return findings;
}

/** Missing ones that no note speaks of: those are plan-path's matter. */
function missingFiles(item: PlanItem, { plan }: RoadmapContext, files: LibraryFiles): readonly ItemFile[] {
  return itemFiles({ ...plan, items: [item] }, files).filter(
    ({ stated, resolution }) => resolution.kind === 'missing' && stated.note === undefined,
  );
}

/** `a.cpp（待实现）` and the file is there. */
function noteFindings({ stated, resolution, item }: ItemFile, files: LibraryFiles): readonly Finding[] {
  const { note } = stated;
  if (note === undefined || resolution.kind !== 'file' || isChangedOnly(stated) || !SAYS_IT_IS_TO_COME.test(note))
    return [];
  const lines = linesOfFile(files, resolution.path) ?? 0;
  const args = { title: item.title, stated: note, path: resolution.path, lines };
  const key = lines > 0 ? 'plan-file-status.there' : 'plan-file-status.there-uncounted';
  const open = item.tasks.filter((task) => !task.isDone);
  const related = open.map(({ span }) => ({ message: { key: 'plan-file-status.task' } as const, span }));
  return [finding(stated, { key, args }, related)];
}

// ---- statements about many items: `P4.3 P1 主题: ⏳ 0% 完成 (0/4)`

function sharedStatements(context: RoadmapContext): readonly Finding[] {
  const { plan } = context;
  const parts = [...plan.phases, ...plan.groups].filter(({ statuses = [] }) => statuses.length > 0);
  const { items: known } = indexOf(plan);
  return parts.flatMap((part) => {
    const items = part.items.length > 0 ? part.items.flatMap((key) => known.get(key) ?? []) : plan.items;
    // A figure over the whole plan stands on its own line; a heading without items says nothing of the others.
    const statuses = (part.statuses ?? []).filter(
      ({ percent, line }) => part.items.length > 0 || (percent !== undefined && line === part.line),
    );
    return statuses.flatMap((status) => shareFinding(status, items, context));
  });
}

function shareFinding(status: StatedStatus, items: readonly PlanItem[], context: RoadmapContext): readonly Finding[] {
  const { percent = isNotStarted(status.value) ? 0 : undefined } = status;
  if (percent === undefined || status.value === 'paused' || items.length === 0) return [];
  const there = items.flatMap((item) => {
    const file = fileOfItem(item, context);
    return file === undefined ? [] : [{ item, file }];
  });
  const actual = Math.round((there.length / items.length) * 100);
  if (there.length === 0 || actual <= percent) return [];
  const args = { stated: status.text, there: there.length, count: items.length, percent: actual };
  const related = there.map(({ item, file }) => ({
    message: { key: 'plan-file-status.file', args: { path: file.path } } as const,
    span: item.span,
  }));
  return [finding(status, { key: 'plan-file-status.share', args }, related)];
}

// ---- open boxes and schedule lines that name a document to be written

function unmarkedWork({ plan }: RoadmapContext, files: LibraryFiles): readonly Finding[] {
  const boxes = plan.checklists.flatMap(({ tasks }) => tasks.filter((task) => !task.isDone));
  const slots = plan.slots.filter(
    ({ items, isBlock, status }) =>
      items.length === 0 && !isBlock && status !== undefined && isNotStarted(status.value),
  );
  const byPath = new Map<string, (PlanTask | (typeof slots)[number])[]>();
  for (const work of [...slots, ...boxes]) {
    const path = producedFile(work.text, plan.path, files.paths);
    if (path !== undefined) byPath.set(path, [...(byPath.get(path) ?? []), work]);
  }
  return [...byPath].flatMap(([path, works]) => {
    const [first, ...others] = works;
    if (first === undefined) return [];
    const related = others.map(({ span }) => ({ message: { key: 'plan-file-status.same' } as const, span }));
    return [finding(first, { key: 'plan-file-status.work', args: { text: first.text, path } }, related)];
  });
}

// ---- findings

function statements(others: readonly StatedStatus[]): readonly RelatedSpan[] {
  return others.map(({ span, text }) => ({ message: { key: 'plan-file-status.also', args: { stated: text } }, span }));
}

function placeOfPath(stated: ItemFile['stated'] | undefined): readonly RelatedSpan[] {
  return stated === undefined ? [] : [{ message: { key: 'plan-file-status.path' }, span: stated.span }];
}

function finding(
  { span }: Pick<StatedStatus, 'span'>,
  message: Finding['message'],
  related: readonly RelatedSpan[],
): Finding {
  const { code, defaultSeverity: severity } = planFileStatus;
  return { code, severity, message, span, ...(related.length > 0 && { related }) };
}
