// The normal form under which names of sections and keys of metadata are compared.
import { withoutEmoji } from './emoji.ts';

/** The same length as `text`, full-width signs and the ideographic blank as ASCII, so that one pattern reads both. */
export function foldWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000\u00A0]/g, (unit) =>
    unit >= '\uFF01' ? String.fromCharCode(unit.charCodeAt(0) - 0xfee0) : ' ',
  );
}

// Nearly all names: the general way below gives the same for them, ten times slower.
const PLAIN = /^[\u4E00-\u9FFFa-z0-9 _.,:/()&'"、，。：（）“”-]+$/;
const PLAIN_SIGNS = /[ _.,:/()&'"、，。：（）“”-]/g;

/**
 * `text` normalised for comparison: NFKC, lower case, no emoji, blanks or punctuation; `+` and `#` stay (C++, C#).
 * A text of nothing else comes back trimmed, so that two different ones stay different.
 */
export function normalKey(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) {
    const plain = lower.replace(PLAIN_SIGNS, '');
    if (plain !== '') return plain;
  }
  const words = withoutEmoji(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}\p{M}\s]|(?![+])\p{S}/gu, (unit) => (unit === '#' ? unit : ''));
  const key = words.replace(/^#+/, '');
  return key === '' ? text.trim() : key;
}
