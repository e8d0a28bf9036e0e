// Fixes of one family for a whole document as one set of edits that do not overlap.
import { analyzeDocument } from '../core/analyzeDocument.ts';
import { applyEdits } from '../core/applyEdits.ts';
import type { Finding, TextEdit } from '../core/finding.ts';
import type { PlainEdit } from './diagnostics.ts';
import { minimalEdits } from './minimalEdits.ts';
import type { DocumentView } from './engineView.ts';

export type FixFamily = 'missingSections' | 'all' | 'toc' | 'organize';

/** Fixes may uncover others (a new section makes the contents stale); after so many rounds the rest waits for the next run. */
const MOST_ROUNDS = 10;

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

function mend({ analysis, library }: DocumentView, belongs: (finding: Finding) => boolean): string {
  const { path } = analysis;
  let { text } = analysis.model.source;
  let findings = analysis.findings;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = preferredEdits(findings.filter(belongs));
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
    findings = analyzeDocument({ path, text }, library).findings;
  }
  return text;
}

/** The preferred fixes that can be applied together, earlier findings first. */
export function preferredEdits(findings: readonly Finding[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes?.find((candidate) => candidate.isPreferred === true);
    if (fix === undefined || fix.edits.some((edit) => taken.some((other) => collide(edit, other)))) continue;
    taken.push(...fix.edits);
  }
  return taken;
}

/** Touching insertions collide too: their order would be anyone's guess. */
function collide(a: TextEdit, b: TextEdit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
