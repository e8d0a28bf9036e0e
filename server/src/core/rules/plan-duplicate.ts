// One thing planned twice: two items with one name in one group, two items for one file, two rows of one table for one item.
import type { Finding } from '../finding.ts';
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import { normalKey } from '../model/normalKey.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import type { Mention, Place, Plan, PlanItem } from '../roadmap/plan.ts';
import type { PlanRule } from './rule.ts';

/** Items that are files; several tasks may well change one file. */
const FILE_KINDS = new Set(['new-case', 'case', 'topic', 'document']);

export const planDuplicate: PlanRule = {
  kind: 'plan',
  code: 'plan-duplicate',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan, model }) => {
    const byTitle = groupsOf(plan.items, (item) => JSON.stringify([item.group, item.phase, normalKey(item.title)]));
    const sameTitle = byTitle.filter((items) => !haveOwnPaths(items) && !areNested(items));
    const known = new Set(sameTitle.flat());
    const byPath = groupsOf(
      plan.items.filter((item) => FILE_KINDS.has(item.kind) && !known.has(item)),
      soleFile,
    );
    return [
      ...sameTitle.flatMap((items) => duplicateFinding(items, 'plan-duplicate.title')),
      ...byPath.flatMap((items) => duplicateFinding(items, 'plan-duplicate.path')),
      ...rowFindings(plan, model),
    ];
  },
};

function groupsOf(
  items: readonly PlanItem[],
  keyOf: (item: PlanItem) => string | undefined,
): readonly (readonly PlanItem[])[] {
  const groups = new Map<string, PlanItem[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function haveOwnPaths(items: readonly PlanItem[]): boolean {
  const paths = items.flatMap(({ paths: stated }) => stated.map(({ path }) => path));
  const ids = items.flatMap(({ id }) => id ?? []);
  return new Set(paths).size >= items.length || new Set(ids).size >= items.length;
}

/** A heading of the same name inside the other's block says it once more. */
function areNested(items: readonly PlanItem[]): boolean {
  return items.some((item) => items.some(({ span }) => span.start > item.span.end && span.end <= item.extent.end));
}

function soleFile({ paths }: PlanItem): string | undefined {
  const [first] = paths;
  return paths.length === 1 && first !== undefined && /\.\w{1,5}$/.test(first.path) ? first.path : undefined;
}

function duplicateFinding(
  items: readonly PlanItem[],
  key: 'plan-duplicate.title' | 'plan-duplicate.path',
): readonly Finding[] {
  const [first, second] = items;
  if (first === undefined || second === undefined) return [];
  const args = { title: second.title, path: second.paths[0]?.path ?? '', line: first.line + 1 };
  return [
    planFinding(planDuplicate, {
      place: second,
      message: { key, args },
      related: relate(
        items.filter((item) => item !== second),
        { key: 'plan-duplicate.first' },
      ),
    }),
  ];
}

/** Rows of one table that name one item twice. */
function rowFindings({ items }: Plan, { blocks, source }: DocumentModel): readonly Finding[] {
  const tableOfLine = new Map<number, number>();
  blocks.tables.forEach(({ span }, table) => {
    for (let line = source.lineAt(span.start); line <= source.lineAt(span.end); line++) tableOfLine.set(line, table);
  });
  return items.flatMap((item) => {
    const rows = new Map<number, Mention[]>();
    for (const mention of item.mentions) {
      const table = tableOfLine.get(mention.line);
      if (table !== undefined) rows.set(table, [...(rows.get(table) ?? []), mention]);
    }
    return [...rows.values()].flatMap((mentions) => rowFinding(mentions, item));
  });
}

function rowFinding(mentions: readonly Mention[], { title }: PlanItem): readonly Finding[] {
  const places: Place[] = [];
  const [first] = mentions;
  for (const mention of mentions) {
    const isSame = first !== undefined && normalKey(mention.title) === normalKey(first.title);
    if (isSame && !places.some(({ line }) => line === mention.line)) places.push(mention);
  }
  const [one, two] = places;
  if (one === undefined || two === undefined) return [];
  return [
    planFinding(planDuplicate, {
      place: two,
      message: { key: 'plan-duplicate.row', args: { title, line: one.line + 1 } },
      related: relate([one], { key: 'plan-duplicate.first' }),
    }),
  ];
}
