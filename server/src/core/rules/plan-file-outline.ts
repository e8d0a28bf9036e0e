// Names in the outline of an item that its file never mentions. Only names say that surely: a Chinese phrase may be put in
// other words, so a phrase is told only where nothing of it is found.
import type { Finding } from '../finding.ts';
import { fileOfItem } from '../roadmap/disk/itemFiles.ts';
import { unmentioned } from '../roadmap/disk/outlineWords.ts';
import type { PlanRule } from './rule.ts';

export const planFileOutline: PlanRule = {
  kind: 'plan',
  code: 'plan-file-outline',
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'always',
  check: (context) => {
    const { plan, files } = context;
    if (files === undefined) return [];
    return plan.items.flatMap((item): readonly Finding[] => {
      const file = item.outline.length === 0 ? undefined : fileOfItem(item, context);
      const text = file && files.text(file.path);
      if (file?.stated === undefined || text === undefined) return [];
      const { span } = file.stated;
      return unmentioned(item.outline, text).map(({ point, names }) => ({
        code: planFileOutline.code,
        severity: planFileOutline.defaultSeverity,
        message: { key: 'plan-file-outline', args: { names: names.join('、'), path: file.path, title: item.title } },
        span: point.span,
        related: [{ message: { key: 'plan-file-status.path' }, span }],
      }));
    });
  },
};
