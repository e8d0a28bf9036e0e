// Forms of metadata values as patterns. Each must mean the same in RE2 and in ECMAScript with the `u` flag.
import type { FieldSpec } from '../template/template.ts';

type Format = NonNullable<FieldSpec['format']>;

const month = '(?:0?[1-9]|1[0-2])';
const day = '(?:0?[1-9]|[12][0-9]|3[01])';
const remark = '(?:\\s*[(（].*)?';

/** Patterns are searched for, so each is anchored where the whole value counts. */
export const formatPatterns: Readonly<Record<Format, string>> = {
  // 2025-11-28, 2025/11/28, 2025-11, 2025-11-28T10:00:00Z, 2025年11月, 2025 年 11 月 28 日, each with a remark in brackets
  date: `^(?:[0-9]{4}[-/.]${month}(?:[-/.]${day}(?:[T ][0-9]{1,2}:[0-9]{2}.*)?)?|[0-9]{4}\\s*年\\s*${month}\\s*月(?:\\s*${day}\\s*日)?)${remark}$`,
  // Versions of a product are written with its name (PostgreSQL 17 & 18): a version is what holds a number.
  version: '[0-9]',
  id: '^[\\p{L}\\p{N}]+(?:[-_./][\\p{L}\\p{N}]+)*$',
  number: '^[-+~约]?\\s*[0-9][0-9,]*(?:\\.[0-9]+)?\\s*[\\p{L}%+]*$',
  url: '^<?[A-Za-z][A-Za-z0-9+.-]*://\\S+$',
  path: '^[^\\s|<>*?"][^|<>*?"]*$',
  list: '\\S',
};
