// What constraints are about: documents, gaps and items of plans, each as a flat record that schemas are applied to.
import { classificationOf } from '../classification/classificationOf.ts';
import { facetsOf } from '../classification/facetsOf.ts';
import { statusKeys } from '../checking/statusWords.ts';
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import { folderOf } from '../library/pathScope.ts';
import type { Configuration } from '../library/configuration.ts';
import { ownIdOf } from '../ids/ownId.ts';
import { itemsOfGap, filesOfItem } from '../relations/planRelations.ts';
import type { Plan, PlanGap, PlanItem, Priority } from '../roadmap/plan.ts';

export type ConstraintNode =
  | { readonly of: 'document'; readonly facts: DocumentFacts }
  | { readonly of: 'gap'; readonly plan: Plan; readonly gap: PlanGap; readonly position: number }
  | { readonly of: 'item'; readonly plan: Plan; readonly item: PlanItem };

export interface ConstraintGround {
  readonly index: LibraryIndex;
  readonly configuration: Configuration;
  readonly plans?: readonly Plan[];
}

export type NodeRecord = Readonly<Record<string, unknown>>;

/** The same text for the same subject. */
export function keyOfNode(node: ConstraintNode): string {
  switch (node.of) {
    case 'document':
      return `document\n${node.facts.path}`;
    case 'gap':
      return `gap\n${node.plan.path}\n${String(node.position)}`;
    case 'item':
      return `item\n${node.plan.path}\n${node.item.key}`;
  }
}

/** What it is called in messages. */
export function nameOfNode(node: ConstraintNode): string {
  switch (node.of) {
    case 'document':
      return node.facts.title?.text ?? node.facts.path;
    case 'gap':
      return node.gap.text;
    case 'item':
      return node.item.title;
  }
}

/** What schemas see; `schemas/config.schema.json` names the members. */
export function recordOfNode(node: ConstraintNode, ground: ConstraintGround): NodeRecord {
  switch (node.of) {
    case 'document':
      return recordOfDocument(node.facts, ground);
    case 'gap':
      return recordOfGap(node, ground);
    case 'item':
      return recordOfItem(node, ground);
  }
}

function recordOfDocument(facts: DocumentFacts, ground: ConstraintGround): NodeRecord {
  const { path, kind, stage, language, title, fields, sizes, headings, links } = facts;
  const { lines, text, codeBlocks, tables, images } = sizes;
  const id = ownIdOf(facts)?.id;
  const status = fields.find((field) => statusKeys.has(field.normalKey) && field.value !== '')?.value;
  return {
    kind,
    stage,
    language,
    path,
    folder: folderOf(path),
    title: title?.text ?? '',
    ...(id !== undefined && { id }),
    ...(status !== undefined && { status }),
    lines,
    length: text,
    codeBlocks,
    tables,
    images,
    headings: headings.length,
    links: links.filter(({ form, isInToc }) => form !== 'image' && form !== 'definition' && isInToc !== true).length,
    facets: facetRecord(facts, ground),
    fields: fieldRecord(facts),
  };
}

/** Under the name of each facet and under both of its labels. */
function facetRecord(facts: DocumentFacts, { configuration, plans }: ConstraintGround): NodeRecord {
  const values = facetsOf(facts, configuration, plans === undefined ? {} : { plans });
  const record = emptyRecord();
  for (const { name, labels } of classificationOf(configuration).facets) {
    const found = values.get(name)?.map(({ value }) => value) ?? [];
    for (const key of [name, labels.zh, labels.en]) record[key] = found;
  }
  return record;
}

/** Under the key as written and under its normal form; of a repeated key the first. */
function fieldRecord({ fields }: DocumentFacts): NodeRecord {
  const record = emptyRecord();
  for (const { key, normalKey, value } of fields) {
    for (const name of [key, normalKey]) if (!Object.hasOwn(record, name)) record[name] = value;
  }
  return record;
}

/** Without prototype, so that `constructor` is a name like any other. */
function emptyRecord(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

function recordOfGap(node: ConstraintNode & { readonly of: 'gap' }, ground: ConstraintGround): NodeRecord {
  const { plan, gap, position } = node;
  const items = itemsOfGap(plan, position);
  const priority = highest(items.flatMap((item) => item.priority ?? []));
  return {
    path: plan.path,
    title: gap.text,
    area: gap.area,
    done: gap.isDone,
    ...(priority && { priority }),
    items: items.length,
    files: new Set(items.flatMap((item) => filesOfItem(item, plan, ground.index))).size,
  };
}

/** A gap is as urgent as the most urgent item that is to fill it. */
function highest(priorities: readonly Priority[]): Priority | undefined {
  return priorities.toSorted()[0];
}

function recordOfItem({ plan, item }: ConstraintNode & { readonly of: 'item' }, ground: ConstraintGround): NodeRecord {
  const status = item.statuses[0]?.value;
  return {
    path: plan.path,
    kind: item.kind,
    title: item.title,
    ...(item.id !== undefined && { id: item.id }),
    ...(item.priority && { priority: item.priority }),
    ...(status && { status }),
    optional: item.isOptional === true,
    tasks: item.tasks.length,
    openTasks: item.tasks.filter(({ isDone }) => !isDone).length,
    scheduled: item.slots.length > 0,
    files: filesOfItem(item, plan, ground.index).length,
  };
}
