// What an item belongs to in its plans: group, phase, milestone. Nothing about states.
import type { Plan, PlanGroup, PlanItem, PlanMilestone, PlanPhase } from '../../core/roadmap/plan.ts';
import type { RoadmapRow, RowMember } from './rows.ts';

export function groupOf(plan: Plan, item: PlanItem): PlanGroup | undefined {
  return item.group === undefined ? undefined : plan.groups.find(({ key }) => key === item.group);
}

export function phaseOf(plan: Plan, item: PlanItem): PlanPhase | undefined {
  return item.phase === undefined ? undefined : plan.phases.find(({ key }) => key === item.phase);
}

export function milestoneOf(plan: Plan, item: PlanItem): PlanMilestone | undefined {
  return item.milestone === undefined ? undefined : plan.milestones.find(({ key }) => key === item.milestone);
}

/** Id and title, the id first where the title does not begin with it. */
export function phaseLabel({ id, title }: Pick<PlanPhase, 'id' | 'title'>): string {
  return title === '' || title.startsWith(id) ? title || id : `${id} ${title}`;
}

export function milestoneLabel({ id, title }: Pick<PlanMilestone, 'id' | 'title'>): string {
  return id === undefined || title.startsWith(id) ? title : `${id} ${title}`;
}

/** Ids and titles of what the item belongs to, in every plan that names it. */
export function ownerOf(row: RoadmapRow, kind: 'group' | 'phase' | 'milestone'): readonly string[] {
  return [row, ...row.others].flatMap((member) => namesOf(member, kind));
}

function namesOf({ read: { plan }, item }: RowMember, kind: 'group' | 'phase' | 'milestone'): readonly string[] {
  const owner =
    kind === 'group' ? groupOf(plan, item) : kind === 'phase' ? phaseOf(plan, item) : milestoneOf(plan, item);
  return owner === undefined ? [] : [owner.id ?? '', owner.title].filter((name) => name !== '');
}
