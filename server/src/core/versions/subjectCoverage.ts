// Which versions of a subject a document says it covers, and whether the current one is among them.
import { subjectVersions } from '../classification/subjectVersion.ts';
import { normalKey } from '../model/normalKey.ts';
import type { StatedField } from './stated.ts';

export interface Coverage {
  /** As the document states them, without the name. */
  readonly versions: readonly string[];
  readonly isCurrent: boolean;
  /** The field that says so first. */
  readonly field: StatedField;
}

/** `1.90+`, `17 及以上`: whatever comes later is covered, too. */
const OPEN = /\d(?:\.x)?[ ]{0,2}\+|及?以上|及(?:更高|之后|后续)|起$|>=|≥|or (?:later|newer|above|higher)|最新|latest/i;

/** undefined where the document says nothing of the subject. */
export function coverageOf(fields: readonly StatedField[], name: string, current: string): Coverage | undefined {
  const wanted = normalKey(name);
  let first: StatedField | undefined;
  const versions: string[] = [];
  let isOpen = false;
  for (const field of fields) {
    const value = field.value.slice(0, 200);
    // A range covers both of its ends.
    const listed = value.replace(/(\d)\s{0,3}(?:[-~～–—]|至|到)\s{0,3}(?=v?\d)/g, '$1 & ');
    const found = subjectVersions(field.key, listed).flatMap((stated) => {
      const [, subject = '', version = ''] = /^(.*) (\S+)$/.exec(stated) ?? [];
      return normalKey(subject) === wanted ? [version] : [];
    });
    if (found.length === 0) continue;
    first ??= field;
    versions.push(...found);
    isOpen ||= OPEN.test(value);
  }
  if (first === undefined) return undefined;
  const isCurrent = isOpen || versions.some((version) => compareFigures(version, current) >= 0);
  return { versions: [...new Set(versions)], isCurrent, field: first };
}

/** Only as many parts count as the current version has: 1.90.3 covers 1.90. */
function compareFigures(version: string, current: string): number {
  const [found, wanted] = [version, current].map((text) => text.replace(/^v/i, '').split('.').map(Number));
  for (const [at, figure] of (wanted ?? []).entries()) {
    const difference = (found?.[at] ?? 0) - figure;
    if (difference !== 0) return difference;
  }
  return 0;
}
