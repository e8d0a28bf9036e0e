// The bold words at the head of a line: `**文件:** path`, `**总计**: 31周`, `**CAP场景案例（3个）**：`.
import { flattenInline } from './inlineText.ts';
import type { LineLabel } from './planText.ts';

const BOLD = /^(\*\*|__)(?=\S)((?:(?!\1).){1,300})\1/;
const COLON_INSIDE = /[ \t]*[:：][ \t]*$/;
const COLON_AFTER = /^[ \t]*[:：]/;

/** `raw` begins with the bold words; `start` is its offset in the file. Undefined for a line that does not. */
export function lineLabel(raw: string, start: number): LineLabel | undefined {
  const bold = BOLD.exec(raw);
  const inside = bold?.[2];
  if (bold === null || inside === undefined) return undefined;
  const words = inside.replace(COLON_INSIDE, '');
  const rest = raw.slice(bold[0].length);
  const colon = COLON_AFTER.exec(rest)?.[0] ?? '';
  const after = rest.slice(colon.length);
  const blanks = after.length - after.trimStart().length;
  const valueStart = start + bold[0].length + colon.length + blanks;
  const rawValue = after.trim();
  const labelStart = start + (bold[1]?.length ?? 0);
  return {
    text: flattenInline(words),
    span: { start: labelStart, end: labelStart + words.length },
    value: flattenInline(rawValue),
    rawValue,
    valueSpan: { start: valueStart, end: valueStart + rawValue.length },
    hasColon: colon !== '' || words.length < inside.length,
  };
}
