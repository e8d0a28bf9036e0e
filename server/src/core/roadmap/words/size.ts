// Sizes of documents: ~800 行, 预计 4,500 行, 8,300+ 行, 3页, 5,000-8,000字, 1,200 lines.
import type { Size } from '../plan.ts';
import type { Found } from './effort.ts';

const NUMBER = String.raw`\d{1,3}(?:[,，]\d{3})+|\d+`;
const SIZE = new RegExp(
  String.raw`(~|约|≈)?[ \t]*(${NUMBER})[ \t]*(\+)?(?:[ \t]*(?:-|–|~|～|至|到)[ \t]*(${NUMBER}))?[ \t]*(\+)?[ \t]*(行|页|字|词|lines?|pages?|words?|characters?)(?![A-Za-z])`,
  'i',
);

/** The first size in the text. */
export function sizeIn(text: string): Found<Size> | undefined {
  const match = SIZE.exec(text);
  const low = match?.[2];
  if (match === null || low === undefined) return undefined;
  const min = plainNumber(low);
  const isOpen = match[3] !== undefined || match[5] !== undefined;
  const max = match[4] === undefined ? min : plainNumber(match[4]);
  const lead = match[0].length - match[0].trimStart().length;
  return {
    value: {
      min,
      ...(!isOpen && { max }),
      unit: unitOf(match[6] ?? ''),
      ...(match[1] !== undefined && { isApproximate: true }),
    },
    text: match[0].trim(),
    index: match.index + lead,
  };
}

/** `4,500` → 4500. */
export function plainNumber(text: string): number {
  return Number(text.replace(/[,，]/g, ''));
}

function unitOf(word: string): Size['unit'] {
  if (/^(?:行|line)/i.test(word)) return 'line';
  if (/^(?:页|page)/i.test(word)) return 'page';
  return /^(?:词|word)/i.test(word) ? 'word' : 'character';
}
