// Counts characters and words of running text: each CJK character is one 字, each run of other letters and digits one.
// What is running text and what is not (code, comments, addresses) is decided by measures.ts.

export interface TextCounts {
  /** 字. */
  length: number;
  /** As `length`, but `don't`, `well-known` and `3.14` are one word each. */
  words: number;
}

const ANY_LETTER = /[\p{L}\p{N}\p{M}]/u;
const JOINERS = "'’-._";

/** Adds the counts of `text` from `start` to `end` to `counts`. */
export function addTextCounts(text: string, start: number, end: number, counts: TextCounts): void {
  let isInRun = false;
  let isInWord = false;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (isCjk(code)) {
      counts.length += 1;
      counts.words += 1;
      isInRun = false;
      isInWord = false;
      continue;
    }
    const isLetter = code < 128 ? isAsciiLetter(code) : isOtherLetter(text, index, code);
    if (isLetter && !isInRun) counts.length += 1;
    if (isLetter && !isInWord) counts.words += 1;
    isInRun = isLetter;
    isInWord = isLetter || (isInWord && JOINERS.includes(text.charAt(index)));
  }
}

function isAsciiLetter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Han, kana, Hangul; of supplementary ideographs the high surrogate stands for the character. */
function isCjk(code: number): boolean {
  if (code < 0x3005) return false;
  if (code <= 0x9fff) return code >= 0x3400 || (code >= 0x3041 && code <= 0x30ff) || code <= 0x3007;
  return (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xd840 && code <= 0xd888);
}

function isOtherLetter(text: string, index: number, code: number): boolean {
  return (code < 0xd800 || code > 0xdfff) && ANY_LETTER.test(text.charAt(index));
}

/**
 * 字 of a piece of Markdown: CJK characters plus runs of other letters and digits. Fenced code, comments, tags and
 * addresses do not count.
 */
export function textLength(text: string): number {
  const counts: TextCounts = { length: 0, words: 0 };
  const running = withoutFences(text)
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/\]\([^()\s]{0,2000}\)/g, '] ')
    .replace(/(?:https?|ftp):\/\/[^\s<>()（），。；、]+/g, ' ')
    .replace(/<\/?[A-Za-z][^<>]{0,200}>/g, ' ');
  addTextCounts(running, 0, running.length, counts);
  return counts.length;
}

function withoutFences(text: string): string {
  if (!text.includes('```') && !text.includes('~~~')) return text;
  const kept: string[] = [];
  let fence = '';
  for (const line of text.split('\n')) {
    const mark = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '') {
      fence = mark;
      if (mark === '') kept.push(line);
    } else if (mark.startsWith(fence)) fence = '';
  }
  return kept.join('\n');
}
