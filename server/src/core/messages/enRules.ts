// English texts of findings and fixes.
import type { zhRules } from './zhRules.ts';

export const enRules: Readonly<Record<keyof typeof zhRules, string>> = {
  'section-missing': 'Section “{name}” is missing; the template demands it',
  'section-missing.fix': 'Insert section “{name}”',
};
