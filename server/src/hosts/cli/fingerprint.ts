// A name for a finding that stays when lines move: what is said, of which file, at which words. Never the line number.
import { createHash } from 'node:crypto';
import type { Finding } from '../../core/finding.ts';
import type { SourceText } from '../../core/sourceText.ts';

const SHOWN_LENGTH = 200;

/** Equal findings of one file (the same words at several places) have equal fingerprints; count them. */
export function fingerprintOf(path: string, source: SourceText, finding: Finding): string {
  const line = source.lineText(source.lineAt(finding.span.start)).trim().replace(/\s+/g, ' ').slice(0, SHOWN_LENGTH);
  const { key, args = {} } = finding.message;
  // Counts in messages (“第 12 行”, sizes) change with every edit nearby; words stay.
  const words = Object.entries(args)
    .filter(([, value]) => typeof value === 'string')
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  const parts = [path, finding.code, key, ...words, line];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 20);
}

/** `fingerprint:1`, `fingerprint:2` … for the repeats of equal findings, in order. */
export function numberRepeats(fingerprints: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return fingerprints.map((fingerprint) => {
    const count = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, count);
    return `${fingerprint}:${count}`;
  });
}
