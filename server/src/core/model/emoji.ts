// Finds emoji and the signs that headings, keys and status marks use like emoji.
import emojiRegex from 'emoji-regex';
import type { Span } from '../sourceText.ts';

const EMOJI = emojiRegex();
/** Cheap test before the large expression: nothing below U+00A9 and no CJK is an emoji. */
const MAY_HOLD_EMOJI = /[\u00A9\u00AE\u200D\u203C-\u2BFF\u3030\u303D\u3297\u3299\uD83C-\uD83E\u20E3]/;
// Stars, bullets and ticks without emoji presentation; a digit with U+20E3 is a keycap and left to the ordinals.
const SIGNS = /[★☆●■◆◇□○►✓✗✘※❖][\uFE0E\uFE0F]?/g;
const KEYCAP = /^[0-9#*]\uFE0F?\u20E3|^🔟/u;

/** Spans of all emoji in document order, without keycaps. Variation selectors and joined sequences belong to their emoji. */
export function emojiSpans(text: string): Span[] {
  if (!MAY_HOLD_EMOJI.test(text)) return [];
  const spans: Span[] = [];
  for (const expression of [EMOJI, SIGNS]) {
    for (const match of text.matchAll(expression)) {
      if (!KEYCAP.test(match[0]))
        spans.push({ start: match.index, end: endWithSelectors(text, match.index + match[0].length) });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** The text without its emoji. */
export function withoutEmoji(text: string): string {
  let result = '';
  let position = 0;
  for (const span of emojiSpans(text)) {
    result += text.slice(position, Math.max(position, span.start));
    position = Math.max(position, span.end);
  }
  return result + text.slice(position);
}

function endWithSelectors(text: string, end: number): number {
  return text.charAt(end) === '\uFE0F' || text.charAt(end) === '\uFE0E' ? end + 1 : end;
}
