// What we think of one document: kind and why, template, counts, completeness.
import type { Severity } from '../core/finding.ts';
import { renderMessage } from '../core/messages/render.ts';
import { completenessOf } from './completeness.ts';
import type { EngineView } from './engineView.ts';
import { uriOfPath } from './resourceUri.ts';

export interface DocumentStatus {
  readonly kind: string;
  readonly reason: string;
  readonly template?: { readonly name: string; readonly path: string; readonly uri: string; readonly line: number };
  readonly standard?: { readonly name: string; readonly path: string; readonly uri: string };
  readonly stage: 'draft' | 'normal' | 'ready';
  readonly counts: Readonly<Record<Severity, number>>;
  readonly suppressed: number;
  readonly completeness: { readonly met: number; readonly of: number };
  readonly missingSections: number;
  readonly isOutdated: boolean;
}

/** Undefined for a document that is not open. */
export function status(view: EngineView, { uri }: { readonly uri: string }): DocumentStatus | undefined {
  const found = view.document(uri);
  if (found === undefined) return undefined;
  const { analysis, document } = found;
  const { template, standard, isOutdated = false } = analysis.context ?? {};
  const { met, of, missing } = completenessOf(analysis);
  return {
    kind: analysis.kind.kind,
    reason: renderMessage(analysis.kind.reason, view.locale),
    ...(template && {
      template: {
        name: template.name,
        path: template.path,
        uri: uriOfPath(document.root, template.path),
        line: template.line,
      },
    }),
    ...(standard && {
      standard: { name: standard.name, path: standard.path, uri: uriOfPath(document.root, standard.path) },
    }),
    stage: analysis.stage,
    counts: countBySeverity(analysis.findings),
    suppressed: analysis.suppressedCount,
    completeness: { met, of },
    missingSections: missing,
    isOutdated,
  };
}

export function countBySeverity(
  findings: readonly { readonly severity: Severity }[],
): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
