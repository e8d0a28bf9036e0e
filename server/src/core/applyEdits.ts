// Applies text edits to a text, and chooses the edits that "fix all" may apply at once. Pure; never throws.
import type { Finding, Fix, TextEdit } from './finding.ts';
import { compareFindings } from './finding.ts';

/** Most rounds of "fix all": fixes that overlap wait for the next round, and two that undo each other must end. */
export const MAX_FIX_ROUNDS = 10;

/**
 * The text with all edits applied; offsets are those of the text as given. Of edits that overlap only the first counts;
 * insertions at one place keep their order.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .filter((edit) => edit.span.start >= 0 && edit.span.start <= edit.span.end && edit.span.end <= text.length)
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces: string[] = [];
  let position = 0;
  for (const { span, newText } of ordered) {
    if (span.start < position) continue;
    pieces.push(text.slice(position, span.start), newText);
    position = span.end;
  }
  pieces.push(text.slice(position));
  return pieces.join('');
}

/** The fix that may be applied without asking. */
function preferredFix(finding: Finding): Fix | undefined {
  return finding.fixes?.find((fix) => fix.isPreferred === true);
}

export interface ChosenFixes {
  readonly edits: readonly TextEdit[];
  readonly fixed: readonly Finding[];
}

/**
 * Preferred fixes that do not touch each other, whole fixes only, in report order. Two insertions at one place touch:
 * the second one must see the text after the first (numbering, blank lines).
 */
export function chooseFixes(findings: readonly Finding[]): ChosenFixes {
  const edits: TextEdit[] = [];
  const fixed: Finding[] = [];
  for (const finding of findings.toSorted(compareFindings)) {
    const fix = preferredFix(finding);
    if (fix === undefined || fix.edits.length === 0) continue;
    if (fix.edits.some((edit) => edits.some((taken) => touches(edit, taken)))) continue;
    edits.push(...fix.edits);
    fixed.push(finding);
  }
  return { edits, fixed };
}

function touches(a: TextEdit, b: TextEdit): boolean {
  if (a.span.start === b.span.start) return true;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}
