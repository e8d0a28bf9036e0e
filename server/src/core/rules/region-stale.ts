// A generated region that is not what the library makes of its mark: documents came, went or changed, or someone edited it.
import type { Finding, Message } from '../finding.ts';
import { regionDifference, type RegionDifference } from '../regions/regionDifference.ts';
import type { LibraryRule } from './rule.ts';

export const regionStale: LibraryRule = {
  kind: 'library',
  code: 'region-stale',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'always',
  includesOther: true,
  check: ({ facts, index, configuration, plans }) =>
    facts.regions.flatMap((region): readonly Finding[] => {
      const ground = { index, configuration, ...(plans && { plans }) };
      const difference = regionDifference({ region, facts, ground });
      if (difference === undefined) return [];
      const { edits, missing, extra, changed } = difference;
      return [
        {
          code: regionStale.code,
          severity: regionStale.defaultSeverity,
          message: messageOf(difference),
          span: region.markSpan,
          fixes: [{ title: { key: 'region-stale.fix' }, edits, isPreferred: true }],
          data: { missing, extra, changed },
        },
      ];
    }),
};

function messageOf({ missing, extra, changed, isEmpty }: RegionDifference): Message {
  if (isEmpty) return { key: 'region-stale.empty', args: { missing } };
  if (missing + extra + changed === 0) return { key: 'region-stale.layout' };
  return { key: 'region-stale', args: { missing, extra, changed, count: missing + extra + changed } };
}
