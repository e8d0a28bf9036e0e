// Chinese numerals to numbers and back, as far as headings count: below ten thousand.

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The number that a Chinese numeral such as 十一, 二十 or 一〇五 says; undefined for anything else. */
export function chineseNumber(text: string): number | undefined {
  const folded = text.replaceAll('〇', '零').replaceAll('两', '二');
  if (folded === '') return undefined;
  return /[十百千]/.test(folded) ? readWithUnits(folded) : readDigits(folded);
}

/** A number below 10,000 as headings write it: 十一, 二十, 一百零五. Others come back in ASCII digits. */
export function formatChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value <= 0 || value >= 10_000) return String(value);
  let text = '';
  let rest = value;
  for (const [unit, size] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(rest / size);
    rest %= size;
    if (digit > 0) text += DIGITS.charAt(digit) + unit;
    else if (text !== '' && rest > 0 && !text.endsWith('零')) text += '零';
  }
  return text.startsWith('一十') ? text.slice(1) : text;
}

function readDigits(text: string): number | undefined {
  let value = 0;
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    if (digit < 0) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

function readWithUnits(text: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      digit = undefined;
      continue;
    }
    digit = DIGITS.indexOf(character);
    if (digit < 0) return undefined;
  }
  return total + (digit ?? 0);
}
