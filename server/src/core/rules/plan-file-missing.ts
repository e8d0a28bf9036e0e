// Planned files that are not there yet, all of a plan in one note: what is left to be written.
import { isChangedOnly, itemFiles, saysItExists } from '../roadmap/disk/itemFiles.ts';
import { statedStatusOf } from '../roadmap/statedStatus.ts';
import type { PlanRule } from './rule.ts';

export const planFileMissing: PlanRule = {
  kind: 'plan',
  code: 'plan-file-missing',
  defaultSeverity: 'hint',
  isFixable: false,
  strictness: 'always',
  check: ({ plan, files }) => {
    if (files === undefined) return [];
    const planned = itemFiles(plan, files).filter(
      ({ stated, resolution }) => resolution.kind !== 'refused' && !isChangedOnly(stated) && !saysItExists(stated),
    );
    // What is said to be done and is missing is a contradiction, told by plan-file-status.
    const missing = planned.filter(
      ({ item, resolution }) => resolution.kind === 'missing' && statedStatusOf(item)?.value !== 'done',
    );
    const [first, ...others] = missing;
    if (first === undefined) return [];
    const { code, defaultSeverity: severity } = planFileMissing;
    const args = { missing: missing.length, count: planned.length, path: first.stated.path };
    const key = missing.length === 1 ? 'plan-file-missing.one' : 'plan-file-missing';
    const related = others.map(({ stated }) => ({
      message: { key: 'plan-file-missing.other', args: { path: stated.path } } as const,
      span: stated.span,
    }));
    return [{ code, severity, message: { key, args }, span: first.stated.span, related }];
  },
};
