// An item that an overview counts under another group than the one it stands in.
import type { Finding } from '../finding.ts';
import { buildPlanText } from '../roadmap/buildPlanText.ts';
import { indexOf } from '../roadmap/checks/planIndex.ts';
import { planFinding, relate } from '../roadmap/checks/planFinding.ts';
import { subjectKey } from '../roadmap/checks/words.ts';
import type { Mention, Place, Plan, PlanGroup, PlanItem } from '../roadmap/plan.ts';
import type { PlanLine } from '../roadmap/planText.ts';
import type { PlanRule } from './rule.ts';

export const planGrouping: PlanRule = {
  kind: 'plan',
  code: 'plan-grouping',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'always',
  check: ({ plan, model }) => {
    const wanted = plan.items.flatMap((item) =>
      item.group === undefined ? [] : item.mentions.filter(isOverview).map((mention) => ({ item, mention })),
    );
    if (wanted.length === 0) return [];
    const titles = overviewTitles(plan, buildPlanText(plan.path, model).lines);
    const told = new Set<PlanItem>();
    return wanted.flatMap(({ item, mention }) => {
      const title = titles.get(mention.line);
      if (title === undefined || told.has(item) || isKin(title.group, item, plan)) return [];
      told.add(item);
      return groupingFinding(item, mention, title, plan);
    });
  },
};

function isOverview({ via }: Mention): boolean {
  return via === 'overview' || via === 'list';
}

interface OverviewTitle extends Place {
  readonly group: PlanGroup;
}

/** For each list line: the line over its list, where that names a group: `**案例库管理（3周）**：`. */
function overviewTitles(plan: Plan, lines: readonly PlanLine[]): ReadonlyMap<number, OverviewTitle> {
  const groups = new Map(plan.groups.map((group) => [subjectKey(group.title), group]));
  const places = new Set(plan.groups.map(({ line }) => line));
  const titles = new Map<number, OverviewTitle>();
  let title: OverviewTitle | undefined;
  for (const line of lines) {
    if (line.kind === 'list') {
      if (title !== undefined) titles.set(line.line, title);
      continue;
    }
    const group = places.has(line.line) ? undefined : groups.get(subjectKey(nameOf(line)));
    title = group && { group, line: line.line, span: line.span };
  }
  return titles;
}

/** Without `（3周）` and the like. */
function nameOf(line: PlanLine): string {
  const name = line.kind === 'heading' ? (line.section?.heading.identity.name ?? line.text) : (line.label?.text ?? '');
  return name.replace(/[（(][^（()）]{0,40}[）)]/g, '');
}

function groupingFinding(item: PlanItem, mention: Mention, title: OverviewTitle, plan: Plan): Finding {
  const index = indexOf(plan);
  const own = index.groups.get(index.groupsAbove(item.group).at(-1) ?? '');
  const args = { title: item.title, group: own?.title ?? item.group ?? '', other: title.group.title };
  return planFinding(planGrouping, {
    place: item,
    message: { key: 'plan-grouping', args },
    related: relate([mention, title], { key: 'plan-grouping.here', args: { other: args.other } }),
  });
}

/** The same group, or one around the other. */
function isKin(group: PlanGroup, { group: own }: PlanItem, plan: Plan): boolean {
  const index = indexOf(plan);
  const above = index.groupsAbove(own);
  return above.includes(group.key) || (own !== undefined && index.groupsAbove(group.key).includes(own));
}
