// Dates as documents state them: 2025-10-28, 2025/1/5, 2025年10月28日, `2025 年 1 月`, 2025-10, October 26, 2025. Read to a normal form
// that says no more than was written, and another day written in the same way.

/** day: YYYY-MM-DD, month: YYYY-MM, year: YYYY. */
export type DatePrecision = 'day' | 'month' | 'year';

export interface DateForm {
  /** Normal form: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly day: string;
  readonly precision: DatePrecision;
  /** Where the date, with a time of day, stands in the value; what is behind is a remark. */
  readonly start: number;
  readonly end: number;
  readonly style: DateStyle;
}

interface DateStyle {
  readonly kind: 'numeric' | 'chinese' | 'month-first' | 'day-first' | 'packed';
  /** `-`, `/`, `.`, `_`; blanks between figures and 年月日; empty. */
  readonly separator: string;
  /** 01 and not 1. */
  readonly isPadded: boolean;
  /** 日 or 号; or the comma of `October 26, 2025`. */
  readonly mark: string;
  /** Length of the English month, 0 for the whole word. */
  readonly monthLength: number;
}

const NUMERIC =
  /^(\d{4})(\s?)([-/._])\2(\d{1,2})(?:\2\3\2(\d{1,2}))?(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d.-]|X)/;
const CHINESE = /^(\d{4})( ?)年(?: ?(\d{1,2}) ?月)?(?: ?(\d{1,2}) ?([日号]))?(?: ?\d{1,2}:\d{2})?/;
const PACKED = /^(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/;
const MONTH_FIRST = /^([A-Za-z]{3,9})(\.?) (?:(\d{1,2})(?:st|nd|rd|th)?(,?) )?(\d{4})(?!\d)/;
const DAY_FIRST = /^(\d{1,2}) ([A-Za-z]{3,9})(\.?),? (\d{4})(?!\d)/;
const REMARK = /^(?:$|\s|[(（,，;；|。])/;
const LONGEST = 120;
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const; // prettier-ignore

/** The date that the value begins with; undefined for words, placeholders (2025-01-XX) and days that no calendar has. */
export function readDate(value: string): DateForm | undefined {
  const lead = /^[\s`*"']*(?:\p{Extended_Pictographic}\uFE0F?\s*)?/u.exec(value.slice(0, LONGEST))?.[0].length ?? 0;
  const text = value.slice(lead, LONGEST);
  const found = numeric(text) ?? chinese(text) ?? packed(text) ?? monthFirst(text) ?? dayFirst(text);
  if (found === undefined || !REMARK.test(text.slice(found.length).replace(/^[`*"']+/, ''))) return undefined;
  const { year, month, date, style, length } = found;
  const day = normalDay(year, month, date);
  if (day === undefined) return undefined;
  const precision = date !== undefined ? 'day' : month === undefined ? 'year' : 'month';
  return { day, precision, style, start: lead, end: lead + length };
}

/** The day (YYYY-MM-DD) as the other date is written: no more and no less is said. */
export function writeDate(day: string, { style, precision }: Pick<DateForm, 'style' | 'precision'>): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const figure = (part: string): string => (style.isPadded ? part : String(Number(part)));
  const { separator, mark } = style;
  switch (style.kind) {
    case 'numeric':
      return [year, figure(month), ...(precision === 'day' ? [figure(date)] : [])].join(separator);
    case 'packed':
      return `${year}${month}${date}`;
    case 'chinese': {
      const parts = [`${year}${separator}年`];
      if (precision !== 'year') parts.push(`${figure(month)}${separator}月`);
      if (precision === 'day') parts.push(`${figure(date)}${separator}${mark}`);
      return parts.join(separator);
    }
    case 'month-first':
      return [monthName(month, style), ...(precision === 'day' ? [`${figure(date)}${mark}`] : []), year].join(' ');
    case 'day-first':
      return `${figure(date)} ${monthName(month, style)} ${year}`;
  }
}

/** Last day that the date may mean: nobody is late before it. */
export function lastDayOf({ day, precision }: Pick<DateForm, 'day' | 'precision'>): string {
  if (precision === 'day') return day;
  if (precision === 'year') return `${day}-12-31`;
  return `${day}-${String(daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5)))).padStart(2, '0')}`;
}

export function firstDayOf({ day, precision }: Pick<DateForm, 'day' | 'precision'>): string {
  if (precision === 'day') return day;
  return precision === 'year' ? `${day}-01-01` : `${day}-01`;
}

/** Days from one YYYY-MM-DD to another; negative where the second is earlier. NaN for what is no day. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

interface Found {
  readonly year: string;
  readonly month?: string | undefined;
  readonly date?: string | undefined;
  readonly style: DateStyle;
  readonly length: number;
}

const plain: DateStyle = { kind: 'numeric', separator: '-', isPadded: true, mark: '', monthLength: 0 };

function isPadded(...parts: readonly (string | undefined)[]): boolean {
  const given = parts.filter((part) => part !== undefined);
  // 2025-10-28 tells nothing; then the usual form of the style holds.
  return given.some((part) => part.startsWith('0')) || given.every((part) => part.length === 2);
}

function numeric(text: string): Found | undefined {
  const match = NUMERIC.exec(text);
  if (match === null) return undefined;
  const [whole, year = '', blank = '', sign = '-', month, date] = match;
  const style = { ...plain, separator: `${blank}${sign}${blank}`, isPadded: isPadded(month, date) };
  return { year, month, date, style, length: whole.length };
}

function chinese(text: string): Found | undefined {
  const match = CHINESE.exec(text);
  if (match === null) return undefined;
  const [whole, year = '', separator = '', month, date, mark = '日'] = match;
  const hasZero = [month, date].some((part) => part?.startsWith('0') === true);
  const style: DateStyle = { kind: 'chinese', separator, isPadded: hasZero, mark, monthLength: 0 };
  return { year, month, date, style, length: whole.length };
}

function packed(text: string): Found | undefined {
  const match = PACKED.exec(text);
  if (match === null) return undefined;
  const [whole, year = '', month, date] = match;
  return { year, month, date, style: { ...plain, kind: 'packed', separator: '' }, length: whole.length };
}

function monthFirst(text: string): Found | undefined {
  const match = MONTH_FIRST.exec(text);
  if (match === null) return undefined;
  const [whole, name = '', dot = '', date, mark = '', year = ''] = match;
  const month = monthNumber(name);
  if (month === undefined) return undefined;
  const style: DateStyle = { kind: 'month-first', separator: dot, isPadded: date?.startsWith('0') === true, mark, monthLength: lengthOf(name, month) }; // prettier-ignore
  return { year, month, date, style, length: whole.length };
}

function dayFirst(text: string): Found | undefined {
  const match = DAY_FIRST.exec(text);
  if (match === null) return undefined;
  const [whole, date = '', name = '', dot = '', year = ''] = match;
  const month = monthNumber(name);
  if (month === undefined) return undefined;
  const style: DateStyle = { kind: 'day-first', separator: dot, isPadded: date.startsWith('0'), mark: '', monthLength: lengthOf(name, month) }; // prettier-ignore
  return { year, month, date, style, length: whole.length };
}

function monthNumber(name: string): string | undefined {
  const at = months.findIndex((month) => {
    const isWord = name.length >= 3 && month.toLowerCase().startsWith(name.toLowerCase());
    return isWord && (name.length <= 4 || name.length === month.length);
  });
  return at < 0 ? undefined : String(at + 1);
}

function lengthOf(name: string, month: string): number {
  return name.length === months[Number(month) - 1]?.length ? 0 : name.length;
}

function monthName(month: string, { monthLength, separator }: DateStyle): string {
  const name = months[Number(month) - 1] ?? '';
  return monthLength === 0 || name.length <= monthLength ? name : `${name.slice(0, 3)}${separator}`;
}

function normalDay(year: string, month: string | undefined, date: string | undefined): string | undefined {
  if (month === undefined) return year;
  const [monthValue, dateValue] = [Number(month), date === undefined ? 1 : Number(date)];
  if (monthValue < 1 || monthValue > 12 || dateValue < 1 || dateValue > daysInMonth(Number(year), monthValue)) return undefined; // prettier-ignore
  const parts = [year, month.padStart(2, '0'), ...(date === undefined ? [] : [date.padStart(2, '0')])];
  return parts.join('-');
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
