// The difference of two texts as people and `git apply` read it. Names of files stay readable in every script, where the
// library writes all but ASCII as octal numbers.
import { createTwoFilesPatch, formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';

const UNDERLINE = '='.repeat(67);

/** `/dev/null` for a file that is not there. */
export function unifiedDiff(from: string, to: string, before: string, after: string): string {
  if (/[\u0000-\u001f"\\]/.test(from + to)) return createTwoFilesPatch(from, to, before, after);
  const index = from === to ? [`Index: ${to}`] : [];
  const header = [...index, UNDERLINE, `--- ${from}`, `+++ ${to}`, ''].join('\n');
  return header + formatPatch(structuredPatch(from, to, before, after), OMIT_HEADERS);
}
