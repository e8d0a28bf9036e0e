// A mark that asks for what does not exist: a generator, an option, a column, a facet, a kind.
import type { Finding } from '../finding.ts';
import { markProblems } from '../regions/markProblems.ts';
import type { RegionProblem } from '../regions/regionMark.ts';
import type { LibraryRule } from './rule.ts';

export const regionUnknown: LibraryRule = {
  kind: 'library',
  code: 'region-unknown',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'always',
  includesOther: true,
  check: (context) => context.facts.regions.flatMap((region) => markProblems(region, context).map(asFinding)),
};

function asFinding({ message, span, near }: RegionProblem): Finding {
  const base = { code: regionUnknown.code, severity: regionUnknown.defaultSeverity, message, span };
  if (near === undefined) return base;
  const title = { key: 'region-unknown.fix', args: { near } } as const;
  return { ...base, fixes: [{ title, edits: [{ span, newText: near }] }] };
}
