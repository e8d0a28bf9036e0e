// Fixes of one family for a whole document as one set of edits that do not overlap.
import { applyEdits, chooseFixes, MAX_FIX_ROUNDS } from '../core/applyEdits.ts';
import type { Finding } from '../core/finding.ts';
import type { PlainEdit } from './diagnostics.ts';
import { minimalEdits } from '../core/fixes/minimalEdits.ts';
import type { DocumentView } from './engineView.ts';

export type FixFamily = 'missingSections' | 'all' | 'toc' | 'organize';

const families: Readonly<Record<FixFamily, (finding: Finding) => boolean>> = {
  missingSections: (finding) => finding.code === 'section-missing' || finding.code === 'toc-stale',
  toc: (finding) => finding.code === 'toc-stale' || finding.code === 'toc-missing' || finding.code === 'toc-entry-text',
  organize: (finding) =>
    ['section-misplaced', 'section-level', 'numbering-sequence', 'toc-stale', 'toc-entry-text'].includes(finding.code),
  all: () => true,
};

/** Edits against the document as it is now; empty where nothing of the family can be mended. */
export function fixFamily(found: DocumentView, family: FixFamily): readonly PlainEdit[] {
  const { source } = found.analysis.model;
  const mended = mend(found, families[family]);
  return minimalEdits(source, mended).map(({ span, newText }) => ({ range: source.rangeOf(span), newText }));
}

function mend({ analysis, document, view }: DocumentView, belongs: (finding: Finding) => boolean): string {
  const { path } = analysis;
  let { text } = analysis.model.source;
  let findings = analysis.findings;
  const seen = new Set([text]);
  // Fixes may uncover others: a new section makes the contents stale.
  for (let round = 0; round < MAX_FIX_ROUNDS; round++) {
    const next = applyEdits(text, chooseFixes(findings.filter(belongs)).edits);
    if (seen.has(next)) break;
    seen.add(next);
    text = next;
    findings = view.analyze(document.root, path, text)?.findings ?? [];
  }
  return text;
}
