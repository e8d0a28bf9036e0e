// What the value of a metadata example says: set of values, format, placeholder (template-reading.md 4).
import type { FieldSpec } from './template.ts';

export interface ValueForm {
  readonly isOptional: boolean;
  readonly values?: NonNullable<FieldSpec['values']>;
  readonly format?: NonNullable<FieldSpec['format']>;
  readonly placeholder?: string;
}

const optionalMark = /[（(]?\s*(?:可选|选填|optional|如适用|if applicable)[^）)\n]{0,20}[）)]?/i;

/** Reads one example value under its key. */
export function readValue(key: string, written: string, isList: boolean): ValueForm {
  const value = written.slice(0, 500).trim();
  const isOptional = optionalMark.test(value);
  const plain = value
    .replace(optionalMark, '')
    .replace(/[（(]\s*如?[:：][^）)]{0,80}[）)]|[（(]如[^）)]{0,80}[）)]/, '')
    .trim();
  // 姓名/团队 under 测试人员 says what the value is, not which.
  const values = personKey.test(key) ? undefined : readValues(plain);
  if (values !== undefined) return { isOptional, values };
  const format = isList || isListForm(plain) ? 'list' : formatOf(key, plain);
  const placeholder = isPlaceholderValue(plain) ? { placeholder: written.trim() } : {};
  return { isOptional, ...(format === undefined ? {} : { format }), ...placeholder };
}

const personKey = /人员|负责人|作者|维护者|author|maintainer/i;

/** `["a", "b"]`, `[库1], [库2]`, `[场景1]、[场景2]`, `16.x, 15.x`, `[列表]`. */
function isListForm(value: string): boolean {
  return (
    /^\[\s*(?:"[^"]*"|'[^']*')\s*(?:,|\])/.test(value) ||
    /^\[[^[\]]{1,40}\](?:\s*[,，、]\s*\[[^[\]]{1,40}\])+$/.test(value) ||
    /^v?\d{1,4}(?:\.\w{1,6})?(?:\s*[,，、]\s*v?\d{1,4}(?:\.\w{1,6})?)+$/.test(value) ||
    /^\[(?:列表|list)\]$/i.test(value)
  );
}

/** Whether a value shows a form (placeholder, set, format in letters) and is no document's own value. */
export function isFormValue(value: string): boolean {
  const plain = value.trim();
  return isPlaceholderValue(plain) || readValues(plain) !== undefined;
}

/** `[作者]`, `{{DATE}}`, `XXX-XXX`, `XX行业`, `YYYY-MM-DD`: what a finished document no longer has. */
function isPlaceholderValue(value: string): boolean {
  return (
    /^[[{<【(（].{1,100}[\]}>】)）]$/.test(value) ||
    /\{\{[^}]{1,60}\}\}/.test(value) ||
    /\bX{2,}\b|X{2,}(?=\p{Script=Han})|YYYY|(?<![A-Za-z0-9.])X(?=\p{Script=Han}|$)|\bX\.[XxYy]\b/u.test(value) ||
    /\[[^\]]{1,40}\]/.test(value)
  );
}

/** A set of short alternatives; undefined where the value is one value, a path, a date or a version. */
export function readValues(value: string): FieldSpec['values'] {
  const inner = unwrap(value);
  if (!/[/|｜、]/.test(inner) || isPathOrDate(inner)) return undefined;
  const separator = ['|', '｜', ' / ', '/', '、'].find((mark) => inner.includes(mark)) ?? '/';
  const alternatives = inner.split(separator).map((part) =>
    part
      .trim()
      .replace(/^["'“”]|["'“”]$/g, '')
      .trim(),
  );
  if (alternatives.length < 2 || alternatives.some((part) => !isAlternative(part))) return undefined;
  const seen = new Set<string>();
  return alternatives.filter((part) => !seen.has(part) && seen.add(part)).map((part) => ({ value: part }));
}

function unwrap(value: string): string {
  const match = /^(?:\[([^[\]]{1,200})\]|\{([^{}]{1,200})\})$/.exec(value);
  return match?.[1] ?? match?.[2] ?? value;
}

function isPathOrDate(value: string): boolean {
  return (
    (/:\/\/|^\.{0,2}\/|\\|\/$|\.\w{1,5}$|^[\w.-]+\/[\w.-]+\/[\w./-]+$/.test(value) &&
      !/^[\p{L}-]+(?:\/[\p{L}-]+)+$/u.test(value)) ||
    /\d{4}\s*[-/年.]|YYYY|\d+\.[\dxX]/.test(value)
  );
}

/** Short, not a placeholder, not a sentence. */
function isAlternative(part: string): boolean {
  return (
    part !== '' &&
    part.length <= 24 &&
    !/等(?:文档)?$|^基于/.test(part) &&
    !/[，。；;:：[\]{}]/.test(part) &&
    !/^X|X{2,}/.test(part)
  );
}

const versionKey = /版本|version/i;
const idKey = /编号|(?:^|[\s_-])id$/i;

function formatOf(key: string, value: string): FieldSpec['format'] {
  const word = /^[[{<【]{1,2}\s*([^[\]{}<>【】]{1,20}?)\s*[\]}>】]{1,2}$/.exec(value)?.[1] ?? '';
  if (isDate(value) || /^(?:.{0,4}日期|date)$/i.test(word)) return 'date';
  if (/^(?:url|链接)$/i.test(word)) return 'url';
  if (versionKey.test(key) && /^v?(?:\d{1,4}|X)(?:\.(?:\d{1,4}|[XYZxyz])){1,3}\+?$/i.test(value)) return 'version';
  if (idKey.test(key) && /^[A-Z0-9]{1,12}(?:-[A-Z0-9]{1,16}){1,4}$/.test(value)) return 'id';
  return undefined;
}

function isDate(value: string): boolean {
  return /^(?:\d{4}|Y{4}|X{4})\s?(?:[-/.]|年)(?:\s?(?:\d{1,2}|M{1,2}|X{2})\s?(?:[-/.]\s?(?:\d{1,2}|D{1,2}|X{2})|月(?:\s?(?:\d{1,2}|D{1,2}|X{2})\s?日)?|$))?(?:\s+(?:HH|\d{2}):(?:MM|mm|\d{2}))?$/.test(
    value,
  );
}

/** Format that a field table names in words: `ISO 8601 格式`, `路径列表`. */
export function formatInWords(description: string): FieldSpec['format'] {
  if (/ISO\s?8601|YYYY-MM-DD/i.test(description)) return 'date';
  if (/列表|数组|\blist\b|\barray\b/i.test(description)) return 'list';
  return undefined;
}
