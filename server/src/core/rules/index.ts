// The list of rules: one line each, by name. Their order says nothing; findings are sorted by place.
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [];
