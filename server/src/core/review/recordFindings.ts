// Findings in record files: what is wrong with each of them, and records whose document is gone or somewhere else.
import type { Finding, Severity } from '../finding.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { Configuration } from '../library/configuration.ts';
import type { LibraryLife } from './libraryLife.ts';
import { documentOf } from './recordOf.ts';
import { problemsOf } from './recordProblems.ts';
import type { ReviewRecord } from './reviewRecord.ts';

export interface RecordGround {
  readonly index: LibraryIndex;
  readonly life: LibraryLife;
  readonly configuration: Configuration;
  readonly today?: string | undefined;
}

const severities: Readonly<Record<string, Severity>> = {
  'review-record-invalid': 'warning',
  'review-record-conflict': 'error',
  'review-orphan': 'warning',
};

/** By path of the record; only records with findings. */
export function recordFindings(ground: RecordGround): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, readonly Finding[]>();
  for (const record of ground.life.records.values()) {
    const findings = [
      ...problemsOf(record, ground.today).flatMap(({ code, message, span, fix }) => {
        return weighed({ code, message, span, ...(fix && { fixes: [{ ...fix, isPreferred: true }] }) }, ground);
      }),
      ...orphan(record, ground).flatMap((finding) => weighed(finding, ground)),
    ];
    if (findings.length > 0) found.set(record.path, findings);
  }
  return found;
}

type Unweighed = Omit<Finding, 'severity'>;

function orphan(record: ReviewRecord, { index }: RecordGround): readonly Unweighed[] {
  const { document, documentSpan } = record;
  const path = documentOf(record, index);
  const span = documentSpan ?? { start: 0, end: 0 };
  if (path === document) return [];
  const args = { document, ...(path !== undefined && { path }) };
  if (path === undefined) return [{ code: 'review-orphan', message: { key: 'review-orphan', args }, span }];
  const fix = {
    title: { key: 'review-orphan.fix', args },
    edits: [{ span, newText: JSON.stringify(path) }],
    isPreferred: true,
  } as const;
  return [
    {
      code: 'review-orphan',
      message: { key: 'review-orphan.moved', args },
      span,
      ...(documentSpan !== undefined && { fixes: [fix] }),
    },
  ];
}

/** As the configuration weighs the rule of the same name. */
function weighed(finding: Unweighed, { configuration }: RecordGround): readonly Finding[] {
  const severity = configuration.rules[finding.code]?.severity ?? severities[finding.code] ?? 'warning';
  return severity === 'off' ? [] : [{ ...finding, severity }];
}
