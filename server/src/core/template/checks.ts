// Task lines to checks (template-reading.md 5). Shared by templates and review standards.
import type { DocumentModel, Section, Task } from '../model/documentModel.ts';
import { readDemands, type DemandContext } from './demands.ts';
import type { Bound, CheckItem } from './template.ts';

export interface CheckContext {
  /** Path of the template or standard, for origins. */
  readonly path: string;
  /** Metadata keys that the document defines. */
  readonly fieldKeys: readonly string[];
  /** Sections that the skeletons of the document require. */
  readonly sectionNames?: readonly string[];
  /** Further lines that are checks, besides the tasks of the model. */
  readonly more?: readonly Task[];
  /** Dimension that the section is about, in standards. */
  dimensionOf?(section: Section | undefined): string | undefined;
}

/** Every task of the model, in order. The model must not hold skeletons (their tasks are content). */
export function readChecks(model: DocumentModel, context: CheckContext): CheckItem[] {
  const { source } = model;
  return [...model.blocks.tasks, ...(context.more ?? [])].flatMap((task) => {
    const section = sectionAt(model, task.span.start);
    if (isWork(task, section)) return [];
    const dimension = context.dimensionOf?.(section);
    const line = source.lineAt(task.span.start);
    const group = labelAbove(model, line, section) ?? section?.heading.identity.name ?? '';
    const demands = { fieldKeys: context.fieldKeys, sectionNames: context.sectionNames ?? [], group };
    return [
      {
        ...readCheck(taskText(task), { path: context.path, line, demands }),
        ...(dimension === undefined ? {} : { dimension }),
        group,
        span: task.span,
      },
    ];
  });
}

const workHeading = /执行计划|实施计划|推进计划|更新计划|待办|下一步|任务列表|\b(?:roadmap|to-?dos?|next steps)\b/i;

/** Tasks that are somebody's work and no checks: done ones, file names, and those under a plan's headings. */
function isWork(task: Task, section: Section | undefined): boolean {
  if (task.isChecked || /^(?!有|包含|提供)\S+\.md\S*$/.test(taskText(task))) return true;
  for (let around = section; around !== undefined; around = around.parent) {
    if (around.level > 1 && workHeading.test(around.heading.text)) return true;
  }
  return false;
}

export interface CheckPlace {
  readonly path: string;
  /** Zero-based line. */
  readonly line: number;
  readonly demands: DemandContext;
}

/** What one check in words demands; without a machine part it is a question to the reviewer. */
function readCheck(text: string, place: CheckPlace): Omit<CheckItem, 'group' | 'span' | 'dimension'> {
  const origin = { path: place.path, line: place.line };
  for (const demand of readDemands(text, place.demands)) {
    switch (demand.kind) {
      case 'bound':
        return { text, origin, bound: boundOf(demand, origin) };
      case 'section':
        return { text, origin, requiresSection: demand.name };
      case 'field':
        return { text, origin, requiresField: demand.key };
      case 'rule':
        return { text, origin, rule: demand.code };
    }
  }
  return { text, origin };
}

/** A demand as a bound with its origin. */
export function boundOf(demand: Pick<Bound, 'measure' | 'min' | 'max' | 'text'>, origin: Bound['origin']): Bound {
  const { measure, min, max, text } = demand;
  return { measure, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), origin, text };
}

/** Innermost section that holds the offset. */
export function sectionAt(model: DocumentModel, offset: number): Section | undefined {
  let found: Section | undefined;
  for (const section of model.sections) {
    if (section.span.start > offset) break;
    if (offset < section.span.end) found = section;
  }
  return found;
}

function taskText(task: Task): string {
  return (task.text.split('\n')[0] ?? '').replace(/^\s*\[[ xX]\]\s*/, '').trim();
}

/** Lines that a label reaches down: longer lists would make reading them quadratic. */
const longestGroup = 150;
const labelLine = /^\s{0,12}(?:\d{1,3}[.)]\s+|[-*]\s+)?\*\*([^*]{1,60})\*\*\s*(?:[（(][^）)]{0,40}[）)])?\s*[:：]?\s*$/;

/** The bold label (`**内容检查**:`) between the heading and the line, if there is one. */
function labelAbove(model: DocumentModel, line: number, section: Section | undefined): string | undefined {
  const start = section === undefined ? 0 : model.source.lineAt(section.span.start);
  const first = Math.max(start, line - longestGroup);
  for (let above = line - 1; above > first; above--) {
    const label = labelLine.exec(model.source.lineText(above))?.[1];
    if (label !== undefined) return label.replace(/[\s:：]+$/, '');
  }
  return undefined;
}
