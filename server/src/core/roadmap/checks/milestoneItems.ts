// The items that belong to a milestone: those that it lists, and those of a group that its words name.
import type { Plan, PlanItem, PlanMilestone } from '../plan.ts';
import { indexOf } from './planIndex.ts';
import { subjectKey } from './words.ts';

/** Shorter names are in too many others. */
const SHORTEST = 4;
const COUNT = /^\d+[ \t]*(?:个|篇|项|份|套)?/;

/** 现有案例完善完成 stands for the group 现有案例完善计划, 2个集群案例 for 集群案例. */
export function itemsOfMilestone({ items, title, deliverable }: PlanMilestone, plan: Plan): readonly PlanItem[] {
  const index = indexOf(plan);
  const names = [title, deliverable?.value ?? ''].map((name) => subjectKey(name.replace(COUNT, '')));
  const subjects = names.filter((key) => key.length >= SHORTEST);
  const groups = plan.groups.filter((group) => subjects.includes(subjectKey(group.title)));
  const listed = items.flatMap((key) => index.items.get(key) ?? []);
  return [...new Set([...listed, ...groups.flatMap(({ key }) => index.itemsOfGroup(key))])];
}
