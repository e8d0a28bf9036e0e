// Finds emoji and the signs that headings, keys and status marks use like emoji.
import emojiRegex from 'emoji-regex';
import type { Span } from '../sourceText.ts';

/** Tried where an emoji may begin, and nowhere else: searching the whole text for it takes ten times as long. */
const EMOJI = new RegExp(emojiRegex().source, 'y');
/** What an emoji other than a keycap begins with: nothing below U+00A9 and no CJK. */
const EMOJI_START = /[\u00A9\u00AE\u200D\u203C-\u2BFF\u3030\u303D\u3297\u3299\uD83C-\uD83E\u20E3]/g;
// Stars, bullets and ticks without emoji presentation; a digit with U+20E3 is a keycap and left to the ordinals.
const SIGNS = /[★☆●■◆◇□○►✓✗✘※❖][\uFE0E\uFE0F]?/g;
const KEYCAP = /^[0-9#*]\uFE0F?\u20E3|^🔟/u;

/** Spans of all emoji in document order, without keycaps. Variation selectors and joined sequences belong to their emoji. */
export function emojiSpans(text: string): Span[] {
  const spans: Span[] = [];
  let isEmpty = true;
  let position = 0;
  for (const { index } of text.matchAll(EMOJI_START)) {
    isEmpty = false;
    if (index < position) continue;
    EMOJI.lastIndex = index;
    const [found] = EMOJI.exec(text) ?? [];
    if (found === undefined) continue;
    position = index + found.length;
    if (!KEYCAP.test(found)) spans.push({ start: index, end: endWithSelectors(text, position) });
  }
  if (isEmpty) return [];
  for (const { 0: sign, index } of text.matchAll(SIGNS)) {
    spans.push({ start: index, end: endWithSelectors(text, index + sign.length) });
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
