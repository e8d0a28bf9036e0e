// One document of a library checked from its text, for checks of the whole library.
import type { Range } from '../core/sourceText.ts';
import type { Severity } from '../core/finding.ts';
import { completenessOf } from './completeness.ts';
import { messageText } from './diagnostics.ts';
import type { EngineView } from './engineView.ts';
import { countBySeverity } from './status.ts';

export interface CheckQuestion {
  readonly root: string;
  readonly path: string;
  readonly text: string;
}

export interface CheckedDocument {
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly completeness: { readonly met: number; readonly of: number };
  readonly findings: readonly {
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
    readonly range: Range;
  }[];
}

/** Undefined for documents of kind 'other', and where the library is not known. */
export function checkDocument(view: EngineView, { root, path, text }: CheckQuestion): CheckedDocument | undefined {
  const analysis = view.analyze(root, path, text);
  if (analysis === undefined || analysis.kind.kind === 'other') return undefined;
  const { met, of } = completenessOf(analysis);
  const { source } = analysis.model;
  return {
    path,
    kind: analysis.kind.kind,
    title: analysis.model.title?.heading.text ?? path.slice(path.lastIndexOf('/') + 1),
    counts: countBySeverity(analysis.findings),
    completeness: { met, of },
    findings: analysis.findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      message: messageText(finding.message, view.locale),
      range: source.rangeOf(finding.span),
    })),
  };
}
